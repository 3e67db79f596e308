using Gongkai.App.Access;
using Gongkai.App.Office.Views;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.App.Office.Channels;

/// <summary>主动公开台账: what the agency disclosed, by year, category and channel. Behind each figure of the statistics stands this list.</summary>
[Permits(Permission.SeeItems)]
public sealed class Register(Store store, Me me, ChannelDesk desk, ListFiles files, ViewsOf views) : PageModel, IFramed
{
    public const string Path = Index.Path + "/items";
    const string Name = "主动公开台账";

    /// <summary>An item, and the column that it stands in.</summary>
    public sealed record Row(InformationItem Item, string Column, ItemCategory Category);

    public Frame Frame => new(Name, new("公开渠道", Index.Path), new(Name)) { Under = Statistics.Path };

    [FromQuery(Name = "year")] public int? Year { get; set; }
    [FromQuery(Name = "category")] public ItemCategory? Category { get; set; }
    [FromQuery(Name = "channel")] public Channel? Channel { get; set; }

    /// <summary>Only what was disclosed after its last day; of one year.</summary>
    [FromQuery(Name = "late")] public bool Late { get; set; }

    [FromQuery(Name = "q")] public string? Wanted { get; set; }
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public Listing List { get; private set; } = null!;
    public ViewBar Views { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        Wanted = ChannelDesk.Words(Wanted);
        if (Year is < 1990 or > 2200) Year = null;
        ListFilter[] filters =
        [
            new("year", "年份", Year is { } year ? $"{year}" : null), new("category", "类别", Category?.ToString(), Category?.Name), new("channel", "渠道", Channel?.ToString(), Channel?.Name),
            new("late", "超期", Late ? "true" : null, "超期公开"), new("q", "标题、文号或索引号", Wanted),
        ];
        var late = Late && Year is { } which ? await store.LateIn(me.Agency, which) : null;
        var rows = Rows(late);
        if (await files.Of(Name, Asked, filters, Columns, rows) is { } file) return file;
        List = await Listing.Show(Name, Path, Asked, filters, Columns, rows, "还没有公开的信息。", Listing.MostCounted);
        (Views, Years) = (await views.Of(List), await desk.Years(Year));
        return Page();
    }

    IQueryable<Row> Rows(IReadOnlyList<Guid>? late)
    {
        var items = desk.Sought(Year, Category, Channel, Wanted);
        if (late is not null) items = items.Where(item => late.Contains(item.Id));
        return from item in items.NewestFirst()
               join column in store.Columns on item.ColumnId equals column.Id
               orderby item.PublishedAt descending, item.Id descending
               select new Row(item, column.Name, column.Category);
    }

    static readonly ListColumn<Row>[] Columns =
    [
        new("published", "公开时间", row => row.Item.PublishedAt?.InBeijing()) { Look = "date" },
        new("title", "标题", row => row.Item.Title) { Path = row => $"{Items.Index.Path}/{row.Item.Handle}" },
        new("category", "类别", row => row.Category.Name),
        new("column", "栏目", row => row.Column),
        new("number", "文号", row => row.Item.DocumentNumber),
        new("index", "索引号", row => row.Item.IndexNumber),
        new("genre", "体裁", row => row.Item.Genre.Name) { Shown = false },
        new("issuer", "发布机构", row => row.Item.Issuer) { Shown = false },
        new("formed", "生成日期", row => row.Item.FormedOn) { Look = "date", Shown = false },
        new("due", "应公开日期", row => row.Item.DueOn) { Look = "date", Shown = false },
    ];
}
