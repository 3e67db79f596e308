using Gongkai.Rules.AnnualReports;
using Gongkai.Documents.Reading.Papers;

namespace Gongkai.Documents.Reading.Tables;

/// <summary>Where the columns of a table stand, learnt from its full rows; tells which cell of a gappy row is empty.</summary>
sealed class Columns
{
    readonly double[] middles;
    readonly double reach;

    Columns(double[] middles, double reach) => (this.middles, this.reach) = (middles, reach);

    /// <summary>Learns from rows in which all <paramref name="count"/> values stand on one line; <c>null</c> where they do not agree.</summary>
    public static Columns? Learn(IEnumerable<Slot?> slots, int count)
    {
        var full = slots.Where(slot => slot is not null && slot.Count == count && slot.Values.All(value => value.Line == slot.Values.First().Line))
            .Select(slot => slot!.Values.Select(value => value.X).ToArray())
            .Where(Rising).ToList();
        if (full.Count == 0) return null;
        var middles = new double[count];
        for (var c = 0; c < count; c++) middles[c] = full.Select(row => row[c]).Order().ElementAt(full.Count / 2);
        if (!Rising(middles)) return null;
        var gap = count == 1 ? 1 : Enumerable.Range(1, count - 1).Min(c => middles[c] - middles[c - 1]);
        var columns = new Columns(middles, gap * 0.49);
        // Rows that stand elsewhere (cells left out, not left empty) teach nothing.
        return full.Count(row => columns.Places(row) is not null) * 10 >= full.Count * 9 ? columns : null;
    }

    /// <summary>The headings' own middles, where they say as much as full rows would.</summary>
    public static Columns? At(double[] middles) =>
        Rising(middles) ? new(middles, Enumerable.Range(1, middles.Length - 1).Min(c => middles[c] - middles[c - 1]) * 0.49) : null;

    /// <summary>The column of each value; <c>null</c> where one stands between columns, or two in one.</summary>
    public int[]? Places(IReadOnlyList<double> values)
    {
        var places = new int[values.Count];
        for (var i = 0; i < values.Count; i++)
        {
            places[i] = Array.FindIndex(middles, middle => Math.Abs(middle - values[i]) <= reach);
            if (places[i] < 0 || (i > 0 && places[i] <= places[i - 1])) return null;
        }
        return places;
    }

    /// <summary>The cells, each value in its column and the rest blank; <c>null</c> where a value has no column of its own.</summary>
    public CellValue[]? Place(IReadOnlyList<Atom> values, int count)
    {
        if (Places([.. values.Select(value => value.X)]) is not { } places) return null;
        var cells = Fit.Blanks(count);
        foreach (var (value, place) in values.Zip(places)) cells[place] = PrintedNumber.Read(value.Text);
        return cells;
    }

    /// <summary>Whether something stands in one of them.</summary>
    public bool Holds(double x) => Array.Exists(middles, middle => Math.Abs(middle - x) <= reach);

    static bool Rising(double[] places) => Enumerable.Range(1, Math.Max(0, places.Length - 1)).All(i => places[i] - places[i - 1] > 0.5);
}
