using Gongkai.Records.Disclosure;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office;

/// <summary>What stands beside another row: decisions that are no licences, contracts of projects, the items of documents.</summary>
public sealed partial class RegisterTests
{
    [Fact]
    public async Task A_service_decision_tells_the_public_no_name_and_no_circumstances()
    {
        var (author, tail) = (new Clerk(await platform.As(Role.Handler)), Unique);
        (string, string)[] values = [("Values[party]", Person), ("Values[partyKind]", "自然人"), ("Values[number]", $"样保{tail}"), ("Values[title]", "公共租赁住房资格确认"), ("Values[type]", "行政确认"), ("Values[result]", "准予"), ("Values[basis]", "《公共租赁住房管理办法》第七条"), ("Values[on]", "2026-05-25")];
        var (path, page) = await author.Press("/office/registers/services/new", "登记", [.. values, ("Values[content]", $"{Person}家庭月收入低于标准，准予轮候。")]);
        Assert.Contains("已登记，请在 2026-06-23 前送审公开。", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        var submit = $"/office/registers/services/submit?row={path.Split('/')[^1]}";
        Assert.Contains("“办理结果内容”中写有个人情况（“月收入”），请删去后再送审。", (await author.Open(submit)).QuerySelector("main").Words(), StringComparison.Ordinal);
        await author.Press($"{path}/edit", "保存", ("Values[content]", $"确认{Person}具有申请资格。"), ("Why", "删去个人情况"));
        var (batch, _) = await author.Press(submit, "送审", ("Name", $"批次{tail}"));
        Assert.Equal("404", await Portal($"/zfxxgk/qtfw/{path.Split('/')[^1]}.html"));
        await Publish(batch);
        var shown = await Portal($"/zfxxgk/qtfw/{path.Split('/')[^1]}.html");
        Assert.Contains("确认演示***具有申请资格。", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Person, shown, StringComparison.Ordinal);
        Assert.Contains($"样保{tail}", await Portal($"/zfxxgk/qtfw/?q={Uri.EscapeDataString($"样保{tail}")}&ks=2026-05-25&js=2026-05-25"), StringComparison.Ordinal);
        Assert.Contains("没有符合条件的记录", await Portal($"/zfxxgk/qtfw/?q={Uri.EscapeDataString($"样保{tail}")}&ks=2026-05-26"), StringComparison.Ordinal);
        Assert.Contains($"样保{tail}", await Portal("/zfxxgk/qtfw/sj.json?ks=2026-05-25"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_project_asks_for_its_contract_and_the_contract_has_two_working_days()
    {
        var (author, tail) = (new Clerk(await platform.As(Role.Handler)), Unique);
        var (project, _) = await author.Press("/office/registers/procurement/new", "登记", ("Values[number]", $"样采{tail}"), ("Values[title]", $"样例采购{tail}"), ("Values[on]", "2026-05-20"), ("Values[amount]", "893800"), ("Values[supplier]", "示例科技有限公司"), ("Values[signed]", "2026-05-26"));
        Assert.Contains($"样采{tail} 已签订合同，请登记合同并公告", (await author.Open("/office/")).QuerySelector("main").Words(), StringComparison.Ordinal);
        var link = (await author.Open(project)).QuerySelectorAll("main a").Single(one => one.Words() == "登记合同").GetAttribute("href")!;
        var (contract, page) = await author.Press(link, "登记", ("Values[number]", $"样合{tail}"));
        Assert.Contains("已登记，请在 2026-05-28 前送审公开。", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("893800", page.QuerySelector("dl.facts").Words(), StringComparison.Ordinal);
        Assert.Contains($"样采{tail}", page.QuerySelector("dl.facts").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain($"样采{tail} 已签订合同", (await author.Open("/office/")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains($"样合{tail}", (await author.Open(project)).QuerySelector("dl.facts").Words(), StringComparison.Ordinal);
        // It is 2026-06-01: late, on the list of what is late, and on the desk; once public it stays known as late.
        Assert.Contains($"样合{tail}", (await author.Open("/office/registers/contracts?late=waiting")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("政府采购合同等待送审公开", (await author.Open("/office/")).QuerySelector("main").Words(), StringComparison.Ordinal);
        var (batch, _) = await author.Press($"/office/registers/contracts/submit?row={contract.Split('/')[^1]}", "送审", ("Name", $"批次{tail}"));
        await Publish(batch);
        Assert.DoesNotContain($"样合{tail}", (await author.Open("/office/registers/contracts?late=waiting")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains($"样合{tail}", (await author.Open("/office/registers/contracts?late=published")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("示例科技有限公司", await Portal($"/zfxxgk/cght/?q={Uri.EscapeDataString("示例科技")}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_document_and_its_row_lead_to_each_other_and_what_is_not_joined_is_listed()
    {
        var (author, tail) = (new Clerk(await platform.As(Role.Editor)), Unique);
        InformationItem item = null!;
        await platform.In(async store => item = await store.Items.AsNoTracking().Where(one => one.Genre == Genre.Normative && one.State == ItemState.Published && one.DocumentNumber != null && !store.Normatives.Any(row => row.ItemId == one.Id)).OrderBy(one => one.Id).FirstAsync(Cancelled));
        Assert.Contains("没有对应的登记，第二张表没有计入", (await author.Open($"/office/items/{item.Handle}")).QuerySelector("main").Words(), StringComparison.Ordinal);
        var year = item.FormedOn.Year;
        var listed = (await author.Open($"/office/registers/agreement?year={year}")).QuerySelectorAll("tr").Single(row => row.QuerySelector($"a[href='/office/items/{item.Handle}']") is not null);
        Assert.Contains("已经公开，台账没有登记", listed.Words(), StringComparison.Ordinal);
        Assert.Contains("制发：公开信息多 1 件", listed.Words(), StringComparison.Ordinal);
        // A row of the same number without its item; the page that joins them offers it.
        var (path, _) = await author.Press("/office/registers/normative/new", "登记", ("Values[number]", item.DocumentNumber!), ("Values[title]", item.Title), ("Values[on]", $"{item.FormedOn:yyyy-MM-dd}"));
        var (_, other) = await author.Press($"{path}/item?q={Uri.EscapeDataString("没有这样的文件" + tail)}", await author.Open($"{path}/item"), "对应", ("Chosen", "nothing"));
        Assert.Contains("没有这条公开信息，请重新选择。", other.QuerySelector("main").Words(), StringComparison.Ordinal);
        var (_, joined) = await author.Press($"{path}/item", "对应");
        Assert.NotNull(joined.QuerySelector($"a[href='/office/items/{item.Handle}']"));
        Assert.NotNull((await author.Open($"/office/items/{item.Handle}")).QuerySelector($"a[href='{path}']"));
        await author.Press($"{path}/item", "取消对应");
        var (again, _) = await author.Press($"/office/registers/agreement?year={year}", "按文号自动对应");
        Assert.NotNull((await author.Open(path)).QuerySelector($"a[href='/office/items/{item.Handle}']"));
        await author.Press(path, "作废", ("Why", "测试"));
        Assert.Contains("没有对应的登记", (await author.Open($"/office/items/{item.Handle}")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }
}
