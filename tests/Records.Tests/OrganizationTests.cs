using Gongkai.Records.Calendars;
using Gongkai.Records.Demo;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

/// <summary>Units, people, duties and tasks as the store keeps them, on both stores.</summary>
public sealed class OrganizationTests(TestStores stores)
{
    static readonly DateOnly Today = new(2026, 11, 22);

    sealed record Setting(Agency Old, Agency New, Department Department, Department Receiving, Person Person, Duty Duty, WorkTask Task, WorkTask Done);

    static Setting Prepare(Store store)
    {
        var old = new Agency { Code = "old", Name = "某区房屋征收站", Kind = AgencyKind.Subordinate };
        var next = new Agency { Code = "new", Name = "某区住房和城乡建设局" };
        var department = new Department { AgencyId = old.Id, Name = "业务科", Order = 1 };
        var receiving = new Department { AgencyId = next.Id, Name = "征收科", Order = 1 };
        var person = new Person { AgencyId = old.Id, DepartmentId = department.Id, Name = "演示·甲一" };
        var duty = new Duty { AgencyId = old.Id, Name = "征收信息公开", Kind = DutyKind.Other, Basis = "演示", From = new(2020, 1, 1) };
        WorkTask Task(string title) => new() { AgencyId = old.Id, Title = title, DepartmentId = department.Id, PersonId = person.Id, DueOn = Today.AddDays(3), GivenById = null, GivenByName = "演示", GivenAt = TestActs.Now };
        var (task, done) = (Task("公开补偿方案"), Task("公开分户结果"));
        done.Finish(TestActs.Now, "已公开", null);
        store.AddRange(old, next, department, receiving, person, duty, task, done,
            new Post { AgencyId = old.Id, PersonId = person.Id, DepartmentId = department.Id, Title = "站长", Rank = Rank.DepartmentHead, From = new(2020, 1, 1) },
            new DutyAssignment { DutyId = duty.Id, DepartmentId = department.Id, PersonId = person.Id, From = new(2020, 1, 1) });
        store.SaveNow();
        return new(old, next, department, receiving, person, duty, task, done);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task An_abolished_unit_hands_over_in_one_act_and_its_history_stays_under_its_name(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        using var store = StoreChoice.Open(connection);
        var s = Prepare(store);
        Assert.Equal(new Succession.Estate(1, 1, 1, 0), await store.EstateOf(s.Old.Id));

        await store.Write(TestActs.Test with { Deed = OrganizationDeeds.AgencyAbolished }, () => store.HandOver(s.Old, s.New, s.Receiving, Today, TestActs.Now, "演示"));

        using var after = StoreChoice.Open(connection);
        Assert.Equal(1, await after.Trail.CountAsync(entry => entry.Deed == "agency.abolished", TestContext.Current.CancellationToken));
        Assert.Equal((s.New.Id, Today), ((await after.Agencies.FindAsync([s.Old.Id], TestContext.Current.CancellationToken))!.SuccessorId!.Value, (await after.Agencies.FindAsync([s.Old.Id], TestContext.Current.CancellationToken))!.AbolishedOn!.Value));
        var person = (await after.People.FindAsync([s.Person.Id], TestContext.Current.CancellationToken))!;
        Assert.Equal((s.New.Id, s.Receiving.Id), (person.AgencyId, person.DepartmentId!.Value));
        Assert.Equal((s.New.Id, TaskState.HandedOver), ((await after.Tasks.FindAsync([s.Task.Id], TestContext.Current.CancellationToken))!.AgencyId, (await after.Tasks.FindAsync([s.Task.Id], TestContext.Current.CancellationToken))!.State));
        // What was done stays where it was done.
        Assert.Equal(s.Old.Id, (await after.Tasks.FindAsync([s.Done.Id], TestContext.Current.CancellationToken))!.AgencyId);
        Assert.Equal(Today, (await after.Duties.FindAsync([s.Duty.Id], TestContext.Current.CancellationToken))!.EndedOn);
        Assert.Equal(s.Old.Id, (await after.Posts.SingleAsync(TestContext.Current.CancellationToken)).AgencyId);
        var line = Assert.Single(await after.LinesOf(s.New.Id));
        Assert.Equal((s.Duty.Id, "演示·甲一", "征收科"), (line.Duty.CameFromId!.Value, line.Person!.Name, line.Department!.Name));
        Assert.Equal(["没有负责的领导，请指定分管领导"], line.Line.Breaks());
        Assert.Equal([s.New.Id, s.Old.Id], await after.WithPredecessors(s.New.Id));
        Assert.Equal(new Succession.Estate(0, 0, 0, 0), await after.EstateOf(s.Old.Id));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_successor_without_a_department_for_it_gets_one_with_the_old_name(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var s = Prepare(store);
        await store.Write(TestActs.Test, () => store.HandOver(s.Old, s.New, null, Today, TestActs.Now, "演示"));

        Assert.True(await store.Departments.AnyAsync(one => one.AgencyId == s.New.Id && one.Name == "某区房屋征收站" && one.IsUnit, TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_unit_is_not_merged_into_one_below_it(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        Agency above = new() { Code = "a", Name = "甲局" }, below = new() { Code = "b", Name = "乙站", ParentId = above.Id };
        store.AddRange(above, below);
        store.SaveNow();

        Assert.StartsWith("所选的承接单位在被撤销的单位之下", (await store.ToAbolishing(above, below))!.Reason, StringComparison.Ordinal);
        Assert.Equal("下面还有 1 个单位，请先调整它们的隶属关系，或选择承接单位。", (await store.ToAbolishing(above, null))!.Reason);
        Assert.Null(await store.ToAbolishing(below, above));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_unit_that_moves_keeps_where_it_was(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        Agency first = new() { Code = "a", Name = "甲局" }, second = new() { Code = "b", Name = "乙局" }, unit = new() { Code = "c", Name = "丙站", ParentId = first.Id, FoundedOn = new(2019, 5, 15) };
        store.AddRange(first, second, unit);
        store.SaveNow();
        await store.Place(unit, second.Id, new(2026, 3, 1));
        store.SaveNow();
        await store.Place(unit, second.Id, new(2026, 4, 1));
        store.SaveNow();

        var placements = await store.Placements.OrderBy(placement => placement.From).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([(first.Id, new DateOnly(2019, 5, 15), new DateOnly(2026, 3, 1)), (second.Id, new DateOnly(2026, 3, 1), null)],
            placements.Select(one => (one.ParentId!.Value, one.From, one.Until)));
        Assert.Equal("所选的上级单位本身就在这个单位之下，请另选上级单位。", (await store.ToPlacing(second.Id, AgencyKind.Department, unit))!.Reason);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Two_who_change_a_person_at_once_cannot_both_succeed(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        using var first = StoreChoice.Open(connection);
        var s = Prepare(first);
        using var second = StoreChoice.Open(connection);
        var same = (await second.People.FindAsync([s.Person.Id], TestContext.Current.CancellationToken))!;
        s.Person.Telephone = "0000-1";
        await first.Save(TestActs.Test);
        same.Telephone = "0000-2";

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.Save(TestActs.Test));
        Assert.Equal("0000-1", (await first.People.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).Telephone);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_substitute_has_the_tasks_of_who_is_away_from_the_first_day_through_the_last(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var s = Prepare(store);
        var substitute = new Person { AgencyId = s.Old.Id, DepartmentId = s.Department.Id, Name = "演示·乙二" };
        store.AddRange(substitute, new StandIn { AgencyId = s.Old.Id, AwayId = s.Person.Id, SubstituteId = substitute.Id, From = Today, Until = Today.AddDays(2) });
        store.SaveNow();

        Assert.Equal([substitute.Id], await store.HandsOf(substitute.Id, Today.AddDays(-1)));
        Assert.Equal([substitute.Id, s.Person.Id], await store.HandsOf(substitute.Id, Today));
        Assert.Equal([substitute.Id, s.Person.Id], await store.HandsOf(substitute.Id, Today.AddDays(2)));
        Assert.Equal([substitute.Id], await store.HandsOf(substitute.Id, Today.AddDays(3)));
        Assert.Equal([s.Person.Id], await store.HandsOf(s.Person.Id, Today));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Reminders_name_the_task_the_day_and_whoever_stands_in(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var s = Prepare(store);
        var substitute = new Person { AgencyId = s.Old.Id, Name = "演示·乙二" };
        store.AddRange(substitute, new StandIn { AgencyId = s.Old.Id, AwayId = s.Person.Id, SubstituteId = substitute.Id, From = new(2026, 11, 23), Until = new(2026, 11, 23) });
        store.SaveNow();

        // Due on Wednesday 25 November: two working days after Monday.
        var reminder = Assert.Single(await store.RemindersOn(new(2026, 11, 23), Reminders.Usual, store.CalendarsOf).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal((s.Task.Id, "还剩 2 个工作日"), (reminder.Task.Id, reminder.Words));
        Assert.Equal([s.Person.Id, substitute.Id], reminder.People);
        Assert.Empty(await store.RemindersOn(new(2026, 11, 24), Reminders.Usual, store.CalendarsOf).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal("已超期 1 个工作日", Assert.Single(await store.RemindersOn(new(2026, 11, 26), Reminders.Usual, store.CalendarsOf).ToListAsync(TestContext.Current.CancellationToken)).Words);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_has_no_one_is_found(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var s = Prepare(store);
        s.Person.Leave(Today);
        store.Add(new Department { AgencyId = s.Old.Id, Name = "空科室", Order = 2 });
        s.Task.PersonId = null;
        store.SaveNow();
        var gaps = await store.GapsOf(s.Old.Id);

        Assert.Equal(["业务科", "空科室"], gaps.EmptyDepartments.Select(department => department.Name));
        Assert.Equal(1, gaps.TasksOfNobody);
        Assert.Equal(["没有负责的领导，请指定分管领导", "责任人已离岗，请重新指定"], Assert.Single(gaps.Broken).Line.Breaks());
        Assert.Empty(gaps.LeftWithTasks);
        Assert.True((await store.GapsOf(s.New.Id)).EmptyDepartments.Count == 1);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task The_demo_bureau_comes_with_an_organization_once(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        Demo.Demo.Seed(store, TestActs.Now, [DemoAgency.All[0], DemoAgency.Bureau]);
        Demo.Demo.Seed(store, TestActs.Now, [DemoAgency.All[0], DemoAgency.Bureau]);
        var bureau = await store.Agencies.WithCode("zjj").SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal(7, await store.Departments.CountAsync(TestContext.Current.CancellationToken));
        Assert.All(await store.People.ToListAsync(TestContext.Current.CancellationToken), person => Assert.StartsWith("演示·", person.Name, StringComparison.Ordinal));
        var gaps = await store.GapsOf(bureau.Id);
        Assert.Equal(["城建档案室"], gaps.EmptyDepartments.Select(department => department.Name));
        Assert.Equal(["演示·寅三"], gaps.LeftWithTasks.Select(left => left.Person.Name));
        Assert.Equal(1, gaps.TasksOfNobody);
        Assert.Equal(["信息公开考核评议", "施工许可结果公开", "物业服务信息公开"], gaps.Broken.Select(line => line.Duty.Name).Order(StringComparer.Ordinal));
        Assert.Equal(1, await store.LeadingGroups.CountAsync(group => group.Until == null, TestContext.Current.CancellationToken));
    }
}
