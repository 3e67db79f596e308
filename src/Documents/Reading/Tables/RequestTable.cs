using Gongkai.Documents.Reading.Papers;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Reading.Tables;

/// <summary>Reads table 3: seven cells behind each row's label.</summary>
static class RequestTable
{
    /// <summary>Fills <paramref name="cells"/> and returns the last line that the table takes, or <c>null</c> where it is not here.</summary>
    public static int? Read(IReadOnlyList<Line> lines, int from, int to, FormTable table, Dictionary<string, CellValue> cells, List<string> notes)
    {
        var atoms = Atoms.Of(lines, from, to);
        var block = table.Blocks[0];
        var labels = table.Edition == 2019 ? LabelsOf2019 : LabelsOf2021;
        var found = Alignment.Of(atoms, labels);
        if (found.Count(place => place.Here) < 6) return null;

        var slots = Slots.Behind(found, labels, atoms, lines);
        var count = block.Columns.Count;
        var columns = new Lazy<Columns?>(() => Columns.Learn(slots, count));
        var split = new SplitRows(slots, block, count);
        var last = from;
        for (var row = 0; row < block.Rows.Count; row++)
        {
            var at = row;
            var values = slots[row] is not { } slot ? null
                : split[row]
                ?? (slot.Drawn && slot.Count > count ? CutDigits.Mend([.. slot.Values], count, numbers => numbers.SkipLast(1).Sum() == numbers[^1]) : null)
                ?? Fit.Into(slot, count, columns, () => FrameOf(slots, block, at, count, slot.Certain))
                ?? WithoutStray(slot, count, notes, block.Rows[row]);
            for (var column = 0; column < count; column++)
                cells[$"t3.{block.Rows[row].Key}.{block.Columns[column].Key}"] = values?[column] ?? CellValue.Unread;
            if (values is null) notes.Add($"表三“{block.Rows[row].Printed}”一行的各格无法确定，按未读出处理。");
            if (found[row].Here) last = Math.Max(last, Math.Max(atoms[found[row].Last].Line, slots[row]!.Values.Take(count).Select(value => value.Line).DefaultIfEmpty(from).Max()));
        }
        if (split.Note is { } note) notes.Add(note);
        return last;
    }

    static readonly List<Sought> LabelsOf2019 = Labels(ReportForm.Of2019.Table3.Blocks[0]);
    static readonly List<Sought> LabelsOf2021 = Labels(ReportForm.Of2021.Table3.Blocks[0]);

    static List<Sought> Labels(FormBlock block) => [.. block.Rows.Select(row => new Sought(Folding.Han(row.Label), block.Columns.Count))];

    /// <summary>The first of the lines above <paramref name="from"/> that hold nothing but this table's headings: a page can put them above its corner.</summary>
    public static int Top(IReadOnlyList<Line> lines, int from, FormTable table)
    {
        HashSet<string> words = [FormTables.ApplicantsHeading, FormTables.OrganizationsHeading, .. table.Blocks[0].Columns.Select(column => column.Label)];
        while (from > 0 && lines[from - 1].Boxes.All(box => words.Contains(Folding.Han(box.Text)))) from--;
        return from;
    }

    // What the whole table agrees on holds; failing that, what rows at the same depth do.
    static Frame FrameOf(Slot?[] slots, FormBlock block, int row, int count, bool certain)
    {
        var all = Frame.Learn(slots, count, certain);
        return all.Before is not null || (certain && all.Behind is not null)
            ? all
            : Frame.Learn(slots.Where((_, other) => Kind(block, other) == Kind(block, row)), count, certain);
    }

    // Rows of one depth stand behind the same merged headings; the first of a group stands beside the heading itself.
    static (int Depth, bool First) Kind(FormBlock block, int row)
    {
        var (group, number) = (block.Rows[row].Group, block.Rows[row].Number);
        return (group is not null ? 2 : number.StartsWith('（') ? 1 : 0, group is not null && block.Rows[row - 1].Group != group);
    }

    // A page's number can stand among the values: the one whose removal makes the row add up.
    static CellValue[]? WithoutStray(Slot slot, int count, List<string> notes, FormRow row)
    {
        if (slot.Count != count + 1) return null;
        var values = slot.Values.Select(value => PrintedNumber.Read(value.Text)).ToList();
        List<CellValue[]> ways = [];
        for (var stray = 0; stray < values.Count; stray++)
        {
            CellValue[] rest = [.. values.Where((_, i) => i != stray)];
            if (rest.All(value => value.Number is not null) && rest.SkipLast(1).Sum(value => value.Number) == rest[^1].Number && !ways.Exists(way => way.SequenceEqual(rest))) ways.Add(rest);
        }
        if (ways.Count != 1) return null;
        notes.Add($"表三“{row.Printed}”一行夹有页码等多余数字，已按行内合计关系剔除。");
        return ways[0];
    }
}
