using System.Collections.Concurrent;
using System.Text;
using Gongkai.Documents.Reading.Papers;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Reading;

/// <summary>Tells which form a table comes from, by the labels that only one of them has.</summary>
static class Editions
{
    public static int? OfTable2(IReadOnlyList<Line> lines, int from, int to) => from < 0 ? null : Of(lines, from, to, ReportForm.Of2019.Table2, ReportForm.Of2021.Table2);

    public static int? OfTable3(IReadOnlyList<Line> lines, int from, int to) => from < 0 ? null : Of(lines, from, to, ReportForm.Of2019.Table3, ReportForm.Of2021.Table3);

    static int? Of(IReadOnlyList<Line> lines, int from, int to, FormTable older, FormTable newer)
    {
        var text = new StringBuilder();
        for (var i = from; i < to; i++) text.Append(Folding.Han(lines[i].Text));
        var printed = text.ToString();
        var (old, @new) = (Own(older, newer, printed), Own(newer, older, printed));
        // The 2021 form of table 3 only adds rows, so their absence says 2019.
        if (older.Number == 3) return @new > 0 ? 2021 : 2019;
        return old == 0 && @new == 0 ? null : old >= @new ? 2019 : 2021;
    }

    // A label that a wrapped table cut is known by any four characters of it that the other form never prints.
    static int Own(FormTable table, FormTable other, string printed) =>
        Pieces.GetOrAdd((table, other), static pair => PiecesOf(pair.Table, pair.Other)).Count(label => label.Any(piece => printed.Contains(piece, StringComparison.Ordinal)));

    static readonly ConcurrentDictionary<(FormTable Table, FormTable Other), string[][]> Pieces = new();

    static string[][] PiecesOf(FormTable table, FormTable other)
    {
        var others = string.Concat(Labels(other));
        return [.. Labels(table).Distinct().Select(label => Enumerable.Range(0, Math.Max(0, label.Length - 3)).Select(i => label.Substring(i, 4))
            .Where(piece => !others.Contains(piece, StringComparison.Ordinal)).ToArray()).Where(pieces => pieces.Length > 0)];
    }

    static IEnumerable<string> Labels(FormTable table) => table.Blocks.SelectMany(block => block.Rows.Select(row => row.Label).Concat(block.Columns.Select(column => column.Label))).Select(Folding.Han);
}
