using CsCheck;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Records.Tests;

/// <summary>Reports of every kind that a reader may hand over, and worse.</summary>
static class ReportGen
{
    // Control characters, quotes, Chinese, and a character outside the basic plane.
    static readonly Gen<string> Text = Gen.OneOf(
        Gen.Char["\0\u0001\t\n\r\u2028\"\\'/<>&—“”、。０１２万元公开政府信息abc019 \u00a0"].Array[0, 30].Select(chars => new string(chars)),
        Among("", "𠮷野家", "增98", "78,504,912.20"));

    static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    static readonly Gen<decimal> Number = Gen.OneOf(
        Gen.Int[0, 200].Select(i => (decimal)i),
        Gen.Select(Gen.Long, Gen.Int[0, 12], (whole, scale) => new decimal((int)whole, (int)(whole >> 32), 0, whole < 0, (byte)scale)),
        Among(0m, 1.50m, decimal.MaxValue, decimal.MinValue));

    static readonly Gen<CellValue> Cell = Gen.OneOf(
        Number.Select(number => (CellValue)number),
        Among(CellValue.Blank, CellValue.Unread, default),
        Gen.Select(Text, Number.Nullable(), CellValue.Text),
        Gen.Select(Gen.Enum<CellReading>(), Number.Nullable(), Text.Null(), (reading, number, raw) => new CellValue(reading, number, raw)));

    static readonly Gen<ReportSection> Section = Gen.Select(Gen.Int[1, 6], Text, Text.Array[0, 4], (number, heading, paragraphs) => new ReportSection(number, heading, paragraphs));

    public static Gen<Report> Any { get; } =
        from form in Among(ReportForm.Of(2019, 2019), ReportForm.Of(2021, 2021), ReportForm.Of(2019, 2021), ReportForm.Of(2021, 2019))
        from agency in Text.Null()
        from year in Gen.Int[1, 9999].Nullable()
        from title in Text.Null()
        from introduction in Text.Array[0, 3]
        from sections in Section.Array[0, 7]
        from cells in Cell.Array[form.Cells.Count]
        from notes in Text.Array[0, 3]
        select new Report
        {
            Form = form,
            Agency = agency,
            Year = year,
            Title = title,
            Introduction = introduction,
            Sections = sections,
            Cells = new CellValues(form, cells),
            Notes = notes,
        };
}
