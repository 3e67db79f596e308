using System.Text.RegularExpressions;
using Gongkai.Records.Demo;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Demo.Items;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;

namespace Gongkai.Records.Tests;

public sealed partial class DemoItemTests(TestStores stores)
{
    static readonly IReadOnlyList<DemoItem> All = DemoItem.Until(new(2026, 12, 31, 23, 0, 0, TimeSpan.Zero));

    static readonly Dictionary<string, DemoColumn> Columns = DemoColumn.All.ToDictionary(column => column.Slug);

    [Fact]
    public void The_first_year_has_119_items_as_the_bureaus_report_counts_them()
    {
        var counted = All.Where(item => item.PublishedAt.AtOffice.Year == 2019).CountBy(item => Columns[item.Column].Plan.Category.Name).ToDictionary();

        Assert.Equal((2, 4, 88, 25), (counted["概况类"], counted["政策法规类"], counted["工作动态类"], counted["审批服务类"]));
    }

    [Fact]
    public void Every_later_year_has_items_of_every_category()
    {
        for (var year = 2020; year <= 2026; year++)
        {
            var counted = All.Where(item => item.PublishedAt.AtOffice.Year == year).CountBy(item => Columns[item.Column].Plan.Category.Name).ToDictionary();
            Assert.Equal(4, counted.Count);
            Assert.InRange(counted.Values.Sum(), 36, 60);
        }
    }

    [Fact]
    public void No_title_and_no_document_number_comes_twice()
    {
        Assert.DoesNotContain(All.CountBy(item => item.Title), title => title.Value > 1);
        Assert.DoesNotContain(All.Select(item => item.DocumentNumber).OfType<string>().CountBy(number => number), number => number.Value > 1);
    }

    [Fact]
    public void No_gap_is_left_open_and_no_text_names_a_person()
    {
        Assert.All(All, item => Assert.DoesNotMatch(Open(), item.Title + item.Summary + item.DocumentNumber + string.Concat(item.Paragraphs)));
        Assert.All(All, item => Assert.DoesNotMatch(Personal(), string.Concat(item.Paragraphs)));
    }

    [Fact]
    public void Every_item_is_formed_on_a_working_day_before_it_is_published_in_its_term()
    {
        Assert.All(All, item =>
        {
            Assert.True(WorkingCalendar.BuiltIn.IsWorkingDay(item.FormedOn), item.Title);
            Assert.True(WorkingCalendar.BuiltIn.IsWorkingDay(item.PublishedAt.DayAtOffice), item.Title);
            Assert.InRange(WorkingCalendar.BuiltIn.Count(item.FormedOn, item.PublishedAt.DayAtOffice), 0, 20);
            Assert.InRange(item.Summary.Length, 10, 120);
        });
    }

    [Fact]
    public void What_a_text_refers_to_is_there_and_older()
    {
        var titles = All.ToDictionary(item => item.Title);
        foreach (var item in All)
            foreach (var (_, title) in item.Links) Assert.True(titles[title].PublishedAt < item.PublishedAt, item.Title);
        Assert.Equal("住建发〔2026〕5号", titles["关于公布2026年公租房准入标准的通知"].DocumentNumber);
        Assert.Contains(All, item => item.Links.Contains(("废止文件", "房屋限购若干规定")));
    }

    [Fact]
    public void Every_column_without_parts_has_content_and_every_item_a_column()
    {
        var used = All.Select(item => item.Column).ToHashSet();
        var parents = DemoColumn.All.Select(column => column.Plan.Parent).ToHashSet();
        Assert.Equal(DemoColumn.All.Select(column => column.Slug).Where(slug => !parents.Contains(slug)).Order(), used.Order());
    }

    [Fact]
    public void Every_entry_of_the_catalogue_that_a_text_names_is_one_that_an_agency_begins_with()
    {
        var usual = PlannedEntry.Usual.Select(plan => plan.AsContent("").Name).ToHashSet();
        var named = All.Select(item => item.Entry).OfType<string>().Distinct().ToList();

        Assert.DoesNotContain(named, name => !usual.Contains(name));
        Assert.True(named.Count > 25, $"{named.Count} entries are named.");
    }

