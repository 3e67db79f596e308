namespace Gongkai.Rules.AnnualReports;

/// <summary>How a cell was found.</summary>
public enum CellReading
{
    /// <summary>Its table does not stand in the report.</summary>
    Absent,

    /// <summary>A plain number.</summary>
    Number,

    /// <summary>Nothing is printed in it.</summary>
    Blank,

    /// <summary>Something else than a plain number is printed; there may be a number in it.</summary>
    Text,

    /// <summary>Something may be printed, but what belongs to this cell could not be told. No one can be blamed for it.</summary>
    Unread,
}

/// <summary>What the readings are called.</summary>
public static class CellReadingNames
{
    extension(CellReading reading)
    {
        public string Name => reading switch
        {
            CellReading.Absent => "没有这张表",
            CellReading.Number => "数字",
            CellReading.Blank => "空白",
            CellReading.Text => "文字",
            CellReading.Unread => "无法辨认",
        };
    }
}

/// <summary>What stands in one cell.</summary>
/// <param name="Number">In the unit that is printed; <c>null</c> is never 0.</param>
/// <param name="Raw">The printed text, where it is anything but a plain number.</param>
public readonly record struct CellValue(CellReading Reading, decimal? Number = null, string? Raw = null)
{
    public static implicit operator CellValue(decimal number) => new(CellReading.Number, number);

    public static CellValue Blank => new(CellReading.Blank);
    public static CellValue Unread => new(CellReading.Unread);
    public static CellValue Text(string raw, decimal? number) => new(CellReading.Text, number, raw);

    /// <summary>As it is printed.</summary>
    public override string ToString() => Raw ?? Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}

/// <summary>The cells of one report, one for each cell of its form, in the form's order.</summary>
public sealed class CellValues
{
    readonly CellValue[] values;

    public CellValues(ReportForm form, IEnumerable<CellValue> values)
    {
        this.values = [.. values];
        if (this.values.Length != form.Cells.Count)
            throw new ArgumentException($"The form of {form.Edition} has {form.Cells.Count} cells, not {this.values.Length}.", nameof(values));
    }

    /// <summary>Cells given by key; the rest are what <paramref name="rest"/> says.</summary>
    public static CellValues Of(ReportForm form, IReadOnlyDictionary<string, CellValue> byKey, CellValue rest = default) =>
        new(form, form.Cells.Select(cell => byKey.TryGetValue(cell.Key, out var value) ? value : rest));

    public CellValue this[FormCell cell] => values[cell.Index];
    public ReadOnlySpan<CellValue> All => values;
}
