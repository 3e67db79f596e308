using Gongkai.Records.Organizations;
using Gongkai.Records.Search;
using Gongkai.Rules.Disclosure;

namespace Gongkai.Records.Tests.Search;

/// <summary>Real questions, and what is found for them; the index goes with the transaction.</summary>
public sealed class SearchTests(TestStores stores)
{
    static readonly SearchEntry[] Library =
    [
        Item("关于公布2026年公共租赁住房保障标准的通知", "住建发〔2026〕5号", new(2026, 3, 2), body: "各街道：现将2026年公租房保障标准公布如下。收入标准为每人每月三千元，公租房租金按面积计算。"),
        Item("公租房申请办事指南", null, new(2025, 6, 1), Genre.Service, body: "公租房申请人应当在户籍所在街道提交申请表，怎么填写见附件。电话12345。", files: [new("申请表.docx", "申请人姓名、家庭人口、廉租住房情况")]),
        Item("关于进一步加强房屋管理的意见", "住建发〔2024〕15号", new(2024, 5, 6), Genre.Normative, body: "加强房屋买卖管理。本市户籍家庭限购一套住房的规定不再执行。"),
        Item("关于商品住房限购有关问题的通知", "住建发〔2017〕9号", new(2017, 4, 1), Genre.Normative, Validity.Repealed, body: "非本市户籍居民家庭限购一套住房。"),
        Item("危房鉴定与解危工作方案", null, new(2026, 8, 9), Genre.Plan, body: "对农村危房和城市危旧房屋开展鉴定。𠮷野路三号楼列为重点。"),
        Item("住宅专项维修资金使用公告", null, new(2026, 7, 1), Genre.Announcement, body: "维修资金由业主共同使用。"),
        Item("2025年工作总结", null, new(2026, 1, 8), Genre.Work, body: "全年配租公租房。房屋安全、危房改造、维修资金归集、限购政策调整均按计划完成。根据住建发〔2026〕5号文件执行。联系邮箱 ABC＠example，ＷＩＦＩ覆盖办事大厅。"),
    ];

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Two_characters_find_what_is_named_so_before_what_mentions_it(StoreKind kind)
    {
        await using var store = await SearchStores.With(stores.Ready(kind), Library);

        Assert.Equal("公租房申请办事指南", (await store.Find("公租")).Titles()[0]);
        Assert.Equal(["关于商品住房限购有关问题的通知", "2025年工作总结", "关于进一步加强房屋管理的意见"], (await store.Find("限购")).Titles());
        Assert.Equal("危房鉴定与解危工作方案", (await store.Find("危房")).Titles()[0]);
        Assert.Equal("住宅专项维修资金使用公告", (await store.Find("维修资金")).Titles()[0]);
        Assert.Equal("关于进一步加强房屋管理的意见", (await store.Find("房屋 限购")).Titles()[0]);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_rule_in_force_stands_before_the_fresher_results_that_follow_from_it(StoreKind kind)
    {
        await using var store = await SearchStores.With(stores.Ready(kind),
        [
            Item("2026年第三季度公租房租赁补贴发放情况公示", null, GeneratedItems.Today.AddDays(-10), Genre.Announcement, Validity.Unmarked),
            Item("关于公布2026年公租房准入标准的通知", "住建发〔2026〕5号", GeneratedItems.Today.AddDays(-200), Genre.Normative),
            Item("关于公布2025年公租房准入标准的通知", "住建发〔2025〕5号", GeneratedItems.Today.AddDays(-5), Genre.Normative, Validity.Lapsed),
        ]);

        Assert.Equal(["关于公布2026年公租房准入标准的通知", "2026年第三季度公租房租赁补贴发放情况公示", "关于公布2025年公租房准入标准的通知"], (await store.Find("公租")).Titles());
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_document_number_is_found_in_whatever_brackets(StoreKind kind)
    {
        await using var store = await SearchStores.With(stores.Ready(kind), Library);

        foreach (var typed in (string[])["住建发〔2026〕5号", "住建发[2026]5号", "住建发(2026)5号", "住建发（2026）5号", "住建发【2026】5号", "住建发2026 5号", "住建发20265号", "住建发 〔2026〕 5 号", "住建发［２０２６］第05号", "住建发〔2026年〕5"])
        {
            var found = await store.Find(typed);
            Assert.True(found.Count > 0 && found.Hits[0].Item.DocumentNumber == "住建发〔2026〕5号", $"“{typed}”: {string.Join('、', found.Titles())}");
        }
        Assert.Equal(["关于公布2026年公共租赁住房保障标准的通知", "2025年工作总结"], (await store.Find("住建发(2026)5号")).Titles());
        Assert.Equal("[住建发〔2026〕5号]", (await store.Find("住建发(2026)5号")).Hits[0].DocumentNumber.Shown());
        // 15号 is another number than 5号.
        Assert.Equal(["住建发〔2026〕5号"], (await store.Find("5号", SearchScope.DocumentNumber)).Hits.Select(hit => hit.Item.DocumentNumber));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Terms_are_all_wanted_and_one_that_finds_nothing_is_named(StoreKind kind)
    {
        await using var store = await SearchStores.With(stores.Ready(kind), Library);

        Assert.Equal(["关于公布2026年公共租赁住房保障标准的通知"], (await store.Find("公租房 2026 标准")).Titles());
        var none = await store.Find("公租 2019");
        Assert.Empty(none.Hits);
        Assert.Equal(["2019"], none.Missing);
        Assert.Equal([("2019", "公租", 3)], none.Fewer);

        var both = await store.Find("公租 𠮷野");
        Assert.Empty(both.Hits);
        Assert.Empty(both.Missing);
        Assert.Equal([("公租", "𠮷野", 1), ("𠮷野", "公租", 3)], both.Fewer);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_question_is_taken_apart_and_says_so(StoreKind kind)
    {
        await using var store = await SearchStores.With(stores.Ready(kind), Library);

        var found = await store.Find("公租房怎么申请");

        Assert.Equal("公租房申请办事指南", found.Titles()[0]);
        Assert.Equivalent(new TakenApart("公租房怎么申请", ["公租房", "申请"], ["怎么"]), Assert.Single(found.Apart));
        // A title half remembered.
        Assert.Equal("关于公布2026年公共租赁住房保障标准的通知", (await store.Find("公共租赁住房标准")).Titles()[0]);
        // Whoever wants the words as they stand gets them, or nothing.
        Assert.Empty((await SearchIndex.Search(store, new() { Words = "公租房怎么申请", Exact = true, Today = GeneratedItems.Today })).Hits);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_slip_of_the_pen_is_asked_back(StoreKind kind)
    {
        await using var store = await SearchStores.With(stores.Ready(kind), Library);

        Assert.Contains("维修资金", (await store.Find("维休资金")).Meant);
        Assert.Contains("公租房", (await store.Find("租公房")).Meant);
        Assert.Contains("公租房 申请", (await store.Find("公阻房 申请")).Meant);
        Assert.Contains("限购", (await store.Find("限够")).Meant);
        Assert.Empty((await store.Find("噼里啪啦")).Meant);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Words_that_mean_the_same_are_found_too_and_named(StoreKind kind)
    {
        await using var store = await SearchStores.With(stores.Ready(kind), Library);
        var agency = new Agency { Code = "zjj", Name = "示例市住房和城乡建设局" };
        store.Add(agency);
        store.Add(new SearchSynonym { AgencyId = agency.Id, Words = ["公租房", "公共租赁住房"], ChangedAt = TestActs.Now });
        store.SaveNow();

        var found = await store.Find("公租房保障标准");

        Assert.Equal("关于公布2026年公共租赁住房保障标准的通知", found.Titles()[0]);
        Assert.Equal(["公共租赁住房保障标准"], found.Terms.Single().Others);
        Assert.Contains("[公共租赁住房保障标准]", found.Hits[0].Title.Shown(), StringComparison.Ordinal);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_single_character_is_looked_for_in_titles(StoreKind kind)
    {
        await using var store = await SearchStores.With(stores.Ready(kind), Library);

        var found = await store.Find("危");

        Assert.Equal(["危房鉴定与解危工作方案"], found.Titles());
        Assert.True(Assert.Single(found.Terms).InTitles);
        Assert.Equal("[危]房鉴定与解[危]工作方案", found.Hits[0].Title.Shown());
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task The_passage_that_says_it_is_shown_and_marked(StoreKind kind)
    {
        await using var store = await SearchStores.With(stores.Ready(kind), Library);

        Assert.Equal("对农村危房和城市危旧房屋开展鉴定。[𠮷野]路三号楼列为重点。", (await store.Find("𠮷野")).Hits.Single().Passage.Shown());
        var wifi = (await store.Find("WiFi覆盖")).Hits.Single().Passage.Shown();
        Assert.Contains("[ＷＩＦＩ覆盖]办事大厅", wifi, StringComparison.Ordinal);
        Assert.StartsWith("…", wifi, StringComparison.Ordinal);
        var attached = (await store.Find("廉租住房")).Hits.Single();
        Assert.Equal(("申请表.docx", "申请人姓名、家庭人口、[廉租住房]情况"), (attached.Attachment, attached.Passage.Shown()));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Filters_narrow_down_and_facets_count_what_is_left(StoreKind kind)
    {
        await using var store = await SearchStores.With(stores.Ready(kind), Library);
        var query = new SearchQuery { Words = "限购", Today = GeneratedItems.Today, WithFacets = true };

        var all = (await SearchIndex.Search(store, query)).Facets!;
        Assert.Equal([(Genre.Normative, 2), (Genre.Work, 1)], all.Genres);
        Assert.Equal([(2026, 1), (2024, 1), (2017, 1)], all.Years);
        Assert.Equal(["关于商品住房限购有关问题的通知"], (await SearchIndex.Search(store, query with { Validity = Validity.Repealed })).Titles());
        Assert.Equal(["2025年工作总结", "关于进一步加强房屋管理的意见"], (await SearchIndex.Search(store, query with { Order = SearchOrder.Newest, From = new(2024, 1, 1) })).Titles());
        Assert.Equal(["关于进一步加强房屋管理的意见"], (await SearchIndex.Search(store, query with { Genres = [Genre.Rules, Genre.Normative], Year = 2024 })).Titles());
        Assert.Equal(2, (await SearchIndex.Search(store, new() { Genres = [Genre.Normative], Today = GeneratedItems.Today })).Count);
        var outside = await SearchIndex.Search(store, query with { Until = new(2016, 1, 1) });
        Assert.Equal((0, 3), (outside.Count, outside.Unfiltered));
    }

    static SearchEntry Item(string title, string? number, DateOnly on, Genre genre = Genre.Notice, Validity validity = Validity.InForce, string body = "", IReadOnlyList<AttachedText>? files = null) => new()
    {
        ItemId = Guid.CreateVersion7(), AgencyId = GeneratedItems.Agency, ColumnId = GeneratedItems.Column, Category = ItemCategory.Policy, Genre = genre, Validity = validity, FormedOn = on, PublishedOn = on,
        Title = title, DocumentNumber = number, Issuer = "示例市住房和城乡建设局", Body = body, Attachments = files ?? [],
    };
}
