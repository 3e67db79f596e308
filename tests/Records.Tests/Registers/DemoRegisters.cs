using Gongkai.Records.AnnualReports;
using Gongkai.Records.Demo;
using Gongkai.Records.Organizations;
using Gongkai.Records.Registers;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests.Registers;

/// <summary>What the demo bureau's registers must say; asked where that store is seeded anyway.</summary>
static class DemoRegisters
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    // What the first report wrote into the wrong unit or without its sign, and what its registers say.
    static readonly Dictionary<string, decimal> Misfilled = new() { ["t2.licences.change"] = -38, ["t2.fees.previous"] = 1, ["t2.fees.change"] = 0 };

    /// <summary>The registers give table 2 of every report, and what the first one meant.</summary>
    public static async Task GiveTable2(Store store, Agency bureau)
    {
        var compared = 0;
        foreach (var published in await store.AnnualReports.OfAgency(bureau.Id).ToListAsync(Cancelled))
        {
            var (report, table) = (published.ToReport(), await YearlyDisclosure.Of(store, bureau.Id, published.Year));
            foreach (var cell in table.Form.Cells.Where(cell => table[cell] is not null))
            {
                var meant = published.Year == 2019 && Misfilled.TryGetValue(cell.Key, out var right) ? right : report.Cells[cell].Number;
                Assert.True(meant == table[cell], $"{published.Year} {cell.Key}: {report.Cells[cell].Number} published, {table[cell]} counted");
                var rows = await store.RowsIn(cell, table.Agencies, published.Year).ToListAsync(Cancelled);
                Assert.Equal(table[cell], rows.Sum(row => row.Counts(cell, table.Form, published.Year)));
                compared++;
            }
            // What has no register is nought in the report: nothing was to be counted.
            Assert.All(table.Form.Cells.Where(cell => cell.Table.Number == 2 && table[cell] is null), cell => Assert.Equal(0, report.Cells[cell].Number));
        }
        Assert.True(compared > 70, $"{compared}");
        Assert.Equal(8_024_180_210, await store.Receipts.Where(row => row.On.Year == 2019).SumAsync(row => row.Fen, Cancelled));
        var today = new DateOnly(2026, 11, 22);
        foreach (var register in Enum.GetValues<RegisterKind>()) Assert.Equal(register.PublicCode is not null, await store.Register(register).Public(today).AnyAsync(Cancelled));
        Assert.False(await store.Licences.AnyAsync(row => row.On > today, Cancelled));
        Assert.False(await store.Penalties.Public(today).AnyAsync(row => row.Overturned != null || row.On < new DateOnly(2021, 11, 22), Cancelled));
    }
}
