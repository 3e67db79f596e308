using Gongkai.App.Access;
using Gongkai.App.Office.Columns;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Catalogue;

/// <summary>主动公开目录: what the agency must disclose, by the columns of the standard catalogues (O16, art. 22).</summary>
[Permits(Permission.SeeItems)]
public sealed class Index(Store store, Me me, Desk desk, ListFiles files, Views.ViewsOf views) : PageModel, IFramed
{
    public const string Path = "/office/catalogue";
    const string Name = "主动公开目录";

    public Frame Frame => new(Name, new Crumb("主动公开"), new Crumb(Name)) { Under = Path };

    [FromQuery(Name = "mode")] public DisclosureMode? Mode { get; set; }

    /// <summary>The slug of a column.</summary>
    [FromQuery(Name = "column")] public string? Column { get; set; }

    /// <summary>closed, all; those in use where empty.</summary>
    [FromQuery(Name = "state")] public string? State { get; set; }

    [FromQuery(Name = "q")] public string? Wanted { get; set; }
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public Listing List { get; private set; } = null!;
    public Views.ViewBar Views { get; private set; } = null!;
    public IReadOnlyList<ColumnTree.Node> Nodes { get; private set; } = [];

    /// <summary>How many of the usual entries are not there.</summary>
    public int Lacking { get; private set; }

    public bool MayManage => me.May(Permission.ManageColumns);

    public async Task<IActionResult> OnGet()
    {
        Wanted = Wanted?.Trim() is { Length: > 0 and <= 60 } wanted ? wanted : null;
        Nodes = ColumnTree.Of(await store.ColumnsOf(me.Agency));
        var chosen = Nodes.FirstOrDefault(node => node.Column.Slug == Column);
        ListFilter[] filters =
        [
            new("mode", "公开类别", Mode?.ToString(), Mode?.Name), new("column", "栏目", chosen?.Column.Slug, chosen?.Path),
            new("state", "状态", State is "closed" or "all" ? State : null, State is "closed" ? "已停用" : "全部"), new("q", "事项名称", Wanted),
        ];
        if (await files.Of(Name, Asked, filters, CatalogueColumns.All, Rows(chosen?.Column.Id)) is { } file) return file;
        List = await Listing.Show(Name, Path, Asked, filters, CatalogueColumns.All, Rows(chosen?.Column.Id), "目录中还没有事项。可以采用常用目录、从 Excel 导入，或逐项新增。");
        Views = await views.Of(List);
        var there = await store.CatalogueEntries.OfAgency(me.Agency).Open.Select(entry => entry.Name).ToHashSetAsync();
        Lacking = PlannedEntry.Usual.Count(plan => !there.Contains(plan.AsContent("").Name));
        return Page();
    }

    public async Task<IActionResult> OnPostUsual()
    {
        if (!MayManage || await store.Agencies.SingleOrDefaultAsync(one => one.Id == me.Agency) is not { } agency) return NotFound();
        var added = await store.AddUsualEntries(agency, desk.Today);
        await store.Save(me.Does(ItemDeeds.CatalogueChanged, "采用常用目录"));
        return this.Done($"已加入 {added} 项常用事项，请按本机关的职责调整。", $"~{Path}");
    }

    IQueryable<CatalogueColumns.Row> Rows(Guid? column)
    {
        var entries = store.CatalogueEntries.AsNoTracking().OfAgency(me.Agency);
        if (Mode is { } mode) entries = entries.Where(entry => entry.Mode == mode);
        if (column is not null) entries = entries.Where(entry => entry.ColumnId == column);
        if (Wanted is { } wanted) entries = entries.Where(entry => entry.Name.Contains(wanted));
        entries = State switch { "all" => entries, "closed" => entries.Where(entry => entry.ClosedOn != null), _ => entries.Open };
        return from entry in entries
               join its in store.Columns on entry.ColumnId equals its.Id
               from department in store.Departments.Where(one => one.Id == entry.DepartmentId).DefaultIfEmpty()
               orderby entry.Number
               select new CatalogueColumns.Row(entry, its.Name, department == null ? null : department.Name);
    }
}
