using Gongkai.App.Ui;
using Gongkai.Documents.Publication;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.SelfCheck;

/// <summary>Reads the pages of an agency as a visitor gets them: the four columns, every list, the newest text of each, and looks for what the inspection looks for.</summary>
sealed class PageChecks(Visits visits, Site site)
{
    const int MostFaults = 50;

    /// <summary>A page that is read.</summary>
    /// <param name="Item">The text that it shows.</param>
    sealed record Asked(string Name, string Address, InformationItem? Item = null)
    {
        public bool IsColumn { get; init; } = true;
    }

    readonly List<(Asked Page, PublicPage Read)> read = [];
    readonly Dictionary<string, List<CheckLine>> faults = [];

    /// <summary>Addresses elsewhere that the home page names.</summary>
    public HashSet<string> Outside { get; } = [];

    public async Task<IReadOnlyList<CheckLine>> Of(Store store, Agency agency, Action<int, int> count, CancellationToken cancelled)
    {
        var pages = await Pages(store, agency);
        foreach (var (i, page) in pages.Index())
        {
            var answer = await visits.Read(page.Address, cancelled);
            if (answer.IsOpen) read.Add((page, PublicPage.Read(answer.Body)));
            else Fault(CheckRule.Open, page, i == 0 ? CheckVerdict.RedLine : CheckVerdict.Deduction, $"“{page.Name}”不能打开，回答 {Visits.Words(answer.Status)}。", "请系统管理员查看运行日志；栏目和信息的地址不要在系统以外改动。");
            count(i + 1, pages.Count);
        }
        foreach (var (page, found) in read) Look(page, found);
        if (read is [var home, ..] && home.Page == pages[0])
        {
            await LinksOf(home.Page, home.Read, cancelled);
            await Four(home.Page, home.Read, cancelled);
        }
        if (read is [var (first, shown), ..]) Marks(first, shown);
        Telephone(agency);
        var (texts, columns) = (read.Count(one => one.Page.Item is not null), read.Count(one => one.Page.IsColumn));
        return
        [
            .. Said(CheckRule.Open, $"读取了 {pages.Count} 个页面：首页、四个栏目、各栏目列表，以及每个栏目最近一条信息，都能打开。"),
            .. Said(CheckRule.HomeLinks, "首页上的站内链接都能打开。"),
            .. Said(CheckRule.Dates, $"抽查了 {texts} 条信息，页面显示的发布日期、PubDate 标签和系统记录的发布时间一致。"),
            .. Said(CheckRule.Foot, $"{read.Count} 个页面的底部都有九项标识，内容不为空。"),
            .. Said(CheckRule.Four, "名称统一为“政府信息公开”，四个栏目的名称和次序正确，都能打开。"),
            .. Said(CheckRule.SiteTags, $"{read.Count} 个页面都有 {string.Join("、", CheckRule.NamedOnEveryPage)}。"),
            .. Said(CheckRule.ColumnTags, $"{columns} 个页面都有 {string.Join("、", CheckRule.NamedOnColumns)}。"),
            .. Said(CheckRule.ArticleTags, $"抽查了 {texts} 条信息，都有 {string.Join("、", CheckRule.NamedOnArticles)}，标题与正文一致。"),
            .. Said(CheckRule.Telephone, $"公开指南页面有联系电话 {agency.Office.Telephone}。"),
        ];
    }

    static async Task<List<Asked>> Pages(Store store, Agency agency)
    {
        string At(string path) => $"{path}?dw={Uri.EscapeDataString(agency.Code)}";
        List<Asked> pages =
        [
            new("政府信息公开首页", At("/zfxxgk/")), new(CheckRule.FourColumns[0], At("/zfxxgk/zn/")), new(CheckRule.FourColumns[1], At("/zfxxgk/zd/")), new(CheckRule.FourColumns[2], At(ItemAddress.Root)), new(CheckRule.FourColumns[3], At("/zfxxgk/nb/")),
            new("网站地图", "/gy/dt") { IsColumn = false },
        ];
        foreach (var column in (await store.ColumnsOf(agency.Id)).Where(column => column.ClosedAt is null))
        {
            if (column.Kind is ColumnKind.Statutory) pages.Add(new($"栏目“{column.Name}”", At(ItemAddress.OfColumn(column.Slug))));
            if (await store.Items.AsNoTracking().Public().Where(item => item.ColumnId == column.Id).NewestFirst().FirstOrDefaultAsync() is { } newest) pages.Add(new($"《{newest.Title}》", ItemAddress.Of(newest, column), newest));
        }
        return pages;
    }

    void Look(Asked page, PublicPage found)
    {
        Tags(CheckRule.SiteTags, page, found, CheckRule.NamedOnEveryPage, "请系统管理员在配置文件的 Site 一节填写。");
        if (page.IsColumn) Tags(CheckRule.ColumnTags, page, found, CheckRule.NamedOnColumns, "请在“栏目”中填写名称、说明、关键词和类别。");
        if (page.Item is { } item) Article(page, found, item);
        var lacking = NineMarks.Lacking(site, found).ToList();
        if (lacking is not []) Fault(CheckRule.Foot, page, CheckVerdict.Deduction, $"“{page.Name}”的底部缺少{string.Join("、", lacking)}。", "请系统管理员在配置文件的 Site 一节填写。");
    }

