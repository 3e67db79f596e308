using Gongkai.App.Office.Search;
using Gongkai.App.Portal.Search;
using Gongkai.App.Tests.Office;
using Gongkai.App.Tests.Office.Items;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Search;

/// <summary>A citizen looks for something, and finds what is public and nothing else.</summary>
public sealed class SearchPageTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_published_is_found_with_its_words_marked_and_what_is_withdrawn_is_gone()
    {
        var writer = await Writer.At(platform);
        var item = await writer.Published("关于鹦鹉螺小区加装电梯的通知", ("Input.Genre", "Document"), ("Input.Validity", "InForce"), ("Input.DocumentNumber", "鹦建发〔2026〕7号"), ("Input.Html", "<p>鹦鹉螺小区三号楼加装电梯，𠮷野路一侧施工。</p>"));

        var page = await platform.Page("/ss/?q=鹦鹉螺");
        Assert.Equal("共 1 条", page.QuerySelector(".found-head p").Words());
        var hit = page.QuerySelector(".hits > li")!;
        Assert.Equal("<mark>鹦鹉螺</mark>", hit.QuerySelector("h2 mark")!.OuterHtml);
        Assert.Equal("关于鹦鹉螺小区加装电梯的通知", hit.QuerySelector("h2 a")!.GetAttribute("title"));
        Assert.Contains("鹦鹉螺小区三号楼", hit.QuerySelector(".passage").Words(), StringComparison.Ordinal);
        Assert.Equal("2026-06-01", hit.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.StartsWith("/zfxxgk/fdzdgk/", hit.QuerySelector("h2 a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("鹦鹉螺", page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal("𠮷野路", (await platform.Page("/ss/?q=𠮷野路")).QuerySelector(".hits mark").Words());

        // The number in other brackets, in the library of policies, and as a file.
        Assert.Equal("鹦建发〔2026〕7号", (await platform.Page("/zcwj/?q=鹦建发(2026)7号")).QuerySelector(".hits .about mark").Words());
        Assert.Empty((await platform.Page("/zcwj/?q=鹦建发(2026)7号&yx=Repealed")).QuerySelectorAll(".hits > li"));
        var file = await platform.Visitor().GetStringAsync("/zcwj/ml.csv?q=鹦鹉螺", Cancelled);
        Assert.Equal(2, file.TrimEnd().Split("\r\n").Length);

        await platform.In(async store =>
        {
            var withdrawn = await store.Items.SingleAsync(one => one.Handle == Handle.Parse(item.Substring(item.LastIndexOf('/') + 1), null));
            var act = new Act(new("test.withdrawn", "测试撤下"), Hand.Program, Platform.Now, withdrawn.AgencyId);
            await store.Write(act, () => Records.Disclosure.Publishing.Withdraw(store, withdrawn, "测试", act));
        });
        foreach (var address in (string[])["/ss/?q=鹦鹉螺", "/ss/?q=鹦建发〔2026〕7号", "/zcwj/?q=鹦鹉螺", "/ss/?q=鹦鸟螺", "/zcwj/"])
            Assert.DoesNotContain("鹦鹉螺小区", await platform.Visitor().GetStringAsync(address, Cancelled), StringComparison.Ordinal);
        Assert.DoesNotContain("鹦鹉螺", (await platform.Page("/ss/?q=鹦鸟螺")).QuerySelector(".empty").Words(), StringComparison.Ordinal);
        Assert.Single((await platform.Visitor().GetStringAsync("/zcwj/ml.csv?q=鹦鹉螺", Cancelled)).TrimEnd().Split("\r\n"));
    }

    [Fact]
    public async Task What_stands_in_an_attachment_is_found_once_it_was_read()
    {
        var writer = await Writer.At(platform);
        var address = await writer.Draft("关于附件检索的通知");
        await platform.In(async store =>
        {
            var files = platform.Services.GetRequiredService<FileStore>();
            var draft = await store.Items.SingleAsync(one => one.Handle == Handle.Parse(address.Substring(address.LastIndexOf('/') + 1), null));
            var version = await store.ItemVersions.SingleAsync(one => one.ItemId == draft.Id);
            var file = StoredFile.Of(files.Put(System.Text.Encoding.UTF8.GetBytes("名册：貔貅巷七户。")), "名册.txt", "text/plain", ("item-attachment", draft.Id), draft.AgencyId, Scan.NotConfigured, Platform.Now);
            store.Add(file);
            version.Write(version.Says with { Files = [new(file.Id, "名册.txt")] });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, draft.AgencyId));
        });
        Assert.Equal(address, await (await writer.HandIn(address)).Leads());
        foreach (var hand in (HttpClient[])[writer.Handler, writer.Legal, writer.Leader]) Assert.Equal(address, await (await Writer.Pass(hand, address)).Leads());
        Assert.Single((await platform.Page("/ss/?q=附件检索")).QuerySelectorAll(".hits > li"));
        Assert.Empty((await platform.Page("/ss/?q=貔貅巷&px=sj")).QuerySelectorAll(".hits > li"));

        await platform.In(store => new SearchCare(platform.Services.GetRequiredService<FileStore>()).Do(store, Platform.Now, Cancelled));

        var hit = (await platform.Page("/ss/?q=貔貅巷")).QuerySelector(".hits .passage");
        Assert.Equal("附件“名册.txt”：名册：貔貅巷七户。", hit.Words());
    }

    [Fact]
    public async Task Nothing_found_keeps_the_words_and_says_what_to_do()
    {
        var page = await platform.Page("/ss/?q=饕餮饕餮&fw=bt&ks=2026-01-01");

        Assert.Equal("饕餮饕餮", page.QuerySelector("#q")!.GetAttribute("value"));
        var empty = page.QuerySelector(".empty").Words();
        Assert.Contains("没有找到与“饕餮饕餮”相符的信息。", empty, StringComparison.Ordinal);
        Assert.Contains("没有一条信息含有“饕餮饕餮”，请检查有没有错别字，或者换一个说法。", empty, StringComparison.Ordinal);
        Assert.Contains("电话", empty, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".empty a[href='/zfxxgk/ysqgk/sq/1']"));
        Assert.Equal("bt", page.QuerySelector("input[name=fw][checked]")!.GetAttribute("value"));
        Assert.Equal("2026-01-01", page.QuerySelector("#ks")!.GetAttribute("value"));
        Assert.Contains("没有可以查找的文字", (await platform.Page("/ss/?q=！？")).QuerySelector(".empty").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("'; DROP TABLE search_items; --")]
    [InlineData("👍𠮷")]
    [InlineData("AND OR NOT \" *")]
    public async Task Whatever_is_typed_comes_back_as_text(string typed)
    {
        foreach (var path in (string[])["/ss/", "/zcwj/"])
        {
            var answer = await platform.Visitor().GetAsync($"{path}?q={Uri.EscapeDataString(typed)}&tc=Nothing&yx=9&nf=x&lm=zzz&dw=%00&page=-3&ks=2026-13-01", Cancelled);
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
            var page = await answer.Html();
            Assert.Equal(typed, page.QuerySelector("#q")!.GetAttribute("value"));
            Assert.Empty(page.QuerySelectorAll("main script, main img"));
        }
    }

    [Fact]
    public async Task Every_filter_stands_in_the_address_and_comes_back()
    {
        const string Query = "?q=房&fw=bt&px=sj&ks=2020-01-01&js=2026-06-01&lb=Policy&tc=Notice&yx=InForce&nf=2026&jd=1&jq=1";
        var filter = SearchFilter.Of(new Microsoft.AspNetCore.Http.QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Query)));

        Assert.Equal(Query, Uri.UnescapeDataString(filter.Query));
        var page = await platform.Page("/ss/" + Query);
        Assert.Equal(["取消条件：有效性 现行有效", "取消条件：体裁 通知", "取消条件：类别 政策法规类", "取消条件：成文年份 2026 年", "取消条件：解读 有解读"], page.QuerySelectorAll(".narrow .chosen").Select(one => one.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task The_office_keeps_words_that_mean_the_same()
    {
        var writer = await Writer.At(platform);
        await writer.Published("麒麟阁修缮公告", ("Input.Html", "<p>麒麟阁修缮。</p>"));
        var editor = await platform.As(Role.Editor);
        Assert.Empty((await platform.Page("/ss/?q=瑞兽阁")).QuerySelectorAll(".hits > li"));

        var refused = await editor.Send("/office/search", "form.fields", ("Input.Words", "瑞兽阁"));
        Assert.Contains("一组至少要有两个词", (await refused.Html()).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal("/office/search", await (await editor.Send("/office/search", "form.fields", ("Input.Words", "瑞兽阁、麒麟阁"), ("Input.Note", "旧名"))).Leads());

        var page = await platform.Page("/ss/?q=瑞兽阁");
        Assert.Contains("同时查找了意思相同的“麒麟阁”。", page.QuerySelector(".told").Words(), StringComparison.Ordinal);
        Assert.Equal("麒麟阁", page.QuerySelector(".hits h2 mark").Words());
        Assert.Empty((await platform.Page("/ss/?q=瑞兽阁&jq=1")).QuerySelectorAll(".hits > li"));

        var group = (await editor.Open("/office/search")).QuerySelectorAll("table.list th a").Single(link => link.TextContent.Contains("瑞兽阁", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Contains("已经在", (await (await editor.Send("/office/search", "form.fields", ("Input.Words", "瑞兽阁 神兽阁"))).Html()).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal("/office/search", await (await editor.Send(group, "form[action*='Remove']")).Leads());
        Assert.Empty((await platform.Page("/ss/?q=瑞兽阁")).QuerySelectorAll(".hits > li"));
    }
}
