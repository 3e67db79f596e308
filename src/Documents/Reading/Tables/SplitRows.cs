using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Reading.Tables;

/// <summary>The rows of table 3 whose digits run together, split where the form's sums leave one way.</summary>
sealed class SplitRows
{
    const int MostCombinations = 100_000;

    readonly Dictionary<int, decimal[]> rows = [];

    public SplitRows(Slot?[] slots, FormBlock block, int count)
    {
        var ways = new Dictionary<int, List<decimal[]>>();
        for (var row = 0; row < slots.Length; row++)
            if (slots[row] is { Count: 1 } slot && slot.Values.First().Text is { } text && text.Length >= count && text.All(char.IsAsciiDigit))
                ways[row] = RunTogether.Ways(text, count);
        // One row alone may hold one large number and blanks; a table that does it throughout does not.
        if (ways.Count < 3 && ways.Count < slots.Count(slot => slot is { Count: > 0 })) return;

        Settle(ways, slots, block, count);
        foreach (var (row, splits) in ways)
            if (splits.Count == 1) rows[row] = splits[0];
        Note = rows.Count < ways.Count
            ? $"表三数字连在一起，其中 {rows.Count} 行按勾稽关系拆分，{ways.Count - rows.Count} 行拆法不唯一，按未读出处理。"
            : "表三数字连在一起，已按各行合计等勾稽关系拆分，拆法唯一。";
    }

    public CellValue[]? this[int row] => rows.TryGetValue(row, out var numbers) ? [.. numbers.Select(number => (CellValue)number)] : null;

    /// <summary>What the report's notes say of it; <c>null</c> where nothing ran together.</summary>
    public string? Note { get; }

    // Where a row can be split in several ways, the sums of the columns may leave one.
    static void Settle(Dictionary<int, List<decimal[]>> ways, Slot?[] slots, FormBlock block, int count)
    {
        var open = ways.Where(way => way.Value.Count > 1).Select(way => way.Key).ToList();
        if (open.Count == 0 || ways.Count != block.Rows.Count || ways.Values.Any(way => way.Count == 0)) return;
        if (open.Aggregate(1.0, (product, row) => product * ways[row].Count) > MostCombinations) return;

        int Row(string key) => block.Rows.Select((row, i) => (row.Key, i)).First(row => row.Key == key).i;
        var (received, carriedIn, total, carriedOver) = (Row(ReportForm.Received), Row(ReportForm.CarriedIn), Row(ReportForm.Total), Row(ReportForm.CarriedOver));
        var chosen = new decimal[block.Rows.Count][];
        foreach (var (row, splits) in ways) chosen[row] = splits[0];
        var lawful = open.ToDictionary(row => row, _ => new List<decimal[]>());
        Choose(0);
        if (lawful.Values.All(kept => kept.Count > 0))
            foreach (var row in open) ways[row] = lawful[row];

        void Choose(int depth)
        {
            if (depth == open.Count)
            {
                if (AddsUp())
                    foreach (var row in open)
                        if (!lawful[row].Contains(chosen[row])) lawful[row].Add(chosen[row]);
                return;
            }
            foreach (var split in ways[open[depth]]) { chosen[open[depth]] = split; Choose(depth + 1); }
        }

        bool AddsUp()
        {
            for (var c = 0; c < count; c++)
            {
                decimal outcomes = 0;
                for (var row = 0; row < chosen.Length; row++)
                    if (row != received && row != carriedIn && row != total && row != carriedOver) outcomes += chosen[row][c];
                if (outcomes != chosen[total][c] || chosen[received][c] + chosen[carriedIn][c] != chosen[total][c] + chosen[carriedOver][c]) return false;
            }
            return true;
        }
    }
}
