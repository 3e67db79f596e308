using Gongkai.Records.Calendars;
using Gongkai.Records.Registers;
using Gongkai.Records.Tests.Yearly;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Records.Tests.TestActs;

namespace Gongkai.Records.Tests.Registers;

/// <summary>The road of register rows to the public, on both stores: three others say yes, and nothing is public before.</summary>
public sealed class BatchTests(TestStores stores)
{
    static readonly DateOnly Today = new(2026, 11, 22);
    static readonly Guid Author = Guid.CreateVersion7(), Head = Guid.CreateVersion7(), Secrecy = Guid.CreateVersion7(), Leader = Guid.CreateVersion7();

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static Act By(Guid account, int minute = 0) => new(RegisterDeeds.Passed, new(account, $"{account:N}", "测试"), Now.AddMinutes(minute));

    static ReviewHand Hand(Guid account) => new(account, $"{account:N}", true, true, true, true);

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Nothing_is_public_before_the_leader_and_each_step_is_anothers(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var (batch, rows) = await HandedIn(store, agency);
        var writer = Guid.CreateVersion7();
        rows[0].Wrote(writer);
        await store.Save(Test with { Agency = agency });
        List<BatchOpinion> opinions = [];
        foreach (var (at, who) in ((int, Guid)[])[(1, Head), (2, Secrecy), (3, Leader)])
        {
            Assert.Equal(0, await store.Licences.Public(Today).CountAsync(Cancelled));
            Assert.Equal("您是这一稿的拟稿人，不能审核自己拟的稿，请由其他人审核。", BatchReview.ToJudge(batch, opinions, rows, Hand(Author))!.Reason);
            Assert.Equal("您登记或者修改过这一批中的记录，不能审核，请由其他人审核。", BatchReview.ToJudge(batch, opinions, rows, Hand(writer))!.Reason);
            if (at > 1) Assert.Equal("您已经审核过这一稿的另一个环节，同一人不能审核两个环节，请由其他人办理。", BatchReview.ToJudge(batch, opinions, rows, Hand(Head))!.Reason);
            Assert.Null(BatchReview.ToJudge(batch, opinions, rows, Hand(who)));
            store.Judge(batch, opinions, rows, true, null, By(who, at));
            await store.Save(By(who, at) with { Agency = agency });
            opinions = await store.OpinionsOf(batch);
        }
        Assert.Equal(VersionState.Published, batch.State);
        Assert.Equal(2, await store.Licences.Public(Today).CountAsync(Cancelled));
        Assert.All(rows, row => Assert.Equal(Now.AddMinutes(3), row.PublishedAt));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_changed_after_it_was_handed_in_is_not_published_and_what_is_sent_back_is_free_again(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var (batch, rows) = await HandedIn(store, agency);
        List<BatchOpinion> opinions = [];
        foreach (var (at, who) in ((int, Guid)[])[(1, Head), (2, Secrecy)])
        {
            store.Judge(batch, opinions, rows, true, null, By(who, at));
            await store.Save(By(who, at) with { Agency = agency });
            opinions = await store.OpinionsOf(batch);
        }
        // No page does this: the rules forbid it. If it happens, nothing goes out.
        ((LicenceDecision)rows[0]).Content = "另一内容";
        Assert.Throws<InvalidOperationException>(() => store.Judge(batch, opinions, rows, true, null, By(Leader, 3)));
        Assert.NotEqual(RowState.Published, rows[0].State);
        store.ChangeTracker.Clear();

        batch = await store.DisclosureBatches.SingleAsync(one => one.Id == batch.Id, Cancelled);
        rows = await store.RowsOf(batch);
        Assert.Throws<InvalidOperationException>(() => store.HandIn("再送", rows, By(Author)));
        store.Judge(batch, opinions, rows, false, "请核对", By(Leader, 4));
        await store.Save(By(Leader, 4) with { Agency = agency });
        Assert.All(rows, row => Assert.Equal((RowState.Kept, (Guid?)null), (row.State, row.BatchId)));
        Assert.Equal(0, await store.Licences.Public(Today).CountAsync(Cancelled));
        Assert.Contains("没有要审核的环节", BatchReview.ToJudge(batch, await store.OpinionsOf(batch), [], Hand(Leader))!.Reason, StringComparison.Ordinal);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_fallen_decision_has_its_term_leaves_at_once_and_expiry_hides_by_itself(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var (batch, rows) = await HandedIn(store, agency);
        List<BatchOpinion> opinions = [];
        foreach (var (at, who) in ((int, Guid)[])[(1, Head), (2, Secrecy), (3, Leader)])
        {
            store.Judge(batch, opinions, rows, true, null, By(who, at));
            await store.Save(By(who, at) with { Agency = agency });
            opinions = await store.OpinionsOf(batch);
        }
        var person = rows.Cast<DecisionRow>().Single(row => row.PartyKind == PartyKind.Person);
        var company = rows.Cast<DecisionRow>().Single(row => row.PartyKind != PartyKind.Person);
        Assert.Equal(("演示**", "准予演示人甲施工", "准予演示**施工"), (person.ShownName, ((LicenceDecision)person).Content, person.Shown(((LicenceDecision)person).Content)));
        // Two years for a natural person, five for the others.
        Assert.Equal([company.Id], await store.Licences.Public(person.On.AddYears(2).AddDays(1)).Select(row => row.Id).ToListAsync(Cancelled));
        Assert.Equal(2, await store.Licences.Public(person.On.AddYears(2)).CountAsync(Cancelled));
        Assert.Empty(await store.Licences.Public(company.On.AddYears(5).AddDays(1)).ToListAsync(Cancelled));

        company.Overturn(Overturning.Annulled, new(2026, 11, 20), WorkingCalendar.BuiltIn);
        await store.Save(Test with { Agency = agency });
        Assert.Equal([company.Id], (await store.TakeDowns(RegisterKind.Licence, agency)).Select(row => row.Id));
        Assert.Equal(new(2026, 11, 25), company.TakeDownBy);
        var open = await new RegisterDeadlines().Open(store, agency, Today).ToListAsync(Cancelled);
        Assert.Equal(new(2026, 11, 25), Assert.Single(open).Count(WorkingCalendar.BuiltIn));
        company.Withdraw(Now, "经复议撤销");
        await store.Save(Test with { Agency = agency });
        Assert.Empty(await store.TakeDowns(RegisterKind.Licence, agency));
        Assert.Equal([person.Id], await store.Licences.Public(Today).Select(row => row.Id).ToListAsync(Cancelled));
        Assert.Empty(await store.SearchRegister(RegisterKind.Licence, "演示人甲", agency, rows => rows.Public(Today)));
        Assert.Equal([person.Id], await store.SearchRegister(RegisterKind.Licence, "演示*", agency, rows => rows.Public(Today)));
        Assert.Single(await store.Register(RegisterKind.Licence, "演示人甲").OfAgency(agency).ToListAsync(Cancelled));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_term_that_is_set_counts_the_decisions_since_anew(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var (old, late) = (RandomRegisters.Licence(agency, new(2025, 12, 31), "示例公司"), RandomRegisters.Licence(agency, new(2026, 11, 2), "示例公司"));
        foreach (var row in (LicenceDecision[])[old, late]) row.Recount([], WorkingCalendar.BuiltIn);
        store.AddRange(old, late);
        await store.Save(Test with { Agency = agency });
        var before = old.PublishBy;
        await store.Write(Test with { Agency = agency }, async () =>
        {
            store.Add(new RegisterSetting { AgencyId = agency, From = new(2026, 1, 1), PublishWithin = 3, YearsPublic = 1, YearsPublicOfPersons = 1, Why = "测试" });
            await store.SaveChangesAsync(Cancelled);
            await store.RecountRegisters(agency, new(2026, 1, 1), WorkingCalendar.BuiltIn);
        });
        Assert.Equal(before, (await store.Licences.SingleAsync(row => row.Id == old.Id, Cancelled)).PublishBy);
        var counted = await store.Licences.SingleAsync(row => row.Id == late.Id, Cancelled);
        Assert.Equal((new DateOnly(2026, 11, 5), (DateOnly?)new DateOnly(2027, 11, 2)), (counted.PublishBy!.Value, counted.PublicUntil));
        await store.Write(Test with { Agency = agency }, () => store.MoveDeadlines([new RegisterDeadlines()]));
        Assert.Equal(new(2026, 11, 5), (await store.Licences.SingleAsync(row => row.Id == late.Id, Cancelled)).PublishBy);
    }

    static async Task<(DisclosureBatch, IReadOnlyList<RegisterRow>)> HandedIn(Store store, Guid agency)
    {
        LicenceDecision[] rows = [RandomRegisters.Licence(agency, new(2026, 11, 2), "示例公司"), RandomRegisters.Licence(agency, new(2026, 11, 3), "演示人甲", PartyKind.Person)];
        foreach (var row in rows)
        {
            row.Wrote(Author);
            row.Recount([], WorkingCalendar.BuiltIn);
        }
        store.AddRange(rows);
        var batch = store.HandIn("样例批次", rows, By(Author));
        await store.Save(By(Author) with { Agency = agency });
        Assert.All(rows, row => Assert.Equal(RowState.InReview, row.State));
        return (batch, rows);
    }
}
