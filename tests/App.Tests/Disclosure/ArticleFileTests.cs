using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using Gongkai.App.Portal.Disclosure;
using Gongkai.App.Tests.Accounts;
using Gongkai.App.Tests.Requests;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Disclosure;

namespace Gongkai.App.Tests.Disclosure;

/// <summary>An article taken away as a file, and the code by which a print of it is held against what is public.</summary>
public sealed class ArticleFileTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_goes_out_as_a_word_file_under_its_chinese_name_with_its_text_and_its_source()
    {
        var item = await platform.Publish("下载试验：关于/试验的通知", file: "试验表.csv");
        var visitor = platform.Visitor();
        var link = (await platform.Page(item.Path)).QuerySelector("a[href$='.docx']")!;
        var answer = await visitor.GetAsync(link.GetAttribute("href"), Cancelled);

        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("attachment", "下载试验：关于 试验的通知.docx"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("下载试验：关于 试验的通知.docx", link.GetAttribute("download"));
        var text = await Text(answer);
        foreach (var said in (string[])["下载试验：关于/试验的通知的正文。", "1．试验表.csv", $"来源网址：http://www.example.gov.cn{item.Path}", "校验码：" + await Code(item)]) Assert.Contains(said, text, StringComparison.Ordinal);

        // Kept as the page is, and asked after by its tag.
        var again = new HttpRequestMessage(HttpMethod.Get, link.GetAttribute("href"));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await visitor.SendAsync(again, Cancelled)).StatusCode);
    }

    [Fact]
    public async Task What_was_repealed_says_so_on_top_of_the_file()
    {
        var path = ArticleFiles.At(await platform.PathOf("房屋限购若干规定"), ".docx");
        var text = await Text(await platform.Visitor().GetAsync(path, Cancelled));
        Assert.Contains("已废止　本文件已于2023年9月15日废止，仅供查阅。", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("仅供查阅", StringComparison.Ordinal) < text.IndexOf("第一条", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_address_leads_to_the_right_one_or_nowhere()
    {
        var item = await platform.Publish("地址试验");
        var right = ArticleFiles.At(item.Path, ".docx");
        var moved = await platform.Visitor().GetAsync(right.Replace("/tzgg/", "/qtwj/", StringComparison.Ordinal), Cancelled);
        Assert.Equal((HttpStatusCode.MovedPermanently, right), (moved.StatusCode, moved.Headers.Location!.OriginalString));
        var never = right.Replace(item.Handle.ToString(), Records.Handle.Next().ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await platform.Visitor().GetAsync(never, Cancelled)).StatusCode);
    }

    [Theory]
    [InlineData("a\\b:c*d?e\"f<g>h|i\tj", "a b c d e f g h i j.docx")]
    [InlineData(" ... ", "信息.docx")]
    [InlineData("𠮷", "𠮷.docx")]
    public void A_file_is_called_by_its_title_without_what_no_file_system_takes(string title, string name) => Assert.Equal(name, ArticleFiles.NameOf(title, ".docx"));

    [Fact]
    public void A_long_title_is_cut_between_characters() => Assert.Equal(new string('甲', 59) + ".pdf", ArticleFiles.NameOf(new string('甲', 59) + "𠮷乙", ".pdf"));

    [Fact]
    public async Task The_code_of_a_print_tells_that_it_is_what_is_public_and_whether_a_file_is()
    {
        var item = await platform.Publish("核验试验之通知", file: "核验表.csv");
        var code = await Code(item);
        var page = await Verify(code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));

        Assert.Equal("✓ 与现在公开的内容一致", page.QuerySelector(".standing .tag").Words());
        Assert.Equal(item.Path, page.QuerySelector(".standing a")!.GetAttribute("href"));
        Assert.Contains("2026年6月1日", page.QuerySelector(".standing").Words(), StringComparison.Ordinal);
        Assert.Equal(code, (await platform.Page("/yz/?ma=" + code)).QuerySelector("#ma")!.GetAttribute("value"));

        var file = await platform.Visitor().GetByteArrayAsync(ArticleFiles.At(item.Path, ".docx"), Cancelled);
        Assert.Equal("您选择的文件与公开的Word 文件完全一致。", await Compared(code, file));
        Assert.Equal("您选择的文件与公开的附件 1完全一致。", await Compared(code, "附件内容"u8.ToArray()));
        Assert.StartsWith("您选择的文件与公开的文件不一致", await Compared(code, "改过"u8.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_of_an_older_print_tells_that_the_text_was_corrected_and_what_was_withdrawn_tells_only_that()
    {
        var item = await platform.Publish("更正试验之通知");
        var old = await Code(item);
        await platform.Correct(item, content => content with { Html = "<p>更正后的正文。</p>", Plain = "更正后的正文。" });
        var now = await Code(item);
        Assert.NotEqual(old, now);

        var corrected = await Verify(old);
        Assert.Equal("▲ 之后有更正", corrected.QuerySelector(".standing .tag").Words());
        Assert.Equal(item.Path, corrected.QuerySelector(".standing a")!.GetAttribute("href"));
        Assert.Equal("✓ 与现在公开的内容一致", (await Verify(now)).QuerySelector(".standing .tag").Words());

        await platform.Withdraw(item, "内容与事实不符");
        foreach (var code in (string[])[old, now])
        {
            var withdrawn = await Verify(code);
            Assert.Equal("■ 已经撤下", withdrawn.QuerySelector(".standing .tag").Words());
            Assert.Contains("内容与事实不符", withdrawn.QuerySelector(".standing").Words(), StringComparison.Ordinal);
            Assert.DoesNotContain("更正试验", withdrawn.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_draft_has_no_code_for_anybody()
    {
        var draft = await platform.Publish("没有公开的核验试验", state: ItemState.Prepared);
        var code = "";
        await platform.In(store =>
        {
            code = ItemCode.Written(store.ItemVersions.Single(version => version.ItemId == draft.Id).Hash);
            return Task.CompletedTask;
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await platform.Visitor().Post("/yz/", ("ma", code))).StatusCode);
    }

    async Task<string> Code(Disclosed.Item item) => (await platform.Page(item.Path)).QuerySelectorAll(".source dd code")[1].Words();

    async Task<IDocument> Verify(string code) => await (await platform.Visitor().Post("/yz/", ("ma", code))).Html();

    async Task<string> Compared(string code, byte[] content)
    {
        var visitor = platform.Visitor();
        using var form = new MultipartFormDataContent { { new StringContent((await visitor.Token("/yz/"))!), "_form" }, { new StringContent(code), "ma" }, { new ByteArrayContent(content), "wj", "文件.docx" } };
        var said = (await (await visitor.PostAsync("/yz/", form, Cancelled)).Html()).QuerySelector("[data-testid=compared]").Words();
        return said[..(said.IndexOf('。', StringComparison.Ordinal) + 1)];
    }

    // The words of the document, without its marks.
    static async Task<string> Text(HttpResponseMessage answer)
    {
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Cancelled));
        await using var part = await zip.Entries.Single(entry => entry.FullName.EndsWith("document.xml", StringComparison.Ordinal)).OpenAsync(Cancelled);
        using var reader = new StreamReader(part);
        return System.Xml.Linq.XDocument.Parse(await reader.ReadToEndAsync(Cancelled)).Root!.Value;
    }
}
