using Gongkai.App.Access;
using Gongkai.App.Office.Views;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Items;

/// <summary>信息采编: what is being written, what waits for whom, what is public, what was withdrawn (O14, O15).</summary>
[Permits(Permission.SeeItems)]
public sealed class Index(Store store, Me me, ItemDesk items, ListFiles files, ViewsOf views, TimeProvider time) : PageModel, IFramed
{
    public const string Path = "/office/items";
    const string Name = "信息采编和审核";

    /// <summary>An item, and the version of it that is on its way.</summary>
    public sealed record Row(InformationItem Item, ItemVersion? Open, string Column);

    /// <summary>A tab: its name in the address, and in words.</summary>
    public static IReadOnlyList<(string Key, string Name)> Tabs { get; } = [("mine", "待我办理"), ("draft", "草稿"), ("review", "审核中"), ("approved", "待发布"), ("public", "已公开"), ("withdrawn", "已撤下"), ("all", "全部")];

    public Frame Frame => new(Name, new Crumb("主动公开"), new Crumb(Name)) { Under = Path };

    [FromQuery(Name = "tab")] public string? Tab { get; set; }
    [FromQuery(Name = "q")] public string? Wanted { get; set; }
    [FromQuery(Name = "column")] public string? Column { get; set; }
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public Listing List { get; private set; } = null!;
    public ViewBar Views { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Columns { get; private set; } = [];
    public string At => Tabs.Any(tab => tab.Key == Tab) ? Tab! : "all";
    public bool MayWrite => me.May(Permission.WriteItems);

    public async Task<IActionResult> OnGet()
    {
        Wanted = Wanted?.Trim() is { Length: > 0 and <= 100 } wanted ? wanted : null;
        Columns = [.. (await items.Columns()).Select(one => new SelectListItem(one.Name, one.Column.Slug, one.Column.Slug == Column))];
        ListFilter[] filters = [new("tab", "状态", Tab, Tabs.FirstOrDefault(tab => tab.Key == Tab).Name), new("column", "栏目", Column, Columns.FirstOrDefault(one => one.Selected)?.Text), new("q", "标题、文号或索引号", Wanted, Wanted)];
        var rows = Rows();
        if (await files.Of(Name, Asked, filters, Headings, rows) is { } file) return file;
        List = await Listing.Show(Name, Path, Asked, filters, Headings, rows, "还没有信息。点“新建信息”开始采编，送审通过后公开。", Listing.MostCounted);
        Views = await views.Of(List);
        return Page();
    }

    IQueryable<Row> Rows()
    {
        var versions = At switch
        {
            "mine" => items.OnDesk(),
            "draft" => Open(VersionState.Draft),
            "review" => Open(VersionState.InReview),
            "approved" => Open(VersionState.Approved),
            _ => null,
        };
        var all = items.Seen;
        if (At is "public") all = all.Where(item => item.State == ItemState.Published);
        if (At is "withdrawn") all = all.Where(item => item.State == ItemState.Withdrawn);
        if (Wanted is { } wanted) all = all.Where(item => item.Title.Contains(wanted) || item.DocumentNumber == wanted || item.IndexNumber == wanted);
        var columns = store.Columns.Where(column => column.AgencyId == me.Agency && (Column == null || Column == "" || column.Slug == Column));
        return versions is null
            ? from item in all
              join column in columns on item.ColumnId equals column.Id
              from version in store.ItemVersions.Where(one => one.ItemId == item.Id && (one.State == VersionState.Draft || one.State == VersionState.InReview || one.State == VersionState.Approved)).DefaultIfEmpty()
              orderby item.State, item.PublishedAt descending, item.Id descending
              select new Row(item, version, column.Name)
            : from version in versions
              join item in all on version.ItemId equals item.Id
              join column in columns on item.ColumnId equals column.Id
              orderby version.HandedInAt, version.Id
              select new Row(item, version, column.Name);
    }

    IQueryable<ItemVersion> Open(VersionState state) => store.ItemVersions.Where(version => version.AgencyId == me.Agency && version.State == state);

    ListColumn<Row>[] Headings =>
    [
        new("title", "标题", row => row.Open?.Title ?? row.Item.Title) { Path = row => $"{Path}/{row.Item.Handle}" },
        new("state", "状态", row => StateOf(row)) { Tone = row => row.Open is { State: VersionState.InReview } ? "soon" : row.Item.State is ItemState.Withdrawn ? "ended" : row.Item.State is ItemState.Published ? "fine" : null },
        new("column", "栏目", row => row.Column),
        new("genre", "体裁", row => row.Item.Genre.Name) { Look = "brief" },
        new("number", "文号", row => row.Item.DocumentNumber),
        new("formed", "成文日期", row => row.Item.FormedOn) { Look = "date" },
        new("due", "应公开日期", row => row.Item.DueOn) { Look = "date", Tone = row => row.Item.State is ItemState.Prepared && row.Item.DueOn < time.Today ? "late" : null },
        new("published", "发布时间", row => row.Item.PublishedAt?.InBeijing()) { Look = "date" },
        new("index", "索引号", row => row.Item.IndexNumber) { Shown = false },
        new("author", "拟稿人", row => row.Open?.AuthorName) { Shown = false },
    ];

    static string StateOf(Row row) => (row.Item.State, row.Open) switch
    {
        (_, { State: VersionState.InReview } open) => row.Item.State is ItemState.Published ? $"已公开，更正稿等{open.Step.Name}" : $"等{open.Step.Name}",
        (ItemState.Published, { } open) => $"已公开，更正稿{open.State.Name}",
        (ItemState.Prepared, { } open) => open.State.Name,
        (var state, _) => state.Name,
    };
}
