using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Reading;

/// <summary>Puts what stands behind a label into the label's cells. What cannot be told stays unread; nothing is guessed.</summary>
static class Fit
{
    /// <summary>The cells of one slot; <c>null</c> where they cannot be told.</summary>
    /// <param name="slot">What stands behind the label.</param>
    /// <param name="count">How many cells the label has.</param>
    /// <param name="columns">Where the columns stand, if that is known.</param>
    /// <param name="lead">How many empty places stand before the first cell in full rows of the same kind, if that is known.</param>
    public static CellValue[]? Into(Slot slot, int count, Columns? columns, int? lead)
    {
        if (slot.Count == count) return Cells(slot.Values);
        if (slot.Certain && slot.Entries.Count == count) return Cells(slot.Entries);
        if (slot.Count == 0) return Cells(Enumerable.Repeat(new Atom(AtomKind.Blank, "", 0, 0, 0), count));
        if (count == 1 && slot.Certain && slot.Values.Select(value => value.Text).Distinct().Count() == 1) return Cells(slot.Values.Take(1));
        return ByPlace(slot, count, columns) ?? ByOrder(slot, count, lead);
    }

    static CellValue[]? ByPlace(Slot slot, int count, Columns? columns)
    {
        if (slot.Count > count || columns?.Places([.. slot.Values.Select(value => value.X)]) is not { } places) return null;
        if (!slot.Certain && slot.Values.Select(value => value.Line).Distinct().Count() > 1) return null;
        var cells = new CellValue[count];
        Array.Fill(cells, CellValue.Blank);
        foreach (var (value, place) in slot.Values.Zip(places)) cells[place] = PrintedNumber.Read(value.Text);
        return cells;
    }

    static CellValue[]? ByOrder(Slot slot, int count, int? lead)
    {
        var entries = slot.Entries;
        if (slot.Certain && entries.Count > count)
        {
            // Empty places that a merged heading left behind stand before the cells.
            var surplus = entries.Count - count;
            if (entries.Take(surplus).All(entry => entry.Kind == AtomKind.Blank)) return Cells(entries.Skip(surplus));
            if (entries.TakeLast(surplus).All(entry => entry.Kind == AtomKind.Blank)) return Cells(entries.Take(count));
            return null;
        }
        // A row that ends early leaves its last cells empty.
        if (slot.Certain) return Cells(entries.Concat(Enumerable.Repeat(new Atom(AtomKind.Blank, "", 0, 0, 0), count - entries.Count)));

        if (slot.Count > count || slot.Count == entries.Count) return null;
        if (entries.Count == count && lead is null or 0) return Cells(entries);
        if (lead is { } skip && entries.Count >= skip + count && entries.Take(skip).Concat(entries.Skip(skip + count)).All(entry => entry.Kind == AtomKind.Blank))
            return Cells(entries.Skip(skip).Take(count));
        return null;
    }

    static CellValue[] Cells(IEnumerable<Atom> atoms) => [.. atoms.Select(atom => PrintedNumber.Read(atom.Text))];
}
