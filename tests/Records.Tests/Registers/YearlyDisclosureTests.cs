using Gongkai.Records.AnnualReports;
using Gongkai.Records.Registers;
using Gongkai.Records.Tests.Yearly;
using Gongkai.Rules;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Records.Tests.TestActs;

namespace Gongkai.Records.Tests.Registers;

/// <summary>Table 2 out of the registers, on both stores, against a count that knows nothing of queries; and what is kept of it at signing.</summary>
public sealed class YearlyDisclosureTests(TestStores stores)
{
    static readonly Pen Pen = new(null, "审核", Now);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(StoreKind.Sqlite, 1), InlineData(StoreKind.Postgres, 2), InlineData(StoreKind.Sqlite, 3), InlineData(StoreKind.Postgres, 4)]
    public async Task Random_registers_are_counted_as_a_reader_counts_them_and_each_figure_is_the_sum_of_its_rows(StoreKind kind, int seed)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var rows = RandomRegisters.Of(agency, seed).ToList();
        store.AddRange(rows);
        await store.Save(Test with { Agency = agency });
        store.ChangeTracker.Clear();
        var compared = 0;
        for (var year = 2019; year <= 2023; year++)
        {
            var table = await YearlyDisclosure.Of(store, agency, year);
            foreach (var cell in table.Form.Cells.Where(cell => cell.Table.Number == 2))
            {
                Assert.True(RandomRegisters.Count(rows, cell, year) == table[cell], $"{year} {cell.Key}: {RandomRegisters.Count(rows, cell, year)} by hand, {table[cell]} by the store");
                var behind = await store.RowsIn(cell, table.Agencies, year).ToListAsync(Cancelled);
                Assert.Equal(table[cell], behind.Sum(row => row.Counts(cell, table.Form, year)));
                Assert.All(behind, row => Assert.NotEqual(0, row.Counts(cell, table.Form, year)));
                Assert.Equal(behind.Select(row => row.Id).Order(), rows.Where(row => row.Counts(cell, table.Form, year) != 0).Select(row => row.Id).Order());
                compared++;
            }
        }
        Assert.Equal(2 * 22 + 3 * 10, compared);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Where_nothing_was_ever_registered_nothing_is_claimed(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        Assert.Empty((await YearlyDisclosure.Of(store, agency, 2025)).Numbers);
        store.Add(RandomRegisters.Licence(agency, new(2025, 5, 6), "示例公司"));
        await store.Save(Test with { Agency = agency });
        Assert.Empty((await YearlyDisclosure.Of(store, agency, 2024)).Numbers);
        Assert.Equal([("t2.licences.decisions", 1m)], (await YearlyDisclosure.Of(store, agency, 2025)).Numbers.Select(one => (one.Key, one.Value)));
        // The register is kept since: a year without a decision has none.
        Assert.Equal([("t2.licences.decisions", 0m)], (await YearlyDisclosure.Of(store, agency, 2026)).Numbers.Select(one => (one.Key, one.Value)));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_was_counted_at_signing_stays_and_what_moves_afterwards_is_named_with_its_money(StoreKind kind)
    {
        var (connection, agency) = stores.Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var rows = RandomRegisters.Of(agency, 7).ToList();
        store.AddRange(rows);
        await store.Save(Test with { Agency = agency });
        var home = await store.Agencies.SingleAsync(one => one.Id == agency, Cancelled);
        var file = await store.BeginDraft(home, 2022, Pen);
        await store.Save(Test with { Agency = agency });
        var table = await YearlyDisclosure.Of(store, agency, 2022);
        foreach (var cell in table.Form.Cells.Where(cell => table[cell] is not null))
        {
            Assert.Equal(table[cell], file.Values[cell].Number);
            Assert.Equal($"{cell.RegisterOf()!.Value.Name}台账", file.Find(cell)!.SuppliedFrom);
        }
        await store.Write(Test with { Agency = agency }, () => store.Freeze(file.Draft, Now));
        Assert.Empty((await store.MovedSince(file.Draft))!);

        var penalty = await store.Penalties.FirstAsync(row => row.On.Year == 2022 && row.VoidedAt == null, Cancelled);
        penalty.Void(Now, "重复登记");
        var receipt = await store.Receipts.FirstAsync(row => row.On.Year == 2022 && row.VoidedAt == null, Cancelled);
        receipt.Fen += 1;
        store.Add(RandomRegisters.Licence(agency, new(2022, 12, 31), "示例公司"));
        await store.Save(Test with { Agency = agency });

        var moved = (await store.MovedSince(file.Draft))!;
        Assert.Equal(3, moved.Count);
        Assert.Contains(moved, one => one.Id == penalty.Id && one is { WasWords: "计入本年", IsWords: "不再计入", IsRegister: true });
        Assert.Contains(moved, one => one.Id == receipt.Id && one.WasWords != one.IsWords && one.IsWords.EndsWith(" 元", StringComparison.Ordinal));
        Assert.Contains(moved, one => one is { WasWords: "没有计入", IsWords: "计入本年" });

        // A published report opens what was frozen: its sums are those that were signed.
        var report = AnnualReport.Publish(home, 2022, file.ToReport(), new(2023, 1, 20), []);
        store.Add(report);
        file.Draft.Publish(report);
        await store.Save(Test with { Agency = agency });
        foreach (var cell in table.Form.Cells.Where(cell => table[cell] is not null))
        {
            var behind = (await CellRecords.Of(store, report, cell))!;
            Assert.True(behind.Frozen);
            Assert.Equal(table[cell], behind.Sum);
        }
    }
}
