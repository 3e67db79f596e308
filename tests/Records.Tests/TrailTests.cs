using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Records.Tests;

/// <summary>Every write stands in the trail, in the same transaction, or does not happen.</summary>
public sealed class TrailTests(TestStores stores)
{
    static readonly Deed Founded = new("test.founded", "设立机关");
    static readonly Hand Clerk = new(Guid.Parse("01930000-0000-7000-8000-000000000001"), "演示·张一", "10.0.0.8");

    static Agency Bureau(string code = "zjj") => new() { Code = code, Name = "某区住房和城乡建设局" };

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task An_entry_says_who_did_what_when_from_where_and_why(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));
        var bureau = Bureau();
        store.Add(bureau);
        await store.Save(new(Founded, Clerk, TestActs.Now, Why: "区编办批复"));
        bureau.Name = "某区住建局";
        await store.Save(new(new("test.renamed", "更名"), Clerk, TestActs.Now, Why: "机构改革"));

        var entry = await store.Trail.SingleAsync(entry => entry.Sequence == 2, TestContext.Current.CancellationToken);
        Assert.Equal(("test.renamed", Clerk.Account, "演示·张一", "10.0.0.8", "机构改革"), (entry.Deed, entry.Account, entry.By, entry.From, entry.Why));
        Assert.Equal(TestActs.Now, entry.At);
        Assert.Contains("\"before\":{\"Name\":\"某区住房和城乡建设局\"},\"after\":{\"Name\":\"某区住建局\"}", entry.Content, StringComparison.Ordinal);
        Assert.Equal(2, bureau.Revision);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_change_without_a_hand_is_refused(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));
        store.Add(Bureau());

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await store.Agencies.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task If_the_trail_cannot_be_written_the_act_fails(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        await using (var broken = StoreChoice.Open(connection))
            await broken.Database.ExecuteSqlRawAsync("ALTER TABLE trail_entries RENAME TO somewhere_else", TestContext.Current.CancellationToken);
        await using var store = StoreChoice.Open(connection);
        store.Add(Bureau());

        await Assert.ThrowsAnyAsync<Exception>(() => store.Save(TestActs.Test));
        Assert.Equal(0, await store.Agencies.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_fails_half_way_leaves_neither_row_nor_entry(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));

        await Assert.ThrowsAsync<NotSupportedException>(() => store.Write(TestActs.Test, async () =>
        {
            store.Add(Bureau());
            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
            throw new NotSupportedException();
        }));
        await store.Save(TestActs.Test);

        Assert.Equal(0, await store.Agencies.CountAsync(TestContext.Current.CancellationToken) + await store.Trail.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Of_two_who_change_the_same_revision_the_second_is_told(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        await using var first = StoreChoice.Open(connection);
        first.Add(Bureau());
        await first.Save(TestActs.Test);
        await using var second = StoreChoice.Open(connection);
        var hers = await second.Agencies.SingleAsync(TestContext.Current.CancellationToken);
        (await first.Agencies.SingleAsync(TestContext.Current.CancellationToken)).ShortName = "住建局";
        await first.Save(TestActs.Test);

        hers.ShortName = "区住建";
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.Save(TestActs.Test));

        Assert.Equal("住建局", (await second.Agencies.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).ShortName);
        Assert.Empty(await Verification.Of(() => StoreChoice.Open(connection)).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Many_who_write_at_once_make_one_chain(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(clerk => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                await using var store = StoreChoice.Open(connection);
                store.Add(Bureau($"a{clerk}-{i}"));
                await store.Save(TestActs.Test);
            }
        }, TestContext.Current.CancellationToken)));

        await using var after = StoreChoice.Open(connection);
        Assert.Equal(100, await after.Trail.CountAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await Verification.Of(() => StoreChoice.Open(connection)).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Rows_of_an_older_program_are_taken_in_once(StoreKind kind)
    {
        var connection = stores.Nowhere(kind);
        await using var store = StoreChoice.Open(connection);
        store.Alone(() => store.GetService<IMigrator>().Migrate("First"));
        await store.Database.ExecuteSqlAsync($"INSERT INTO agencies (\"Id\", \"Code\", \"Name\") VALUES ({Guid.CreateVersion7()}, {"old"}, {"某区"})", TestContext.Current.CancellationToken);
        store.Prepare();

        await store.Adopt(TestActs.Test);
        await store.Adopt(TestActs.Test);

        Assert.Equal("store.adopted", (await store.Trail.SingleAsync(TestContext.Current.CancellationToken)).Deed);
        Assert.Empty(await Verification.Of(() => StoreChoice.Open(connection)).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task The_database_itself_keeps_the_trail_from_being_changed(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));
        await store.Note(TestActs.Test, "查看");

        foreach (var sql in (string[])["UPDATE trail_entries SET \"By\" = 'x'", "DELETE FROM trail_entries", "DELETE FROM trail_changes"])
            if (kind == StoreKind.Postgres || !sql.Contains("changes", StringComparison.Ordinal))
                await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Every_table_is_in_the_trail_or_says_why_not()
    {
        using var store = StoreChoice.Open(stores.Nowhere(StoreKind.Sqlite));
        Assert.Empty(store.Model.GetEntityTypes().Where(table => !table.IsTrailed() && table.WhyUntrailed() is not { Length: > 0 }).Select(table => table.Name));
        Assert.All(store.Model.GetEntityTypes().Where(table => table.IsTrailed()), table => Assert.DoesNotContain(table.GetProperties(), column => column.IsShadowProperty()));
    }

    /// <summary>Whoever verifies reads an older state than stands when they look again: what was deleted in between, and recorded, is no fault.</summary>
    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_is_changed_or_deleted_while_rows_are_verified_is_no_fault(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        await using Store reading = StoreChoice.Open(connection), looking = StoreChoice.Open(connection), other = StoreChoice.Open(connection);
        Agency gone = new() { Code = "gone", Name = "某局" }, changed = new() { Code = "changed", Name = "某局" };
        other.AddRange(gone, changed);
        other.SaveNow();
        await reading.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var old = reading.Database.GetDbConnection() is Microsoft.Data.Sqlite.SqliteConnection file ? file.BeginTransaction(deferred: true)
            : await reading.Database.GetDbConnection().BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, TestContext.Current.CancellationToken);
        await reading.Database.UseTransactionAsync(old, TestContext.Current.CancellationToken);
        Assert.Equal(2, await reading.Agencies.CountAsync(TestContext.Current.CancellationToken));

        other.Remove(gone);
        changed.Name = "另一局";
        other.SaveNow();

        Assert.Empty(await Verification.OfTable<Agency>(reading, looking, reading.Model.FindEntityType(typeof(Agency))!).ToListAsync(TestContext.Current.CancellationToken));
    }
}
