using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Printing;

/// <summary>The sign in a cell that leads to one finding about it; the finding's number tells them apart without colour.</summary>
/// <param name="Number">The finding's place in the list, from 1.</param>
public sealed record Mark(int Number, Severity Severity)
{
    public string Sign => Severity switch { Severity.Error => "✗", Severity.Warning => "！" };

    /// <summary>What the sign says to one who hears the page.</summary>
    public string Words => Severity switch { Severity.Error => "号错误：", Severity.Warning => "号提醒：" };

    public string Id => $"finding-{Number}";
    public string Href => $"#{Id}";

    public static ILookup<FormCell, Mark> ByCell(IReadOnlyList<Finding> findings) => findings
        .SelectMany((finding, i) => finding.Cells.Distinct().Select(cell => (cell, mark: new Mark(i + 1, finding.Severity))))
        .ToLookup(pair => pair.cell, pair => pair.mark);
}
