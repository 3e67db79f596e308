using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Items;

/// <summary>信息公开审查呈批单: one sheet with what was to be published and what each hand said of it, to print and file.</summary>
[Permits(Permission.SeeItems)]
public sealed class Sheet(Store store, ItemDesk items) : PageModel, IFramed
{
    public Frame Frame => new("审查呈批单", new("信息采编和审核", Index.Path), new(Item.Title, $"{Index.Path}/{Item.Handle}"), new("审查呈批单")) { Under = Index.Path };
    public InformationItem Item { get; private set; } = null!;
    public ItemVersion Version { get; private set; } = null!;
    public ItemContent Says => Version.Says;
    public IReadOnlyList<ItemOpinion> Opinions { get; private set; } = [];
    public IReadOnlyList<ItemFinding> Findings { get; private set; } = [];
    public string Agency { get; private set; } = "";
    public string? Department { get; private set; }
    public string Column { get; private set; } = "";

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (await items.Seen.AsNoTracking().SingleOrDefaultAsync(item => item.Handle == handle) is not { } item) return NotFound();
        if (await store.ItemVersions.AsNoTracking().Where(version => version.ItemId == item.Id).OrderByDescending(version => version.Number).FirstOrDefaultAsync() is not { } version) return NotFound();
        (Item, Version) = (item, version);
        Opinions = await store.OpinionsOf(version.Id);
        Findings = await store.FindingsOf(version);
        Agency = await store.Agencies.Where(agency => agency.Id == item.AgencyId).Select(agency => agency.Name).SingleAsync();
        Department = await store.Departments.Where(one => one.Id == Says.DepartmentId).Select(one => one.Name).SingleOrDefaultAsync();
        Column = await store.Columns.Where(column => column.Id == Says.ColumnId).Select(column => column.Name).SingleAsync();
        return Page();
    }
}
