using Gongkai.Documents.Reading.Papers;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Reading.Tables;

/// <summary>What stands behind one label of a table: values and empty cells, in order.</summary>
/// <param name="Entries">They may be more or fewer than the label's cells.</param>
/// <param name="Certain">They are all the cells of the row and nothing else (a row of a real table).</param>
/// <param name="FirstLine">The line on which the label begins.</param>
/// <param name="LastLine">The line on which it ends.</param>
/// <param name="Drawn">It was drawn on a page, where a narrow column can cut a number.</param>
sealed record Slot(IReadOnlyList<Atom> Entries, bool Certain, int FirstLine, int LastLine, bool Drawn = false)
{
    public IEnumerable<Atom> Values => Entries.Where(entry => entry.Kind != AtomKind.Blank);
    public int Count => Entries.Count(entry => entry.Kind != AtomKind.Blank);
}

/// <summary>Finds what stands behind each label.</summary>
static class Slots
{
    /// <summary>One slot for each label; <c>null</c> where the label was not found.</summary>
    public static Slot?[] Behind(IReadOnlyList<Found> found, IReadOnlyList<Sought> labels, IReadOnlyList<Atom> atoms, IReadOnlyList<Line> lines)
    {
        var slots = new Slot?[labels.Count];
        for (var label = 0; label < labels.Count; label++)
        {
            if (!found[label].Here || labels[label].Values == 0) continue;
            var end = Next(found, label, atoms.Count);
            slots[label] = InRow(found[label], end, atoms, lines) ?? InText(found[label], end, labels[label].Values, atoms) with { Drawn = lines[atoms[found[label].First].Line].Owner == PdfPaper.Drawn };
        }
        Shift(slots, found, labels, atoms);
        return slots;
    }

    static int Next(IReadOnlyList<Found> found, int label, int end)
    {
        for (var next = label + 1; next < found.Count; next++)
            if (found[next].Here) return found[next].First;
        return end;
    }

    // In a real row the cells are the boxes behind the label, whatever is printed in them.
    static Slot? InRow(Found found, int end, IReadOnlyList<Atom> atoms, IReadOnlyList<Line> lines)
    {
        var (first, last) = (atoms[found.First], atoms[found.Last]);
        if (first.Line != last.Line || lines[last.Line] is not { Kind: LineKind.Row, Boxes.Count: > 1 } row) return null;
        var stop = end < atoms.Count && atoms[end].Line == last.Line ? atoms[end].Box : row.Boxes.Count;
        List<Atom> cells = [];
        for (var box = last.Box + 1; box < stop; box++)
            cells.Add(new(row.Boxes[box].Blank ? AtomKind.Blank : AtomKind.Value, row.Boxes[box].Text, row.Boxes[box].X, last.Line, box));
        // The words of a label may be repeated in each place that a merged cell took.
        while (cells.Count > 0 && cells[0].Kind == AtomKind.Value && Folding.Han(cells[0].Text) is { Length: > 1 } han && han == Folding.Han(row.Boxes[last.Box].Text)) cells.RemoveAt(0);
        return cells.Count == 0 ? null : new(cells, Certain: true, first.Line, last.Line);
    }

    static Slot InText(Found found, int end, int count, IReadOnlyList<Atom> atoms)
    {
        List<Atom> entries = [];
        var values = 0;
        for (var i = found.First; i < end; i++)
        {
            // A row that the form does not have begins with words of its own.
            if (atoms[i].Kind == AtomKind.Label && i > found.Last && values == count && Folding.Han(atoms[i].Text).Length > 3) break;
            if (atoms[i].Kind == AtomKind.Value) values++;
            if (atoms[i].Kind != AtomKind.Label) entries.Add(atoms[i]);
        }
        return new(entries, Certain: false, atoms[found.First].Line, atoms[found.Last].Line);
    }

    // Text taken from pages can put a row's numbers before its label: then all but the first stand one row too early.
    static void Shift(Slot?[] slots, IReadOnlyList<Found> found, IReadOnlyList<Sought> labels, IReadOnlyList<Atom> atoms)
    {
        var filled = Enumerable.Range(0, slots.Length).Where(i => slots[i] is { Certain: false }).ToList();
        if (filled.Count < 4 || slots[filled[^1]]!.Count > 0 || filled.SkipLast(1).Any(i => slots[i]!.Count != labels[i].Values)) return;
        var first = filled[0];
        var before = Enumerable.Range(0, found[first].First).Select(i => atoms[i]).Where(atom => atom.Kind == AtomKind.Value).TakeLast(labels[first].Values).ToList();
        if (before.Count != labels[first].Values) return;
        for (var i = filled.Count - 1; i > 0; i--) slots[filled[i]] = slots[filled[i]]! with { Entries = slots[filled[i - 1]]!.Entries };
        slots[first] = slots[first]! with { Entries = before };
    }
}
