using Gongkai.Records.Demo;
using Gongkai.Records.Organizations;
using Gongkai.Records.Reviews;
using Gongkai.Rules;
using Gongkai.Rules.Reviews;
using static Gongkai.Records.Tests.TestActs;

namespace Gongkai.Records.Tests.Yearly;

/// <summary>Stores with invented registers in them.</summary>
static class Registers
{
    /// <summary>A store with one agency.</summary>
    public static (string Connection, Guid Agency) Prepared(this TestStores stores, StoreKind kind)
    {
        var connection = stores.Ready(kind);
        using var store = StoreChoice.Open(connection);
        var agency = new Agency { Code = "zjj", Name = "某区住房和城乡建设局" };
        store.Add(agency);
        store.SaveNow();
        return (connection, agency.Id);
    }

    /// <summary>Registers invented requests, as they stood on a day.</summary>
    public static async Task Register(this Store store, Guid agency, IEnumerable<GeneratedCase> cases, DateOnly? until = null)
    {
        var number = 0;
        foreach (var one in cases)
        {
            if (one.Until(until ?? DateOnly.MaxValue) is not { } known) continue;
            var (request, pages) = known.ToRows(agency, ++number, WorkingCalendar.BuiltIn);
            store.Add(request);
            store.AddRange(pages);
        }
        await store.Save(Test with { Agency = agency });
    }

    public static RemedyCase Case(Guid agency, RemedyKind kind, DateOnly accepted, RemedyResult? result = null, DateOnly? on = null, RespondentRole role = RespondentRole.OriginalAgency)
    {
        var one = new RemedyCase
        {
            AgencyId = agency, RequestId = null, Kind = kind, Role = role, Procedure = ReviewProcedure.Ordinary, AcceptedOn = accepted, CaseNumber = $"示例{Handle.Next()}", Body = "某区人民政府",
        };
        if (result is { } ended) one.Conclude(ended, on!.Value, null, Test);
        return one;
    }
}
