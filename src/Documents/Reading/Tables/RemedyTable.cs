using Gongkai.Documents.Reading.Papers;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Reading.Tables;

/// <summary>Reads table 4: fifteen cells in a fixed order, below headings that are printed in every way.</summary>
static class RemedyTable
{
    const int Count = 15;

    static readonly string Characters = Folding.Han(string.Concat(FormTables.Table4.Blocks[0].Rows.Select(row => row.Label)
        .Concat(FormTables.Table4.Blocks[0].Columns.Select(column => column.Label)).Append(FormTables.LitigationHeading)));

    /// <summary>Whether a line holds nothing but words of this table's headings (and numbers).</summary>
    /// <param name="line">The line.</param>
    /// <param name="first">It must be one that only this table has: 其他 and 总计 stand in table 3 too.</param>
    public static bool IsHeading(Line line, bool first = false)
    {
        if (line.Text.Length > 400) return false;
        var han = Folding.Han(line.Text);
        return han.Length >= 2 && han.All(c => Characters.Contains(c)) && (!first || Own.Any(han.Contains));
    }

    static readonly char[] Own = [.. Characters.Except(string.Concat(ReportForm.Of2021.Table3.Blocks[0].Rows.Select(row => row.Label)))];

    public static int? Read(IReadOnlyList<Line> lines, int from, int to, Dictionary<string, CellValue> cells, List<string> notes)
    {
        var atoms = Atoms.Of(lines, from, to);
        var headings = atoms.Where(atom => atom.Kind == AtomKind.Label && Folding.Han(atom.Text) is { Length: > 0 } han && han.All(c => Characters.Contains(c))).ToList();
        if (headings.Count == 0) return null;
        var (values, last) = Values(lines, atoms, headings);
        if (values is null) notes.Add("表四的各格无法确定，按未读出处理。");
        var i = 0;
        var block = FormTables.Table4.Blocks[0];
        foreach (var row in block.Rows)
            foreach (var column in block.Columns)
                cells[$"t4.{row.Key}.{column.Key}"] = values?[i++] ?? CellValue.Unread;
        return last;
    }

    static (CellValue[]? Values, int Last) Values(IReadOnlyList<Line> lines, List<Atom> atoms, List<Atom> headings)
    {
        var printed = atoms.Where(atom => atom.Kind == AtomKind.Value && atom.Line >= headings[0].Line).ToList();
        if (printed.Count > Count && lines[printed[0].Line].Owner == PdfPaper.Drawn)
            return (CutDigits.Mend(printed, Count, numbers => numbers.Chunk(5).All(AddsUp)), printed[^1].Line);
        if (printed.Count > Count && printed.Count - Count <= 2)
        {
            // A line number or page number may stand before or behind; fifteen on one line are the table.
            var line = printed.GroupBy(value => value.Line).FirstOrDefault(group => group.Count() == Count);
            if (line is not null) printed = [.. line];
        }
        var end = printed.Count > 0 ? printed[^1].Line : headings[^1].Line;
        if (printed.Count >= Count && printed[Count - 1].Line is var line15 && (printed.Count == Count || printed[Count].Line > line15)) return (Fit.Cells(printed.Take(Count)), line15);
        if (printed.Count == 0) return (Fit.Blanks(Count), end);

        // One row of a real table holds all fifteen, the empty ones too.
        foreach (var number in printed.Select(value => value.Line).Distinct())
            if (lines[number] is { Kind: LineKind.Row, Boxes: var boxes } && boxes.Count >= Count && boxes.Take(boxes.Count - Count).All(box => box.Blank || !PrintedNumber.Fits(box.Text)))
                return (Fit.Cells(boxes.TakeLast(Count).Select((box, i) => new Atom(AtomKind.Value, box.Text, box.X, number, i))), number);

        if (RowByRow(lines, headings) is { } rows) return (rows, end);
        if (printed.Count == 1 && printed[0].Text.All(char.IsAsciiDigit)) return (Split(printed[0].Text), end);
        var pending = headings.Where(heading => FormTables.Table4.Blocks[0].Columns.Any(column => column.Label.StartsWith(Folding.Han(heading.Text), StringComparison.Ordinal))).Select(heading => heading.Line).DefaultIfEmpty(-1).Max();
        var line1 = atoms.Where(atom => atom.Line == pending && atom.Kind == AtomKind.Label).Select(atom => atom.X).ToArray();
        if (line1.Length != Count) line1 = Middles(headings);
        if (line1.Length == Count && printed.TrueForAll(value => value.Line == printed[0].Line) && Columns.At(line1)?.Place(printed, Count) is { } placed) return (placed, end);

        var lastHeading = atoms.FindLastIndex(atom => atom.Kind == AtomKind.Label && headings.Contains(atom));
        List<Atom> behind = [.. atoms.Skip(lastHeading + 1).Where(atom => atom.Kind != AtomKind.Label).SkipWhile(Air).Reverse().SkipWhile(Air).Reverse()];
        // Where the first cell is filled, what stands empty behind the fifteenth only closes the row.
        if (behind.Count > Count && behind[0].Kind == AtomKind.Value && behind.Skip(Count).All(entry => entry.Kind == AtomKind.Blank)) behind.RemoveRange(Count, behind.Count - Count);
        return (behind.Count == Count ? Fit.Cells(behind) : null, end);

        bool Air(Atom atom) => lines[atom.Line] == Papers.Air.Gap;
    }

