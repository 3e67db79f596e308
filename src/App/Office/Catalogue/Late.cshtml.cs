using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Catalogue;

/// <summary>逾期公开: what was disclosed too late, or still is not though its last day is past (art. 26).</summary>
[Permits(Permission.SeeItems)]
public sealed class Late(Store store, Me me, Desk desk, ListFiles files, Views.ViewsOf views) : PageModel, IFramed
{
    public const string Path = "/office/catalogue/late";
    const string Name = "逾期公开";

    public Frame Frame => new(Name, new("主动公开目录", Index.Path), new(Name)) { Under = Index.Path };

    /// <summary>published: what came late; otherwise what did not come yet.</summary>
    [FromQuery(Name = "state")] public string? State { get; set; }

    [FromQuery(Name = "year")] public int? Year { get; set; }
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public Listing List { get; private set; } = null!;
    public Views.ViewBar Views { get; private set; } = null!;

    public sealed record Row(InformationItem Item, string Column, string? Department);

    ListColumn<Row>[] Columns =>
    [
        new("title", "标题", row => row.Item.Title) { Path = row => $"/office/items/{row.Item.Handle}" },
        new("column", "公开栏目", row => row.Column),
        new("department", "责任科室", row => row.Department),
        new("formed", "成文日期", row => row.Item.FormedOn) { Look = "date" },
        new("due", "应公开日期", row => row.Item.DueOn) { Look = "date" },
        new("published", "公开日期", row => row.Item.PublishedAt?.DayAtOffice) { Look = "date" },
        new("late", "情况", row => Words(row.Item)) { Tone = row => row.Item.PublishedAt is null ? "late" : "soon" },
    ];

    public async Task<IActionResult> OnGet()
    {
        State = State is "published" ? State : null;
        ListFilter[] filters = [new("state", "情况", State, "公开晚了"), new("year", "应公开年份", Year is { } year ? $"{year}" : null)];
        if (await files.Of(Name, Asked, filters, Columns, Rows()) is { } file) return file;
        List = await Listing.Show(Name, Path, Asked, filters, Columns, Rows(), "没有超过期限还没有公开的信息。");
        Views = await views.Of(List);
        return Page();
    }

    string Words(InformationItem item) => item.PublishedAt is { } at
        ? $"▲ 晚了 {Math.Max(1, desk.Calendar.Count(item.DueOn!.Value, at.DayAtOffice))} 个工作日"
        : $"■ 已超期 {Math.Max(1, desk.Calendar.Count(item.DueOn!.Value, desk.Today))} 个工作日";

    IQueryable<Row> Rows()
    {
        var today = desk.Today;
        var items = State is null ? store.Waiting().AsNoTracking().Where(item => item.AgencyId == me.Agency && item.DueOn < today) : store.Items.AsNoTracking().Where(item => item.AgencyId == me.Agency && item.Late);
        if (Year is > 1900 and < 2200) items = items.Where(item => item.DueOn >= new DateOnly(Year.Value, 1, 1) && item.DueOn <= new DateOnly(Year.Value, 12, 31));
        return from item in items
               join column in store.Columns on item.ColumnId equals column.Id
               from department in store.Departments.Where(one => one.Id == item.DepartmentId).DefaultIfEmpty()
               orderby item.DueOn, item.Id
               select new Row(item, column.Name, department == null ? null : department.Name);
    }
}
