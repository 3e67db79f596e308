using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using Gongkai.App.Access;
using Gongkai.App.Portal.Disclosure;
using Gongkai.Records.Disclosure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Disclosure;

/// <summary>Lists of what is disclosed: filters in the address, files of the same rows, leafing.</summary>
public sealed class PortalListTests(Platform platform)
{
    const string Standard = "关于公布2026年公租房准入标准的通知", Repealed = "房屋限购若干规定";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gfxwj", "?yx=Repealed", new[] { "公共租赁住房配租管理办法", Repealed })]
    [InlineData("gfxwj", "?wh=住建发[2026]5号", new[] { Standard })]
    [InlineData("gfxwj", "?wh=（２０２６）5号", new[] { Standard })]
    [InlineData("gfxwj", "?nf=2019", new[] { Repealed })]
    [InlineData("gfxwj", "?gjz=公租房 标准", new[] { Standard })]
    [InlineData("gfxwj", "?nf=2019&yx=InForce", new string[0])]
    [InlineData("qtwj", "?tc=Notice&nf=2019&yx=Lapsed", new[] { "关于公布2019年公租房准入标准的通知" })]
    public async Task A_filter_in_the_address_holds_for_the_page_and_stands_in_its_form(string column, string query, string[] titles)
    {
        var page = await platform.Page($"/zfxxgk/fdzdgk/{column}/{query}");

        Assert.Equal(titles, page.QuerySelectorAll("table.items tbody a").Select(link => link.Words()));
        Assert.All(page.QuerySelectorAll("table.items tbody a"), link => Assert.Equal(link.Words(), link.GetAttribute("title")));
        if (titles is []) Assert.Equal("没有符合筛选条件的信息。可以减少条件，或者清除筛选。", page.QuerySelector(".empty p").Words());
        Assert.NotNull(page.QuerySelector("form.filter a"));
    }

    [Theory]
    [InlineData("jdjc", "?nf=2019")]
    [InlineData("xkjg", "?nf=2019")]
    [InlineData("gfxwj", "?nf=2023&yx=InForce")]
    [InlineData("jdjc", "?nf=2019&gjz=扬尘")]
    public async Task A_list_counts_as_many_as_its_files_have_rows(string column, string query)
    {
        var page = await platform.Page($"/zfxxgk/fdzdgk/{column}/{query}");
        var count = int.Parse(new string([.. page.QuerySelector(".pager p").Words().Split('，')[0].Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);
        var links = page.QuerySelectorAll(".exports a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(3, links.Count);
        Assert.True(count > 0);

        var csv = Encoding.UTF8.GetString(await platform.Visitor().GetByteArrayAsync(links[0], Cancelled));
        Assert.Equal(count, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
        await using var xlsx = new System.IO.Compression.ZipArchive(new MemoryStream(await platform.Visitor().GetByteArrayAsync(links[1], Cancelled)));
        using var sheet = new StreamReader(await xlsx.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(Cancelled));
        Assert.Equal(count, (await sheet.ReadToEndAsync(Cancelled)).Split("<row").Length - 2);
        using var json = JsonDocument.Parse(await platform.Visitor().GetStringAsync(links[2], Cancelled));
        Assert.Equal(count, json.RootElement.GetArrayLength());
        Assert.All(json.RootElement.EnumerateArray(), one => Assert.StartsWith("http://www.example.gov.cn/zfxxgk/fdzdgk/" + column, one.GetProperty("url").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_follow_each_other_and_a_place_begins_where_another_page_ended()
    {
        var first = await platform.Page("/zfxxgk/fdzdgk/xkjg/?nf=2019");
        var second = await platform.Page("/zfxxgk/fdzdgk/xkjg/?nf=2019&page=1");
        Assert.Equal(Titles(first), Titles(second));

        var all = Titles(await platform.Page("/zfxxgk/fdzdgk/jdjc/?nf=2019")).ToList();
        var (title, place) = (all[4], "");
        await platform.In(async store =>
        {
            var row = await store.Rows(store.Items.Public().Where(item => item.Title == title)).SingleAsync(Cancelled);
            place = ItemFilter.After(row.PublishedAt, row.Id);
        });
        Assert.Equal(all.Skip(5), Titles(await platform.Page($"/zfxxgk/fdzdgk/jdjc/?nf=2019&z={place}")));

        static IEnumerable<string> Titles(IDocument page) => page.QuerySelectorAll("table.items tbody a").Select(link => link.Words());
    }

    [Theory]
    [InlineData("?nf=abc&page=x&z=1-2&tc=7&yx=Nothing")]
    [InlineData("?page=-4")]
    [InlineData("?nf=99999999999")]
    [InlineData("?gjz=%27%3B%20drop%20table%20information_items%3B--&wh=%25%25")]
    [InlineData("?z=ffffffffffffffff-00000000000000000000000000000000")]
    public async Task A_strange_filter_is_no_error(string query) =>
        Assert.Equal(HttpStatusCode.OK, (await platform.Visitor().GetAsync("/zfxxgk/fdzdgk/gfxwj/" + query, Cancelled)).StatusCode);
}