    [Fact]
    public void What_is_bought_in_the_first_year_is_what_its_report_says()
    {
        var bought = All.Where(item => item.Column == "zfcg" && item.PublishedAt.Year == 2019).ToList();

        Assert.Equal(5, bought.Count);
        Assert.Equal(4469000, bought.Sum(item => int.Parse(Amount().Match(string.Concat(item.Paragraphs)).Groups[1].Value)));
    }

    [Fact]
    public void Tables_have_as_many_cells_in_every_row() => Assert.All(All, item =>
    {
        foreach (var (before, row) in item.Paragraphs.Zip(item.Paragraphs.Skip(1)))
            if (before[0] == '|' && row[0] == '|') Assert.True(before.Count(c => c == '|') == row.Count(c => c == '|'), $"{item.Title}: {row}");
    });

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Every_published_item_has_passed_four_different_hands_and_stands_on_the_portal(StoreKind kind)
    {
        await using var store = StoreChoice.Open(stores.Ready(kind));
        Demo.Demo.Seed(store, TestActs.Now, register: false);
        var bureau = store.Agencies.Single(agency => agency.Code == DemoAgency.Bureau.Code);
        DemoItems.Add(store, bureau, TestActs.Now);

        var wanted = DemoItem.Until(TestActs.Now);
        var items = store.Items.Public().ToDictionary(item => item.Id);
        var versions = store.ItemVersions.ToDictionary(version => version.Id);
        var opinions = store.ItemOpinions.ToLookup(opinion => opinion.VersionId);
        Assert.Equal(wanted.Count, items.Count);
        Assert.Equal(items.Count, versions.Count);
        Assert.All(versions.Values, version => Assert.Equal(4, opinions[version.Id].Select(opinion => opinion.ByName).Append(version.AuthorName).Distinct().Count()));
        Assert.Equal(items.Count, items.Values.Select(item => item.IndexNumber).Distinct().Count());
        Assert.Equal(items.Count, store.ItemPublications.Count(one => one.Channel == Channel.Website));
        Assert.Equal(wanted.Select(item => item.PublishedAt), items.Values.Select(item => item.PublishedAt!.Value).Order());
        Assert.Equal(Validity.Repealed, items.Values.Single(item => item.Title == "房屋限购若干规定").Validity);
        var standard = items.Values.Single(item => item.DocumentNumber == "住建发〔2026〕5号");
        Assert.Equal((Validity.InForce, Genre.Normative), (standard.Validity, standard.Genre));
        Assert.Single(store.PublicRelations(), one => one.Kind == RelationKind.Interprets && one.ToId == standard.Id);

        // The catalogue begins carried out: what the entries ask stands under them, by every channel; the two working days of procurement were once missed.
        var entries = await store.ComplianceOf(bureau.Id, TestActs.Now.DayAtOffice, WorkingCalendar.BuiltIn);
        Assert.True(entries.Count(one => one.Published > 0) > 25);
        Assert.Equal(["政府集中采购 / 采购结果和采购文件：有逾期公开"], entries.Where(one => one.IsBroken || one.Late > 0).Select(one => $"{one.Entry.Name}：{one.Words}"));
        Assert.Equal(wanted.Count(item => item.Entry is not null), entries.Sum(one => one.Published));

        DemoItems.Add(store, bureau, TestActs.Now);
        Assert.Equal(items.Count, store.Items.Count());
    }

    [GeneratedRegex("[{}*@]")]
    private static partial Regex Open();

    [GeneratedRegex("先生|女士|同志|1[3-9]\\d{9}")]
    private static partial Regex Personal();

    [GeneratedRegex("金额 \\| (\\d+)元")]
    private static partial Regex Amount();
}
