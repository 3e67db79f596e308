using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using Gongkai.App.Access;
using Gongkai.App.Portal.Disclosure;
using Gongkai.App.Portal.Registers;
using Gongkai.Records.Disclosure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Disclosure;

/// <summary>The pages of proactive disclosure as the public and the inspectors meet them.</summary>
public sealed class PortalTests(Platform platform)
{
    const string Standard = "关于公布2026年公租房准入标准的通知", Repealed = "房屋限购若干规定";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_home_has_exactly_the_four_columns_and_requests_apart_from_them()
    {
        var page = await platform.Page("/zfxxgk/");
        string[] four = ["政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开工作年度报告"];

        Assert.Contains("政府信息公开", page.QuerySelector("h1").Words(), StringComparison.Ordinal);
        Assert.Equal(four, page.QuerySelectorAll("ul.four > li > a").Select(link => link.Words()));
        Assert.Equal(four, page.QuerySelectorAll("nav[aria-label='政府信息公开栏目'] > ul > li > a").Select(link => link.Words()));
        Assert.Empty(page.QuerySelectorAll("ul.four a[href*='ysqgk'], nav[aria-label='政府信息公开栏目'] a[href*='ysqgk']"));
        Assert.NotEmpty(page.QuerySelectorAll(".apply-block a[href='/zfxxgk/ysqgk/sq/1']"));
        Assert.Equal(("/ss/", "get"), (page.QuerySelector("form.find")!.GetAttribute("action"), page.QuerySelector("form.find")!.GetAttribute("method")));
        // The field is the one that the search reads.
        Assert.Equal("q", page.QuerySelector("form.find input:not([type=hidden])")!.GetAttribute("name"));
        Assert.Equal(10, page.QuerySelectorAll("[aria-labelledby=zuixin] li").Length);
        Assert.All(page.QuerySelectorAll(".news li"), row => Assert.True(DateOnly.TryParseExact(row.QuerySelector(".date").Words(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)));
    }

    [Fact]
    public async Task Every_public_page_bears_the_labels_of_its_kind()
    {
        string[] site = ["SiteName", "SiteDomain", "SiteIDCode"], column = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"];
        string[] article = ["ArticleTitle", "PubDate", "ContentSource", "Keywords", "Author", "Description", "Url"];
        Dictionary<string, string> samples = new()
        {
            ["zfxxgk/fdzdgk/{slug}"] = "/zfxxgk/fdzdgk/gfxwj/", ["zfxxgk/fdzdgk/{slug}/{month}/t{day}_{handle}.html"] = await platform.PathOf(Standard), ["zfxxgk/nb/{year:int}/{code}"] = "/zfxxgk/nb/2024/zjj",
            ["zfxxgk/" + PublicRegister.Route] = "/zfxxgk/xzcf/",
        };
        var pages = platform.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PublishedAttribute>() is not null && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/'))
            // A row of a register is asked after by the tests of the registers.
            .Where(route => route != $"zfxxgk/{PublicRegister.Route}/{{handle}}.html").Distinct().ToList();
        Assert.True(pages.Count >= 15, $"{pages.Count}");
        foreach (var route in pages)
        {
            var page = await platform.Page(samples.TryGetValue(route, out var sample) ? sample : "/" + route);
            var isArticle = route.Contains('{', StringComparison.Ordinal) && route is not ("zfxxgk/fdzdgk/{slug}" or "zfxxgk/" + PublicRegister.Route);
            string[] wanted = [.. site, .. column, .. isArticle ? article : []];
            Assert.All(wanted, label => Assert.False(string.IsNullOrWhiteSpace(page.Meta(label)), $"{route}: {label}"));
            Assert.Equal(wanted.Length, page.QuerySelectorAll("meta[name]").Count(meta => char.IsAsciiLetterUpper(meta.GetAttribute("name")![0])));
        }
    }

    [Fact]
    public async Task An_article_says_the_same_minute_to_robots_and_to_readers()
    {
        var page = await platform.Page(await platform.PathOf(Standard));

        Assert.Equal("2026-03-11 10:30", page.Meta("PubDate"));
        Assert.Equal("2026-03-11 10:30", Fact(page, "发布日期"));
        Assert.Equal("行政规范性文件", page.Meta("ColumnName"));
        Assert.Equal(Standard, page.Meta("ArticleTitle"));
    }

    [Fact]
    public async Task The_metadata_stand_in_their_order_and_empty_ones_are_left_out()
    {
        string[] order = ["索引号", "主题分类", "发文机关", "成文日期", "发文字号", "发布日期", "有效性", "实施日期", "废止日期", "公开方式", "关键词"];
        var (repealed, work) = (await platform.Page(await platform.PathOf(Repealed)), await platform.Page(await platform.PathOf("2019年11月建筑工地扬尘治理检查情况通报")));

        Assert.Equal(order, repealed.QuerySelectorAll("article .facts dt").Select(name => name.Words()));
        Assert.Equal(["索引号", "主题分类", "发文机关", "成文日期", "发布日期", "公开方式", "关键词"], work.QuerySelectorAll("article .facts dt").Select(name => name.Words()));
        Assert.All(work.QuerySelectorAll("article .facts dd"), value => Assert.NotEmpty(value.Words()));
    }

    [Fact]
    public async Task A_repealed_document_says_so_and_leads_to_what_repealed_it_and_both_to_their_interpretations()
    {
        var page = await platform.Page(await platform.PathOf(Repealed));
        var by = await platform.PathOf("关于废止和宣布失效部分文件的决定");

        Assert.Contains("已废止", page.QuerySelector("[data-testid=validity]").Words(), StringComparison.Ordinal);
        Assert.Contains("2023年9月15日", page.QuerySelector("[data-testid=validity]").Words(), StringComparison.Ordinal);
        Assert.Equal(by, page.QuerySelector("[data-testid=validity] a")!.GetAttribute("href"));
        Assert.Contains(page.QuerySelectorAll("[aria-labelledby=xiangguan] a"), link => link.GetAttribute("href") == by);

        var interpretation = page.QuerySelector("[aria-labelledby=jiedu] a")!.GetAttribute("href")!;
        Assert.Contains((await platform.Page(interpretation)).QuerySelectorAll("[aria-labelledby=yuanwen] a"), link => link.Words() == Repealed);
        Assert.Contains((await platform.Page(by)).QuerySelectorAll("[aria-labelledby=xiangguan] a"), link => link.Words() == Repealed);
    }

    [Fact]
    public async Task An_attachment_shows_its_name_format_and_size_and_comes_under_its_Chinese_name()
    {
        var page = await platform.Page(await platform.PathOf(Standard));
        var link = page.QuerySelector(".files-list a")!;
        var answer = await platform.Visitor().GetAsync(link.GetAttribute("href"), Cancelled);

        Assert.Equal("2026年公租房准入标准对照表.csv", link.Words());
        Assert.Matches("^（CSV，\\d+ B）$", page.QuerySelector(".files-list .hint").Words());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("2026年公租房准入标准对照表.csv", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Contains("sandbox", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/zfxxgk/?dw=nobody")]
    [InlineData("/zfxxgk/fdzdgk/nowhere/")]
    [InlineData("/zfxxgk/fdzdgk/nowhere/ml.csv")]
    [InlineData("/zfxxgk/fdzdgk/gfxwj/ml.exe")]
    [InlineData("/zfxxgk/fj/00000000000000000000000000")]
    [InlineData("/zfxxgk/ewm/x.svg")]
    [InlineData("/sj/xx.pdf")]
    public async Task What_is_not_there_is_404(string path) => Assert.Equal(HttpStatusCode.NotFound, (await platform.Visitor().GetAsync(path, Cancelled)).StatusCode);

    [Fact]
    public async Task Another_agency_has_its_own_pages_under_its_code()
    {
        var page = await platform.Page("/zfxxgk/?dw=qzf");

        Assert.Equal("某区人民政府政府信息公开", page.QuerySelector(".column-title").Words());
        Assert.All(page.QuerySelectorAll("ul.four a"), link => Assert.EndsWith("?dw=qzf", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_institution_names_leaders_and_heads_and_nobody_else()
    {
        var page = await platform.Page("/jg/");

        // Others may have made a leader of theirs.
        Assert.Equal(["演示·甲一", "演示·乙二", "演示·丙三"], page.QuerySelectorAll(".cards-list strong").Select(name => name.Words()).Take(3));
        Assert.Contains("演示·丁四", page.Body!.TextContent, StringComparison.Ordinal);
        foreach (var staff in (string[])["戊五", "己六", "壬九", "寅三", "卯四", "午七"]) Assert.DoesNotContain(staff, page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_guide_says_all_that_article_12_asks_for_and_never_what_is_missing()
    {
        var page = await platform.Page("/zfxxgk/zn/");
        foreach (var wanted in (string[])["分类", "编排体系", "获取", "机构名称", "办公地址", "办公时间", "联系电话", "传真号码", "互联网联系方式"]) Assert.Contains(wanted, page.QuerySelector("main").Words(), StringComparison.Ordinal);

        var other = await platform.Page("/zfxxgk/zn/?dw=cgj");
        Assert.DoesNotContain("传真号码", other.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_are_of_the_state_and_of_the_agency()
    {
        Assert.Contains("中华人民共和国政府信息公开条例", (await platform.Page("/zfxxgk/zd/?jb=gj")).QuerySelectorAll("table.items a").Select(link => link.Words()));
        var own = (await platform.Page("/zfxxgk/zd/?jb=qt")).QuerySelectorAll("table.items tbody tr");
        Assert.Equal(4, own.Length);
        Assert.All(own, row => Assert.Contains("现行有效", row.Words(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_tree_counts_what_the_lists_count()
    {
        var tree = await platform.Page("/zfxxgk/fdzdgk/");
        foreach (var slug in (string[])["czxx", "zdxm", "ldfg"])
        {
            var counted = tree.QuerySelector($".tree a[href='/zfxxgk/fdzdgk/{slug}/'] + .tag").Words();
            var list = (await platform.Page($"/zfxxgk/fdzdgk/{slug}/")).QuerySelector(".pager p").Words();
            Assert.StartsWith($"共 {counted}", list, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_old_address_leads_to_the_one_that_holds()
    {
        var path = await platform.PathOf(Standard);
        var answer = await platform.Visitor().GetAsync(path.Replace("/gfxwj/", "/qtwj/", StringComparison.Ordinal), Cancelled);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(path, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_table_in_a_text_can_be_reached_and_scrolled_by_keyboard()
    {
        var page = await platform.Page(await platform.PathOf(Standard));
        var regions = page.QuerySelectorAll(".article-body .scroll");

        Assert.NotEmpty(regions);
        Assert.All(regions, region => Assert.Equal("0", region.GetAttribute("tabindex")));
        Assert.Equal(regions.Length, regions.Select(region => region.GetAttribute("aria-label")).Distinct().Count());
    }

    [Fact]
    public async Task The_open_data_describe_their_fields_as_they_are()
    {
        var page = await platform.Page("/sj/");
        var keys = page.QuerySelectorAll("table.fields code").Select(key => key.Words()).Order(StringComparer.Ordinal);
        using var json = JsonDocument.Parse(await platform.Visitor().GetStringAsync("/zfxxgk/fdzdgk/gfxwj/ml.json", Cancelled));
        var heading = (await platform.Visitor().GetStringAsync("/zfxxgk/fdzdgk/gfxwj/ml.csv", Cancelled)).Split("\r\n")[0].Trim('\uFEFF').Split(',').Select(name => name.Trim('"'));

        Assert.Equal(json.RootElement[0].EnumerateObject().Select(field => field.Name).Except(["topic"]).Order(StringComparer.Ordinal), keys);
        Assert.Equal(page.QuerySelectorAll("table.fields tbody th").Select(name => name.Words()), heading);
    }

    [Fact]
    public async Task The_description_of_the_interface_is_of_public_addresses_that_answer_as_it_says()
    {
        var visitor = platform.Visitor();
        using var description = JsonDocument.Parse(await visitor.GetStringAsync("/sj/jk/openapi.json", Cancelled));
        var paths = description.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(["/api/items", "/sj/ml.{ending}", "/sj/xx.{ending}", "/zfxxgk/fdzdgk/{slug}/ml.{ending}", "/zfxxgk/feed.json"], paths);
        Assert.Equal("http://www.example.gov.cn", description.RootElement.GetProperty("servers")[0].GetProperty("url").GetString());
        foreach (var path in paths)
        {
            var answer = await visitor.GetAsync(path.Replace("{ending}", "json", StringComparison.Ordinal).Replace("{slug}", "gfxwj", StringComparison.Ordinal), Cancelled);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        var described = description.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("Entry").GetProperty("properties").EnumerateObject().Select(field => field.Name);
        using var real = JsonDocument.Parse(await visitor.GetStringAsync("/sj/xx.json?nf=2019", Cancelled));
        Assert.Equal(real.RootElement[0].EnumerateObject().Select(field => field.Name), described);
    }

    static string Fact(IDocument page, string name) => page.QuerySelectorAll("article .facts div").Single(fact => fact.QuerySelector("dt").Words() == name).QuerySelector("dd").Words();
}
