using Gongkai.Documents.Reading.Papers;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Reading.Tables;

/// <summary>Mends numbers that a narrow column cut: 5155 drawn as 515 with 5 below it. The form's sums tell them from page numbers.</summary>
static class CutDigits
{
    /// <summary>The cells, where one line holds all of them and what stands below belongs to some or to none; <c>null</c> where the sums do not tell.</summary>
    public static CellValue[]? Mend(IReadOnlyList<Atom> values, int count, Func<IReadOnlyList<decimal>, bool> addsUp)
    {
        var lines = values.GroupBy(value => value.Line).ToList();
        if (lines.Count < 2 || lines.Where(line => line.Count() == count).ToList() is not [var whole]) return null;
        var cells = whole.Select(value => value.Text).ToArray();
        if (Numbers(cells) is not { } uncut) return null;
        // Pieces that stand below their columns and make the row add up are its digits, even where it adds up without them (115 | 115, with 5 below both).
        return Glued([.. cells], [.. whole], lines.Where(line => line.Key > whole.Key)) is { } mended && addsUp(mended) ? Cells(mended)
            : addsUp(uncut) ? Cells(uncut) : null;
    }

    static List<decimal>? Glued(string[] cells, IReadOnlyList<Atom> whole, IEnumerable<IEnumerable<Atom>> pieces)
    {
        if (Columns.At([.. whole.Select(value => value.X)]) is not { } columns) return null;
        foreach (var line in pieces)
        {
            if (columns.Places([.. line.Select(value => value.X)]) is not { } below) return null;
            foreach (var (piece, column) in line.Zip(below)) cells[column] += piece.Text;
        }
        return Numbers(cells);
    }

    static List<decimal>? Numbers(IEnumerable<string> cells)
    {
        var numbers = cells.Select(PrintedNumber.Read).Select(cell => cell.Reading == CellReading.Number ? cell.Number : null).ToList();
        return numbers.Contains(null) ? null : [.. numbers.Select(number => number!.Value)];
    }

    static CellValue[] Cells(IEnumerable<decimal> numbers) => [.. numbers.Select(number => (CellValue)number)];
}
