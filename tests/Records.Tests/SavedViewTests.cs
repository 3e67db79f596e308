using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Records.Views;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

public sealed class SavedViewTests(TestStores stores)
{
    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task One_sees_ones_own_views_and_those_that_colleagues_share(StoreKind kind)
    {
        var bureau = new Agency { Code = "zjj", Name = "某区住房和城乡建设局" };
        var other = new Agency { Code = "qzf", Name = "某区人民政府" };
        Account me = Someone("chen"), colleague = Someone("li");
        Guid mine = Guid.CreateVersion7(), theirs = Guid.CreateVersion7();
        using var store = StoreChoice.Open(stores.Ready(kind));
        store.AddRange(bureau, other, me, colleague);
        store.SaveNow();
        store.AddRange(
            View(me, "我的", false, bureau, null), View(colleague, "别人的", false, bureau, null), View(colleague, "全单位的", true, bureau, null),
            View(colleague, "本部门的", true, bureau, mine), View(colleague, "别的部门的", true, bureau, theirs), View(colleague, "别的单位的", true, other, null));
        store.SaveNow();

        Assert.Equal(["我的", "全单位的", "本部门的"], await store.SavedViews.Of("/office/numbers", me.Id, bureau.Id, [mine]).Select(view => view.Name).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await store.SavedViews.Of("/office/tasks", me.Id, bureau.Id, [mine]).ToListAsync(TestContext.Current.CancellationToken));

        static Account Someone(string name) => new() { SignInName = name, Name = name, Stamp = "1" };

        static SavedView View(Account account, string name, bool shared, Agency agency, Guid? department) =>
            new() { AccountId = account.Id, AgencyId = agency.Id, Path = "/office/numbers", Name = name, Query = "?year=2026", Shared = shared, DepartmentId = department };
    }

    [Theory]
    [InlineData("本年", "?year=2026", null)]
    [InlineData(" ", "", "请给视图起一个名字，例如“本年作废的文号”。")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "", "视图的名字最多 30 个字，请起得短一些。")]
    public void A_view_has_a_name(string name, string query, string? reason) => Assert.Equal(reason, SavedView.ToSave(name, query)?.Reason);
}
