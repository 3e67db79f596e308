using Gongkai.Records.AnnualReports;
using Gongkai.Records.Demo;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Reviews;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Records.Tests.TestActs;

namespace Gongkai.Records.Tests.Yearly;

/// <summary>What a report takes from the registers, what is kept of it when it is signed, and what has moved since.</summary>
public sealed class FreezingTests(TestStores stores)
{
    static readonly Pen Pen = new(null, "审核", Now);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_was_counted_stays_counted_and_what_moves_afterwards_is_named(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        await store.Register(agency, GeneratedYears.Of("f", 2024, 1, 60, WorkingCalendar.BuiltIn), until: new(2024, 12, 31));
        var review = Registers.Case(agency, RemedyKind.Reconsideration, new(2024, 11, 1));
        store.Add(review);
        await store.Save(Test with { Agency = agency });
        var home = await store.Agencies.SingleAsync(one => one.Id == agency, Cancelled);
        var file = await store.BeginDraft(home, 2024, Pen);
        await store.Save(Test with { Agency = agency });
        await store.Write(Test with { Agency = agency }, () => store.Freeze(file.Draft, Now));

        Assert.Empty((await store.MovedSince(file.Draft))!);
        var before = await YearlyTables.Of(store, agency, 2024);
        foreach (var cell in file.Form.Cells.Where(cell => cell.Table.Number is 3 or 4)) Assert.Equal(before[cell], file.Values[cell].Number);

        // One is written down late as answered in the year; one of the reviews had ended; one more turns up.
        var open = await store.FileOf(await store.Requests.OrderBy(request => request.Id).FirstAsync(request => request.EndedOn == null && request.Stage == Stage.Handling, Cancelled));
        open.Add(new CaseFact.Decided(open.Request.ReceivedOn!.Value, Outcome.NotExisting), Test);
        open.Add(new CaseFact.Answered(open.Request.ReceivedOn!.Value, Service.ByPost), Test);
        store.Add(review.Conclude(RemedyResult.Upheld, new(2024, 12, 30), null, Test));
        await store.Save(Test with { Agency = agency });
        await store.Register(agency, GeneratedYears.Of("late", 2024, 1, 1, WorkingCalendar.BuiltIn).Select(one => one with { Facts = [.. one.Facts.Take(2)] }), until: new(2024, 12, 31));

        var moved = (await store.MovedSince(file.Draft))!;
        Assert.Equal(3, moved.Count);
        Assert.Contains(moved, one => one.Id == open.Request.Id && one.Was!.Value.Words == "本年新收，结转下年度" && one.Is!.Value.Words == "本年新收，政府信息不存在");
        Assert.Contains(moved, one => one.Id == review.Id && one.Was!.Value.Words == "行政复议，尚未审结" && one.Is!.Value.Words == "行政复议，结果维持");
        Assert.Contains(moved, one => one.Was is null && one.Is!.Value.Words == "本年新收，结转下年度");
        // The difference of the tables is that of the moved cases, cell by cell.
        var after = await YearlyTables.Of(store, agency, 2024);
        foreach (var cell in file.Form.Cells.Where(cell => cell.Table.Number is 3 or 4))
            Assert.Equal(after[cell] - before[cell], moved.Sum(one => (one.Is?.Cells(file.Form).Count(found => found == cell) ?? 0) - (one.Was?.Cells(file.Form).Count(found => found == cell) ?? 0)));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_convention_set_afterwards_moves_the_live_table_and_no_frozen_one(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        await store.Register(agency, GeneratedYears.Of("g", 2024, 1, 200, WorkingCalendar.BuiltIn));
        // One convention holds when the report is signed, from the middle of the year; the other comes later.
        await Set(store, agency, Outcome.NotExisting, new(2024, 6, 1), "needsProcessing");
        var file = await store.BeginDraft(await store.Agencies.SingleAsync(one => one.Id == agency, Cancelled), 2024, Pen);
        await store.Save(Test with { Agency = agency });
        await store.Write(Test with { Agency = agency }, () => store.Freeze(file.Draft, Now));
        var signed = await YearlyTables.Of(store, agency, 2024);
        foreach (var cell in file.Form.Cells.Where(cell => cell.Table.Number is 3)) Assert.Equal((cell.Key, signed[cell]), (cell.Key, (int)file.Values[cell].Number!.Value));
        Assert.Contains((await store.FrozenOf(file.Draft.Id))!.Values, place => place.Words.EndsWith("政府信息不存在（按口径计入“没有现成信息需要另行制作”）", StringComparison.Ordinal));

        await Set(store, agency, Outcome.NotExisting, new(2024, 9, 1), "other");
        var (live, frozen) = (await YearlyTables.Of(store, agency, 2024), (await store.FrozenOf(file.Draft.Id))!);
        foreach (var cell in file.Form.Cells.Where(cell => cell.Table.Number is 3)) Assert.Equal((cell.Key, signed[cell]), (cell.Key, frozen.Values.Count(place => place.Cells(file.Form).Contains(cell))));
        var moved = (await store.MovedSince(file.Draft))!;
        Assert.NotEmpty(moved);
        Assert.All(moved, one => Assert.Equal(("t3.needsProcessing", "t3.other"), (Row(one.Was), Row(one.Is))));
        var total = file.Form["t3.other.total"];
        Assert.Equal(moved.Count, live[total] - signed[total]);
        Assert.Contains(signed.Differing(live), one => one == (total, signed[total], live[total]));

        string Row(FrozenPlace? place) => string.Join('.', place!.Value.Cells(file.Form).Single(cell => cell.Column.Key == "total" && cell.Row.Key is "needsProcessing" or "other").Key.Split('.')[..2]);
    }

    static async Task Set(Store store, Guid agency, Outcome outcome, DateOnly from, string row)
    {
        store.Add(new RequestConvention { AgencyId = agency, Outcome = outcome, From = from, Row = row, Why = "测试口径" });
        await store.Save(Test with { Agency = agency });
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_list_that_was_changed_behind_the_trail_is_not_believed(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        await store.Register(agency, GeneratedYears.Of("t", 2024, 1, 10, WorkingCalendar.BuiltIn));
        var file = await store.BeginDraft(await store.Agencies.SingleAsync(one => one.Id == agency, Cancelled), 2024, Pen);
        await store.Save(Test with { Agency = agency });
        await store.Write(Test with { Agency = agency }, () => store.Freeze(file.Draft, Now));
        store.ChangeTracker.Clear();
        await store.Database.ExecuteSqlAsync($"UPDATE frozen_cases SET \"Number\" = 5, \"Content\" = {new byte[18]}", Cancelled);
        await Assert.ThrowsAsync<InvalidDataException>(() => store.FrozenOf(file.Draft.Id));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_last_years_report_carried_over_wins_and_a_difference_from_the_register_is_named(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        await store.Register(agency, GeneratedYears.Of("c", 2023, 2, 80, WorkingCalendar.BuiltIn));
        var home = await store.Agencies.SingleAsync(one => one.Id == agency, Cancelled);
        var counted = await YearlyTables.Of(store, agency, 2023);
        var over = counted[counted.Form["t3.carriedOver.person"]];
        // As it was counted, but for one kind of applicant: there the report says one more.
        var cells = CellValues.Of(counted.Form, counted.Form.Cells.Where(cell => cell.Table.Number is 3 or 4).ToDictionary(cell => cell.Key, cell => (CellValue)(counted[cell] + (cell.Key == "t3.carriedOver.business" ? 1 : 0))), 0);
        store.Add(AnnualReport.Publish(home, 2023, new() { Form = counted.Form, Agency = home.Name, Year = 2023, Title = "示例", Cells = cells }, new(2024, 1, 20), []));
        await store.Save(Test with { Agency = agency });

        var file = await store.BeginDraft(home, 2024, Pen);
        Assert.Equal((CellSource.Computed, over), (file.Find(file.Form["t3.carriedIn.person"])!.Source, (int)file.Find(file.Form["t3.carriedIn.person"])!.Number!.Value));
        var business = file.Find(file.Form["t3.carriedIn.business"])!;
        var register = counted[counted.Form["t3.carriedOver.business"]];
        Assert.Equal((CellSource.CarriedOver, register + 1, $"2023年度报告（第1版）结转下年度，登记簿中上年结转是{register}件，请核对"), (business.Source, (int)business.Number!.Value, business.SuppliedFrom));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Where_nothing_was_ever_registered_nothing_is_supplied(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var file = await store.BeginDraft(await store.Agencies.SingleAsync(one => one.Id == agency, Cancelled), 2024, Pen);
        Assert.DoesNotContain(file.Form.Cells, cell => file.Find(cell) is not null);
    }
}