    // The table may be turned: a row for each kind of case, its five cells behind its name.
    static CellValue[]? RowByRow(IReadOnlyList<Line> lines, List<Atom> headings)
    {
        List<CellValue> cells = [];
        foreach (var row in FormTables.Table4.Blocks[0].Rows)
        {
            var name = headings.Find(heading => lines[heading.Line].Kind == LineKind.Row && Folding.Han(heading.Text) == row.Label && lines[heading.Line].Boxes.Count - heading.Box == 6);
            if (name.Text is null) return null;
            cells.AddRange(lines[name.Line].Boxes.Skip(name.Box + 1).Select(box => PrintedNumber.Read(box.Text)));
        }
        return [.. cells];
    }

    // A page breaks 结果维持 into two lines; where their pieces stand above each other, they say where the columns are.
    static double[] Middles(List<Atom> headings)
    {
        var columns = FormTables.Table4.Blocks[0].Columns;
        var pieces = headings.Where(piece => columns.Any(column => column.Label.Contains(Folding.Han(piece.Text), StringComparison.Ordinal))).Select(piece => piece.X).Order().ToList();
        List<List<double>> stacks = [];
        foreach (var x in pieces)
            if (stacks.Count > 0 && x - stacks[^1][0] < (pieces[^1] - pieces[0]) / (Count * 3)) stacks[^1].Add(x);
            else stacks.Add([x]);
        return [.. stacks.Select(stack => stack.Average())];
    }

    // Fifteen digits are fifteen numbers; more are split block by block where each block adds up in one way.
    static CellValue[]? Split(string digits)
    {
        if (digits.Length == Count) return [.. digits.Select(digit => (CellValue)(digit - '0'))];
        if (digits.Length is < Count or > 40) return null;
        List<decimal[]> ways = [];
        for (var first = 5; first <= digits.Length - 10; first++)
            foreach (var review in RunTogether.Ways(digits[..first], 5).Where(AddsUp))
                for (var second = first + 5; second <= digits.Length - 5; second++)
                    foreach (var suit in RunTogether.Ways(digits[first..second], 5).Where(AddsUp))
                        foreach (var after in RunTogether.Ways(digits[second..], 5).Where(AddsUp))
                        {
                            ways.Add([.. review, .. suit, .. after]);
                            if (ways.Count > 1) return null;
                        }
        return ways.Count == 1 ? [.. ways[0].Select(number => (CellValue)number)] : null;
    }

    static bool AddsUp(decimal[] block) => block.SkipLast(1).Sum() == block[^1];
}
