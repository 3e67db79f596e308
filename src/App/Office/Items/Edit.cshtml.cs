using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Items;

/// <summary>Goes on with a draft (修改稿件).</summary>
[Permits(Permission.WriteItems), LongText]
public sealed class Edit(Store store, Me me, ItemDesk items, TimeProvider time) : ItemWriting(store, me, items, time)
{
    public override Frame Frame => new("修改稿件", new("信息采编和审核", Index.Path), new(Version.Title, $"{Index.Path}/{Item.Handle}"), new("修改稿件")) { Under = Index.Path };
    public InformationItem Item { get; private set; } = null!;
    public ItemVersion Version { get; private set; } = null!;
    bool Writes { get; set; }
    public override bool Corrects => Item.State is ItemState.Published;

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Find(handle)) return NotFound();
        // Nothing to write here, or not by this hand: the item's own page says why.
        if (!Writes) return Redirect($"~{Index.Path}/{handle}");
        var says = Version.Says;
        var column = await Store.Columns.AsNoTracking().SingleOrDefaultAsync(one => one.Id == says.ColumnId);
        var entry = await Store.CatalogueEntries.AsNoTracking().SingleOrDefaultAsync(one => one.Id == says.EntryId);
        var department = await Store.Departments.Where(one => one.Id == says.DepartmentId).Select(one => one.Name).SingleOrDefaultAsync();
        var related = says.Relations.Select(one => one.ItemId).ToList();
        var numbers = await Store.Items.Where(item => related.Contains(item.Id)).ToDictionaryAsync(item => item.Id, item => item.IndexNumber);
        Input = ItemForm.Of(Version, column, entry, department, id => numbers.GetValueOrDefault(id));
        return Page();
    }

    public async Task<IActionResult> OnPost(Handle handle)
    {
        if (!await Find(handle)) return NotFound();
        if (!Writes) return Redirect($"~{Index.Path}/{handle}");
        if (Corrects && string.IsNullOrWhiteSpace(Input.CorrectionWhy)) ModelState.AddModelError("Input.CorrectionWhy", "请填写更正原因");
        if (await Typed(Version.Says.Files, Item.Id) is not { } content) return this.Again();
        Version.Write(content);
        Version.CorrectionWhy = Corrects ? Input.CorrectionWhy?.Trim() : null;
        if (!Corrects) Item.Prepare(content, (await Store.DueOf(content, Me.Agency)).Due);
        if (await this.Saved(Store, Me.Does(ItemDeeds.Revised), Version, Input.Revision)) return this.Done("已保存，核对后请送审。", $"~{Index.Path}/{handle}");
        await Find(handle);
        return Page();
    }

    async Task<bool> Find(Handle handle)
    {
        if (await Store.Items.SingleOrDefaultAsync(item => item.Handle == handle && item.AgencyId == Me.Agency) is not { } item) return false;
        Item = item;
        if (await Store.ItemVersions.SingleOrDefaultAsync(version => version.ItemId == item.Id && version.State == VersionState.Draft) is not { } version) return true;
        Version = version;
        Writes = (await Store.CourseOf(version)).ToRevise(Desk.Hand) is null;
        Pictures = await Desk.FilesOf(item.Id);
        await Load();
        return true;
    }
}
