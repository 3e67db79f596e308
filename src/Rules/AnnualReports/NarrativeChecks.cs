namespace Gongkai.Rules.AnnualReports;

/// <summary>What the text says, against the tables and against itself.</summary>
static class NarrativeChecks
{
    public static IEnumerable<Finding> TextAgainstTable(Examined examined) => [];
    public static IEnumerable<Finding> TextSum(Examined examined) => [];
}
sealed record Statement();
static class NarrativeStatements { public static IReadOnlyList<Statement> Of(Report report) => []; }
