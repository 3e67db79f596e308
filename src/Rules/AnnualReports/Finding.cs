namespace Gongkai.Rules.AnnualReports;

/// <summary>How surely a report falls short.</summary>
public enum Severity
{
    /// <summary>It does: the exit status is 1 and the report cannot be published as it stands.</summary>
    Error,

    /// <summary>It may: a person should look.</summary>
    Warning,
}

/// <summary>One thing that a check found.</summary>
/// <param name="Rule">The code of the rule, as <c>report check --json</c> prints it.</param>
/// <param name="Cells">The cells that it is about, the one at fault first.</param>
/// <param name="Expected">What should stand there, where that is known.</param>
/// <param name="Actual">What stands there.</param>
/// <param name="Message">A Chinese sentence: what is wrong, where, expected and printed, and what probably happened.</param>
/// <param name="Quote">The words of the report that it is about, for a finding in the text.</param>
public sealed record Finding(
    string Rule,
    Severity Severity,
    IReadOnlyList<FormCell> Cells,
    decimal? Expected,
    decimal? Actual,
    string Message,
    string? Quote = null);
