using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Documents.Intake;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Items;

/// <summary>A page on which a draft is written, whether it is new or not.</summary>
public abstract class ItemWriting(Store store, Me me, ItemDesk items, TimeProvider time) : PageModel, IFramed
{
    IReadOnlyList<(DisclosureColumn Column, string Name)> columns = [];
    List<CatalogueEntry> entries = [];
    List<Department> departments = [];

    [BindProperty] public ItemForm Input { get; set; } = new();
    public abstract Frame Frame { get; }
    public IReadOnlyList<SelectListItem> Columns { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Entries { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];

    /// <summary>The pictures that may stand in the text: the item's own attachments.</summary>
    public IReadOnlyList<StoredFile> Pictures { get; protected set; } = [];

    /// <summary>It corrects what is public already.</summary>
    public virtual bool Corrects => false;

    public string AgencyName { get; private set; } = "";

    protected Store Store => store;
    protected Me Me => me;
    protected ItemDesk Desk => items;
    protected TimeProvider Time => time;

    protected async Task Load()
    {
        (columns, entries, departments) = (await items.Columns(), await items.Entries(), await items.Departments());
        Columns = [.. columns.Select(one => new SelectListItem(one.Name, one.Column.Slug))];
        Entries = [.. entries.Select(entry => new SelectListItem($"{entry.Number} {entry.Name}", $"{entry.Number}"))];
        Departments = [.. departments.Select(department => new SelectListItem(department.Name, department.Name))];
        AgencyName = await store.Agencies.Where(agency => agency.Id == me.Agency).Select(agency => agency.Name).SingleAsync();
    }

    /// <summary>What was typed, cleaned and resolved; <c>null</c> where something is wrong, which then stands beside its field.</summary>
    protected async Task<ItemContent?> Typed(IReadOnlyList<ContentFile> files, Guid? self = null)
    {
        foreach (var (field, words) in Input.Faults(time.Today)) ModelState.AddModelError($"Input.{field}", words);
        var column = columns.FirstOrDefault(one => one.Column.Slug == Input.Column).Column;
        if (column is null && !string.IsNullOrEmpty(Input.Column)) ModelState.AddModelError("Input.Column", "这个栏目已经停用，请另选一个");
        var entry = entries.FirstOrDefault(one => one.Number == Input.Entry);
        if (entry is null && Input.Entry is not null) ModelState.AddModelError("Input.Entry", "这个公开事项已经停用，请另选一个");
        List<ContentRelation> relations = [];
        foreach (var (kind, field, number) in Input.Typed())
            if (await items.Named(number) is { } other && other != self) relations.Add(new(kind, other));
            else ModelState.AddModelError($"Input.{field}", $"没有找到已公开的“{number}”，请填写它的索引号，或者本机关文件的文号");
        if (!ModelState.IsValid) return null;
        try
        {
            var department = departments.FirstOrDefault(one => one.Name == Input.Department);
            var content = Input.Content(column!.Id, entry?.Id, department?.Id ?? entry?.DepartmentId ?? column.DepartmentId, AgencyName, me.Name, files, [.. relations.Distinct()], ItemDesk.Pictures(Pictures));
            // What was cleaned is what is shown again.
            Input.Html = content.Html;
            if (content.Html.Length <= ItemContent.LongestHtml) return content;
            ModelState.AddModelError("Input.Html", "正文过长，请把大的表格或附录作为附件上传");
        }
        catch (RefusedFileException refused)
        {
            ModelState.AddModelError("Input.Html", refused.Message);
        }
        return null;
    }
}
