using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Columns;

/// <summary>新设栏目: a column, with the place in addresses that it keeps.</summary>
[Permits(Permission.ManageColumns)]
public sealed class New(Store store, Me me, Desk desk) : PageModel, IFramed, IColumnPage
{
    const int Step = 10, Deepest = 3;

    public Frame Frame => new("新设栏目", new("栏目", Index.Path), new("新设栏目")) { Under = Index.Path };
    [BindProperty] public ColumnForm Input { get; set; } = new();
    [BindProperty] public string? Slug { get; set; }

    /// <summary>The handle of the column above.</summary>
    [BindProperty(SupportsGet = true, Name = "Parent")] public string? Parent { get; set; }

    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public IReadOnlyList<ColumnTree.Node> Nodes { get; private set; } = [];

    public async Task<IActionResult> OnGet() => await Open() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!await Open()) return NotFound();
        var slug = Slug?.Trim() ?? "";
        var columns = await store.ColumnsOf(me.Agency);
        var above = Nodes.FirstOrDefault(node => node.Column.Handle.ToString() == Parent)?.Column;
        var kind = above?.Kind ?? ColumnKind.Statutory;
        if (ColumnLint.ToSlug(slug) is { } wrong) ModelState.AddModelError("Slug", wrong.Reason);
        else if (columns.Exists(column => column.Slug == slug)) ModelState.AddModelError("Slug", $"已经有代码为 {slug} 的栏目，请换一个。");
        if (Parent is { Length: > 0 } && above is null) ModelState.AddModelError("Parent", "请从列表中选择上级栏目。");
        Input.Check(ModelState, kind);
        var department = await desk.Department(Input.Department);
        if (Input.Department is { Length: > 0 } && department is null) ModelState.AddModelError("Input.Department", "请从列表中选择责任科室。");
        if (!ModelState.IsValid) return this.Again();
        var column = new DisclosureColumn
        {
            AgencyId = me.Agency, ParentId = above?.Id, Slug = slug, Name = "", Description = "", Keywords = "", Type = "", Kind = kind, Category = Input.Category,
            Order = columns.Where(one => one.ParentId == above?.Id).Select(one => one.Order).DefaultIfEmpty(0).Max() + Step,
        };
        Input.Into(column, department?.Id);
        store.Add(column);
        try
        {
            await store.Save(me.Does(ItemDeeds.ColumnChanged, $"新设栏目“{column.Name}”"));
        }
        catch (DbUpdateException) when (store.Columns.AsNoTracking().Any(one => one.AgencyId == me.Agency && one.Slug == slug))
        {
            ModelState.AddModelError("Slug", $"已经有代码为 {slug} 的栏目，请换一个。");
            return this.Again();
        }
        return this.Done("已设立栏目。", $"~{Index.Path}/{column.Handle}");
    }

    async Task<bool> Open()
    {
        Departments = await desk.Departments();
        Nodes = [.. ColumnTree.Of(await store.ColumnsOf(me.Agency)).Where(node => node.Column.ClosedAt is null && node.Depth < Deepest - 1)];
        return me.Agency != Guid.Empty;
    }
}
