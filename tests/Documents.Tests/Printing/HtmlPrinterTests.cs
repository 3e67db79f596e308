using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Documents.Printing;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Printing;

public class HtmlPrinterTests
{
    static IHtmlDocument Page(Report report) => new HtmlParser().ParseDocument(Printed.Text(report, PrintFormat.Html));

    static IElement Table(IParentNode page, FormTable table) => page.QuerySelector($".report-table-{table.Number}")!;

    static int Span(IElement box, string name) => int.Parse(box.GetAttribute(name) ?? "1");

    [Theory, MemberData(nameof(Printed.Samples), MemberType = typeof(Printed))]
    public void Each_table_tiles_without_a_hole_and_says_what_the_form_says(string sample)
    {
        var report = Printed.ByName[sample];
        var page = Page(report);
        foreach (var table in report.Form.Tables)
        {
            var layout = table.Lines(report.Form);
            var lines = Table(page, table).QuerySelectorAll("tr");
            var taken = new bool[lines.Length, table.Width];
            for (var line = 0; line < lines.Length; line++)
            {
                Assert.Equal(layout[line].Select(box => box.Cell is { } cell ? report.Cells[cell].ToString() : box.Text),
                    lines[line].Children.Select(box => box.TextContent.Trim()));
                foreach (var box in lines[line].Children)
                {
                    var column = Enumerable.Range(0, table.Width).First(c => !taken[line, c]);
                    for (var l = line; l < line + Span(box, "rowspan"); l++)
                        for (var c = column; c < column + Span(box, "colspan"); c++)
                        {
                            Assert.False(taken[l, c]);
                            taken[l, c] = true;
                        }
                }
            }
            Assert.Equal(layout.Count, lines.Length);
            Assert.DoesNotContain(false, taken.Cast<bool>());
        }
    }

