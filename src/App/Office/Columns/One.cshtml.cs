using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Columns;

/// <summary>A column: what it is for, who looks after it, where it stands among its neighbours; closed and opened again.</summary>
[Permits(Permission.SeeItems)]
public sealed class One(Store store, Me me, Desk desk, TimeProvider time) : PageModel, IFramed, IColumnPage
{
    public Frame Frame => new(Column.Name, new("栏目", Index.Path), new(Column.Name)) { Under = Index.Path };
    [BindProperty] public ColumnForm Input { get; set; } = new();
    public DisclosureColumn Column { get; private set; } = null!;
    public ColumnTree.Node Node { get; private set; } = null!;
    public int Count { get; private set; }
    public IReadOnlyList<CatalogueEntry> Entries { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public bool MayManage => Column.AgencyId == me.Agency && me.May(Permission.ManageColumns);

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        var department = Column.DepartmentId is { } id ? await store.Departments.Where(one => one.Id == id).Select(one => one.Handle).SingleAsync() : default;
        Input = ColumnForm.Of(Column, Column.DepartmentId is null ? null : department.ToString());
        return Page();
    }

    public async Task<IActionResult> OnPost(Handle handle)
    {
        if (!await Open(handle) || !MayManage) return NotFound();
        Input.Check(ModelState, Column.Kind);
        var department = await desk.Department(Input.Department);
        if (Input.Department is { Length: > 0 } && department is null) ModelState.AddModelError("Input.Department", "请从列表中选择责任科室。");
        if (!ModelState.IsValid) return this.Again();
        Input.Into(Column, department?.Id);
        return await this.Saved(store, me.Does(ItemDeeds.ColumnChanged), Column, Input.Revision) ? this.Done("栏目已更新。", $"~{Index.Path}/{handle}") : Page();
    }

    public Task<IActionResult> OnPostClose(Handle handle) => Change(handle, () => Column.Close(time.Now), "栏目已关闭，已公开的内容仍在原网址。");

    public Task<IActionResult> OnPostReopen(Handle handle) => Change(handle, () => Column.Reopen(), "栏目已重新开放。");

    public Task<IActionResult> OnPostUp(Handle handle) => Move(handle, -1);

    public Task<IActionResult> OnPostDown(Handle handle) => Move(handle, 1);

    async Task<IActionResult> Change(Handle handle, Action change, string done)
    {
        if (!await Open(handle) || !MayManage) return NotFound();
        change();
        await store.Save(me.Does(ItemDeeds.ColumnChanged, done));
        return this.Done(done, $"~{Index.Path}/{handle}");
    }

    async Task<IActionResult> Move(Handle handle, int by)
    {
        if (!await Open(handle) || !MayManage) return NotFound();
        var beside = (await store.Columns.Where(one => one.AgencyId == me.Agency && one.ParentId == Column.ParentId).ToListAsync()).OrderBy(one => one.Order).ThenBy(one => one.Slug, StringComparer.Ordinal).ToList();
        var (at, to) = (beside.IndexOf(Column), beside.IndexOf(Column) + by);
        if (to < 0 || to >= beside.Count) return this.Done(by < 0 ? "已经在最前面。" : "已经在最后面。", $"~{Index.Path}/{handle}");
        // The same places are given again, so that those of other branches stay between them; two that shared one get two.
        var orders = beside.Select(one => one.Order).Order().ToList();
        for (var i = 1; i < orders.Count; i++) orders[i] = Math.Max(orders[i], orders[i - 1] + 1);
        (beside[at], beside[to]) = (beside[to], beside[at]);
        foreach (var (one, order) in beside.Zip(orders)) one.Order = order;
        await store.Save(me.Does(ItemDeeds.ColumnChanged, by < 0 ? "上移栏目" : "下移栏目"));
        return this.Done("已调整次序。", $"~{Index.Path}/{handle}");
    }

    async Task<bool> Open(Handle handle)
    {
        if (await store.Columns.SingleOrDefaultAsync(one => one.Handle == handle) is not { } found || !await store.MayRead(me, Permission.SeeItems, found.AgencyId)) return false;
        Column = found;
        Node = ColumnTree.Of(await store.ColumnsOf(found.AgencyId)).Single(node => node.Column.Id == found.Id);
        Count = await store.Items.Public().CountAsync(item => item.ColumnId == found.Id);
        Entries = await store.CatalogueEntries.AsNoTracking().OfAgency(found.AgencyId).Open.Where(entry => entry.ColumnId == found.Id).OrderBy(entry => entry.Number).ToListAsync();
        Departments = await desk.Departments();
        return true;
    }
}
