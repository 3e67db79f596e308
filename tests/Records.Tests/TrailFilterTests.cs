using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongkai.Records.Tests;

/// <summary>What the auditor asks of the trail: by whom, of what, from where, in which department; and who saw what of whom.</summary>
public sealed class TrailFilterTests(TestStores stores)
{
    static readonly Deed Look = new("test.looked", "查看", Looks: true), Work = new("test.worked", "办理");

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Every_part_of_a_filter_finds_what_it_names_and_nothing_else(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, department, subject, account) = await Office(store);
        var (one, other) = (new Hand(account.Id, account.Name, "10.0.0.1"), new Hand(null, "别人", "10.0.0.2"));
        await store.Note(new(Look, one, TestActs.Now.AddHours(1), agency.Id, "核对"), null, store.Mention(subject, nameof(Person.Mobile)));
        await store.Note(new(Work, other, TestActs.Now.AddHours(2), agency.Id), "别的事");
        subject.Telephone = "0000-0001";
        await store.Save(new(Work, other, TestActs.Now.AddHours(3)));

        foreach (var (filter, count) in (IEnumerable<(TrailFilter, int)>)
        [
            (new() { Chain = agency.Id }, 2), (new() { Chain = Guid.AllBitsSet }, 0),
            (new() { From = TestActs.Now.AddHours(1), Until = TestActs.Now.AddHours(3) }, 2),
            (new() { Deeds = [Look.Code] }, 1), (new() { Deeds = [Look.Code, Work.Code] }, 3),
            (new() { By = "别人" }, 2), (new() { Account = account.Id }, 1), (new() { Department = department.Id }, 1), (new() { Address = "10.0.0.2" }, 2),
            // Made with the rest, looked at, changed.
            (new() { Record = subject.Id }, 3), (new() { Record = subject.Id, Deeds = [Look.Code] }, 1), (new() { Record = subject.Id, Account = account.Id }, 1),
        ])
            Assert.True(await filter.In(store).CountAsync(Cancelled) == count, $"{filter}");
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task The_department_is_that_of_the_day_on_which_it_was_done(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, department, _, account) = await Office(store);
        var hand = new Hand(account.Id, account.Name, "10.0.0.1");
        await store.Note(new(Work, hand, TestActs.Now, agency.Id), "在原科室");
        var next = new Department { AgencyId = agency.Id, Name = "新科室", Order = 2 };
        store.Add(next);
        (await store.People.SingleAsync(person => person.Id == account.PersonId, Cancelled)).DepartmentId = next.Id;
        await store.Save(TestActs.Test);
        await store.Note(new(Work, hand, TestActs.Now, agency.Id), "在新科室");

