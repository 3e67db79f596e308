namespace Gongkai.Rules.AnnualReports;

/// <summary>Checks a report against every rule.</summary>
public static class Checks
{
    /// <summary>What falls short in <paramref name="report"/>; last year's report lets carried-in and in-force be checked too.</summary>
    public static IReadOnlyList<Finding> Of(Report report, Report? previous = null) => throw new NotImplementedException();
}
