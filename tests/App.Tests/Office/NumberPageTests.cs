using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Gongkai.Records;
using Gongkai.Records.Numbers;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office;

/// <summary>文号: the patterns, the register, what may be exported of it. Each test has kinds of its own.</summary>
public sealed class NumberPageTests(Platform platform)
{
    static readonly Act Prepared = new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A kind with some numbers, in the demo bureau.</summary>
    async Task<NumberSeries> Kind(string word, int numbers, string subject = "收件 2026-0112", string agency = "zjj")
    {
        NumberSeries series = null!;
        await platform.In(async store =>
        {
            series = new() { AgencyId = await store.Agencies.WithCode(agency).Select(one => one.Id).SingleAsync(Cancelled), Name = $"{word}文", Word = word };
            store.Add(series);
            await store.Save(Prepared);
            for (var i = 0; i < numbers; i++) await store.Write(Prepared, () => store.TakeNumber(series, new(new(2026, 5, 6), subject), Prepared));
        });
        return series;
    }

    public static TheoryData<Role> Strangers => [.. Enum.GetValues<Role>().Where(role => !role.Includes(Permission.ManageSettings))];

    [Theory, MemberData(nameof(Strangers))]
    public async Task Who_does_not_manage_settings_finds_nothing(Role role)
    {
        var desk = await platform.As(role);

        Assert.All((string[])["/office/numbers", "/office/numbers/series/new", "/office/numbers/enter", "/office/calendar"],
            path => Assert.Equal(HttpStatusCode.NotFound, desk.GetAsync(path, Cancelled).GetAwaiter().GetResult().StatusCode));
    }

