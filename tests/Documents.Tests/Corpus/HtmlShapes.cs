using System.Net;
using System.Text;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>Web pages: clean ones, a site's whole page, what Word and the editors of content systems leave.</summary>
public static class HtmlShapes
{
    public static IEnumerable<Shape> All =>
    [
        new("html: clean, spans right", true, (source, _) => Page(source, Body(source, Spanned))),
        new("html: a whole page of a site, GBK", true, (source, _) => Site(source, Body(source, Spanned), Encoding.GetEncoding("GBK"), "gbk")),
        new("html: a whole page of a site, UTF-8, spans as a content system writes them", true, (source, _) => Site(source, Body(source, Managed), new UTF8Encoding(false), "utf-8")),
        new("html: gb2312 is said, GB18030 is meant", true, (source, _) => Site(source, Body(source, Spanned), Encoding.GetEncoding("GB18030"), "gb2312")),
        new("html: no charset, GB18030", true, (source, _) => Page(source, Body(source, Spanned), Encoding.GetEncoding("GB18030"), null)),
        .. Enum.GetValues<Merging>().Select(merging => new Shape($"html: no spans, merged cells {merging}", true, (source, _) =>
            Page(source, Body(source, sheet => Table(sheet.Flat(merging)))))),
        new("html: a table for each block, headings repeated inside", true, (source, _) =>
            Page(source, Body(source, sheet => sheet.Table == 2 ? string.Concat(sheet.Blocks().Select(Spanned)) : Spanned(sheet)))),
        new("html: block headings as paragraphs above their tables", true, (source, _) => Page(source, Body(source, sheet => sheet.Table != 2 ? Spanned(sheet)
            : string.Concat(sheet.Blocks().Select(block => $"<p>{block.Lines[0][0].Text}</p>" + Spanned(block with { Lines = [.. block.Lines.Skip(1)] })))))),
        new("html: table 3 cut at a page's end, its heading repeated", true, (source, random) =>
            Page(source, Body(source, sheet => sheet.Table == 3 ? Cut(sheet, random.Next(6, 20)) : Spanned(sheet)))),
        new("html: tables in a table that lays the page out", true, (source, _) =>
            Page(source, $"<table width=\"100%\"><tr><td><table><tr><td>{Body(source, Spanned)}</td></tr></table></td></tr></table>")),
        new("html: a paragraph in every cell, no-break spaces for blanks", true, (source, _) => Page(source, Body(source, Managed))),
        new Shape("html: a row added, a caption inside, long notes in the labels", true, (source, random) =>
            Page(source, Body(source with { Labels = new(Notes: true) }, sheet => Spanned(sheet.WithMore(random))))).WithoutProse(),
        new("html: five columns in table 2, numbers in wide cells under narrow headings", true, (source, _) => Page(source, Body(source, sheet => sheet.Table == 2 ? Spanned(Five(sheet)) : Spanned(sheet)))),
        new("html: no title, metadata above, the parts named in one sentence", true, (source, _) => Untitled(source)),
        new("html: Word's own", true, (source, _) => Word(source)),
        new("html: line breaks and no-break spaces in labels", true, (source, _) =>
            Page(source, Body(source with { Labels = source.Labels with { Wrapped = true, Spaced = true } }, Spanned))),
        new("html: paragraphs as line breaks in one block", true, (source, _) => Broken(source)),
    ];

    static Published Page(ReportSource source, string body, Encoding? encoding = null, string? charset = "utf-8")
    {
        var meta = charset is null ? "" : $"<meta charset=\"{charset}\">";
        var html = $"<!DOCTYPE html><html><head>{meta}<title>{Encode(source.Title.Replace("\n", ""))}</title></head><body>{body}</body></html>";
        return new("report.html", (encoding ?? new UTF8Encoding(false)).GetBytes(html), Truth.Of(source));
    }

    public static string Body(ReportSource source, Func<Sheet, string> table)
    {
        var body = new StringBuilder($"<h1>{Encode(source.Title).Replace("\n", "<br>")}</h1>");
        void Paragraphs(IEnumerable<string> paragraphs)
        {
            foreach (var paragraph in paragraphs) body.Append("<p>　　").Append(Encode(paragraph)).Append("</p>\n");
        }

        Paragraphs(source.Introduction);
        foreach (var section in source.Sections)
        {
            body.Append("<p><strong>").Append(Encode(section.Heading)).Append("</strong></p>\n");
            Paragraphs(section.Paragraphs);
            if (source.Tabled(section))
                body.Append(table(Sheet.Of(source, section.Number)));
        }
        foreach (var line in source.Signature) body.Append("<p style=\"text-align:right\">").Append(Encode(line)).Append("</p>");
        return body.ToString();
    }

