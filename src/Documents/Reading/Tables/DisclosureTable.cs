using Gongkai.Documents.Reading.Papers;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Reading.Tables;

/// <summary>Reads table 2: blocks with headings of their own, one to three cells behind each row's label.</summary>
static class DisclosureTable
{
    /// <summary>Fills <paramref name="cells"/> and returns the last line that the table takes, or <c>null</c> where it is not here.</summary>
    public static int? Read(IReadOnlyList<Line> lines, int from, int to, FormTable table, Dictionary<string, CellValue> cells, List<string> notes)
    {
        var atoms = Atoms.Of(lines, from, to);
        List<Sought> labels = [];
        List<(FormBlock Block, FormRow Row)?> rows = [];
        foreach (var block in table.Blocks)
        {
            foreach (var heading in block.Columns.Select(column => column.Label).Prepend(FormTables.ContentHeading).Prepend(block.Heading!))
            {
                labels.Add(new(Folding.Han(heading), 0));
                rows.Add(null);
            }
            foreach (var row in block.Rows)
            {
                labels.Add(new(Folding.Han(row.Label), block.Columns.Count));
                rows.Add((block, row));
            }
        }

        var found = Alignment.Of(atoms, labels);
        if (!rows.Where((row, i) => row is not null && found[i].Here).Any()) return null;
        var slots = Slots.Behind(found, labels, atoms, lines);
        // Rows of three cells fill the table; the places before their cells are the places before all.
        Frame Around(bool certain) => Frame.Learn(slots.Where((_, j) => rows[j]?.Block.Columns.Count == 3), 3, certain);
        var last = from;
        for (var i = 0; i < labels.Count; i++)
        {
            if (rows[i] is not { } place) continue;
            var count = place.Block.Columns.Count;
            var ofBlock = slots.Where((_, j) => rows[j]?.Block == place.Block);
            var values = slots[i] is not { } slot ? null : Digits(slot, count) ?? Fit.Into(slot, count, new(() => Columns.Learn(ofBlock, count)), () => Around(slot.Certain));
            for (var column = 0; column < count; column++)
                cells[$"t2.{place.Row.Key}.{place.Block.Columns[column].Key}"] = values?[column] ?? CellValue.Unread;
            if (values is null) notes.Add($"表二“{place.Row.Label}”一行的各格无法确定，按未读出处理。");
            if (found[i].Here) last = Math.Max(last, Math.Max(atoms[found[i].Last].Line, slots[i]!.Values.Take(count).Select(value => value.Line).DefaultIfEmpty(from).Max()));
        }
        return last;
    }

    // Three digits behind a label of three cells, in a text that parts nothing, are three numbers.
    static CellValue[]? Digits(Slot slot, int count) =>
        !slot.Certain && count > 1 && slot is { Count: 1, Entries.Count: 1 } && slot.Entries[0].Text is var text && text.Length == count && text.All(char.IsAsciiDigit) && text.StartsWith('0')
            ? [.. text.Select(digit => (CellValue)(digit - '0'))]
            : null;
}