        Assert.Contains("在原科室", (await new TrailFilter { Department = department.Id }.In(store).SingleAsync(Cancelled)).Content, StringComparison.Ordinal);
        Assert.Contains("在新科室", (await new TrailFilter { Department = next.Id }.In(store).SingleAsync(Cancelled)).Content, StringComparison.Ordinal);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Pages_show_everything_once_also_what_was_done_in_one_moment(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));
        var (agency, _, _, _) = await Office(store);
        for (var n = 0; n < 12; n++) await store.Note(new(Work, Hand.Program, TestActs.Now.AddHours(n / 7), n % 3 == 0 ? null : agency.Id), $"{n}");
        List<(Guid, long)> seen = [];
        TrailPlace? before = null;
        do
        {
            var (rows, older) = await new TrailFilter { Deeds = [Work.Code] }.In(store).Page(before, 3, entry => new { entry.Chain, entry.Sequence, entry.At }, row => new(row.At, row.Sequence));
            Assert.InRange(rows.Count, 1, 5);
            seen.AddRange(rows.Select(row => (row.Chain, row.Sequence)));
            before = older is null ? null : TrailPlace.Parse(older.ToString());
        }
        while (before is not null);

        Assert.Equal((12, 12), (seen.Count, seen.Distinct().Count()));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Every_question_of_the_trail_is_answered_by_an_index(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));
        foreach (var filter in (TrailFilter[])
        [
            new(), new() { Chain = Guid.AllBitsSet }, new() { Deeds = ["a"] }, new() { By = "a" }, new() { Account = Guid.AllBitsSet }, new() { Department = Guid.AllBitsSet }, new() { Address = "a" }, new() { Record = Guid.AllBitsSet },
        ])
        {
            var plan = await store.PlanOf(filter.In(store).Where(entry => entry.At <= TestActs.Now).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Sequence).Take(51), Cancelled);
            Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
            Assert.DoesNotContain(plan.Split('\n'), line => line.StartsWith("SCAN t", StringComparison.Ordinal) && !line.Contains("USING", StringComparison.Ordinal));
        }
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_is_still_to_be_adopted_is_found_without_reading_the_tables(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));
        foreach (var table in store.Model.GetEntityTypes().Where(table => table.IsTrailed()))
        {
            var plan = await (Task<string>)typeof(TrailFilterTests).GetMethod(nameof(PlanOfAdopting))!.MakeGenericMethod(table.ClrType).Invoke(null, [store])!;
            Assert.Contains($"IX_{table.GetTableName()}_Revision", plan, StringComparison.Ordinal);
        }
    }

    public static Task<string> PlanOfAdopting<T>(Store store) where T : class, IRecord => store.PlanOf(store.UnadoptedRows<T>(), Cancelled);

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_look_that_is_taken_out_of_the_index_or_moved_to_another_record_is_found(StoreKind kind)
    {
        foreach (var sql in (string[])["DELETE FROM trail_mentions", "UPDATE trail_mentions SET \"Record\" = '00000000-0000-0000-0000-000000000001'", "UPDATE trail_mentions SET \"Field\" = 'Telephone'"])
        {
            var connection = stores.Ready(kind);
            await using var store = StoreChoice.Open(connection);
            var (agency, _, subject, _) = await Office(store);
            await store.Note(new(Look, Hand.Program, TestActs.Now, agency.Id), null, store.Mention(subject, nameof(Person.Mobile)));
            Assert.Empty(await Verification.Of(() => StoreChoice.Open(connection)).ToListAsync(Cancelled));
            await Assert.ThrowsAnyAsync<Exception>(() => store.Database.ExecuteSqlRawAsync(sql, Cancelled));
            foreach (var guard in kind == StoreKind.Sqlite ? (string[])["DROP TRIGGER trail_mentions_no_update", "DROP TRIGGER trail_mentions_no_delete"] : ["DROP TRIGGER trail_mentions_append_only ON trail_mentions"])
                await store.Database.ExecuteSqlRawAsync(guard, Cancelled);
            Assert.Equal(1, await store.Database.ExecuteSqlRawAsync(sql, Cancelled));

            Assert.EndsWith("#1", Assert.Single(await Verification.Of(() => StoreChoice.Open(connection)).ToListAsync(Cancelled)).Place, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_trailed_table_and_column_has_a_Chinese_name_and_leads_to_a_table_that_there_is()
    {
        using var store = StoreChoice.Open(stores.Nowhere(StoreKind.Sqlite));
        var tables = store.Model.GetEntityTypes().Where(table => table.IsTrailed()).ToList();
        List<string> missing = [];
        foreach (var table in tables)
        {
            var name = table.GetTableName()!;
            if (TrailWords.Of(name) == name) missing.Add(name);
            var columns = Columns(table).ToList();
            missing.AddRange(columns.Where(column => !IsChinese(TrailWords.Of(name, column))).Select(column => $"{name}.{column}"));
            missing.AddRange(columns.Select(column => TrailWords.LeadsTo(table, column)).OfType<string>().Where(to => !tables.Exists(one => one.GetTableName() == to)).Select(to => $"{name} → {to}"));
            if (TrailWords.TitleOf(name) is { } title && (!columns.Contains(title) || table.FindProperty(title)!.FindAnnotation("Gongkai:Personal") is not null)) missing.Add($"{name} = {title}");
        }
        Assert.Empty(missing);
    }

    static bool IsChinese(string? text) => text is [>= '一' and <= '鿿', ..];

    static IEnumerable<string> Columns(IEntityType table) => table.GetFlattenedProperties().Where(column => column.Name != nameof(IRecord.Revision))
        .Select(column => column.DeclaringType is IComplexType inner ? $"{inner.ComplexProperty.Name}.{column.Name}" : column.Name);

    static async Task<(Agency Agency, Department Department, Person Subject, Account Account)> Office(Store store)
    {
        var agency = new Agency { Code = "a1", Name = "某区某局" };
        var department = new Department { AgencyId = agency.Id, Name = "办公室", Order = 1 };
        var (subject, worker) = (new Person { AgencyId = agency.Id, DepartmentId = department.Id, Name = "演示甲" }, new Person { AgencyId = agency.Id, DepartmentId = department.Id, Name = "演示乙" });
        var account = new Account { SignInName = "yi", Name = "演示乙", AgencyId = agency.Id, PersonId = worker.Id, Stamp = "x" };
        store.AddRange(agency, department, subject, worker, account);
        await store.Save(TestActs.Test);
        return (agency, department, subject, account);
    }
}