    /// <summary>Metadata in a table above, no title, and an introduction that names the six parts in one sentence.</summary>
    internal static Published Untitled(ReportSource source)
    {
        var untitled = source with
        {
            Title = "",
            Introduction = [$"本报告由{source.Agency}编制。全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分。所列数据的统计期限为{source.Year}年1月1日至{source.Year}年12月31日。"],
        };
        var html = $"<html><body><table><tr><td>索 引 号：</td><td>4311030021/{source.Year + 1}-00177</td><td>分类：</td><td>政府信息公开年报 综合政务</td></tr><tr><td>发文机关：</td><td>{source.Agency}</td><td>发文日期：</td><td>{source.Year + 1}-01-22</td></tr></table>{Body(untitled, Managed)}</body></html>";
        return new("content_70172.html", new UTF8Encoding(false).GetBytes(html), Truth.Of(source));
    }

    public static string Spanned(Sheet sheet)
    {
        var html = new StringBuilder("<table border=\"1\">\n");
        foreach (var line in sheet.Lines)
        {
            html.Append("<tr>");
            foreach (var box in line) html.Append("<td").Append(Spans(box)).Append('>').Append(Encode(box.Text).Replace("\n", "<br>")).Append("</td>");
            html.Append("</tr>\n");
        }
        return html.Append("</table>\n").ToString();
    }

    /// <summary>Five columns: the first number's cell spans two under a heading of one, the heading behind it spans the other two.</summary>
    static Sheet Five(Sheet sheet) => sheet with
    {
        Width = 5,
        Lines = [.. sheet.Lines.Select(line => (IReadOnlyList<LayoutBox>)[.. line.Select((box, x) => line.Count == 4
            ? box with { Columns = box.Cell is null ? x == 2 ? 2 : 1 : x == 1 ? 2 : 1 }
            : box with { Columns = line.Count == 1 ? 5 : x == line.Count - 1 ? 5 - (line.Count - 1) : 1 })])],
    };

    static string Spans(LayoutBox box) => (box.Columns > 1 ? $" colspan=\"{box.Columns}\"" : "") + (box.Rows > 1 ? $" rowspan=\"{box.Rows}\"" : "");

    static string Managed(Sheet sheet)
    {
        var html = new StringBuilder("<table cellspacing=\"0\" cellpadding=\"0\"><tbody>");
        foreach (var line in sheet.Lines)
        {
            html.Append("<tr style=\"height:27px\">");
            foreach (var box in line)
                html.Append($"<td nowrap=\"nowrap\" style=\"width:62px;\"{Spans(box)}>\n  <p align=\"center\">\n    {(box.Text.Length == 0 ? "&nbsp;" : Encode(box.Text))}&nbsp;\n  </p>\n</td>");
            html.Append("</tr>");
        }
        return html.Append("</tbody></table>").ToString();
    }

    static string Table(IEnumerable<IReadOnlyList<string>> rows) =>
        "<table>" + string.Concat(rows.Select(row => "<tr>" + string.Concat(row.Select(cell => $"<td>{Encode(cell)}</td>")) + "</tr>")) + "</table>";

    /// <summary>Two tables; the groups that go on are named again, as Word does when it repeats a header row.</summary>
    static string Cut(Sheet sheet, int at)
    {
        var grid = sheet.Grid();
        var upper = sheet with { Lines = [.. sheet.Lines.Take(at).Select((line, y) => (IReadOnlyList<LayoutBox>)[.. line.Select(box => box with { Rows = Math.Min(box.Rows, at - y) })])] };
        var going = grid[at].Where(place => !place.Top && place.Left)
            .Select(place => place.Box with { Rows = Enumerable.Range(at, grid.Length - at).TakeWhile(y => grid[y].Any(other => ReferenceEquals(other.Box, place.Box))).Count() });
        var lower = sheet with { Lines = [.. sheet.Lines.Take(3), [.. going, .. sheet.Lines[at]], .. sheet.Lines.Skip(at + 1)] };
        return Spanned(upper) + "<p>&nbsp;</p>" + Spanned(lower);
    }

