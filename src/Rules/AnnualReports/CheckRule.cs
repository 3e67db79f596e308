namespace Gongkai.Rules.AnnualReports;

/// <summary>One line of the table of checks: a rule that can be printed and argued with.</summary>
/// <param name="Code">Its stable name, as <c>report check --json</c> prints it.</param>
/// <param name="Sentence">When it holds, as a Chinese sentence.</param>
/// <param name="Severity">How it is reported, in Chinese words.</param>
/// <param name="Find">Where it does not hold.</param>
public sealed record CheckRule(string Code, string Sentence, string Severity, Func<Examined, IEnumerable<Finding>> Find);

/// <summary>A report under examination, last year's report beside it where there is one, and what several rules need to know of them.</summary>
public sealed class Examined(Report report, Report? previous)
{
    readonly Lazy<SumArithmetic> sums = new(() => new(report, previous));
    readonly Lazy<YearEvidence> years = new(() => YearEvidence.Of(report));
    IReadOnlyList<Statement>? statements;

    public Report Report => report;
    public ReportForm Form => report.Form;

    /// <summary>Last year's report, or <c>null</c> where there is none or the one that is given is not of the year before or of another agency.</summary>
    public Report? YearBefore { get; } = previous is not null && Comparison.WhyNotYearOnYear(report, previous) is null ? previous : null;

    /// <summary>The year that is reported on: what most of the report's own statements say.</summary>
    public int? Year => years.Value.Year;

    internal SumArithmetic Sums => sums.Value;
    internal YearEvidence Years => years.Value;
    internal IReadOnlyList<Statement> Statements => statements ??= NarrativeStatements.Of(report, Year);

    /// <summary>The number in a cell, or <c>null</c> where there is none that could be compared.</summary>
    internal decimal? Number(FormCell cell) => report.NumberIn(cell);

    internal decimal? Number(string key) => Form.Find(key) is { } cell ? Number(cell) : null;
}
