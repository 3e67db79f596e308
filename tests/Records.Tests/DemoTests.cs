using System.Text.RegularExpressions;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Demo;
using Gongkai.Rules.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

public sealed partial class DemoTests(TestStores stores)
{
    static readonly DateOnly Today = new(2026, 11, 22);

    static IEnumerable<DemoReport> Reports(DemoAgency agency) => DemoHistory.Of(agency).TakeWhile(report => report.PublishedOn <= Today);

    /// <summary>Those that should be without fault: all but the bureau's first and the one with planted faults.</summary>
    public static TheoryData<string> Everyone => [.. DemoAgency.All.Concat(DemoAgency.Invented(12)).Select(agency => agency.Code)];

    static DemoAgency Named(string code) => DemoAgency.All.Concat(DemoAgency.Invented(12)).Single(agency => agency.Code == code);

    static bool Sound(DemoAgency agency, int year) =>
        (agency, year) != (DemoAgency.Bureau, 2019) && (agency, year) != (DemoAgency.Faulty, DemoHistory.FaultyYear);

    [Theory, MemberData(nameof(Everyone))]
    public void Every_invented_table_adds_up(string code)
    {
        var agency = Named(code);
        foreach (var (year, report, _) in Reports(agency).Where(r => Sound(agency, r.Year)))
        {
            Assert.Same(ReportForm.For(year), report.Form);
            foreach (var sum in report.Form.Sums)
                Assert.True(Of(sum.Left) == Of(sum.Right), $"{code} {year}: {sum.Rule} {string.Join(' ', sum.Left)}");

            decimal Of(IReadOnlyList<FormCell> cells) => cells.Sum(cell => report.Cells[cell].Number!.Value);
        }
    }

    [Theory, MemberData(nameof(Everyone))]
    public void Every_year_follows_from_the_one_before(string code)
    {
        var reports = Reports(Named(code)).Select(r => r.Report).ToList();
        foreach (var (last, next) in reports.Zip(reports.Skip(1)))
        {
            foreach (var column in next.Form.Table3.Blocks[0].Columns)
                Assert.Equal(last[$"t3.carriedOver.{column.Key}"].Number, next[$"t3.carriedIn.{column.Key}"].Number);
            if (next.Form.Edition == 2021)
                Assert.Equal(
                    last[last.Form.Edition == 2021 ? "t2.normative.inForce" : "t2.normative.total"].Number + next["t2.normative.issued"].Number - next["t2.normative.repealed"].Number,
                    next["t2.normative.inForce"].Number);
        }
    }

    [Theory, MemberData(nameof(Everyone))]
    public void What_the_text_counts_is_what_the_tables_count(string code)
    {
        var agency = Named(code);
        foreach (var (_, report, _) in Reports(agency).Where(r => r.Report.Introduction.Count > 0))
        {
            var text = string.Concat(report.Prose.Select(part => part.Paragraph));

            Assert.Equal(report["t3.received.total"].Number, Said("新收政府信息公开申请(\\d+)件"));
            Assert.Equal(report["t3.carriedIn.total"].Number, Said("上年结转(\\d+)件"));
            Assert.Equal(report["t3.total.total"].Number, Said("办结(\\d+)件"));
            Assert.Equal(report["t3.carriedOver.total"].Number, Said("结转下年度继续办理(\\d+)件"));
            Assert.Equal(report["t3.granted.total"].Number, Said("予以公开(\\d+)件"));
            Assert.Equal(report["t4.review.total"].Number, Said("行政复议(\\d+)件"));
            Assert.Equal(report["t4.suit.total"].Number + report["t4.suitAfterReview.total"].Number, Said("行政诉讼(\\d+)件"));
            Assert.Equal(Said("政府信息(\\d+)条"), Said("概况类(\\d+)条") + Said("法规类(\\d+)条") + Said("动态类(\\d+)条") + Said("服务类(\\d+)条"));

            decimal Said(string pattern) => decimal.Parse(Regex.Match(text, pattern).Groups[1].Value);
        }
    }

