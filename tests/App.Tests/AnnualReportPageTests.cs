using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using Gongkai.App.Portal.AnnualReports;

namespace Gongkai.App.Tests;

public class AnnualReportPageTests(Platform platform)
{
    const string FirstReport = "/zfxxgk/nb/2019/zjj";
    const string LaterReport = "/zfxxgk/nb/2024/zjj";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_front_door_leads_to_the_four_columns()
    {
        var answer = await platform.Visitor().GetAsync("/", Cancelled);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/zfxxgk/", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_list_has_a_link_and_a_date_for_each_report_and_counts_them()
    {
        var page = await platform.Page("/zfxxgk/nb/");
        var rows = page.QuerySelectorAll("table.list:not(.matrix) tbody tr");

        Assert.Equal("政府信息公开工作年度报告", page.QuerySelector("h1").Words());
        Assert.Equal(20, rows.Length);
        Assert.All(rows, row =>
        {
            Assert.StartsWith("/zfxxgk/nb/20", row.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
            Assert.Equal(row.QuerySelector("a").Words(), row.QuerySelector("a")!.GetAttribute("title"));
            Assert.True(DateOnly.TryParseExact(row.Children[2].Words(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        });
    }

    [Fact]
    public async Task Each_unit_and_year_says_what_the_check_found_or_that_nothing_came()
    {
        var page = await platform.Page("/zfxxgk/nb/");
        var cells = page.QuerySelectorAll("table.matrix tbody td");

        Assert.All(cells, cell => Assert.Matches("^(未发现错误|\\d+ 处(错误|提醒)|未公布|未到期)$", cell.Words()));
        Assert.Equal("3 处错误", page.QuerySelector($"table.matrix a[href='{FirstReport}']").Words());
        Assert.Equal("3 处错误", page.QuerySelector("table.matrix a[href='/zfxxgk/nb/2023/cgj']").Words());
        Assert.Contains(cells, cell => cell.Words() == "未公布");
        Assert.Single((await platform.Page("/zfxxgk/nb/?dw=住房和城乡建设局&dwy=99")).QuerySelectorAll("table.matrix tbody tr"));
    }

    [Fact]
    public async Task The_0_of_a_chart_stands_beside_its_axis_and_not_over_a_name()
    {
        var chart = (await platform.Page(FirstReport)).QuerySelector("svg.chart")!;
        var zeros = chart.QuerySelectorAll("text").Where(text => text.Words() == "0")
            .Select(text => double.Parse(text.GetAttribute("transform")!.Split('(', ',')[1], CultureInfo.InvariantCulture)).Order().ToList();

        // The one at the foot of the axis, then those of the six bars.
        Assert.Equal(7, zeros.Count);
        Assert.All(zeros.Skip(1), zero => Assert.InRange(zero - zeros[0], 6, 12));
    }

    [Fact]
    public async Task The_exported_catalogue_has_as_many_rows_as_the_page_counts()
    {
        var page = await platform.Page("/zfxxgk/nb/?dw=住房和城乡建设局");
        var csv = Encoding.UTF8.GetString(await platform.Visitor().GetByteArrayAsync(page.QuerySelector("a[href*='ml.csv']")!.GetAttribute("href"), Cancelled));
        var count = int.Parse(new string([.. page.QuerySelector(".pager p").Words().Split('，')[0].Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);

        Assert.Equal('\uFEFF', csv[0]);
        Assert.Equal(count, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
        Assert.All(csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1), line => Assert.Contains("住房和城乡建设局", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Filters_and_pages_stand_in_the_address()
    {
        var filtered = await platform.Page("/zfxxgk/nb/?nf=2024");
        Assert.All(filtered.QuerySelectorAll("table.list:not(.matrix) tbody tr td:first-child"), year => Assert.Equal("2024", year.Words()));
        Assert.Equal("2024", filtered.QuerySelector("select[name=nf] option[selected]")!.GetAttribute("value"));

        var second = await platform.Page("/zfxxgk/nb/?page=2");
        Assert.Equal("2", second.QuerySelector(".pager [aria-current]").Words());
        Assert.NotEqual((await platform.Page("/zfxxgk/nb/")).QuerySelector("tbody a").Words(), second.QuerySelector("tbody a").Words());

        var beyond = await platform.Page("/zfxxgk/nb/?page=999999");
        Assert.NotEmpty(beyond.QuerySelectorAll("table.list:not(.matrix) tbody tr"));
    }

    [Theory]
    [InlineData("/zfxxgk/nb/?nf=2026", "2026 年度报告将于 2027 年 1 月 31 日前公布")]
    [InlineData("/zfxxgk/nb/?nf=2001", "2001 年度报告应于 2002 年 1 月 31 日前公布，本站尚未收到。")]
    [InlineData("/zfxxgk/nb/?dw=没有这个单位", "没有找到名称含“没有这个单位”的单位公布的年度报告。可以减少几个字，或者清除筛选条件。")]
    public async Task An_empty_list_says_why_it_is_empty(string path, string why) =>
        Assert.Equal(why, (await platform.Page(path)).QuerySelector(".empty p").Words());

    [Theory]
    [InlineData("/zfxxgk/nb/?nf=abc")]
    [InlineData("/zfxxgk/nb/?page=-1")]
    [InlineData("/zfxxgk/nb/?page=x")]
    [InlineData("/zfxxgk/nb/?dw=%27%3B%20drop%20table%20agencies%3B--")]
    [InlineData("/zfxxgk/nb/?nf=99999999999999999999")]
    public async Task A_strange_filter_is_no_error(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await platform.Visitor().GetAsync(path, Cancelled)).StatusCode);

    [Fact]
    public async Task A_report_has_six_parts_three_tables_and_its_facts()
    {
        var page = await platform.Page(FirstReport);

        Assert.Equal("某区住房和城乡建设局2019年政府信息公开工作年度报告", page.QuerySelector("h1").Words());
        Assert.Equal(6, page.QuerySelectorAll(".report h2").Length);
        Assert.Equal(3, page.QuerySelectorAll("table.report-table").Length);
        Assert.All(page.QuerySelectorAll("table.report-table"), table => Assert.NotEmpty(table.QuerySelector("caption").Words()));
        Assert.Contains("国办公开办函〔2019〕60号", page.QuerySelector(".facts").Words(), StringComparison.Ordinal);
        Assert.Equal("78504912.2", page.QuerySelector("[id='cell-t2.fees.previous']")!.ChildNodes.OfType<IText>().Select(text => text.Text.Trim()).Single(text => text.Length > 0));
    }

    [Fact]
    public async Task Each_mark_in_a_cell_leads_to_its_finding_and_back()
    {
        var page = await platform.Page(FirstReport);
        var marks = page.QuerySelectorAll("a.finding-mark");

        Assert.NotEmpty(marks);
        Assert.All(marks, mark =>
        {
            var finding = page.QuerySelector(mark.GetAttribute("href")!)!;
            Assert.Contains(finding.QuerySelectorAll(".finding-cells a"), back => back.GetAttribute("href") == "#" + mark.ParentElement!.Id);
        });
        Assert.Contains(page.QuerySelectorAll(".finding"), finding => finding.Words().Contains("78504912.2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_date_in_the_labels_is_the_date_on_the_page()
    {
        var page = await platform.Page(LaterReport);
        var shown = page.QuerySelectorAll(".facts div").Single(fact => fact.QuerySelector("dt").Words() == "发布日期").QuerySelector("dd").Words();
        Assert.Equal(shown + " 00:00", page.Meta("PubDate"));
    }

    [Fact]
    public async Task Charts_are_told_in_words_and_stand_beside_their_numbers()
    {
        var page = await platform.Page(LaterReport);
        var charts = page.QuerySelectorAll("svg.chart");

        Assert.Equal(3, charts.Length);
        Assert.All(charts, chart =>
        {
            Assert.Equal("img", chart.GetAttribute("role"));
            Assert.All(chart.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEmpty(page.GetElementById(id).Words()));
            Assert.NotNull(chart.Closest("figure")!.QuerySelector("details table"));
        });
    }

    [Theory]
    [InlineData(14, 2, "增加 12 件")]
    [InlineData(2, 14, "减少 12 件")]
    [InlineData(3, 3, "与上年相同")]
    public void A_change_is_told_in_words(int now, int before, string words) => Assert.Equal(words, new Figure("", now, before).Change);

    [Fact]
    public void What_is_blank_is_not_compared() => Assert.Equal("无法比较", new Figure("", null, 3).Change);

    [Theory]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("html", "text/html")]
    [InlineData("md", "text/markdown")]
    [InlineData("json", "application/json")]
    public async Task A_report_can_be_downloaded_in_every_form(string ending, string type)
    {
        var page = await platform.Page(FirstReport);
        var answer = await platform.Visitor().GetAsync(page.QuerySelector($".files a[href$='.{ending}']")!.GetAttribute("href"), Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal($"某区住房和城乡建设局2019年政府信息公开工作年度报告.{ending}", answer.Content.Headers.ContentDisposition.FileNameStar);
    }

    [Fact]
    public async Task The_fingerprint_is_that_of_the_JSON_file()
    {
        var page = await platform.Page(FirstReport);
        var json = await platform.Visitor().GetByteArrayAsync(FirstReport + "/nb.json", Cancelled);
        Assert.Contains(page.QuerySelectorAll(".facts code"), code => code.Words() == Convert.ToHexStringLower(SHA256.HashData(json)));
    }

    [Theory]
    [InlineData("/zfxxgk/nb/1999/zjj")]
    [InlineData("/zfxxgk/nb/2026/zjj")]
    [InlineData("/zfxxgk/nb/2019/nobody")]
    [InlineData("/zfxxgk/nb/2019/zjj/nb.exe")]
    [InlineData("/zfxxgk/nb/2019/nobody/nb.docx")]
    [InlineData("/zfxxgk/nb/x/zjj")]
    [InlineData("/nowhere")]
    [InlineData("/zfxxgk/nb/2019/zjj/x.css")]
    public async Task What_is_not_there_is_404_with_a_number_and_a_way_on(string path)
    {
        var answer = await platform.Visitor().GetAsync(path, Cancelled);
        var page = await answer.Html();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("没有找到这个页面", page.QuerySelector("h1").Words());
        Assert.NotEmpty(page.QuerySelector(".empty code").Words());
        Assert.NotNull(page.QuerySelector("main a[href='/zfxxgk/nb/']"));
    }
}
