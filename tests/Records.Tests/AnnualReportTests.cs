using CsCheck;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Organizations;
using Gongkai.Rules.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

public sealed class AnnualReportTests(TestStores stores)
{
    static readonly Agency Bureau = new() { Code = "zjj", Name = "某区住房和城乡建设局" };
    static readonly DateOnly Day = new(2021, 1, 20);

    static Report Plain(int year) => new() { Form = ReportForm.For(year), Year = year, Cells = CellValues.Of(ReportForm.For(year), new Dictionary<string, CellValue>(), 0) };

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void Any_report_comes_back_exactly(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        using (var store = StoreChoice.Open(connection))
        {
            store.Add(Bureau);
            store.SaveNow();
        }
        var version = 0;

        // One batch a sample: each is a journey through the store, not only through the text.
        ReportGen.Any.Array[20].Sample(reports =>
        {
            var batch = reports.Select(report => AnnualReport.Publish(Bureau, 2000 + version++, report, Day, [])).ToList();
            using (var store = StoreChoice.Open(connection))
            {
                store.AddRange(batch);
                store.SaveNow();
            }
            using var again = StoreChoice.Open(connection);
            foreach (var (report, stored) in reports.Zip(batch))
                AssertSame(report, again.AnnualReports.Single(found => found.Id == stored.Id).ToReport());
        }, iter: 20, threads: 1);
    }

    static void AssertSame(Report expected, Report actual)
    {
        Assert.Same(expected.Form, actual.Form);
        Assert.Equal((expected.Agency, expected.Year, expected.Title), (actual.Agency, actual.Year, actual.Title));
        Assert.Equal(expected.Introduction, actual.Introduction);
        Assert.Equal(expected.Notes, actual.Notes);
        Assert.Equal(expected.Sections.Select(Flat), actual.Sections.Select(Flat));
        Assert.Equal(expected.Cells.All.ToArray(), actual.Cells.All.ToArray());
        // As it is printed too: 1.50 is not 1.5.
        Assert.Equal(expected.Cells.All.ToArray().Select(cell => cell.ToString()), actual.Cells.All.ToArray().Select(cell => cell.ToString()));

        static string Flat(ReportSection section) => $"{section.Number}|{section.Heading}|{string.Join('|', section.Paragraphs)}";
    }

    [Fact]
    public void A_report_is_kept_in_words_that_a_person_can_read()
    {
        var form = ReportForm.Of2019;
        var cells = new Dictionary<string, CellValue>
        {
            ["t2.licences.change"] = CellValue.Text("增98", 98),
            ["t2.fees.previous"] = 78504912.20m,
            ["t3.granted.total"] = CellValue.Blank,
            ["t4.review.upheld"] = CellValue.Unread,
        };

        var content = ReportContent.Write(new() { Form = form, Cells = CellValues.Of(form, cells, 0), Agency = "某区住房和城乡建设局", Year = 2019 });

        Assert.StartsWith("""{"table2":2019,"table3":2019,"agency":"某区住房和城乡建设局","year":2019,"title":null,"introduction":[],"sections":[],"cells":[0,0,0,""", content, StringComparison.Ordinal);
        Assert.Contains("""["Text",98,"增98"]""", content, StringComparison.Ordinal);
        Assert.Contains("78504912.20", content, StringComparison.Ordinal);
        Assert.Contains(",null,", content, StringComparison.Ordinal);
        Assert.Contains("""["Unread"]""", content, StringComparison.Ordinal);
    }

    [Theory, InlineData(2019), InlineData(2021)]
    public void The_cells_stand_in_the_order_in_which_stores_have_kept_them(int edition)
    {
        var kept = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, $"cells-{edition}.txt"));

        Assert.Equal(kept, ReportForm.For(edition).Cells.Select(cell => cell.Key));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void A_year_has_each_version_once(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        store.Add(Bureau);
        store.AddRange(AnnualReport.Publish(Bureau, 2020, Plain(2020), Day, []), AnnualReport.Publish(Bureau, 2020, Plain(2020), Day, []));

        Assert.Throws<DbUpdateException>(() => store.SaveNow());
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void An_agency_that_has_reports_cannot_be_deleted(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        store.Add(Bureau);
        store.Add(AnnualReport.Publish(Bureau, 2020, Plain(2020), Day, []));
        store.SaveNow();

        Assert.ThrowsAny<Exception>(() => store.Agencies.ExecuteDelete());
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public void Readers_see_the_newest_version_whose_day_has_come(StoreKind kind)
    {
        using var store = StoreChoice.Open(stores.Ready(kind));
        var first = AnnualReport.Publish(Bureau, 2020, Plain(2020), Day, []);
        var second = first.Correct(Plain(2020), Day.AddDays(30), "更正表三自然人一栏。", []);
        var other = AnnualReport.Publish(Bureau, 2019, Plain(2019), Day.AddYears(-1), []);
        store.Add(Bureau);
        store.AddRange(first, second, other);
        store.SaveNow();

        Assert.Equal([(2019, 1)], Seen(Day.AddDays(-1)));
        Assert.Equal([(2020, 1), (2019, 1)], Seen(Day));
        Assert.Equal([(2020, 1), (2019, 1)], Seen(Day.AddDays(29)));
        Assert.Equal([(2020, 2), (2019, 1)], Seen(Day.AddDays(30)));
        Assert.Equal([2], [.. store.AnnualReports.OfYear(2020).OfAgency(Bureau.Id).Newest.Select(report => report.Version)]);

        IEnumerable<(int, int)> Seen(DateOnly today) =>
            [.. store.AnnualReports.Published(today).Newest.LatestFirst.Select(report => new { report.Year, report.Version }).AsEnumerable().Select(row => (row.Year, row.Version))];
    }

    [Fact]
    public void A_report_counts_its_findings_and_names_itself()
    {
        Finding[] findings = [Found(Severity.Error), Found(Severity.Error), Found(Severity.Warning)];

        var report = AnnualReport.Publish(Bureau, 2020, Plain(2020), Day, findings);

        Assert.Equal((2, 1), (report.Errors, report.Warnings));
        Assert.Equal("某区住房和城乡建设局2020年政府信息公开工作年度报告", report.Title);
        Assert.Equal((2019, 1, null), (report.Edition, report.Version, report.Correction));

        static Finding Found(Severity severity) => new("balance", severity, [], null, null, "…");
    }
}
