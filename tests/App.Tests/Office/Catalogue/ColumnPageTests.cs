using AngleSharp.Dom;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office.Catalogue;

/// <summary>Columns, the guide and the clean-up on their pages.</summary>
public sealed class ColumnPageTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_column_is_set_up_with_a_place_that_stays_moved_closed_and_opened_again()
    {
        var editor = await platform.As(Role.Editor, "qzf");
        await (await editor.Send("/office/columns", "form[action*='Usual']")).Leads();
        var page = await editor.Open("/office/columns");
        Assert.Contains("没有栏目，也没有目录事项", page.QuerySelector("main").Words(), StringComparison.Ordinal);

        (string, string)[] good = [("Slug", "gyzf"), ("Input.Name", "公租房"), ("Input.Description", "公布公租房房源和配租结果"), ("Input.Type", "信息公开目录"), ("Input.Matter", "20.11")];
        Assert.Contains("栏目代码用 2 到 20 个小写字母和数字", await Try(("Slug", "公租房")), StringComparison.Ordinal);
        Assert.Contains("已经有代码为 zfbz 的栏目", await Try(("Slug", "zfbz")), StringComparison.Ordinal);
        Assert.Contains("只放法定主动公开的内容", await Try(("Input.Type", "工作动态")), StringComparison.Ordinal);
        Assert.Contains("请填写栏目说明", await Try(("Input.Description", "")), StringComparison.Ordinal);
        var parent = page.QuerySelectorAll("table.list th a").Single(link => link.Words() == "住房保障").GetAttribute("href")!.Split('/')[^1];
        var path = await (await editor.Send("/office/columns/new", "form.fields", [.. good, ("Parent", parent)])).Leads();
        Assert.StartsWith("/office/columns/", path, StringComparison.Ordinal);

        await (await editor.Send(path, "form[action*='Close']")).Leads();
        Assert.Contains("不再收入新内容", (await editor.Open(path)).QuerySelector(".warn").Words(), StringComparison.Ordinal);
        await (await editor.Send(path, "form[action*='Reopen']")).Leads();
        Assert.Null((await editor.Open(path)).QuerySelector("main .warn"));
        var first = (await editor.Open("/office/columns")).QuerySelectorAll("table.list th[scope=row] a").Select(link => link.GetAttribute("href")!).ToList();
        await (await editor.Send(first[0], "form[action*='Down']")).Leads();
        var then = (await editor.Open("/office/columns")).QuerySelectorAll("table.list th[scope=row] a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(first[1], then[0]);
        Assert.Equal(first.Order(), then.Order());

        async Task<string> Try((string Name, string Value) wrong) => await (await editor.Send("/office/columns/new", "form.fields", [.. good.Where(one => one.Item1 != wrong.Name), wrong])).Leads();
    }

    [Fact]
    public async Task The_guide_is_written_by_one_signed_by_another_and_asks_to_be_looked_at_when_the_office_moves()
    {
        var (account, _) = await platform.Officer(Role.Editor, "cgj");
        var editor = await platform.As(account);
        Assert.Contains("公众看到的是通用说明", (await editor.Open("/office/guide")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("公开指南", (await editor.Open("/office/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/office/guide", await (await editor.Send("/office/guide/edit", "form.fields", ("Input.Fees", "一律免费。"))).Leads());
        var waiting = await editor.Open("/office/guide");
        Assert.Null(waiting.QuerySelector("form[action*='Sign']"));
        Assert.Contains("一律免费", waiting.QuerySelector("[data-testid=proposed] ol ins").Words(), StringComparison.Ordinal);

        var leader = await platform.As(Role.Leader, "cgj");
        Assert.Contains("待审签", (await leader.Open("/office/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/office/guide", await (await leader.Send("/office/guide", "form[action*='Sign']")).Leads());
        Assert.Contains("第 1 版", (await editor.Open("/office/guide")).QuerySelector("dl.facts").Words(), StringComparison.Ordinal);

        await platform.In(async store =>
        {
            var agency = await store.Agencies.WithCode("cgj").SingleAsync(Cancelled);
            agency.Office = agency.Office with { Address = "某区新址1号" };
            await store.Save(new(new("test.prepared", "测试准备"), Records.Hand.Program, Platform.Now, agency.Id));
        });
        Assert.Contains("指南未及时更新", (await editor.Open("/office/guide")).QuerySelector("main").Words(), StringComparison.Ordinal);
        await (await editor.Send("/office/guide", "form[action*='Confirm']")).Leads();
        Assert.DoesNotContain("指南未及时更新", (await editor.Open("/office/guide")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("请填写修改原因。", await (await editor.Send("/office/guide/edit", "form.fields", ("Input.Fees", "免费。"))).Leads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_documents_are_marked_in_one_act_with_the_basis_and_the_counts_follow()
    {
        Guid agency = default;
        await platform.In(async store =>
        {
            agency = await store.Agencies.WithCode("wygl").Select(one => one.Id).SingleAsync(Cancelled);
            await store.AddUsualColumns(agency);
            if (store.ChangeTracker.HasChanges()) await store.Save(new(new("test.prepared", "测试准备"), Records.Hand.Program, Platform.Now, agency));
            var column = await store.Columns.SingleAsync(one => one.AgencyId == agency && one.Slug == "gfxwj", Cancelled);
            foreach (var title in (string[])["清理甲办法", "清理乙办法", "清理丙办法"])
                await Disclosed.Publish(store, agency, new() { ColumnId = column.Id, Title = title, DocumentNumber = $"某物〔2026〕{title[2]}号", Issuer = "某中心", Genre = Gongkai.Rules.Disclosure.Genre.Normative, FormedOn = new(2026, 3, 2), Validity = Gongkai.Rules.Disclosure.Validity.InForce, Html = "<p>一</p>", Plain = "一" }, new(2026, 3, 5, 2, 0, 0, TimeSpan.Zero));
        });
        var legal = await platform.As(Role.Legal, "wygl");
        var page = await legal.Open("/office/cleanup");
        Assert.Contains("清理甲办法", (await legal.Open("/office/cleanup?state=uninterpreted")).QuerySelector("table.list").Words(), StringComparison.Ordinal);
        var before = Counts(page);
        var chosen = page.QuerySelectorAll("input[name='Input.Chosen']").Where(box => box.Closest("tr").Words().Contains("清理甲", StringComparison.Ordinal) || box.Closest("tr").Words().Contains("清理乙", StringComparison.Ordinal))
            .Select(box => ("Input.Chosen", box.GetAttribute("value")!)).ToArray();
        Assert.Equal(2, chosen.Length);

        Assert.Contains("请填写依据", await (await legal.Send("/office/cleanup", "form.fields", [.. chosen, ("Input.Validity", "Repealed"), ("Input.On", "2026-05-01")])).Leads(), StringComparison.Ordinal);
        Assert.Contains("请填写废止或者失效的日期。", await (await legal.Send("/office/cleanup", "form.fields", [.. chosen, ("Input.Validity", "Repealed"), ("Input.Why", "清理公告")])).Leads(), StringComparison.Ordinal);
        Assert.Contains("请先在表中选择文件。", await (await legal.Send("/office/cleanup", "form.fields", ("Input.Validity", "InForce"), ("Input.Why", "清理公告"))).Leads(), StringComparison.Ordinal);
        await (await legal.Send("/office/cleanup", "form.fields", [.. chosen, ("Input.Validity", "Repealed"), ("Input.On", "2026-05-01"), ("Input.Why", "清理公告")])).Leads();

        page = await legal.Open("/office/cleanup?state=over");
        Assert.Contains("清理公告（2026-05-01）", page.QuerySelector("table.list").Words(), StringComparison.Ordinal);
        var after = Counts(page);
        Assert.Equal((before.Made, before.Ended + 2, before.InForce - 2), after);
        await platform.In(async store => Assert.Equal(1, await store.Trail.CountAsync(entry => entry.Chain == agency && entry.Deed == "item.validity", Cancelled)));
        Assert.Null((await (await platform.As(Role.Editor, "wygl")).Open("/office/cleanup")).QuerySelector("input[name='Input.Chosen']"));

        static (int Made, int Ended, int InForce) Counts(IDocument page) =>
            page.QuerySelectorAll("[aria-labelledby=zhifa] tbody td").Select(cell => int.Parse(cell.Words(), System.Globalization.CultureInfo.InvariantCulture)).ToList() is [var made, var ended, var force, ..] ? (made, ended, force) : default;
    }
}