    [Fact]
    public async Task A_kind_is_set_up_and_says_where_it_begins()
    {
        var desk = await platform.As(Role.Reviewer);
        var answer = await desk.Send("/office/numbers/series/new", "main form.fields", ("Input.Name", "新设答复书"), ("Input.Word", "新设公开"), ("Input.Suffix", "告"), ("Input.First", "18"), ("Input.Ordinal", "true"));

        Assert.Equal("/office/numbers", answer.Headers.Location?.OriginalString);
        var page = await desk.Open("/office/numbers");
        Assert.Contains("新设公开〔2026〕第18号-告", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("撞名文", "撞名公开", "已有名为“撞名文”的文种，请换一个名称。")]
    [InlineData("撞号文", "撞名", "文种“撞名文”已使用同样的代字和后缀，编出的号会重复。请加上不同的后缀。")]
    [InlineData("坏字文", "住建〔2026〕", "代字只能有汉字、字母和数字，不要写括号、空格和年份。")]
    public async Task A_kind_that_cannot_be_says_why_and_loses_nothing_that_was_typed(string name, string word, string reason)
    {
        if (await Missing("撞名文")) await Kind("撞名", 0);
        var desk = await platform.As(Role.Reviewer);
        var answer = await desk.Send("/office/numbers/series/new", "main form.fields", ("Input.Name", name), ("Input.Word", word), ("Input.First", "1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Html();
        Assert.Equal(reason, page.QuerySelector(".problem li").Words());
        Assert.Equal(word, page.QuerySelector("#Input_Word")!.GetAttribute("value"));
    }

    async Task<bool> Missing(string name)
    {
        var missing = false;
        await platform.In(async store => missing = !await store.NumberSeries.AnyAsync(series => series.Name == name, Cancelled));
        return missing;
    }

    [Fact]
    public async Task The_register_keeps_its_filters_in_the_address_and_turns_pages()
    {
        var series = await Kind("翻页", 25);
        var desk = await platform.As(Role.Reviewer);
        var first = await desk.Open($"/office/numbers?series={series.Handle}&year=2026");
        var second = await desk.Open("/office/numbers" + first.QuerySelector(".pager [rel=next]")!.GetAttribute("href"));

        Assert.Equal("共 25 条，每页 20 条", first.QuerySelector(".pager p").Words());
        Assert.Equal("翻页〔2026〕25号", first.QuerySelectorAll("[aria-label^='文号登记簿'] tbody td")[0].Words());
        Assert.Equal(5, second.QuerySelectorAll("[aria-label^='文号登记簿'] tbody tr").Length);
        Assert.Equal("翻页文", second.QuerySelector("#series option[selected]").Words());
        Assert.Contains($"series={series.Handle}&year=2026&export=xlsx", second.QuerySelector("a[download]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_has_what_is_on_the_screen_and_says_whose_when_and_by_whom()
    {
        var series = await Kind("导出", 23, "=HYPERLINK(\"http://x\")");
        var desk = await platform.As(Role.Reviewer);
        var answer = await desk.GetAsync($"/office/numbers?series={series.Handle}&columns=subject&columns=number&export=xlsx", Cancelled);
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancelled)), false);
        var rows = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray()).ToList();

        Assert.Equal(["某区住房和城乡建设局　文号登记簿"], rows[0]);
        Assert.Equal(["导出时间：2026-06-01 20:00　操作人：测试审核人员"], rows[1]);
        Assert.Equal(["筛选：文种“导出文”"], rows[2]);
        Assert.Equal(["文号", "用于"], rows[3]);
        Assert.Equal(["导出〔2026〕23号", "=HYPERLINK(\"http://x\")"], rows[4]);
        Assert.Equal(27, rows.Count);
        Assert.Contains("filename*=UTF-8''%E6%96%87%E5%8F%B7%E7%99%BB%E8%AE%B0%E7%B0%BF.xlsx", string.Join(';', answer.Content.Headers.GetValues("Content-Disposition")), StringComparison.Ordinal);
        await platform.In(async store => Assert.Contains("文号登记簿（xlsx，按文种）", (await store.Trail.Where(entry => entry.Deed == "list.exported").OrderByDescending(entry => entry.Sequence).FirstAsync(Cancelled)).Content, StringComparison.Ordinal));

        var csv = await desk.GetStringAsync($"/office/numbers?series={series.Handle}&columns=subject&export=csv", Cancelled);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_made_void_with_its_reason_and_only_once()
    {
        var series = await Kind("作废", 1);
        var desk = await platform.As(Role.Reviewer);
        var list = await desk.Open($"/office/numbers?series={series.Handle}");
        var path = list.QuerySelector("[aria-label^='文号登记簿'] tbody a")!.GetAttribute("href")!;
        var before = await desk.Open(path);

        var empty = await (await desk.Send(before, path, "main form.fields", ("Reason", " "))).Html();
        Assert.Equal("请填写作废的理由，例如“答复书打印错误，重新编号”。", empty.QuerySelector(".problem li").Words());

        var done = await desk.Send(before, path, "main form.fields", ("Reason", "打印错误"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("打印错误", (await desk.Open(path)).QuerySelector("dl.facts").Words(), StringComparison.Ordinal);

        var again = await (await desk.Send(before, path, "main form.fields", ("Reason", "又错"))).Html();
        Assert.Equal("文号 作废〔2026〕1号 已经作废，不用再次作废。", again.QuerySelector(".problem li").Words());
    }

    [Fact]
    public async Task A_number_on_paper_is_entered_once()
    {
        var series = await Kind("补登", 1);
        var desk = await platform.As(Role.Reviewer);
        (string, string)[] typed = [("Input.Kind", series.Handle.ToString()), ("Input.On", "2026-03-02"), ("Input.Subject", "纸质登记第2号")];

        var taken = await (await desk.Send("/office/numbers/enter", "main form.fields", [.. typed, ("Input.Number", "补登[2026]01号")])).Html();
        Assert.Equal("文号 补登〔2026〕1号 已被“收件 2026-0112”使用，请换一个号。", taken.QuerySelector(".problem li").Words());
        Assert.Equal("补登[2026]01号", taken.QuerySelector("#Input_Number")!.GetAttribute("value"));

        var entered = await desk.Send("/office/numbers/enter", "main form.fields", [.. typed, ("Input.Number", "补登[2026]02号")]);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Contains("已补登文号 补登〔2026〕2号。", (await desk.Open("/office/numbers")).QuerySelector(".done").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_agencys_numbers_are_not_there()
    {
        var series = await Kind("外单位", 1, agency: "qzf");
        var desk = await platform.As(Role.Reviewer);
        string number = "";
        await platform.In(async store => number = (await store.TakenNumbers.SingleAsync(taken => taken.SeriesId == series.Id, Cancelled)).Handle.ToString());

        Assert.DoesNotContain("外单位", (await desk.Open("/office/numbers")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/office/numbers/{number}", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/office/numbers/series/{series.Handle}", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_view_is_saved_found_again_shared_and_removed()
    {
        var series = await Kind("视图", 2);
        var (account, _) = await platform.Officer(Role.Reviewer);
        var desk = await platform.As(account);
        var path = $"/office/numbers?series={series.Handle}&columns=number";

        var saved = await desk.Send(path, ".views form[action$='/office/views']", ("Input.Name", "视图文号"), ("Input.Shared", "true"));
        Assert.Equal(path, saved.Headers.Location?.OriginalString);

        var mine = await desk.Open("/office/numbers");
        Assert.Equal(path, mine.QuerySelectorAll(".views nav a").Single(view => view.Words() == "视图文号").GetAttribute("href"));
        var colleague = await platform.As(Role.SystemAdministrator);
        var theirs = await colleague.Open("/office/numbers");
        Assert.Contains("视图文号 同事共享", theirs.QuerySelector(".views nav").Words(), StringComparison.Ordinal);
        Assert.Empty(theirs.QuerySelectorAll("button[aria-label='删除视图“视图文号”']"));

        await desk.Send(mine, "/office/numbers", ".views form[action*='handler=remove']");
        Assert.DoesNotContain("视图文号", (await desk.Open("/office/numbers")).QuerySelector(".views").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/", "")]
    [InlineData("//evil.example", "")]
    [InlineData("/office/numbers", "@evil.example")]
    [InlineData("/zfxxgk/nb/", "")]
    public async Task A_view_leads_nowhere_but_to_a_list_of_the_office(string path, string query)
    {
        var desk = await platform.As(Role.Reviewer);
        var answer = await desk.Send("/office/numbers", ".views form[action$='/office/views']", ("Input.Name", "坏视图"), ("Input.Path", path), ("Input.Query", query));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
