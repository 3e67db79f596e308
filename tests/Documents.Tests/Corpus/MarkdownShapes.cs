using System.Text;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>Markdown with its own tables or with those of HTML, and comma separated values.</summary>
public static class MarkdownShapes
{
    public static IEnumerable<Shape> All =>
    [
        .. new[] { Merging.Blank, Merging.Repeated, Merging.Trailing }.Select(merging => new Shape($"markdown: tables of its own, merged cells {merging}", true, (source, _) =>
            Markdown(source, sheet => Piped(sheet, merging, false)))),
        new("markdown: labels bold, strokes and full stops escaped, line breaks as tags", true, (source, _) =>
            Markdown(source with { Labels = source.Labels with { Wrapped = true } }, sheet => Piped(sheet, Merging.Blank, true))),
        new("markdown: a table for each block", true, (source, _) =>
            Markdown(source, sheet => sheet.Table == 2 ? [.. sheet.Blocks().SelectMany(block => (string[])[$"**{block.Lines[0][0].Text}**", "", .. Piped(block with { Lines = [.. block.Lines.Skip(1)] }, Merging.Blank, false), ""])] : Piped(sheet, Merging.Blank, false))),
        new("markdown: tables in HTML", true, (source, _) => Markdown(source, sheet => HtmlShapes.Spanned(sheet).Split('\n'))),
        new("csv: UTF-8 with a mark, quoted labels over two lines", true, (source, _) =>
            Csv(source with { Labels = source.Labels with { Wrapped = true } }, Merging.Blank, new UTF8Encoding(true))),
        new("csv: GB18030, merged cells once", true, (source, _) => Csv(source, Merging.Omitted, Encoding.GetEncoding("GB18030"))),
        new("csv: UTF-8, merged cells repeated", true, (source, _) => Csv(source, Merging.Repeated, new UTF8Encoding(false))),
        new("csv: every line filled up to fifteen columns", true, (source, _) => Csv(source, Merging.Blank, Encoding.GetEncoding("GBK"), 15)),
    ];

    static Published Markdown(ReportSource source, Func<Sheet, IEnumerable<string>> table)
    {
        List<string> lines = [.. source.Title.Split('\n').Select(line => "# " + line), "", .. source.Introduction.SelectMany(paragraph => new[] { paragraph, "" })];
        foreach (var section in source.Sections)
        {
            lines.AddRange(["## " + section.Heading, ""]);
            lines.AddRange(section.Paragraphs.SelectMany(paragraph => new[] { paragraph, "" }));
            if (source.Tabled(section)) lines.AddRange([.. table(Sheet.Of(source, section.Number)), ""]);
        }
        lines.AddRange(source.Signature.SelectMany(line => new[] { line, "" }));
        return Shape.Text(source, lines, name: "report.md");
    }

    static List<string> Piped(Sheet sheet, Merging merging, bool dressed)
    {
        var rows = sheet.Flat(merging).Select(row => $"| {string.Join(" | ", row.Select(cell => dressed ? Dressed(cell) : cell.Replace("\n", "")))} |").ToList();
        rows.Insert(1, "|" + string.Concat(Enumerable.Repeat(" :---: |", sheet.Width)));
        return rows;
    }

    static string Dressed(string cell) => cell.Length == 0 ? "" : char.IsAsciiDigit(cell[0]) && cell.Length > 2 && cell[1] == '.' && !char.IsAsciiDigit(cell[2])
        ? cell.Replace(".", "\\.").Replace("\n", "<br>") : cell.Any(char.IsAsciiDigit) ? cell : $"**{cell.Replace("\n", "<br/>")}**";

    static Published Csv(ReportSource source, Merging merging, Encoding encoding, int width = 0)
    {
        string Line(IEnumerable<string> cells)
        {
            List<string> line = [.. cells.Select(Quoted)];
            while (line.Count < width) line.Add("");
            return string.Join(',', line);
        }

        var lines = Shape.Lines(source, table => Sheet.Of(source, table).Flat(merging).Select(row => "\0" + Line(row)));
        return Shape.Text(source, lines.Select(line => line.StartsWith('\0') ? line[1..] : Line([line])), encoding, "\r\n", "report.csv");
    }

    static string Quoted(string cell) => cell.IndexOfAny([',', '"', '\n']) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"")}\"";
}
