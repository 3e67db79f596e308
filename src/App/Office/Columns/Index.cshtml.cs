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

namespace Gongkai.App.Office.Columns;

/// <summary>栏目: the tree of an agency's columns, and what the lint says of them (O16).</summary>
[Permits(Permission.SeeItems)]
public sealed class Index(Store store, Me me, Desk desk) : PageModel, IFramed
{
    public const string Path = "/office/columns";

    public Frame Frame => new("栏目", new Crumb("主动公开"), new Crumb("栏目")) { Under = Path };
    public IReadOnlyList<ColumnTree.Node> Nodes { get; private set; } = [];
    public IReadOnlyDictionary<Guid, int> Counts { get; private set; } = new Dictionary<Guid, int>();
    public IReadOnlyDictionary<Guid, string> Departments { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Columns in which nothing new stands for longer than their limit.</summary>
    public IReadOnlySet<Guid> Stale { get; private set; } = new HashSet<Guid>();

    /// <summary>Columns that hold fewer than they must, with all below them.</summary>
    public IReadOnlySet<Guid> Empty { get; private set; } = new HashSet<Guid>();

    public IReadOnlyList<ColumnFinding> Findings { get; private set; } = [];

    /// <summary>How many of the usual columns are not there.</summary>
    public int Lacking { get; private set; }

    public bool MayManage => me.May(Permission.ManageColumns);

    public Handle? HandleOf(string? slug) => Nodes.FirstOrDefault(node => node.Column.Slug == slug)?.Column.Handle;

    public async Task<IActionResult> OnGet()
    {
        var columns = await store.ColumnsOf(me.Agency);
        Nodes = ColumnTree.Of(columns);
        Lacking = PlannedColumn.Usual.Count(plan => columns.TrueForAll(column => column.Slug != plan.Slug));
        Departments = await store.Departments.Where(department => department.AgencyId == me.Agency).ToDictionaryAsync(department => department.Id, department => department.Name);
        var held = await store.Items.Public().OfAgency(me.Agency).GroupBy(item => item.ColumnId).Select(group => new { group.Key, Count = group.Count(), Last = group.Max(item => item.PublishedAt) }).ToDictionaryAsync(one => one.Key);
        Counts = held.ToDictionary(one => one.Key, one => one.Value.Count);
        var below = columns.ToLookup(column => column.ParentId);
        IEnumerable<Guid> With(DisclosureColumn column) => below[column.Id].SelectMany(With).Prepend(column.Id);
        var open = columns.Where(column => column.ClosedAt is null).Select(column => (Column: column, Held: With(column).Select(id => held.GetValueOrDefault(id)).Where(one => one is not null).ToList())).ToList();
        Empty = open.Where(one => one.Held.Sum(held => held!.Count) < one.Column.MinCount).Select(one => one.Column.Id).ToHashSet();
        Stale = open.Where(one => one.Column.MaxGapDays is { } days && one.Held.Max(held => held!.Last) is { } last && last.DayAtOffice.AddDays(days) < desk.Today).Select(one => one.Column.Id).ToHashSet();
        var disclosed = (await store.CatalogueEntries.AsNoTracking().OfAgency(me.Agency).Open.ToListAsync()).Select(entry => entry.Says.Matter).OfType<string>().ToHashSet();
        Findings = columns is [] ? [] : ColumnLint.Of([.. columns.Select(column => new LintedColumn(column.Slug, column.Name, column.Description, column.Kind, column.Type, column.Matter, column.ClosedAt is null))], disclosed);
        return Page();
    }

    public async Task<IActionResult> OnPostUsual()
    {
        if (!MayManage || me.Agency == Guid.Empty) return NotFound();
        await store.AddUsualColumns(me.Agency);
        await store.Save(me.Does(ItemDeeds.ColumnChanged, "采用常用栏目"));
        return this.Done("已采用常用栏目，请按本机关的职责调整。", $"~{Path}");
    }
}
