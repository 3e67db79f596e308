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

/// <summary>An entry of the catalogue: what it asks, whether that was done, what it said before.</summary>
[Permits(Permission.SeeItems)]
public sealed class One(Store store, Me me, Desk desk) : PageModel, IFramed
{
    const int Shown = 20;

    /// <summary>An item, with the required elements that are not there and the required channels that it did not go out by in time.</summary>
    public sealed record Row(InformationItem Item, IReadOnlyList<(string Element, ElementState State)> Elements, IReadOnlyList<Channel> Channels);

    public Frame Frame => new(Entry.Name, new("主动公开目录", Index.Path), new(Entry.Name)) { Under = Index.Path };

    /// <summary>The version with which it is compared.</summary>
    [FromQuery(Name = "since")] public int? Since { get; set; }

    public CatalogueEntry Entry { get; private set; } = null!;
    public DisclosureColumn Column { get; private set; } = null!;
    public string? Department { get; private set; }
    public EntryCompliance? Compliance { get; private set; }
    public IReadOnlyList<Row> Items { get; private set; } = [];
    public IReadOnlyList<CatalogueVersion> Versions { get; private set; } = [];
    public CatalogueVersion? Before { get; private set; }
    public IReadOnlyList<ChangedParagraph> Changes { get; private set; } = [];
    public bool MayManage => Entry.AgencyId == me.Agency && me.May(Permission.ManageColumns);

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Compliance = Entry.ClosedOn is null ? (await store.ComplianceOf([Entry], desk.Today, desk.Calendar)).SingleOrDefault() : null;
        Items = await Read();
        Versions = await store.CatalogueVersions.AsNoTracking().Where(one => one.EntryId == Entry.Id).OrderByDescending(one => one.Number).ToListAsync();
        Before = Versions.FirstOrDefault(one => one.Number == Since) ?? (Versions is [var newest, ..] ? newest : null);
        if (Before is not null) Changes = [.. TextChanges.Between(Before.Says.Paragraphs(), Entry.Says.Paragraphs()).Where(one => !one.IsSame)];
        return Page();
    }

    public async Task<IActionResult> OnPostClose(Handle handle)
    {
        if (!await Open(handle) || !MayManage || Entry.ClosedOn is not null) return NotFound();
        Entry.Close(desk.Today);
        await store.Save(me.Does(ItemDeeds.CatalogueChanged, $"停用“{Entry.Name}”"));
        return this.Done("已停用，历次版本和已公开的信息仍可查阅。", $"~{Index.Path}/{handle}");
    }

    async Task<bool> Open(Handle handle)
    {
        if (await store.CatalogueEntries.SingleOrDefaultAsync(one => one.Handle == handle) is not { } found || !await store.MayRead(me, Permission.SeeItems, found.AgencyId)) return false;
        Entry = found;
        Column = await store.Columns.AsNoTracking().SingleAsync(one => one.Id == found.ColumnId);
        Department = await store.Departments.Where(one => one.Id == found.DepartmentId).Select(one => one.Name).SingleOrDefaultAsync();
        return true;
    }

    async Task<IReadOnlyList<Row>> Read()
    {
        // The newest; nobody counts or leafs here, the list of all is the list of items.
        var items = await store.Items.AsNoTracking().Where(item => item.EntryId == Entry.Id && item.State != ItemState.Withdrawn).OrderByDescending(item => item.Id).Take(Shown).ToListAsync();
        var ids = items.Select(item => item.Id).ToList();
        var texts = await store.ItemTexts.AsNoTracking().Where(text => ids.Contains(text.ItemId)).ToDictionaryAsync(text => text.ItemId, text => text.Plain);
        var files = (await store.ItemAttachments.Where(file => ids.Contains(file.ItemId)).Select(file => new { file.ItemId, file.Name }).ToListAsync()).ToLookup(file => file.ItemId, file => file.Name);
        var publications = (await store.ItemPublications.Where(one => ids.Contains(one.ItemId) && one.VoidWhy == null).Select(one => new { one.ItemId, one.Channel, one.On }).ToListAsync()).ToLookup(one => one.ItemId);
        var (elements, channels) = (Entry.Says.Elements.Where(one => one.Required).ToList(), Entry.Says.Channels.Where(one => one.Required).ToList());
        return
        [
            .. from item in items
               let facts = new ElementFacts(item.Title, item.DocumentNumber, item.Issuer, item.FormedOn, item.EffectiveOn, item.Validity, item.Summary, item.IndexNumber, texts.GetValueOrDefault(item.Id, ""), [.. files[item.Id]])
               let lacks = elements.Select(one => (one.Text, State: ElementCheck.Of(one.Text, facts))).Where(one => one.State is not ElementState.Present)
               let unmet = item.DueOn < desk.Today ? channels.Where(one => !publications[item.Id].Any(done => done.Channel == one.Channel && done.On <= item.DueOn)).Select(one => one.Channel) : []
               select new Row(item, [.. lacks], [.. unmet]),
        ];
    }
}
