using System.Text;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>Tables drawn otherwise than the form draws them, and files that are not what they say.</summary>
public static class OddShapes
{
    public static IEnumerable<Shape> All =>
    [
        Redrawn("odd: table 4 as three tables", sheet => sheet.Table != 4 ? [sheet] : Remedies(sheet).Select(block =>
            sheet with { Width = 5, Lines = [[new(block.Heading, HeadingOf.ColumnGroup, Columns: 5)], block.Results, block.Cells] })),
        Redrawn("odd: table 4 with a row for each kind of case", sheet => sheet.Table != 4 ? [sheet] :
            [sheet with { Width = 6, Lines = [[new("", HeadingOf.Column), .. Remedies(sheet).First().Results], .. Remedies(sheet).Select(block => (IReadOnlyList<LayoutBox>)[new(block.Heading, HeadingOf.Row), .. block.Cells])] }]),
        Redrawn("odd: table 3 without columns for the groups", sheet => sheet.Table != 3 ? [sheet] : [Narrow(sheet)]),
        Renamed("odd: a page that calls itself a Word document", "html: Word's own", "report.doc"),
        Renamed("odd: a page that calls itself a workbook", "html: clean, spans right", "report.xls"),
        Renamed("odd: a Word document that calls itself text", "docx: plain runs", "report.txt"),
        Renamed("odd: a workbook that calls itself a Word document", "xlsx: one sheet, merged ranges, numbers", "report.docx"),
        Renamed("odd: a file without a name", "text: a row a line, tabs, merged cells Omitted", ""),
        Page("odd: every character an entity", page => Encoding.ASCII.GetBytes(string.Concat(page.Select(c => c < 128 ? c.ToString() : $"&#x{(int)c:X};")))),
        Page("odd: UTF-8 that says gb2312", page => Encoding.UTF8.GetBytes(page.Replace("charset=\"utf-8\"", "charset=\"gb2312\""))),
        Page("odd: tags in capitals, attributes without quotes, cells never closed", page => Encoding.UTF8.GetBytes(
            page.Replace("</td>", "").Replace("</tr>", "").Replace("<td", "<TD").Replace("<tr", "<TR").Replace("colspan=\"", "COLSPAN=\"").Replace("\" rowspan", "\" ROWSPAN"))),
        Page("odd: zero-width marks and no-break spaces between all characters of labels", page => Encoding.UTF8.GetBytes(
            page.Replace("自然人", "自\u200B然\u00A0人").Replace("总计", "总\u2003计").Replace("规章", "规\uFEFF章").Replace("予以公开", "予以\u00AD公开"))),
        Page("odd: radicals where a font put them", page => Encoding.UTF8.GetBytes(page.Replace('行', '⾏').Replace('政', '政').Replace('人', '⼈').Replace('一', '⼀').Replace('文', '⽂'))) is var shape ? shape.WithoutProse() with { Publish = Anonymous(shape.Publish) } : null!,
    ];

    /// <summary>The agency and the year are spelt with the same radicals, and need not come back.</summary>
    static Func<ReportSource, Random, Published> Anonymous(Func<ReportSource, Random, Published> publish) =>
        (source, random) => publish(source, random) is var file ? file with { Truth = file.Truth.WithoutProse() with { Agency = null } } : file;

    static Shape Redrawn(string name, Func<Sheet, IEnumerable<Sheet>> tables) => new(name, true, (source, random) =>
    {
        var body = HtmlShapes.Body(source, sheet => string.Concat(tables(sheet).Select(HtmlShapes.Spanned)));
        return random.Next(2) == 0
            ? new("report.html", Encoding.UTF8.GetBytes($"<html><meta charset=utf-8><body>{body}</body></html>"), Truth.Of(source))
            : Shape.Text(source, Shape.Lines(source, table => tables(Sheet.Of(source, table)).SelectMany(sheet => sheet.Flat(Merging.Blank).Select(row => $"| {string.Join(" | ", row)} |").Append(""))));
    });

    static IEnumerable<(string Heading, IReadOnlyList<LayoutBox> Results, IReadOnlyList<LayoutBox> Cells)> Remedies(Sheet sheet)
    {
        var results = sheet.Lines[1].Take(5).Select(box => box with { Rows = 1 }).ToList();
        var rows = FormTables.Table4.Blocks[0].Rows;
        for (var block = 0; block < rows.Count; block++)
            yield return (rows[block].Label, results, [.. sheet.Lines[^1].Skip(block * 5).Take(5)]);
    }

    /// <summary>Each row is one label and seven cells; a group's name stands before its rows on a line of its own.</summary>
    static Sheet Narrow(Sheet sheet)
    {
        List<IReadOnlyList<LayoutBox>> lines = [[new(FormTables.ApplicantsHeading, HeadingOf.Column), .. sheet.Lines[1].Where(box => box.Heading == HeadingOf.Column).Take(1), .. sheet.Lines[2], sheet.Lines[1][^1] with { Rows = 1 }]];
        foreach (var line in sheet.Lines.Skip(3))
        {
            lines.AddRange(line.Where(box => box.Heading == HeadingOf.RowGroup).Select(group => (IReadOnlyList<LayoutBox>)[group with { Rows = 1, Columns = 8 }]));
            lines.Add([.. line.Where(box => box.Heading != HeadingOf.RowGroup).Select(box => box with { Columns = 1 })]);
        }
        lines[0] = [.. lines[0].Select(box => box with { Rows = 1 })];
        return sheet with { Width = 8, Lines = lines };
    }

    static Shape Renamed(string name, string shape, string file) => new(name, true, (source, random) => Find(shape).Publish(source, random) with { Name = file });

    static Shape Page(string name, Func<string, byte[]> change) => new(name, true, (source, random) =>
        Find("html: clean, spans right").Publish(source, random) is var page ? page with { Bytes = change(Encoding.UTF8.GetString(page.Bytes)) } : null!);

    static Shape Find(string name) => HtmlShapes.All.Concat(TextShapes.All).Concat(DocxShapes.All).Concat(XlsxShapes.All).Single(shape => shape.Name == name);
}
