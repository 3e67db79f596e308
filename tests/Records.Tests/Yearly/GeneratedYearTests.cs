using System.Security.Cryptography;
using System.Text;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Demo;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Requests;
using Gongkai.Records.Tests.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests.Yearly;

/// <summary>Invented years: they live by the rules, they are always the same, and the demo bureau's give its published reports.</summary>
public sealed class GeneratedYearTests(TestStores stores)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_fact_was_allowed_when_it_happened_and_everything_that_can_happen_happens()
    {
        var all = GeneratedYears.Of("rules", 2022, 3, 1500, WorkingCalendar.BuiltIn).ToList();
        foreach (var one in all)
        {
            var clock = Clock.Read([], WorkingCalendar.BuiltIn);
            foreach (var fact in one.Facts)
            {
                Assert.Null(clock.To(fact));
                clock = clock.After(fact);
            }
            Assert.Equal(Stage.Filed, clock.Stage);
        }
        var clocks = all.Select(one => Clock.Read(one.Facts, WorkingCalendar.BuiltIn)).ToList();
        Assert.Equal(Enum.GetValues<Outcome>(), clocks.Select(clock => clock.Outcome!.Value).Distinct().Order());
        Assert.Equal(Enum.GetValues<Channel>(), all.Select(one => one.Channel).Distinct().Order());
        Assert.Equal(Enum.GetValues<ApplicantKind>(), all.Select(one => one.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<Consultee>(), clocks.SelectMany(clock => clock.Consultations).Select(one => one.With).Distinct().Order());
        Assert.Contains(clocks, clock => clock.PaidOn is not null);
        Assert.Contains(clocks, clock => clock.Extension > 0);
        Assert.Contains(clocks, clock => clock.CorrectedOn is not null);
        Assert.Contains(clocks, clock => clock.EndedOn!.Value.Year > clock.ReceivedOn!.Value.Year);
        Assert.InRange(clocks.Count(clock => clock.Late), 1, all.Count / 20);
    }

    [Fact]
    public void The_same_seed_gives_the_same_years_everywhere()
    {
        var text = string.Join('\n', GeneratedYears.Of("same", 2024, 1, 300, WorkingCalendar.BuiltIn).Select(one => $"{one.Kind} {one.Channel} {one.Applicant} {one.Subject} {string.Join(';', one.Facts)}"));
        Assert.Equal("60FF6703813465E3", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]);
        Assert.NotEqual(GeneratedYears.Of("other", 2024, 1, 1, WorkingCalendar.BuiltIn).Single().Subject, GeneratedYears.Of("same", 2024, 1, 1, WorkingCalendar.BuiltIn).Single().Subject);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task The_demo_bureaus_registers_give_the_tables_of_every_report_that_it_published(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));
        Demo.Demo.Seed(store, TestActs.Now);
        var bureau = await store.Agencies.WithCode("zjj").SingleAsync(Cancelled);
        var reports = await store.AnnualReports.OfAgency(bureau.Id).OrderBy(report => report.Year).ToListAsync(Cancelled);
        Assert.Equal(Enumerable.Range(2019, 7), reports.Select(report => report.Year));
        foreach (var published in reports)
        {
            var (report, tables) = (published.ToReport(), await YearlyTables.Of(store, bureau.Id, published.Year));
            foreach (var cell in report.Form.Cells.Where(cell => cell.Table.Number is 3 or 4))
                Assert.True(report.Cells[cell].Number == tables[cell], $"{published.Year} {cell.Key}: {report.Cells[cell].Number} published, {tables[cell]} counted");
        }
        // The year that runs is there too, as far as it has come.
        Assert.NotEqual(0, (await YearlyTables.Of(store, bureau.Id, 2026))[ReportForm.Of2021["t3.received.total"]]);
        Assert.False(await store.CasePages.AnyAsync(page => page.On > new DateOnly(2026, 11, 22), Cancelled));
        await DemoRegisters.GiveTable2(store, bureau);
    }
}