    void Article(Asked page, PublicPage found, InformationItem item)
    {
        var place = $"{Items.Index.Path}/{item.Handle}";
        Tags(CheckRule.ArticleTags, page, found, CheckRule.NamedOnArticles, "请更正这条信息的元数据。", place);
        if (found.Tags.GetValueOrDefault("ArticleTitle") is { Length: > 0 } title && title != found.Heading) Fault(CheckRule.ArticleTags, page, CheckVerdict.Deduction, $"ArticleTitle 为“{title}”，页面标题为“{found.Heading}”。", "请更正标题。", place);
        var (shown, tagged, kept) = (found.Facts.GetValueOrDefault("发布日期"), found.Tags.GetValueOrDefault("PubDate"), item.PublishedAt?.InBeijing());
        if (shown is null) Fault(CheckRule.Dates, page, CheckVerdict.Deduction, $"{page.Name}没有显示发布日期，检查时视为没有更新。", "请把这一页交系统管理员查看。", place);
        else if (shown != tagged || shown != kept) Fault(CheckRule.Dates, page, CheckVerdict.RedLine, $"{page.Name}显示的发布日期为 {shown}，PubDate 标签为 {tagged}，系统记录为 {kept}。", "发布时间由系统记录，请立即交系统管理员查明。", place);
    }

    void Tags(CheckRule rule, Asked page, PublicPage found, IReadOnlyList<string> names, string todo, string? place = null)
    {
        if (names.Where(name => string.IsNullOrWhiteSpace(found.Tags.GetValueOrDefault(name))).ToList() is [_, ..] lacking)
            Fault(rule, page, CheckVerdict.Deduction, $"“{page.Name}”没有{(rule == CheckRule.SiteTags ? "网站标签" : rule == CheckRule.ColumnTags ? "栏目标签" : "内容页标签")} {string.Join("、", lacking)}，或者内容为空。", todo, place);
    }

    async Task LinksOf(Asked page, PublicPage found, CancellationToken cancelled)
    {
        foreach (var (address, words) in found.Links.DistinctBy(link => link.Address))
        {
            var (inner, outer) = visits.Sort(address, page.Address);
            if (outer is not null) Outside.Add(outer);
            if (inner is not null && await visits.Status(inner, cancelled) is { } status && Visits.IsDead(status))
                Fault(CheckRule.HomeLinks, page, CheckVerdict.Deduction, $"链接“{words}”指向 {inner}，回答 {Visits.Words(status)}。", "请系统管理员查看。");
        }
    }

    async Task Four(Asked page, PublicPage home, CancellationToken cancelled)
    {
        const string todo = "名称和次序由系统固定，请系统管理员查看是否改动过页面。";
        if (!home.Title.Contains("政府信息公开", StringComparison.Ordinal)) Fault(CheckRule.Four, page, CheckVerdict.Deduction, $"首页的名称是“{home.Title}”，应当为“政府信息公开”。", todo);
        var named = home.Columns.Where(link => CheckRule.FourColumns.Contains(link.Words)).ToList();
        if (!named.Select(link => link.Words).SequenceEqual(CheckRule.FourColumns)) Fault(CheckRule.Four, page, CheckVerdict.Deduction, $"栏目导航为“{string.Join("、", named.Select(link => link.Words))}”，应当依次为{string.Join("、", CheckRule.FourColumns)}。", todo);
        foreach (var (address, words) in named)
            if (visits.Sort(address, page.Address).Inner is not { } inner || await visits.Status(inner, cancelled) is not { } status || Visits.IsDead(status)) Fault(CheckRule.Four, page, CheckVerdict.Deduction, $"“{words}”的地址 {address} 打不开。", todo);
    }

    void Marks(Asked page, PublicPage found)
    {
        foreach (var (words, todo) in NineMarks.Doubtful(site, found)) Fault(CheckRule.Foot, page, CheckVerdict.Deduction, words, todo);
    }

    void Telephone(Agency agency)
    {
        if (string.IsNullOrWhiteSpace(agency.Office.Telephone)) Fault(CheckRule.Telephone, null, CheckVerdict.Deduction, "没有填写政府信息公开工作机构的联系电话。", "请在“机构设置”中填写。");
        else if (read.FirstOrDefault(one => one.Page.Name == CheckRule.FourColumns[0]) is { Read: { } guide, Page: { } page } && !guide.Words.Contains(agency.Office.Telephone, StringComparison.Ordinal))
            Fault(CheckRule.Telephone, page, CheckVerdict.Deduction, $"公开指南页面没有联系电话 {agency.Office.Telephone}。", "请核对公开指南。");
    }

    void Fault(CheckRule rule, Asked? page, CheckVerdict verdict, string evidence, string todo, string? place = null)
    {
        if (!faults.TryGetValue(rule.Code, out var list)) faults[rule.Code] = list = [];
        list.Add(new(rule, verdict, evidence, todo, page?.Address, place));
    }

    List<CheckLine> Said(CheckRule rule, string fine)
    {
        if (!faults.TryGetValue(rule.Code, out var found)) return read is [] ? [new(rule, CheckVerdict.Unchecked, "没有一个页面能打开，不能检查。")] : [new(rule, CheckVerdict.Fine, fine)];
        return found.Count <= MostFaults ? [.. found] : [.. found.Take(MostFaults), new(rule, CheckVerdict.Deduction, $"还有 {found.Count - MostFaults} 处同样的问题没有列出。", found[0].Todo)];
    }
}
