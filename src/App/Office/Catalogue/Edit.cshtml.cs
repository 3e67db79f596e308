using Gongkai.App.Access;
using Gongkai.App.Office.Columns;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Catalogue;

/// <summary>A new entry of the catalogue, or a new version of one.</summary>
[Permits(Permission.ManageColumns)]
public sealed class Edit(Store store, Me me, Desk desk, TimeProvider time) : PageModel, IFramed
{
    public Frame Frame => new(Heading, new("主动公开目录", Index.Path), new(Heading)) { Under = Index.Path };
    public string Heading => Entry is null ? "新增公开事项" : "修改公开事项";
    [BindProperty] public EntryForm Input { get; set; } = new();
    public CatalogueEntry? Entry { get; private set; }
    public IReadOnlyList<ColumnTree.Node> Nodes { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];

    public async Task<IActionResult> OnGet(string? handle)
    {
        if (!await Open(handle)) return NotFound();
        if (Entry is null)
        {
            Input.Subject = await store.Agencies.Where(agency => agency.Id == me.Agency).Select(agency => agency.Name).SingleAsync();
            Input.Channels = EntryForm.Chosen([new(Channel.Website, true)]);
            Input.Times = TimeRule.Usual.Written();
            return Page();
        }
        var department = Entry.DepartmentId is { } id ? (Handle?)await store.Departments.Where(one => one.Id == id).Select(one => one.Handle).SingleAsync() : null;
        Input = EntryForm.Of(Entry, Nodes.First(node => node.Column.Id == Entry.ColumnId).Column.Handle.ToString(), department?.ToString());
        return Page();
    }

    public async Task<IActionResult> OnPost(string? handle)
    {
        if (!await Open(handle)) return NotFound();
        var column = Nodes.FirstOrDefault(node => node.Column.Handle.ToString() == Input.Column)?.Column;
        if (Input.Column is not null && column is null) ModelState.AddModelError("Input.Column", "请从列表中选择公开栏目。");
        var department = await desk.Department(Input.Department);
        if (Input.Department is { Length: > 0 } && department is null) ModelState.AddModelError("Input.Department", "请从列表中选择责任科室。");
        if (Entry is not null && string.IsNullOrWhiteSpace(Input.Why)) ModelState.AddModelError("Input.Why", "请填写修改原因。");
        if (Input.Read(ModelState) is not { } content) return this.Again();
        if (await store.CatalogueEntries.OfAgency(me.Agency).Open.AnyAsync(one => one.Name == content.Name && (Entry == null || one.Id != Entry.Id)))
        {
            ModelState.AddModelError("Input.Second", $"目录中已经有“{content.Name}”，请修改原有事项。");
            return this.Again();
        }
        if (Entry is null)
        {
            // Numbered in its turn: two who add at once get two numbers.
            await store.Write(me.Does(ItemDeeds.CatalogueChanged, $"新增“{content.Name}”"), async () => store.Add(Entry = new CatalogueEntry { AgencyId = me.Agency, Number = await store.NextEntryNumber(me.Agency) }.Write(content, column!.Id, department?.Id, desk.Today)));
            return this.Done("已加入目录。", $"~{Index.Path}/{Entry!.Handle}");
        }
        if (!store.Rewrite(Entry, content, column!.Id, department?.Id, desk.Today, me.Name, Input.Why!.Trim(), time.Now)) return this.Done("内容没有变化，没有产生新版。", $"~{Index.Path}/{Entry.Handle}");
        await store.RecountWaiting(Entry, desk.Calendar);
        return await this.Saved(store, me.Does(ItemDeeds.CatalogueChanged, Input.Why.Trim()), Entry, Input.Revision) ? this.Done($"已修改，现在是第 {Entry.Version} 版。", $"~{Index.Path}/{Entry.Handle}") : Page();
    }

    async Task<bool> Open(string? handle)
    {
        Nodes = [.. ColumnTree.Of(await store.ColumnsOf(me.Agency)).Where(node => node.Column.ClosedAt is null)];
        Departments = await desk.Departments();
        if (handle is null) return me.Agency != Guid.Empty;
        Entry = Handle.TryParse(handle, null, out var named) ? await store.CatalogueEntries.SingleOrDefaultAsync(one => one.Handle == named && one.AgencyId == me.Agency && one.ClosedOn == null) : null;
        // An entry whose column was closed keeps it in the list, or its form would lose it.
        if (Entry is not null && Nodes.All(node => node.Column.Id != Entry.ColumnId)) Nodes = [.. Nodes, .. ColumnTree.Of(await store.ColumnsOf(me.Agency)).Where(node => node.Column.Id == Entry.ColumnId)];
        return Entry is not null;
    }
}
