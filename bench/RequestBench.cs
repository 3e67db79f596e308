using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;
using Outcome = Gongkai.Bench.Outcome;

namespace Gongkai.Bench;

/// <summary>What is asked of a register of very many requests, on both stores: the yearly tables, the work list, the due days after a change of the calendar.</summary>
static class RequestBench
{
    const double Goal = 1.3;
    static readonly TimeSpan List = TimeSpan.FromMilliseconds(200);

    public static async Task<Chapter> Run(int count)
    {
        List<Outcome> outcomes = [];
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-").FullName;
        var (postgres, server) = TrailStores.Postgres();
        try
        {
            outcomes.AddRange(await Of("SQLite", $"Data Source={Path.Combine(folder, "gongkai.db")}", count));
            outcomes.AddRange(await Of("PostgreSQL", postgres, count));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Npgsql.NpgsqlConnection.ClearAllPools();
            server.StandardInput.Close();
            await server.WaitForExitAsync();
            server.Dispose();
            Directory.Delete(folder, recursive: true);
        }
        return new("The register of requests",
            $"""
            {count:N0} invented requests of one agency, received from {RequestStores.First} on, each with its whole file as the law allows it, known up to {RequestStores.Today:yyyy-MM-dd}. The yearly table is
            `YearlyTables` (tables 3 and 4, with whose registers count) against one hand-written GROUP BY over the same columns, in turns on one connection each; both must come to the same
            numbers. The pages of requests are `RequestLeaves` as the office asks them: the first page with its count, and pages half way through, forwards and backwards, the 95th percentile of
            40 on fresh contexts. Due days are counted again with one holiday more: `Clock.Read` over the files against a bare loop that adds the working days to the day of receipt; and as
            `RequestDeadlines.Move` does it, with reading, saving and the trail.
            """, outcomes);
    }

    static async Task<IEnumerable<Outcome>> Of(string name, string connection, int count)
    {
        Guid agency, department;
        var watch = Stopwatch.StartNew();
        await using (var store = StoreChoice.Open(connection))
        {
            store.Prepare();
            (agency, department) = await RequestStores.Fill(store, count);
        }
        var filled = watch.Elapsed;
        List<Outcome> outcomes = [new($"{name}: invented and filled in", "–", string.Create(CultureInfo.InvariantCulture, $"{filled.TotalSeconds:N0} s"), null, string.Create(CultureInfo.InvariantCulture, $"{count / filled.TotalSeconds:N0} requests a second"))];
        foreach (var year in (int[])[RequestStores.Today.Year - 2, RequestStores.Today.Year]) outcomes.Add(await Tables(name, connection, agency, year));
        outcomes.AddRange(await Lists(name, connection, agency, department));
        outcomes.Add(await DueDays(name, connection, agency));
        outcomes.Add(await Moved(name, connection, agency));
        return outcomes;
    }

    static async Task<Outcome> Tables(string name, string connection, Guid agency, int year)
    {
        await using var store = StoreChoice.Open(connection);
        await store.Database.OpenConnectionAsync();
        await using var command = store.Database.GetDbConnection().CreateCommand();
        command.CommandText =
            """
            SELECT "Kind", "ReceivedOn" >= @first, CASE WHEN "EndedOn" <= @last THEN "Outcome" END, COUNT(*) FROM requests
            WHERE "AgencyId" = @agency AND "ReopensId" IS NULL AND "ReceivedOn" IS NOT NULL AND "ReceivedOn" <= @last AND ("EndedOn" IS NULL OR "EndedOn" >= @first)
            GROUP BY 1, 2, 3
            """;
        foreach (var (parameter, value) in new (string, object)[] { ("@agency", agency), ("@first", new DateOnly(year, 1, 1)), ("@last", new DateOnly(year, 12, 31)) })
        {
            var one = command.CreateParameter();
            (one.ParameterName, one.Value) = (parameter, value);
            command.Parameters.Add(one);
        }
        var (byHand, tables) = (Sum(command), await YearlyTables.Of(store, agency, year));
        if (byHand != tables[tables.Form["t3.received.total"]] + tables[tables.Form["t3.carriedIn.total"]]) throw new InvalidOperationException("The two counts differ.");
        var race = Race.Run(() => Sum(command), () => YearlyTables.Of(store, agency, year).GetAwaiter().GetResult(), TimeSpan.FromSeconds(20));
        return new($"{name}: tables 3 and 4 of {year}", string.Create(CultureInfo.InvariantCulture, $"≤ {Goal}× one GROUP BY"), Chapter.Ratio(race), race.Ratio <= Goal,
            string.Create(CultureInfo.InvariantCulture, $"{Chapter.Milliseconds(race.Ours)} against {Chapter.Milliseconds(race.Reference)}; {byHand:N0} requests counted; {race.Rounds} rounds"));
    }

    static long Sum(DbCommand command)
    {
        long sum = 0;
        using var reader = command.ExecuteReader();
        while (reader.Read()) sum += reader.GetInt64(3);
        return sum;
    }

