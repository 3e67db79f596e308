using System.Text;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>Plain text with one cell a line, or one row a line between tabs.</summary>
public static class TextShapes
{
    public static IEnumerable<Shape> All =>
    [
        new("text: a cell a line after a tab, rows between blank lines", true, (source, _) => Shape.Text(source, Lines(source, Merging.BlankBelow))),
        new("text: the same with labels cut in two", true, (source, _) =>
            Shape.Text(source, Lines(source with { Labels = source.Labels with { Wrapped = true, Dot = "．" } }, Merging.BlankBelow))),
        new("text: the same, merged cells nowhere", true, (source, _) => Shape.Text(source, Lines(source, Merging.Omitted))),
        new("text: a cell a line, no tabs, no blank cells", false, (source, random) => Shape.Text(source, Bare(source, random, false))),
        new("text: a cell a line, blank lines between all", false, (source, random) => Shape.Text(source, Bare(source, random, true))),
        new("text: a cell a line, blank cells as empty lines", true, (source, _) => Shape.Text(source,
            Shape.Lines(source, table => Sheet.Of(source, table).Flat(Merging.BlankBelow).SelectMany(row => row)))),
        .. Rows("tabs", "\t"),
        new("text: tabs and CRLF in GB18030", true, (source, _) => Shape.Text(source, Tabbed(source, Merging.Omitted), Encoding.GetEncoding("GB18030"), "\r\n")),
        new("text: tabs in UTF-8 with a mark", true, (source, _) => Shape.Text(source, Tabbed(source, Merging.Blank), new UTF8Encoding(true), "\r\n")),
        new("text: tabs in UTF-16", true, (source, _) => Shape.Text(source, Tabbed(source, Merging.BlankBelow), new UnicodeEncoding(false, true), "\r\n")),
        new("text: tabs in UTF-16 big end first", true, (source, _) => Shape.Text(source, Tabbed(source, Merging.BlankBelow), new UnicodeEncoding(true, true))),
        new("text: old line ends", true, (source, _) => Shape.Text(source, Tabbed(source, Merging.Omitted), null, "\r")),
        new("text: tabs, wide digits", true, (source, _) => Wide(source, Tabbed(source, Merging.Omitted))),
        new("text: tabs, spaced labels, half parentheses, notes in labels", true, (source, _) =>
            Shape.Text(source, Tabbed(source with { Labels = new(HalfParens: true, Dot: "、", Quotes: "\"\"", Spaced: true, Notes: true) }, Merging.BlankBelow))),
        new("text: no title, the parts named in one sentence", true, (source, _) =>
        {
            var untitled = source with { Title = "", Introduction = [$"本报告按照政府信息公开条例编制，包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况等。统计期限为{source.Year}年1月1日至12月31日。"] };
            return Shape.Text(source, Tabbed(untitled, Merging.Omitted).SkipWhile(line => line.Length == 0)) with { Truth = Truth.Of(source) with { Agency = null } };
        }),
        new("text: parts headed “第一部分”", true, (source, _) => Shape.Text(source, Tabbed(Headed(source, (heading, number) => $"第{heading[0]}部分　{heading[2..]}"), Merging.Blank))),
        new("text: parts headed “一.” and “一 ”", true, (source, random) => Shape.Text(source, Tabbed(Headed(source, (heading, number) => heading[0] + (random.Next(2) == 0 ? ". " : "　") + heading[2..]), Merging.Blank))),
        new("text: tabs, a double line end after every line", true, (source, _) => Shape.Text(source, Tabbed(source, Merging.BlankBelow), null, "\n\n")),
    ];

    static IEnumerable<Shape> Rows(string name, string between) => Enum.GetValues<Merging>().Select(merging =>
        new Shape($"text: a row a line, {name}, merged cells {merging}", true, (source, _) =>
            Shape.Text(source, Shape.Lines(source, table => Sheet.Of(source, table).Flat(merging).Select(row => string.Join(between, row)), "　　"))));

    static ReportSource Headed(ReportSource source, Func<string, int, string> heading) =>
        source with { Sections = [.. source.Sections.Select(section => section with { Heading = heading(section.Heading, section.Number) })] };

    static List<string> Tabbed(ReportSource source, Merging merging) =>
        Shape.Lines(source, table => Sheet.Of(source, table).Flat(merging).Select(row => string.Join('\t', row.Select(cell => cell.Replace("\n", "")))));

    static List<string> Lines(ReportSource source, Merging merging) =>
        Shape.Lines(source, table => ["", .. Sheet.Of(source, table).Flat(merging).SelectMany(row => (string[])[.. row.Select(cell => "\t" + cell), ""]), ""]);

    static List<string> Bare(ReportSource source, Random random, bool spread)
    {
        var styled = source with { Labels = source.Labels with { HalfParens = random.Next(2) == 0, Dot = random.Next(2) == 0 ? "." : "．" } };
        var lines = Shape.Lines(styled, table => Sheet.Of(styled, table).Flat(Merging.Omitted).SelectMany(row => row).Where(cell => cell.Length > 0));
        return spread ? [.. lines.SelectMany(line => new[] { line, "" })] : lines;
    }

    /// <summary>Digits of the cells and of the prose as an input method for Chinese writes them.</summary>
    static Published Wide(ReportSource source, List<string> lines)
    {
        var wide = lines.Select(line => string.Concat(line.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c == '.' ? '．' : c == '-' ? '－' : c == '+' ? '＋' : c)));
        return Shape.Text(source, wide);
    }
}
