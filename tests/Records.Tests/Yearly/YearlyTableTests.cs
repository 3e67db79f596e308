using Gongkai.Records.AnnualReports;
using Gongkai.Records.Demo;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Records.Reviews;
using Gongkai.Rules;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Gongkai.Rules.Reviews;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Records.Tests.TestActs;

namespace Gongkai.Records.Tests.Yearly;

/// <summary>Tables 3 and 4 out of the registers, on both stores: each case in one row, each cell as long as its list, and every sum of the form holds.</summary>
public sealed class YearlyTableTests(TestStores stores)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(StoreKind.Sqlite, "a"), InlineData(StoreKind.Postgres, "b"), InlineData(StoreKind.Sqlite, "c"), InlineData(StoreKind.Postgres, "d")]
    public async Task Random_years_are_counted_once_and_add_up_in_both_forms(StoreKind kind, string seed)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var all = GeneratedYears.Of(seed, 2020, 3, 90, WorkingCalendar.BuiltIn).ToList();
        await store.Register(agency, all);
        await Reviews(store, agency, seed);
        store.ChangeTracker.Clear();

        YearlyTables? before = null;
        for (var year = 2020; year <= 2022; year++)
        {
            var tables = await YearlyTables.Of(store, agency, year);
            foreach (var sum in tables.Form.Sums.Where(sum => sum.Left[0].Table.Number is 3 or 4))
                Assert.True(sum.Left.Sum(cell => tables[cell]) == sum.Right.Sum(cell => tables[cell]), $"{year} {sum.Rule} {string.Join('+', sum.Left.Select(cell => cell.Key))}");
            foreach (var column in tables.Form.Table3.Blocks[0].Columns.Where(_ => before is not null))
                Assert.Equal(before![before.Form[$"t3.carriedOver.{column.Key}"]], tables[tables.Form[$"t3.carriedIn.{column.Key}"]]);
            await EachCellIsItsList(store, agency, tables);
            await EachCaseStandsInOneRow(store, agency, tables);
            // Against a count that knows nothing of queries.
            Assert.Equal(all.Count(one => one.Facts.OfType<CaseFact.Received>().Single().On.Year == year), tables[tables.Form["t3.received.total"]]);
            Assert.Equal(all.Count(one => one.Facts.Any(fact => fact is CaseFact.Answered or CaseFact.Withdrawn && fact.On.Year == year)), tables[tables.Form["t3.total.total"]]);
            before = tables;
        }
    }

    static async Task EachCellIsItsList(Store store, Guid agency, YearlyTables tables)
    {
        var conventions = await TableConventions.Of(store, agency);
        foreach (var cell in tables.Form.Cells.Where(cell => cell.Table.Number == 3))
            Assert.Equal(tables[cell], await store.RequestsIn(cell, tables.Form, tables.Agencies, tables.Year, conventions).CountAsync(Cancelled));
        foreach (var cell in tables.Form.Cells.Where(cell => cell.Table.Number == 4))
            Assert.Equal(tables[cell], await store.ReviewsIn(cell, tables.Agencies, tables.Year, conventions.Columns).CountAsync(Cancelled));
    }

    // What a case says of itself, and the lists, are the same; and it is in one row of the outcomes at most.
    static async Task EachCaseStandsInOneRow(Store store, Guid agency, YearlyTables tables)
    {
        var conventions = await TableConventions.Of(store, agency);
        Dictionary<Guid, List<string>> listed = [];
        foreach (var cell in tables.Form.Cells.Where(cell => cell.Table.Number == 3))
            foreach (var id in await store.RequestsIn(cell, tables.Form, tables.Agencies, tables.Year, conventions).Select(request => request.Id).ToListAsync(Cancelled))
            {
                if (!listed.TryGetValue(id, out var cells)) listed[id] = cells = [];
                cells.Add(cell.Key);
            }
        var outcomes = tables.Form.Outcomes.Select(row => row.Key).ToHashSet();
        foreach (var request in await store.Requests.Where(one => one.AgencyId == agency).ToListAsync(Cancelled))
        {
            var cells = listed.GetValueOrDefault(request.Id, []);
            Assert.Equal(request.CountsIn(tables.Year, conventions).Select(cell => cell.Key).Order(), cells.Order());
            var rows = cells.Select(key => key.Split('.')[1]).Distinct().ToList();
            Assert.True(rows is [] || rows.Count(row => outcomes.Contains(row)) + rows.Count(row => row == "carriedOver") == 1 && rows.Count(row => row is "received" or "carriedIn") == 1, string.Join(' ', cells));
        }
    }

    // Some of every kind, open and ended, in and over the turn of the year.
    static async Task Reviews(Store store, Guid agency, string seed)
    {
        var random = new Random(seed[0]);
        for (var number = 0; number < 120; number++)
        {
            var kind = (RemedyKind)random.Next(1, 4);
            var accepted = new DateOnly(2019, 6, 1).AddDays(random.Next(3 * 365));
            var results = Enum.GetValues<RemedyResult>().Where(result => result.FitsIn(kind)).ToArray();
            store.Add(random.Next(6) == 0 ? Registers.Case(agency, kind, accepted) : Registers.Case(agency, kind, accepted, results[random.Next(results.Length)], accepted.AddDays(random.Next(400))));
        }
        store.Add(new ReviewConvention { AgencyId = agency, Kind = RemedyKind.Reconsideration, Result = RemedyResult.ClaimsRejected, From = new(2020, 7, 1), Column = RemedyColumn.Other, Why = "测试口径" });
        store.Add(new ReviewConvention { AgencyId = agency, Kind = RemedyKind.DirectSuit, Result = RemedyResult.FoundUnlawful, From = new(2021, 1, 1), Column = RemedyColumn.Other, Why = "测试口径" });
        // One from the middle of a year, one from its first day, and one that is taken back.
        store.AddRange(Row(Outcome.NotExisting, new(2021, 5, 1), "needsProcessing"), Row(Outcome.Withdrawn, new(2021, 1, 1), "granted"), Row(Outcome.AlreadyPublished, new(2020, 3, 1), "other"), Row(Outcome.AlreadyPublished, new(2021, 9, 1), "granted"));
        await store.Save(Test with { Agency = agency });

        RequestConvention Row(Outcome outcome, DateOnly from, string row) => new() { AgencyId = agency, Outcome = outcome, From = from, Row = row, Why = "测试口径" };
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Where_the_reconsideration_body_is_a_co_defendant_the_original_agency_alone_counts_the_case(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var government = new Agency { Code = "qzf", Name = "某区人民政府" };
        store.AddRange(government, Registers.Case(agency, RemedyKind.SuitAfterReconsideration, new(2025, 3, 3)), Registers.Case(government.Id, RemedyKind.SuitAfterReconsideration, new(2025, 3, 3), role: RespondentRole.ReconsiderationBody));
        store.SaveNow();

        var (ours, theirs) = (await YearlyTables.Of(store, agency, 2025), await YearlyTables.Of(store, government.Id, 2025));
        Assert.Equal((1, 0), (ours[ours.Form["t4.suitAfterReview.pending"]], theirs[theirs.Form["t4.suitAfterReview.total"]]));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_merged_agency_is_counted_with_its_successor_from_the_year_of_the_merger(StoreKind kind)
    {
        var (connection, successor) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var merged = new Agency { Code = "old", Name = "某区原房管局" };
        store.Add(merged);
        store.SaveNow();
        await store.Register(merged.Id, GeneratedYears.Of("m", 2023, 2, 20, WorkingCalendar.BuiltIn));
        await store.Write(Test, async () => await store.HandOver(await store.Agencies.SingleAsync(one => one.Id == merged.Id, Cancelled), await store.Agencies.SingleAsync(one => one.Id == successor, Cancelled), null, new(2024, 7, 1), Now, "测试"));

        var cell = ReportForm.Of2021["t3.received.total"];
        Assert.Equal((0, 20), ((await YearlyTables.Of(store, successor, 2023))[cell], (await YearlyTables.Of(store, merged.Id, 2023))[cell]));
        Assert.Equal((20, 0), ((await YearlyTables.Of(store, successor, 2024))[cell], (await YearlyTables.Of(store, merged.Id, 2024))[cell]));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task The_question_for_the_table_reads_nothing_but_an_index(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        await store.Register(agency, GeneratedYears.Of("p", 2023, 2, 100, WorkingCalendar.BuiltIn));
        if (kind == StoreKind.Postgres)
        {
            await store.Database.OpenConnectionAsync(Cancelled);
            await store.Database.ExecuteSqlAsync($"VACUUM ANALYZE requests", Cancelled);
            // On a table this small it would rather look rows up by a bitmap.
            await store.Database.ExecuteSqlAsync($"SET enable_bitmapscan = off", Cancelled);
        }
        var plan = await store.PlanOf(store.RequestGroupsOf([agency], 2024), Cancelled);
        Assert.Contains(kind == StoreKind.Sqlite ? "USING COVERING INDEX IX_requests_AgencyId_ReceivedOn" : "Index Only Scan using \"IX_requests_AgencyId_ReceivedOn", plan, StringComparison.Ordinal);
    }
}
