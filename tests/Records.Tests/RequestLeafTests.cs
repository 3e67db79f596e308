using Gongkai.Records.AnnualReports;
using Gongkai.Records.Demo;
using Gongkai.Records.Requests;
using Gongkai.Records.Tests.Yearly;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

/// <summary>Lists of requests are leafed through by where the last page ended: whole, in order, there and back, and never by reading the table.</summary>
public sealed class RequestLeafTests(TestStores stores)
{
    const int Size = 7;
    static readonly DateOnly Today = new(2024, 11, 20);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Leafing_there_and_back_shows_each_request_once_in_every_order(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        await store.Register(agency, GeneratedYears.Of("leaf", 2024, 1, 300, WorkingCalendar.BuiltIn), until: Today);
        var all = store.Requests.AsNoTracking().OfAgency(agency);
        foreach (var (range, order) in new[] { (all.Open, RequestOrder.ActBy), (all.Where(request => request.EndedOn != null), RequestOrder.Ended), (all, RequestOrder.Number) })
        {
            var expected = (await range.In(order).Select(request => request.Id).ToListAsync(Cancelled));
            Assert.True(expected.Count > 2 * Size, $"{order}: {expected.Count}");
            // Without a filter; with one that many pass; with windows so small that some of them are empty.
            foreach (var (sieve, window) in new (Func<IQueryable<InformationRequest>, IQueryable<InformationRequest>>?, int)[] { (null, RequestLeaves.Window), (found => found.Where(one => one.Kind == ApplicantKind.Person), RequestLeaves.Window), (found => found.Where(one => one.Channel == Channel.InPerson), 9), (found => found.Where(_ => false), 9) })
            {
                var wanted = sieve is null ? expected : await sieve(range).In(order).Select(request => request.Id).ToListAsync(Cancelled);
                List<Guid> forth = [], back = [];
                RequestPlace? at = null;
                RequestLeaf leaf;
                do
                {
                    leaf = await range.Leaf(order, sieve, at, false, Size, window);
                    forth.AddRange(leaf.Rows.Select(row => row.Id));
                    Assert.Equal(at is not null, leaf.Before);
                    Assert.True(leaf.Rows.Count <= Size && (leaf.Next is not null || !leaf.Stopped));
                    at = leaf.Next;
                }
                while (at is not null);
                Assert.Equal(wanted, forth);

                at = leaf.Previous;
                List<Guid> last = [.. leaf.Rows.Select(row => row.Id)];
                while (at is not null && leaf.Before)
                {
                    leaf = await range.Leaf(order, sieve, at, true, Size, window);
                    back.InsertRange(0, leaf.Rows.Select(row => row.Id));
                    at = leaf.Previous;
                }
                Assert.Equal(wanted, [.. back, .. last]);
                Assert.Equal(wanted.Count > 20 ? (20, true) : (wanted.Count, false), await range.Amount(order, sieve, 20) is var (count, more, _) ? (count, more) : default);
            }
        }
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task No_list_table_deadline_or_ledger_reads_all_requests(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        await store.Register(agency, GeneratedYears.Of("plan", 2022, 3, 1200, WorkingCalendar.BuiltIn), until: Today);
        var department = Guid.CreateVersion7();
        await store.Database.OpenConnectionAsync(Cancelled);
        await store.Database.ExecuteSqlAsync($"ANALYZE", Cancelled);
        // So few would rather be gathered and sorted; what is asked here is whether they can be read in order.
        if (kind == StoreKind.Postgres) await store.Database.ExecuteSqlAsync($"SET enable_sort = off; SET enable_bitmapscan = off", Cancelled);
        var all = store.Requests.AsNoTracking().OfAgency(agency);
        var place = new RequestPlace(new(2024, 11, 25), "2024060100001", Guid.CreateVersion7());
        (string, IQueryable<InformationRequest>)[] questions =
        [
            .. from backwards in (bool[])[false, true]
               from one in new[] { (all.Open, RequestOrder.ActBy), (all.Where(request => request.EndedOn != null), RequestOrder.Ended), (all, RequestOrder.Number), (all.Open.Where(request => request.DepartmentId == department), RequestOrder.ActBy) }
               from at in (RequestPlace?[])[null, place]
               select ($"list {one.Item2} {backwards} {at is not null}", one.Item1.Beyond(at, one.Item2, backwards).In(one.Item2, backwards).Take(21)),
            ("number", all.NumberedFrom("20240601").In(RequestOrder.Number).Take(21)),
            ("to confirm", all.Open.Where(request => request.ReceivedOn == null).In(RequestOrder.ActBy).Take(100)),
            ("soon", all.Open.Where(request => request.ActBy <= Today).In(RequestOrder.ActBy).Take(100)),
            ("table", store.RequestsOf([agency], 2024)),
            ("move", all.Open.Where(request => request.Id.CompareTo(department) > 0).OrderBy(request => request.Id).Take(200)),
            ("deadlines", all.Open.Where(request => request.Due >= Today).OrderBy(request => request.Due).ThenBy(request => request.Id).Take(200)),
            ("ledger", all.Where(request => string.Compare(request.Number, "2024") > 0).OrderBy(request => request.Number).Take(500)),
        ];
        foreach (var (name, question) in questions)
        {
            var plan = await store.PlanOf(question, Cancelled);
            Assert.True(kind == StoreKind.Sqlite ? plan.Contains("SEARCH ", StringComparison.Ordinal) && !plan.Contains("SCAN ", StringComparison.Ordinal) : plan.Contains("Index Cond", StringComparison.Ordinal) && !plan.Contains("Seq Scan", StringComparison.Ordinal), $"{name}: {plan}");
            // A list comes in the order of its index: nothing is gathered and sorted first.
            if (name.StartsWith("list", StringComparison.Ordinal)) Assert.False(plan.Contains(kind == StoreKind.Sqlite ? "USE TEMP B-TREE" : "Sort", StringComparison.Ordinal), $"{name}: {plan}");
        }
    }
}