    static Published Site(ReportSource source, string body, Encoding encoding, string charset)
    {
        var others = string.Concat(Enumerable.Range(source.Year - 3, 7).Where(year => year != source.Year)
            .Select(year => $"<li><a href=\"/{year}.html\">{source.Agency}{year}年政府信息公开工作年度报告</a><span>{year + 1}-01-20</span></li>"));
        var html = $$"""
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset={{charset}}" />
            <meta name="SiteName" content="政府门户网站"><meta name="ArticleTitle" content="{{source.Title.Replace("\n", "")}}">
            <title>{{source.Title.Replace("\n", "")}}_政府信息公开年报_政府门户网站</title>
            <style>td{border:1px solid #000} .nav{float:left}</style><script>var year = 2099; if (1 < 2) document.write("<table><tr><td>一、本年新收政府信息公开申请数量</td><td>9</td></tr></table>");</script></head>
            <body><div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a>政务公开</a></li><li><a>主动公开</a></li><li><a>依申请公开</a></li><li><a>互动交流</a></li></ul></div>
            <div class="crumb">当前位置：<a>首页</a> &gt; <a>政府信息公开</a> &gt; <a>政府信息公开年报</a></div>
            <table class="meta"><tr><td>索 引 号：</td><td>01443{{source.Year}}/2018-04736</td><td>发布机构：</td><td>{{source.Agency}}</td></tr><tr><td>发布日期：</td><td>{{source.Year + 1}}-01-22</td><td>文　　号：</td><td></td></tr></table>
            <div id="zoom" class="article">{{body}}</div>
            <div class="share">【打印本页】【关闭窗口】 浏览次数：<span>1024</span></div>
            <div class="related"><h3>相关链接</h3><ul>{{others}}</ul></div>
            <div class="footer"><p>主办：{{source.Agency}}　网站标识码：4301000001　ICP备05000001号　公安备案43010002000001号</p></div></body></html>
            """;
        return new("art_1229_4094383.html", encoding.GetBytes(html), Truth.Of(source));
    }

    static Published Broken(ReportSource source)
    {
        var html = new StringBuilder($"<div>{Encode(source.Title).Replace("\n", "<br/>")}<br/>{string.Join("<br/>", source.Introduction.Select(Encode))}<br/>");
        foreach (var section in source.Sections)
        {
            html.Append(Encode(section.Heading)).Append("<br/>").AppendJoin("<br/>", section.Paragraphs.Select(paragraph => "&nbsp;&nbsp;&nbsp;&nbsp;" + Encode(paragraph))).Append("<br/>");
            if (source.Tabled(section)) html.Append(Spanned(Sheet.Of(source, section.Number)));
        }
        return Page(source, html.Append("</div>").ToString());
    }

    static Published Word(ReportSource source)
    {
        static string Runs(string text) => string.Concat(text.Select((c, i) => c == '\n' ? "<br>" : char.IsAscii(c)
            ? $"<span lang=EN-US style='font-size:10.5pt;font-family:\"Times New Roman\",serif'>{Encode(c.ToString())}</span>"
            : i % 3 == 0 ? $"<span style='font-family:宋体;mso-ascii-font-family:Calibri'>{c}</span>" : $"<font face=\"宋体\">{c}</font>"));
        static string Paragraph(string text) => $"<p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan'>{(text.Length == 0 ? "<span lang=EN-US>&nbsp;</span>" : Runs(text))}<span lang=EN-US><o:p></o:p></span></p>";
        static string Draw(Sheet sheet) => "<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-padding-alt:0cm 5.4pt'>"
            + string.Concat(sheet.Lines.Select(line => "<tr style='mso-yfti-irow:1;height:20.0pt'>"
                + string.Concat(line.Select(box => $"<td width=60 valign=top{Spans(box)} style='border:solid windowtext 1.0pt;padding:0cm 5.4pt'>{Paragraph(box.Text)}</td>")) + "</tr>"))
            + "<![if !supportMisalignedColumns]><tr height=0><td width=60 style='border:none'></td><td width=60 style='border:none'></td></tr><![endif]></table>";

        var body = new StringBuilder(string.Concat(source.Title.Split('\n').Select(Paragraph)));
        foreach (var paragraph in source.Introduction) body.Append(Paragraph(paragraph));
        foreach (var section in source.Sections)
        {
            body.Append($"<p class=MsoNormal style='text-indent:32.0pt'><b>{Runs(section.Heading)}</b><o:p></o:p></p>");
            foreach (var paragraph in section.Paragraphs) body.Append(Paragraph(paragraph));
            if (source.Tabled(section)) body.Append(Draw(Sheet.Of(source, section.Number)));
        }
        var html = $$"""
            <html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
            <head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=Generator content="Microsoft Word 15">
            <!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
            <style><!-- p.MsoNormal {mso-style-parent:"";margin:0cm;} --></style></head>
            <body lang=ZH-CN><div class=WordSection1 style='layout-grid:15.6pt'>{{body}}<!--[if gte vml 1]><v:shape id="_x0000_i1025"></v:shape><![endif]--></div></body></html>
            """;
        return new("report.htm", Encoding.GetEncoding("GBK").GetBytes(html), Truth.Of(source));
    }

    static string Encode(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;");
}
