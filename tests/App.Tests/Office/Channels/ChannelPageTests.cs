using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.App.Tests.Disclosure;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office.Channels;

/// <summary>One item, many channels: recorded, counted, printed, handed over, watched.</summary>
public sealed partial class ChannelPageTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_year_is_119_and_every_figure_opens_its_list()
    {
        var editor = await platform.As(Role.Editor);
        var page = await editor.Open("/office/channels/statistics?year=2019");

        Assert.StartsWith("全年主动公开政府信息 119 条，其中概况类 2 条、政策法规类 4 条、工作动态类 88 条、审批服务类 25 条。", page.QuerySelector("[data-testid=sum]").Words(), StringComparison.Ordinal);
        var figures = page.QuerySelectorAll("table.list td a").ToList();
        Assert.True(figures.Count >= 5);
        foreach (var figure in figures)
        {
            var list = await editor.Open(figure.GetAttribute("href")!);
            Assert.Equal(int.Parse(figure.Words(), CultureInfo.InvariantCulture), int.Parse(Total().Match(list.QuerySelector("main").Words()).Groups[1].Value, CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Several_items_are_recorded_at_once_with_one_proof_and_an_error_is_voided()
    {
        var (one, two) = (await platform.Publish("公开栏试验甲"), await platform.Publish("公开栏试验乙"));
        var editor = await platform.As(Role.Editor);
        var path = $"/office/channels/record?item={one.Handle}&item={two.Handle}";
        var form = (await editor.Open(path)).QuerySelector("form[enctype]")!;
        Assert.Equal(new[] { one.Handle.ToString(), two.Handle.ToString() }.Order(StringComparer.Ordinal), form.QuerySelectorAll("input[name=item][checked]").Select(box => box.GetAttribute("value")!).Order(StringComparer.Ordinal));
        using var parts = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("张贴照片说明")), "Input.Proof", "张贴.txt" } };
        foreach (var (name, value) in form.Fields(("Input.Channel", "NoticeBoard"), ("Input.Place", "云溪社区公开栏"), ("Input.On", "2026-05-30"))) parts.Add(new StringContent(value), name);
        Assert.Equal("/office/channels?channel=NoticeBoard", await (await editor.PostAsync(path, parts, Cancelled)).Leads());

        List<ItemPublication> made = [];
        await platform.In(async store => made = await store.ItemPublications.Where(publication => publication.Channel == Channel.NoticeBoard && (publication.ItemId == one.Id || publication.ItemId == two.Id)).ToListAsync(Cancelled));
        Assert.Equal(2, made.Count);
        Assert.NotNull(Assert.Single(made.Select(publication => publication.ProofId).Distinct()));
        Assert.Contains("张贴.txt", (await editor.Open($"/office/channels/{made[0].Handle}")).QuerySelector("main").Words(), StringComparison.Ordinal);

        var address = $"/office/channels/{made[0].Handle}";
        Assert.Equal(address, await (await editor.Send(address, "form[action*='Void']", ("Input.Why", "登记重复"))).Leads());
        var voided = await editor.Open(address);
        Assert.Contains("登记重复", voided.QuerySelector("dl.facts").Words(), StringComparison.Ordinal);
        Assert.Null(voided.QuerySelector("form[action*='Void']"));
    }

    [Theory]
    [InlineData("", "NoticeBoard", "云溪社区公开栏", "2026-05-30", "请勾选要登记的信息。")]
    [InlineData("one", "", "云溪社区公开栏", "2026-05-30", "请选择渠道")]
    [InlineData("one", "Website", "网站", "2026-05-30", "网站公开由系统登记，请选择其他渠道。")]
    [InlineData("one", "NoticeBoard", "", "2026-05-30", "请填写载体和位置")]
    [InlineData("one", "NoticeBoard", "云溪社区公开栏", "2026-06-02", "公开日期还没有到，请核对。")]
    [InlineData("one", "NoticeBoard", "云溪社区公开栏", "2026-05-01", "公开日期不能更早。")]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_is_recorded(string item, string channel, string place, string on, string said)
    {
        var published = await platform.Publish($"登记有误试验{Records.Handle.Next()}");
        var editor = await platform.As(Role.Editor);
        (string, string)[] chosen = item.Length == 0 ? [] : [("item", published.Handle.ToString())];
        var answer = await editor.Send($"/office/channels/record?q={Uri.EscapeDataString("登记有误试验")}", "form[enctype]", [.. chosen, ("Input.Channel", channel), ("Input.Place", place), ("Input.On", on)]);

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains(said, (await answer.Html()).QuerySelector(".problem, [role=alert], main").Words(), StringComparison.Ordinal);
        var recorded = 0;
        await platform.In(async store => recorded = await store.ItemPublications.CountAsync(one => one.ItemId == published.Id && one.Channel != Channel.Website, Cancelled));
        Assert.Equal(0, recorded);
    }

    [Fact]
    public async Task A_sheet_for_the_board_has_the_text_and_a_code_that_leads_to_the_page()
    {
        var item = await platform.Publish("张贴试验之通知");
        var page = await (await platform.As(Role.Editor)).Open($"/office/channels/sheets?item={item.Handle}&item=nonsense");

        var sheet = Assert.Single(page.QuerySelectorAll(".board-sheet"));
        Assert.Equal("张贴试验之通知", sheet.QuerySelector("h2").Words());
        Assert.Contains("张贴试验之通知的正文。", sheet.QuerySelector(".board-text").Words(), StringComparison.Ordinal);
        Assert.Contains(item.Path, sheet.QuerySelector(".board-foot").Words(), StringComparison.Ordinal);
        Assert.NotEmpty(sheet.QuerySelector("svg path")!.GetAttribute("d")!);
    }

    [Fact]
    public async Task A_batch_goes_to_the_library_with_its_list_and_comes_back_with_a_receipt()
    {
        var name = $"试验图书馆{Records.Handle.Next()}";
        var editor = await platform.As(Role.Editor);
        async Task<HttpResponseMessage> Hand() => await editor.Send("/office/channels/handovers", "main form[method=post].fields", ("Input.Receiver", "Library"), ("Input.ReceiverName", name), ("Input.On", "2026-06-01"));
        string batch;
        // The demo has more than one batch holds.
        do batch = await (await Hand()).Leads(); while (batch.StartsWith("/office/channels/handovers/", StringComparison.Ordinal) && (await editor.Open(batch)).QuerySelector("dl.facts").Words().Contains("500 条", StringComparison.Ordinal));
        Assert.StartsWith("/office/channels/handovers/", batch, StringComparison.Ordinal);
        Assert.Equal("PK", Encoding.ASCII.GetString((await editor.GetByteArrayAsync($"{batch}?export=xlsx", Cancelled)).AsSpan(0, 2)));
        // Other tests publish meanwhile; once they have gone over too, nothing is left.
        HttpResponseMessage next;
        do next = await Hand(); while ((int)next.StatusCode == 302);
        Assert.Contains("自上一批以来没有新公开、更正或撤下的信息", (await next.Html()).QuerySelector("main").Words(), StringComparison.Ordinal);

        Assert.Equal(batch, await (await editor.Send(batch, "form[action*='Receipt']", ("Input.ReceivedOn", "2026-06-01"))).Leads());
        Assert.Contains("2026-06-01", (await editor.Open(batch)).QuerySelector("dl.facts").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_watch_tells_days_left_and_how_far_the_red_lines_are()
    {
        var page = await (await platform.As(Role.Reviewer)).Open("/office/channels/watch");

        Assert.Equal(["首页不更新", "栏目不更新", "应更新未更新", "空白栏目"], page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody th").Select(cell => cell.Words()));
        Assert.True(page.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr").Length > 20);
        // Who only keeps requests may look, and records nothing.
        var registrar = await platform.As(Role.Registrar);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await registrar.GetAsync("/office/channels", Cancelled)).StatusCode);
        Assert.NotEqual(System.Net.HttpStatusCode.OK, (await registrar.GetAsync("/office/channels/record", Cancelled)).StatusCode);
    }

    [GeneratedRegex("共 ([0-9]+) 条")]
    private static partial Regex Total();
}
