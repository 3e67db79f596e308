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

/// <summary>公开渠道: each time that something was disclosed, where and when, with its proof.</summary>
[Permits(Permission.SeeItems)]
public sealed class Index(Store store, Me me, ChannelDesk desk, ListFiles files, ViewsOf views) : PageModel, IFramed
{
    public const string Path = "/office/channels";
    const string Name = "公开渠道";

    /// <summary>A publication and what it is of.</summary>
    public sealed record Row(ItemPublication Publication, InformationItem Item);

    public Frame Frame => new(Name, new Crumb("主动公开"), new Crumb(Name)) { Under = Path };

    [FromQuery(Name = "year")] public int? Year { get; set; }
    [FromQuery(Name = "channel")] public Channel? Channel { get; set; }
    [FromQuery(Name = "q")] public string? Wanted { get; set; }
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public Listing List { get; private set; } = null!;
    public ViewBar Views { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];
    public bool MayKeep => desk.MayKeep;
    public static string Looked => $"标题或载体在最近 {ChannelDesk.Looked:N0} 条公开记录中查找，更早的请先选年份。";

    public async Task<IActionResult> OnGet()
    {
        Wanted = ChannelDesk.Words(Wanted);
        if (Year is < 1990 or > 2200) Year = null;
        ListFilter[] filters = [new("year", "年份", Year is { } year ? $"{year}" : null), new("channel", "渠道", Channel?.ToString(), Channel?.Name), new("q", "标题或载体", Wanted)];
        var rows = Rows();
        if (await files.Of(Name, Asked, filters, Columns, rows) is { } file) return file;
        List = await Listing.Show(Name, Path, Asked, filters, Columns, rows, "还没有公开记录。信息在网站公开时自动登记；通过其他渠道公开的，在这里登记。", Listing.MostCounted);
        (Views, Years) = (await views.Of(List), await desk.Years(Year));
        return Page();
    }

    IQueryable<Row> Rows()
    {
        var publications = store.ItemPublications.Where(one => one.AgencyId == me.Agency);
        if (Year is { } year) publications = publications.In(year);
        if (Channel is { } channel) publications = publications.Where(one => one.Channel == channel);
        // No index knows words: they are looked for among the newest.
        if (Wanted is not null) publications = publications.OrderByDescending(one => one.On).ThenByDescending(one => one.Id).Take(ChannelDesk.Looked);
        var rows = from one in publications join item in store.Items on one.ItemId equals item.Id select new { one, item };
        if (Wanted is { } wanted) rows = rows.Where(row => row.item.Title.Contains(wanted) || row.one.Place.Contains(wanted));
        return rows.OrderByDescending(row => row.one.On).ThenByDescending(row => row.one.Id).Select(row => new Row(row.one, row.item));
    }

    static readonly ListColumn<Row>[] Columns =
    [
        new("on", "公开日期", row => row.Publication.On) { Look = "date", Path = row => $"{Path}/{row.Publication.Handle}" },
        new("channel", "渠道", row => row.Publication.Channel.Name),
        new("title", "信息", row => row.Item.Title) { Path = row => $"{Items.Index.Path}/{row.Item.Handle}" },
        new("place", "载体和位置", row => row.Publication.Place),
        new("by", "经手人", row => row.Publication.ByName),
        new("proof", "凭证", row => row.Publication.ProofId is null ? row.Publication.Channel is Rules.Disclosure.Channel.Website ? "网站记录" : "无" : "有"),
        new("state", "状态", row => row.Publication.VoidWhy is not null ? "已作废" : row.Publication.EndedOn is not null ? "已撤下" : "公开中") { Tone = row => row.Publication.VoidWhy is not null || row.Publication.EndedOn is not null ? "ended" : "fine" },
        new("number", "文号", row => row.Item.DocumentNumber) { Shown = false },
        new("index", "索引号", row => row.Item.IndexNumber) { Shown = false },
    ];
}