    [Fact]
    public void No_year_repeats_a_sentence_of_the_year_before()
    {
        foreach (var agency in DemoAgency.All)
        {
            var years = Reports(agency).Where(r => r.Year > 2019).Select(r => Sentences(r.Report)).ToList();
            foreach (var (last, next) in years.Zip(years.Skip(1))) Assert.Empty(last.Intersect(next));
        }

        static IReadOnlyList<string> Sentences(Report report) =>
            [.. report.Sections.Where(s => s.Number is 1 or 5).SelectMany(s => s.Paragraphs).SelectMany(p => SentenceEnd().Split(p)).Where(s => s.Length > 12 && !s.Any(char.IsAsciiDigit))];
    }

    [GeneratedRegex("[。；：]")]
    private static partial Regex SentenceEnd();

    [Fact]
    public void The_bureaus_first_report_carries_the_real_figures_faults_and_all()
    {
        var report = Reports(DemoAgency.Bureau).First().Report;
        var notZero = report.Form.Cells.Where(cell => report.Cells[cell].Number != 0).Select(cell => $"{cell.Key}={report.Cells[cell]}");

        Assert.Equal(
        [
            "t2.licences.previous=172", "t2.licences.change=38", "t2.licences.decisions=134",
            "t2.penalties.previous=12", "t2.penalties.change=8", "t2.penalties.decisions=20",
            "t2.fees.previous=78504912.2", "t2.fees.change=1736889.9",
            "t2.procurement.projects=5", "t2.procurement.amount=4469000",
        ], notZero);
        Assert.All(report.Form.Cells, cell => Assert.Equal(CellReading.Number, report.Cells[cell].Reading));
        Assert.Contains(report.Prose, part => part.Paragraph.Contains("119条，其中概况类2条、政策法规类4条、工作动态类88条、审批服务类25条", StringComparison.Ordinal));
        Assert.Contains("（二）主动公开政府信息情况", report.Sections[0].Paragraphs);
    }

    [Fact]
    public void The_reports_are_the_same_everywhere_and_always()
    {
        var text = string.Join('\n', DemoAgency.All.SelectMany(Reports).Select(r => ReportContent.Write(r.Report)));

        Assert.Equal("5CB780A46AD530442841AF8E06A498D1", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..32]);
    }

    [Fact]
    public void Reports_come_out_before_the_statutory_day() =>
        Assert.All(DemoAgency.All.Concat(DemoAgency.Invented(100)).SelectMany(Reports), r => Assert.InRange(r.PublishedOn, new(r.Year + 1, 1, 1), new(r.Year + 1, 1, 31)));

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void Seeding_twice_adds_nothing_and_a_new_January_adds_a_year(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));

        Demo.Demo.Seed(store, TestActs.Now);
        var first = store.AnnualReports.OrderBy(report => report.Id).Select(report => report.Id).ToList();
        Demo.Demo.Seed(store, TestActs.Now);
        Assert.Equal(first, [.. store.AnnualReports.OrderBy(report => report.Id).Select(report => report.Id)]);
        Assert.Equal(DemoAgency.All.Select(agency => agency.Code).Order(StringComparer.Ordinal), store.Agencies.Select(agency => agency.Code).AsEnumerable().Order(StringComparer.Ordinal));

        Demo.Demo.Seed(store, new(2027, 2, 1, 0, 0, 0, TimeSpan.Zero));
        // The bureau's own stands in preparation, and nobody but its leader publishes it.
        Assert.Equal(first.Count + DemoAgency.All.Count - 1, store.AnnualReports.Count());
        Assert.Equal(DemoAgency.All.Count - 1, store.AnnualReports.OfYear(2026).Count());
        Assert.Equal(2026, store.ReportDrafts.Single().Year);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void Only_the_real_figures_and_the_planted_faults_are_at_fault(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        Demo.Demo.Seed(store, TestActs.Now);

        var faulty = store.AnnualReports.Where(report => report.Errors + report.Warnings > 0)
            .Join(store.Agencies, report => report.AgencyId, agency => agency.Id, (report, agency) => agency.Code + " " + report.Year)
            .OrderBy(line => line).ToList();

        Assert.Equal(["cgj 2023", "zjj 2019"], faulty);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void A_store_of_any_size_can_be_filled(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));

        Demo.Demo.Seed(store, TestActs.Now, DemoAgency.Invented(60));

        Assert.Equal(60 * 7, store.AnnualReports.Published(Today).Newest.Count());
        Assert.Equal(20, store.AnnualReports.Published(Today).Newest.OfYear(2025).LatestFirst.Skip(40).Take(30).Select(report => report.Title).ToList().Count);
    }
}
