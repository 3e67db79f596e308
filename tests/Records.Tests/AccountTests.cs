using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

/// <summary>Accounts, the people whose they are, and the roles that they have, on both stores.</summary>
public sealed class AccountTests(TestStores stores)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    sealed record Setting(Agency Agency, Department Department, Department Closed, Person One, Person Other, Person Gone, Person Stranger, Account First, Account Second);

    static Setting Prepare(Store store)
    {
        Agency agency = new() { Code = "one", Name = "某区住房和城乡建设局" }, neighbour = new() { Code = "two", Name = "某区城市管理局" };
        Department department = new() { AgencyId = agency.Id, Name = "住房保障科" }, closed = new() { AgencyId = agency.Id, Name = "旧科" };
        closed.Abolish(new(2026, 1, 1), null);
        Person Someone(string name, Agency home) => new() { AgencyId = home.Id, Name = name };
        var (one, other, gone, stranger) = (Someone("演示·甲一", agency), Someone("演示·乙二", agency), Someone("演示·丙三", agency), Someone("演示·丁四", neighbour));
        gone.Leave(new(2026, 5, 1));
        Account first = new() { SignInName = "first", Name = "演示甲", AgencyId = agency.Id, Stamp = "a" }, second = new() { SignInName = "second", Name = "演示乙", AgencyId = agency.Id, Stamp = "b" };
        store.AddRange(agency, neighbour, department, closed, one, other, gone, stranger, first, second);
        store.SaveNow();
        return new(agency, department, closed, one, other, gone, stranger, first, second);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_person_has_one_account_and_whoever_joins_is_in_the_trail(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var s = Prepare(store);
        Assert.Null(await store.Join(TestActs.Test, s.First.Id, s.One.Id));
        Assert.Equal("演示·甲一已有账号 first，一人只能有一个账号。请先在那个账号上取消关联。", (await store.Join(TestActs.Test, s.Second.Id, s.One.Id))?.Reason);
        Assert.Equal("演示·丙三已于 2026-05-01 离岗，不能关联账号，请选择在岗的人员。", (await store.Join(TestActs.Test, s.Second.Id, s.Gone.Id))?.Reason);
        Assert.Equal("所选人员不属于账号所在的单位，请重新选择。", (await store.Join(TestActs.Test, s.Second.Id, s.Stranger.Id))?.Reason);
        Assert.Equal(["演示·乙二"], await store.PeopleWithoutAccount(s.Agency.Id).Select(person => person.Name).ToListAsync(Cancelled));

        var stamp = s.First.Stamp;
        Assert.Null(await store.Join(TestActs.Test, s.First.Id, null));
        Assert.NotEqual(stamp, (await store.Accounts.AsNoTracking().SingleAsync(one => one.Id == s.First.Id, Cancelled)).Stamp);
        Assert.Null(await store.Join(TestActs.Test, s.Second.Id, s.One.Id));
        Assert.Equal(["account.person-joined", "account.person-parted", "account.person-joined"],
            await store.Trail.Where(entry => entry.Deed.StartsWith("account.person-") && entry.Content.Contains(s.First.Id.ToString()) || entry.Deed.StartsWith("account.person-") && entry.Content.Contains(s.Second.Id.ToString()))
                .OrderBy(entry => entry.Sequence).Select(entry => entry.Deed).ToListAsync(Cancelled));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task The_store_itself_refuses_a_second_account_for_a_person(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var s = Prepare(store);
        (s.First.PersonId, s.Second.PersonId) = (s.One.Id, s.One.Id);
        await Assert.ThrowsAsync<DbUpdateException>(() => store.Save(TestActs.Test));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_role_is_granted_for_a_department_of_its_agency_that_exists(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var s = Prepare(store);
        Assert.Null(await store.Grant(TestActs.Test, s.First.Id, Role.Handler, s.Agency.Id, s.Department.Id));
        Assert.Equal("这个账号已有这个角色，不用重复授予。", (await store.Grant(TestActs.Test, s.First.Id, Role.Handler, s.Agency.Id, s.Department.Id))?.Reason);
        Assert.Equal("所选科室不在这个单位，或者已撤销，请重新选择。", (await store.Grant(TestActs.Test, s.First.Id, Role.Handler, s.Agency.Id, s.Closed.Id))?.Reason);
        Assert.Equal("所选科室不在这个单位，或者已撤销，请重新选择。", (await store.Grant(TestActs.Test, s.First.Id, Role.Handler, s.Stranger.AgencyId, s.Department.Id))?.Reason);
        Assert.Equal("安全审计员面向整个单位，不能限定到科室，请把范围改为单位。", (await store.Grant(TestActs.Test, s.Second.Id, Role.SecurityAuditor, s.Agency.Id, s.Department.Id))?.Reason);
        var grant = await store.Grants.AsNoTracking().SingleAsync(Cancelled);
        Assert.Equal(s.Department.Id, grant.DepartmentId);
        Assert.Null(await store.Take(TestActs.Test, grant.Id));
        Assert.Equal(0, await store.Grants.CountAsync(Cancelled));
    }
}
