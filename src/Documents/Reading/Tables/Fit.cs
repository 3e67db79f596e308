using Gongkai.Documents.Reading.Papers;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Reading.Tables;

/// <summary>How many empty places stand before the cells in full rows, or behind them: what merged headings left. What differs is not known.</summary>
readonly record struct Frame(int? Before, int? Behind, int LeastBehind)
{
    /// <summary>What all full rows agree on.</summary>
    public static Frame Learn(IEnumerable<Slot?> slots, int count, bool certain)
    {
        var full = slots.Where(slot => slot is not null && slot.Certain == certain && slot.Count == count).Select(slot => slot!.Entries).ToList();
        var behind = full.Select(entries => Blanks(entries.Reverse())).ToList();
        return new(Agreed(full.Select(Blanks)), Agreed(behind), behind.DefaultIfEmpty(0).Min());
    }

    static int Blanks(IEnumerable<Atom> entries) => entries.TakeWhile(entry => entry.Kind == AtomKind.Blank).Count();

    static int? Agreed(IEnumerable<int> counts) => counts.Distinct().Take(2).ToList() is [var agreed] ? agreed : null;
}

/// <summary>Puts what stands behind a label into the label's cells. What cannot be told stays unread; nothing is guessed.</summary>
static class Fit
{
    /// <summary>The cells of one slot; <c>null</c> where they cannot be told.</summary>
    /// <param name="slot">What stands behind the label.</param>
    /// <param name="count">How many cells the label has.</param>
    /// <param name="columns">Where the columns stand, if that is known.</param>
    /// <param name="learn">Learns the empty places around the cells of full rows; asked only where they matter.</param>
    public static CellValue[]? Into(Slot slot, int count, Lazy<Columns?> columns, Func<Frame> learn)
    {
        if (slot.Certain && slot.Entries.Count == count) return Cells(slot.Entries);
        // The 无 of a heading that runs downwards beside the rows (（四）无法提供) is no cell: it stands before them all.
        if (!slot.Certain && slot.Values.Any(value => IsMark(value) && columns.Value?.Holds(value.X) == false))
            slot = slot with { Entries = [.. slot.Entries.Where(entry => !IsMark(entry) || columns.Value!.Holds(entry.X))] };
        if (slot.Count == 0) return Blanks(count);
        if (!slot.Certain && slot.Count == count) return Cells(slot.Values);
        var frame = learn();
        if (slot.Certain && Once(slot, count, frame) is { } once) return once;
        if (slot.Count == count) return Cells(slot.Values);
        if (slot.Count > count) return slot.Certain ? null : OnOneLine(slot, count);
        return Framed(slot, count, frame) ?? ByPlace(slot, count, columns.Value) ?? ByOrder(slot, count);
    }

    static bool IsMark(Atom atom) => atom.Kind == AtomKind.Value && !atom.Text.Any(char.IsDigit);

    // A merged cell's value may be repeated in every place it took.
    static CellValue[]? Once(Slot slot, int count, Frame frame)
    {
        if (count > 3 || frame.Before is not (0 or null) || slot.Entries.Count <= count) return null;
        var last = slot.Entries[count - 1];
        return slot.Entries.Skip(count).All(entry => entry.Kind == AtomKind.Blank || (last.Kind == AtomKind.Value && entry.Text == last.Text)) ? Cells(slot.Entries.Take(count)) : null;
    }

    // What stands straight below a drawn number may be the rest of it: then nothing can be told.
    // A page's number stands on a line of its own; the row's cells stand together, a single one beside its label.
    static CellValue[]? OnOneLine(Slot slot, int count)
    {
        var lines = slot.Values.GroupBy(value => value.Line).ToList();
        if (slot.Drawn && lines.Exists(line => line.Key > lines[0].Key && lines.Any(above => above.Key < line.Key && above.Any(value => line.Any(piece => Math.Abs(piece.X - value.X) < 12))))) return null;
        var whole = lines.Where(line => line.Count() == count && (count > 1 || line.Key >= slot.FirstLine && line.Key <= slot.LastLine)).ToList();
        return whole.Count == 1 && lines.Where(line => line != whole[0]).All(line => line.Count() == 1) ? Cells(whole[0]) : null;
    }

    static CellValue[]? Framed(Slot slot, int count, Frame frame)
    {
        var entries = slot.Entries;
        if (entries.Count < count || entries.Count == slot.Count) return null;
        var before = frame.Before ?? (slot.Certain && frame.Behind is { } behind ? entries.Count - behind - count : -1);
        // What stands behind every full row stands behind this one too, and is none of its cells.
        if (before < 0 || entries.Count < before + count + (slot.Certain ? 0 : frame.LeastBehind)) return null;
        return entries.Take(before).Concat(entries.Skip(before + count)).All(entry => entry.Kind == AtomKind.Blank) ? Cells(entries.Skip(before).Take(count)) : null;
    }

    static CellValue[]? ByPlace(Slot slot, int count, Columns? columns) =>
        slot.Certain || slot.Values.Select(value => value.Line).Distinct().Count() == 1 ? columns?.Place(slot.Values.ToList(), count) : null;

    static CellValue[]? ByOrder(Slot slot, int count)
    {
        var entries = slot.Entries;
        // From the first value to the last it may be a whole row, with its empty cells between.
        var filled = entries.SkipWhile(entry => entry.Kind == AtomKind.Blank).Reverse().SkipWhile(entry => entry.Kind == AtomKind.Blank).Reverse().ToList();
        if (filled.Count == count) return Cells(filled);
        if (!slot.Certain) return null;
        // A row that ends early leaves its last cells empty.
        if (entries.Count < count) return [.. Cells(entries), .. Blanks(count - entries.Count)];
        var surplus = entries.Count - count;
        if (entries.Take(surplus).All(entry => entry.Kind == AtomKind.Blank)) return Cells(entries.Skip(surplus));
        return entries.TakeLast(surplus).All(entry => entry.Kind == AtomKind.Blank) ? Cells(entries.Take(count)) : null;
    }

    /// <summary>Cells in which nothing stands.</summary>
    public static CellValue[] Blanks(int count)
    {
        var cells = new CellValue[count];
        Array.Fill(cells, CellValue.Blank);
        return cells;
    }

    /// <summary>A cell for each atom.</summary>
    public static CellValue[] Cells(IEnumerable<Atom> atoms) => [.. atoms.Select(atom => PrintedNumber.Read(atom.Text))];
}
