using Gongkai.Records.Calendars;
using Gongkai.Records.Registers;
using Gongkai.Records.Tests.Yearly;
using Gongkai.Rules;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Records.Tests.TestActs;

namespace Gongkai.Records.Tests.Registers;

/// <summary>A contract of public procurement has two working days of its own, and what is late is known for it (政府采购法实施条例第五十条).</summary>
public sealed class ContractTests(TestStores stores)
{
    static readonly DateOnly Today = new(2026, 11, 22);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_contract_is_due_two_working_days_after_its_signature_and_a_signed_project_without_one_is_named(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var project = new ProcurementProject { AgencyId = agency, Number = "样采1号", Title = "样例采购", On = new(2026, 10, 30), SignedOn = new(2026, 11, 19), Fen = 1 };
        store.Add(project);
        await store.Save(Test with { Agency = agency });
        Assert.Equal(["样采1号"], await store.WithoutContract(agency, new(2026, 1, 1)).Select(one => one.Number).ToListAsync(Cancelled));
        var contract = new ProcurementContract { AgencyId = agency, Number = "样合1号", Title = "样例合同", ProjectNumber = "样采1号", On = new(2026, 11, 19), Fen = 1 };
        contract.Recount([], WorkingCalendar.BuiltIn);
        store.Add(contract);
        await store.Save(Test with { Agency = agency });
        Assert.Empty(await store.WithoutContract(agency, new(2026, 1, 1)).ToListAsync(Cancelled));
        // A Thursday: Friday is the first day, Monday the second.
        Assert.Equal(new(2026, 11, 23), contract.PublishBy);
        Assert.Contains(await new RegisterDeadlines().Open(store, agency, Today).ToListAsync(Cancelled), one => one.Count(WorkingCalendar.BuiltIn) == new DateOnly(2026, 11, 23));
        contract.Void(Now, "重复");
        await store.Save(Test with { Agency = agency });
        Assert.Equal(["样采1号"], await store.WithoutContract(agency, new(2026, 1, 1)).Select(one => one.Number).ToListAsync(Cancelled));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_became_public_after_its_last_day_stays_late(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        ProcurementContract[] rows = [.. ((DateOnly[])[new(2026, 11, 19), new(2026, 11, 18)]).Select((on, at) => new ProcurementContract { AgencyId = agency, Number = $"样合{at}号", Title = "样例合同", ProjectNumber = "样采1号", On = on, Fen = 1 })];
        foreach (var row in rows) row.Recount([], WorkingCalendar.BuiltIn);
        store.AddRange(rows);
        await store.Save(Test with { Agency = agency });
        // On Monday 2026-11-23, the last day of the first and the day after that of the second.
        await store.Published(agency, rows, new DateOnly(2026, 11, 23).StartAtOffice.AddHours(23));
        Assert.Equal([false, true], rows.Select(row => row.Late));
        rows[1].Recount([], WorkingCalendar.BuiltIn);
        Assert.Equal(new(2026, 11, 20), rows[1].PublishBy);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_service_decision_of_a_person_leaves_the_public_after_two_years_and_is_taken_down_when_it_falls(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var row = new ServiceDecision { AgencyId = agency, Number = "样保1号", Title = "公共租赁住房资格确认", On = new(2026, 11, 2), Content = "准予演示人甲轮候", Basis = "样例" };
        row.Name("演示人甲", PartyKind.Person);
        row.Recount([], WorkingCalendar.BuiltIn);
        store.Add(row);
        await store.Save(Test with { Agency = agency });
        Assert.Equal(new(2026, 11, 30), row.PublishBy);
        await store.Published(agency, [row]);
        Assert.Single(await store.Services.OfAgency(agency).Public(new(2028, 11, 2)).ToListAsync(Cancelled));
        Assert.Empty(await store.Services.OfAgency(agency).Public(new(2028, 11, 3)).ToListAsync(Cancelled));
        row.Overturn(Overturning.Annulled, new(2026, 11, 20), WorkingCalendar.BuiltIn);
        await store.Save(Test with { Agency = agency });
        Assert.Equal([new DateOnly(2026, 11, 25)], (await store.TakeDowns(RegisterKind.Service, agency)).Select(one => one.TakeDownBy!.Value));
        await store.Write(Test with { Agency = agency }, () => store.MoveDeadlines([new RegisterDeadlines()]));
        Assert.Equal(new(2026, 11, 25), (await store.Services.AsNoTracking().SingleAsync(one => one.Id == row.Id, Cancelled)).TakeDownBy);
    }
}