    // What the page of requests asks: its orders, near the beginning and half way through, and its filters, with an index and without.
    static async Task<IReadOnlyList<Outcome>> Lists(string name, string connection, Guid agency, Guid department)
    {
        static IQueryable<InformationRequest> Words(IQueryable<InformationRequest> found, string words) =>
            found.Where(request => request.Wanted.Name!.Contains(words) || request.Wanted.Description!.Contains(words) || request.Wanted.DocumentNumber!.Contains(words));
        List<Outcome> outcomes = [];
        (string What, Func<IQueryable<InformationRequest>, IQueryable<InformationRequest>> Range, RequestOrder Order, Func<IQueryable<InformationRequest>, IQueryable<InformationRequest>>? Sieve)[] lists =
        [
            ("open", all => all.Open, RequestOrder.ActBy, null),
            ("open, of a department", all => all.Open.Where(request => request.DepartmentId == department), RequestOrder.ActBy, null),
            ("open, overdue", all => all.Open, RequestOrder.ActBy, found => found.Overdue(RequestStores.Today)),
            ("open, words that are rare", all => all.Open, RequestOrder.ActBy, found => Words(found, "没有这几个字")),
            ("ended", all => all.Where(request => request.EndedOn != null), RequestOrder.Ended, null),
            ("ended, one outcome", all => all.Where(request => request.EndedOn != null), RequestOrder.Ended, found => found.Where(request => request.Outcome == Rules.Requests.Outcome.StateSecret)),
            ("all", all => all, RequestOrder.Number, null),
            ("all, a number", all => all.NumberedFrom("20240603"), RequestOrder.Number, null),
            ("all, words that are common", all => all, RequestOrder.Number, found => Words(found, "鉴定")),
            ("all, words that are rare", all => all, RequestOrder.Number, found => Words(found, "没有这几个字")),
        ];
        foreach (var (what, range, order, sieve) in lists)
        {
            RequestPlace? middle;
            await using (var looking = StoreChoice.Open(connection))
            {
                var all = range(looking.Requests.OfAgency(agency));
                var half = await all.CountAsync() / 2;
                middle = await all.In(order).Skip(half).FirstOrDefaultAsync() is { } request ? RequestPlace.Of(request, order) : null;
            }
            List<double> times = [];
            for (var round = 0; round < 40; round++)
            {
                await using var store = StoreChoice.Open(connection);
                var all = range(store.Requests.AsNoTracking().OfAgency(agency));
                var from = round % 2 == 0 ? null : middle;
                var start = Stopwatch.GetTimestamp();
                await all.Leaf(order, sieve, from, backwards: round % 4 == 3, 20);
                if (from is null) await all.Amount(order, sieve, 999);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            times.Sort();
            var p95 = TimeSpan.FromMilliseconds(times[(int)(times.Count * .95) - 1]);
            outcomes.Add(new($"{name}: a page of requests: {what}", string.Create(CultureInfo.InvariantCulture, $"p95 ≤ {List.TotalMilliseconds:0} ms"), Chapter.Milliseconds(p95), p95 <= List,
                string.Create(CultureInfo.InvariantCulture, $"median {times[times.Count / 2]:0.0} ms, slowest {times[^1]:0.0} ms")));
        }
        return outcomes;
    }

    // The whole work after a change of the calendar: reading, counting, saving, and the trail of each due day that moved.
    static async Task<Outcome> Moved(string name, string connection, Guid agency)
    {
        await using var store = StoreChoice.Open(connection);
        var open = await store.Requests.OfAgency(agency).Open.CountAsync();
        var before = await store.Requests.OfAgency(agency).Open.SumAsync(request => (long)request.Revision);
        var changed = new WorkingCalendar(HolidayNotice.BuiltIn, [new SpecialDay(RequestStores.Today.AddDays(5), true, "示例节日")]);
        var watch = Stopwatch.StartNew();
        await store.Write(new(new("bench.moved", "重算期限"), Hand.Program, RequestStores.Today.StartAtOffice, agency), () => new RequestDeadlines().Move(store, _ => Task.FromResult(changed)));
        var took = watch.Elapsed;
        var moved = await store.Requests.OfAgency(agency).Open.SumAsync(request => (long)request.Revision) - before;
        return new($"{name}: due days moved and saved", "–", string.Create(CultureInfo.InvariantCulture, $"{open / took.TotalSeconds:N0}/s"), null,
            string.Create(CultureInfo.InvariantCulture, $"{open:N0} open files read, {moved:N0} due days changed with their trail, {took.TotalSeconds:0.0} s"));
    }

    static async Task<Outcome> DueDays(string name, string connection, Guid agency)
    {
        await using var store = StoreChoice.Open(connection);
        var open = await store.Requests.OfAgency(agency).Open.Where(request => request.Due != null).Select(request => request.Id).ToListAsync();
        List<CaseFact[]> files = [];
        foreach (var some in open.Chunk(500)) files.AddRange((await store.FactsOf(some)).Select(facts => facts.ToArray()));
        var changed = new WorkingCalendar(HolidayNotice.BuiltIn, [new SpecialDay(RequestStores.Today.AddDays(5), true, "示例节日")]);
        var started = files.Select(file => Clock.Read(file, changed)).Select(clock => (From: clock.Started!.Value, Days: changed.Count(clock.Started!.Value, clock.Due!.Value))).ToArray();
        var race = Race.Run(() => Bare(started, changed), () => Read(files, changed), TimeSpan.FromSeconds(8));
        return new($"{name}: due days counted again", "–", string.Create(CultureInfo.InvariantCulture, $"{files.Count / race.Ours.TotalSeconds:N0}/s"), null,
            string.Create(CultureInfo.InvariantCulture, $"{files.Count:N0} open files; the bare loop {files.Count / race.Reference.TotalSeconds:N0}/s, {race.Ratio:0.0}× its time; reading the files is not in it"));
    }

    static int Read(List<CaseFact[]> files, WorkingCalendar calendar)
    {
        var sum = 0;
        foreach (var file in files) sum += Clock.Read(file, calendar).Due!.Value.DayNumber;
        return sum;
    }

    static int Bare((DateOnly From, int Days)[] started, WorkingCalendar calendar)
    {
        var sum = 0;
        foreach (var (from, days) in started) sum += calendar.Add(from, days).DayNumber;
        return sum;
    }
}
