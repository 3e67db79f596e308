using Gongkai.Records;
using Gongkai.Records.Demo;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules;

namespace Gongkai.Bench;

/// <summary>A register of very many requests, each with its whole file, invented by the generator and put in row by row under Entity Framework.</summary>
static class RequestStores
{
    /// <summary>The last day that is known: what happens after it is still to come, so that there is open work.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 20);

    public const int First = 2022, Years = 5;

    const int Departments = 10;

    /// <summary>Fills an empty store; the agency and one of its departments come back.</summary>
    public static async Task<(Guid Agency, Guid Department)> Fill(Store store, int count)
    {
        var agency = new Agency { Code = "bench", Name = "示例单位" };
        var departments = Enumerable.Range(1, Departments).Select(number => new Department { AgencyId = agency.Id, Name = $"示例{number}科", Order = number }).ToList();
        store.Add(agency);
        store.AddRange(departments);
        await store.Save(new(Deed.DemoSeeded, Hand.Program, Today.StartAtOffice));
        store.ChangeTracker.Clear();
        await using (var rows = await BulkRows.Into(store))
        {
            var (requests, pages) = (new BulkTable(store, typeof(InformationRequest)), new BulkTable(store, typeof(CasePage)));
            // Pages name their request, so a portion of requests goes before its pages.
            foreach (var some in Cases(agency.Id, [.. departments.Select(one => one.Id)], count).Chunk(20_000))
            {
                await rows.Put(requests, some.Select(one => one.Request));
                await rows.Put(pages, some.SelectMany(one => one.Pages));
            }
        }
        return (agency.Id, departments[0].Id);
    }

    static IEnumerable<(InformationRequest Request, IReadOnlyList<CasePage> Pages)> Cases(Guid agency, Guid[] departments, int count)
    {
        var number = 0;
        foreach (var one in GeneratedYears.Of("bench", First, Years, count / Years, WorkingCalendar.BuiltIn, departments))
            if (one.Until(Today) is { } known) yield return known.ToRows(agency, ++number, WorkingCalendar.BuiltIn);
    }
}
