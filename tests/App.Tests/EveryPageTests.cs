using System.Net;
using Gongkai.App.Ui;

namespace Gongkai.App.Tests;

/// <summary>What holds on every page, whoever writes the next one.</summary>
public class EveryPageTests(Platform platform)
{
    public static TheoryData<string> Pages =>
    [
        "/zfxxgk/nb/", "/zfxxgk/nb/?nf=2026", "/zfxxgk/nb/2019/zjj", "/zfxxgk/nb/2024/zjj", "/jc/", "/jc/gz", "/qx/", "/qx/?received=2026-03-02&extended=2026-03-31", "/qx/sf", "/qx/sf?requests=31", "/gy/dt",
        "/zfxxgk/", "/zfxxgk/zn/", "/zfxxgk/zd/", "/zfxxgk/fdzdgk/", "/zfxxgk/fdzdgk/gfxwj/", "/zfxxgk/fdzdgk/jdjc/?nf=2019&page=2", "/zfxxgk/fdzdgk/zcwj/", "/zfxxgk/fdzdgk/qtfd/", "/zfxxgk/?dw=qzf", "/jd/", "/jg/", "/sj/",
        "/zcwj/", "/ss/", "/ss/?q=公租", "/zfxxgk/xzxk/", "/zfxxgk/xzcf/", "/zfxxgk/sfml/", "/zfxxgk/qzqd/", "/zfxxgk/zfcg/", "/zfxxgk/qtfw/", "/zfxxgk/cght/",
    ];

    // They are all made by one page.
    const int MostArticles = 60;

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Carries_the_labels_that_robots_read(string path)
    {
        var page = await platform.Page(path);
        string[] labels = ["SiteName", "SiteDomain", "SiteIDCode", "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"];
        if (path.Contains("/zjj", StringComparison.Ordinal)) labels = [.. labels, "ArticleTitle", "PubDate", "ContentSource", "Keywords", "Author", "Description", "Url"];

        Assert.All(labels, label => Assert.False(string.IsNullOrWhiteSpace(page.Meta(label)), label));
        Assert.Equal(labels.Length, page.QuerySelectorAll("meta[name]").Count(meta => char.IsAsciiLetterUpper(meta.GetAttribute("name")![0])));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Has_one_heading_a_language_a_trail_and_nine_marks_at_its_foot(string path)
    {
        var page = await platform.Page(path);

        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.EndsWith("_某区人民政府", page.Title, StringComparison.Ordinal);
        Assert.Equal("当前位置：", page.QuerySelector(".trail span").Words());
        Assert.Equal(9, page.QuerySelectorAll("footer li").Length);
        Assert.All(page.QuerySelectorAll("footer li"), mark => Assert.NotEmpty(mark.Words()));
        Assert.Equal("#neirong", page.QuerySelector("body a")!.GetAttribute("href"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Has_unique_ids_and_nothing_that_points_nowhere(string path)
    {
        var page = await platform.Page(path);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
        foreach (var attribute in (string[])["headers", "aria-labelledby", "aria-describedby", "for"])
            Assert.All(page.QuerySelectorAll($"[{attribute}]").SelectMany(element => element.GetAttribute(attribute)!.Split(' ', StringSplitOptions.RemoveEmptyEntries)), id => Assert.Contains(id, ids));
    }

    [Fact]
    public async Task Is_reached_by_links_that_all_lead_somewhere_and_none_writes_script_or_style()
    {
        var visitor = platform.Visitor();
        Queue<string> ahead = new(["/zfxxgk/", "/zfxxgk/nb/"]);
        HashSet<string> known = [.. ahead];
        var (articles, files, codes) = (0, 0, 0);
        while (ahead.TryDequeue(out var path))
        {
            // Every PDF is a run of LibreOffice; PdfTests print one.
            if (path.EndsWith(".pdf", StringComparison.Ordinal)) continue;
            var isArticle = path.StartsWith("/zfxxgk/fdzdgk/", StringComparison.Ordinal) && path.EndsWith(".html", StringComparison.Ordinal);
            if (isArticle && articles++ > MostArticles) continue;
            // Each article has a file and a code of its own, all made alike.
            var isFile = path.StartsWith("/zfxxgk/fdzdgk/", StringComparison.Ordinal) && path.EndsWith(".docx", StringComparison.Ordinal);
            if (isFile && files++ > 5 || path.StartsWith("/yz/?ma=", StringComparison.Ordinal) && codes++ > 5) continue;
            var answer = await visitor.GetAsync(path, Cancelled);
            // Another test may have withdrawn it meanwhile.
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found || (isArticle || isFile) && answer.StatusCode is HttpStatusCode.Gone, $"{path}: {answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html" || answer.Content.Headers.ContentDisposition is not null) continue;

            var page = await answer.Html();
            Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), [onclick], [onload], [onerror], iframe, object, embed"));
            foreach (var link in page.QuerySelectorAll("a[href], link[href], script[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!))
            {
                if (link.StartsWith("http", StringComparison.Ordinal)) { Assert.StartsWith("http://www.example.gov.cn/", link, StringComparison.Ordinal); continue; }
                if (link.Split('#')[0] is { Length: > 0 } target && known.Add(target)) ahead.Enqueue(target);
            }
        }
        Assert.True(known.Count > 100, $"{known.Count}");
    }

    [Theory]
    [InlineData("党政机关")]
    [InlineData("网站标识码")]
    [InlineData("ICP备")]
    [InlineData("公网安备")]
    [InlineData("网站主办单位")]
    [InlineData("联系方式")]
    [InlineData("我为政府网站找错")]
    [InlineData("无障碍")]
    [InlineData("网站地图")]
    public async Task Has_this_mark_at_its_foot(string mark) =>
        Assert.Contains(mark, (await platform.Page("/zfxxgk/nb/")).QuerySelector("footer").Words(), StringComparison.Ordinal);

    [Fact]
    public void A_site_without_its_marks_does_not_start() => Assert.Contains("缺少站点设置 Site:Icp:Text，请在 appsettings.json 中填写。", new Site().Missing());
}
