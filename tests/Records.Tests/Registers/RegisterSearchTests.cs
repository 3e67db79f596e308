using Gongkai.Records.Organizations;
using Gongkai.Records.Registers;
using Gongkai.Records.Tests.Yearly;
using Gongkai.Rules;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Records.Tests.TestActs;

namespace Gongkai.Records.Tests.Registers;

/// <summary>The public's search in a register, on both stores: beginnings by their indexes, everything else among the newest rows, and never what is not public.</summary>
public sealed class RegisterSearchTests(TestStores stores)
{
    static readonly DateOnly Today = new(2026, 11, 22);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static IQueryable<RegisterRow> Public(IQueryable<RegisterRow> rows) => rows.Public(Today);

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Numbers_and_names_are_found_by_their_beginnings_with_any_bracket_and_by_what_stands_within(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var rows = Enumerable.Range(1, 30).Select(number => Licence(agency, $"某住建许〔2026〕{number}号", new DateOnly(2026, 1, 1).AddDays(number), $"示例建设有限公司（{number:00}）")).ToList();
        await Publish(store, agency, rows);
        async Task<IEnumerable<string>> Found(string words) => from id in await store.SearchRegister(RegisterKind.Licence, words, agency, Public) select rows.Single(row => row.Id == id).Number;
        Assert.Equal(["某住建许〔2026〕30号", "某住建许〔2026〕3号"], await Found("某住建许〔2026〕3"));
        Assert.Equal(await Found("某住建许〔2026〕3"), await Found("某住建许[2026]3"));
        Assert.Equal(await Found("某住建许〔2026〕3"), await Found("某住建许（2026）3"));
        Assert.Equal(["某住建许〔2026〕7号"], await Found("示例建设有限公司（07"));
        Assert.Equal(["某住建许〔2026〕12号"], await Found("（12）"));
        Assert.Equal(30, (await Found("准予")).Count());
        Assert.Empty(await Found("没有这样的"));
        // What is taken down, and what is past its last day, is found no more.
        rows[6].Withdraw(Now, "更正");
        await store.Save(Test with { Agency = agency });
        Assert.Empty(await Found("示例建设有限公司（07"));
        Assert.Empty(await store.SearchRegister(RegisterKind.Licence, "某住建许〔2026〕12号", agency, some => some.Public(new(2032, 1, 1))));
        // Another agency's register has none of them.
        Assert.Empty(await store.SearchRegister(RegisterKind.Licence, "某住建许〔2026〕3", Guid.CreateVersion7(), Public));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task No_look_reads_a_whole_register(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        await Publish(store, agency, [Licence(agency, "某住建许〔2026〕1号", new(2026, 5, 5), "示例公司")]);
        foreach (var register in Enum.GetValues<RegisterKind>().Where(one => one.PublicCode is not null))
        {
            var rows = store.Register(register).AsNoTracking();
            await Reads(rows.NumberedFrom("某住建"), "_Number_Id");
            await Reads(rows.Where(row => row.AgencyId == agency).NumberedFrom("某住建"), kind == StoreKind.Sqlite ? "_AgencyId_Number" : "Number");
            await Reads(rows.Public(Today).NewestWith(RegisterSearch.PartyOf(register), "施工"), "_State_On_Id");
            if (RegisterSearch.PartyOf(register) is { } party) await Reads(rows.NamedFrom(party, "示例"), $"_{party}_Id");
        }

        async Task Reads(IQueryable<RegisterRow> look, string index)
        {
            var plan = await store.PlanOf(look.Select(row => row.Id), Cancelled);
            Assert.Contains(index, plan, StringComparison.Ordinal);
            // By bounds, and not from one end of the index to the other.
            Assert.Contains(kind == StoreKind.Sqlite ? "SEARCH" : "Index Cond", plan, StringComparison.Ordinal);
        }
    }

    static LicenceDecision Licence(Guid agency, string number, DateOnly on, string party)
    {
        var row = RandomRegisters.Licence(agency, on, party);
        row.Number = number;
        return row;
    }

    static async Task Publish(Store store, Guid agency, IReadOnlyList<RegisterRow> rows)
    {
        foreach (var row in rows) row.Recount([], WorkingCalendar.BuiltIn);
        store.AddRange(rows);
        await store.Save(Test with { Agency = agency });
        await store.Published(agency, rows);
    }
}