    [Theory, MemberData(nameof(Printed.Samples), MemberType = typeof(Printed))]
    public void Every_heading_says_what_it_speaks_for_and_every_cell_names_its_headings(string sample)
    {
        var report = Printed.ByName[sample];
        var page = Page(report);
        Assert.All(page.QuerySelectorAll("th"), heading => Assert.Matches("^(col|row)(group)?$", heading.GetAttribute("scope")!));
        foreach (var cell in report.Form.Cells)
        {
            var drawn = page.GetElementById($"cell-{cell.Key}")!;
            var spoken = drawn.GetAttribute("headers")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent).ToList();
            if (cell.Table.Number == 4) Assert.Contains(cell.Row.Label, spoken); else Assert.Equal(cell.Row.Printed, spoken[^1]);
            Assert.Contains(cell.Column.Label, spoken);
            if (cell.Row.Group is { } group) Assert.Contains(group, spoken);
            Assert.Equal(spoken.Count, spoken.Distinct().Count());
        }
    }

    [Fact]
    public void A_group_of_rows_speaks_for_its_own_rows_only()
    {
        var page = Page(SampleReports.Of2021);
        string Spoken(string key) => string.Join('/', page.GetElementById($"cell-{key}")!.GetAttribute("headers")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent));

        Assert.Equal("申请人情况/自然人/三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息", Spoken("t3.notHeld.person"));
        Assert.Equal("申请人情况/法人或其他组织/商业企业/四、结转下年度继续办理", Spoken("t3.carriedOver.business"));
        Assert.Equal("第二十条第（八）项/本年收费金额（单位：万元）/行政事业性收费", Spoken("t2.fees.amount"));
        Assert.Equal("行政诉讼/复议后起诉/总计", Spoken("t4.suitAfterReview.total"));
    }

    [Fact]
    public void A_region_that_scrolls_says_so_and_takes_the_keyboard()
    {
        var region = Table(Page(SampleReports.Of2021), ReportForm.Of2021.Table3).ParentElement!;
        Assert.Equal("region", region.GetAttribute("role"));
        Assert.Equal("0", region.GetAttribute("tabindex"));
        Assert.Equal("表三 收到和处理政府信息公开申请情况，可左右滑动", region.GetAttribute("aria-label"));
    }

    [Fact]
    public void Chinese_stays_Chinese_and_the_page_stands_alone()
    {
        var html = Printed.Text(SampleReports.Of2021, PrintFormat.Html);
        Assert.DoesNotContain("&#x", html);
        Assert.StartsWith("<!DOCTYPE html>", html);
        var page = Page(SampleReports.Of2021);
        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(SampleReports.Of2021.Title, page.Title);
        Assert.Empty(page.QuerySelectorAll("script, link, img, [style], [onclick]"));
        Assert.Contains("A4", page.QuerySelector("style")!.TextContent);
    }

    [Fact]
    public void What_a_report_says_is_text_and_never_markup()
    {
        var report = SampleReports.Of2021 with
        {
            Title = "<script>alert(1)</script>",
            Sections = [new(1, "一、总体情况<b>", ["<img src=x onerror=alert(1)>", "</style><script>"])],
            Cells = CellValues.Of(ReportForm.Of2021, new Dictionary<string, CellValue> { ["t2.rules.issued"] = CellValue.Text("<i>1", 1) }, 0),
        };
        var page = Page(report);
        Assert.Empty(page.QuerySelectorAll("script, img, b, i"));
        Assert.Equal("<i>1", page.GetElementById("cell-t2.rules.issued")!.TextContent.Trim());
    }

    [Fact]
    public void A_report_is_printed_as_it_is_whatever_is_missing_or_repeated()
    {
        var whole = SampleReports.Of2021;
        var report = SampleReports.Without(whole, 2) with { Sections = [whole.Sections[0], whole.Sections[3], whole.Sections[0], whole.Sections[1], whole.Sections[3]] };
        var page = Page(report);
        Assert.Equal([whole.Sections[0].Heading, whole.Sections[3].Heading, whole.Sections[0].Heading, whole.Sections[1].Heading, whole.Sections[3].Heading],
            page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Null(page.QuerySelector(".report-table-2"));
        // Part three is missing, so its table follows part two; part four holds its table the second time.
        Assert.Equal("part-4", Table(page, report.Form.Table3).Closest("section")!.Id);
        Assert.Equal("part-5", Table(page, FormTables.Table4).Closest("section")!.Id);
    }

    [Fact]
    public void A_cell_with_a_finding_carries_a_sign_that_leads_to_it_and_back()
    {
        var form = ReportForm.Of2021;
        IReadOnlyList<Finding> findings =
        [
            new("balance", Severity.Error, [form["t3.total.person"], form["t3.received.person"]], 42, 41, "第一项加第二项，不等于第三项加第四项。"),
            new("in-force", Severity.Warning, [form["t2.normative.inForce"]], 10, 9, "现行有效件数与上年不衔接。", "现行有效9件"),
            new("outcome-sum", Severity.Error, [form["t3.total.person"]], 42, 41, "总计不等于各项之和。"),
        ];
        var page = new HtmlParser().ParseDocument(
            Printer.Print<AnnualReportDocument>(new Dictionary<string, object?> { ["Report"] = SampleReports.Of2021, ["Findings"] = findings, ["HeadingLevel"] = 2 })
            + Printer.Print<FindingList>(new Dictionary<string, object?> { ["Findings"] = findings }));

        var total = page.GetElementById("cell-t3.total.person")!;
        Assert.Equal("number has-error", total.ClassName);
        Assert.Equal(["✗1号错误：", "✗3号错误："], total.QuerySelectorAll("a").Select(mark => mark.TextContent));
        Assert.Equal("number has-warning", page.GetElementById("cell-t2.normative.inForce")!.ClassName);
        Assert.Equal("number", page.GetElementById("cell-t2.rules.issued")!.ClassName);
        Assert.All(page.QuerySelectorAll("a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal("h2", page.QuerySelector(".report-title")!.LocalName);
        Assert.Equal(6, page.QuerySelectorAll("h3").Length);
    }

    [Fact]
    public void A_small_report_looks_as_approved()
    {
        var whole = SampleReports.Odd(SampleReports.Of2021);
        var report = SampleReports.Without(whole, 3) with { Sections = [whole.Sections[0], whole.Sections[1], whole.Sections[3]] };
        var body = new HtmlParser().ParseDocument(Printer.Print<AnnualReportDocument>(new Dictionary<string, object?> { ["Report"] = report })).Body!;
        using StringWriter text = new();
        body.FirstElementChild!.ToHtml(text, new PrettyMarkupFormatter { Indentation = "  ", NewLine = "\n" });
        Snapshot.Matches(text.ToString().Trim() + "\n");
    }
}
