using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>信息详情 (P06): one piece of information with its metadata, its validity, its files and what belongs to it; of one that was withdrawn only that it was, and why.</summary>
[Published]
public sealed class One(Store store, PortalAgency agencies, ColumnTree columns, TimeProvider time) : PageModel, IFramed
{
    const int Described = 200;

    IReadOnlyList<TreeNode> tree = [];

    /// <summary>Another item that the public sees.</summary>
    /// <param name="Word">How the two belong together.</param>
    public sealed record Relative(RelationKind Kind, bool IsFrom, string Word, string Title, string? Number, string Path, string On);

    /// <summary>A file that the public gets.</summary>
    public sealed record Attached(string Path, string Name, string Format, string Size);

    /// <summary>All that is left of what was withdrawn.</summary>
    public sealed record Tombstone(DateOnly On, string? Why);

    public ShownAgency Shown { get; private set; } = null!;
    public InformationItem Item { get; private set; } = null!;
    public DisclosureColumn Column { get; private set; } = null!;
    public ItemText Text { get; private set; } = null!;
    public Tombstone? Withdrawal { get; private set; }
    public IReadOnlyList<Attached> Files { get; private set; } = [];
    public IReadOnlyList<(string Name, string Id, IReadOnlyList<Relative> Items)> Related { get; private set; } = [];

    /// <summary>What brought its validity to an end, or changed it.</summary>
    public IReadOnlyList<Relative> EndedBy { get; private set; } = [];

    public string Path => ItemAddress.Of(Item, Column);
    public string Body => ArticleBody.WithScrollingTables(Text.Html);

    /// <summary>What is said of it beside its text.</summary>
    public ArticleFacts Facts { get; private set; } = null!;

    /// <summary>校验码: of the version that is public, so that a print can be held against it.</summary>
    public string Code { get; private set; } = "";

    public Frame Frame => Withdrawal is not null
        ? new("这条信息已经撤下", Sections.Top, new Crumb("已经撤下")) { Column = Sections.StatutoryColumn, Under = "fdzdgk", Banner = Sections.Banner(Shown.Name) }
        : new(Item.Title, [Sections.Top, Column.Kind is ColumnKind.Statutory ? new("法定主动公开内容", Shown.At(Sections.Statutory)) : new("政府信息公开制度", Shown.At(Sections.Rules)),
            .. Column.Kind is ColumnKind.Statutory ? [new Crumb(Column.Name, Shown.At(ItemAddress.OfColumn(Column.Slug)))] : Array.Empty<Crumb>(), new("正文")])
        {
            Column = new(Column.Name, Column.Description, Column.Keywords, Column.Type),
            Under = Column.Kind is ColumnKind.Statutory ? "fdzdgk" : "zd",
            Banner = Sections.Banner(Shown.Name),
            Side = ColumnTree.Side(tree, Shown, Column.Slug),
            Article = new(Item.Title, Item.PublishedAt!.Value.DayAtOffice, Text.Source, Item.Keywords?.Replace('、', ',') ?? Column.Keywords, Item.Summary ?? Beginning(Text.Plain), Path) { At = Item.PublishedAt, Author = Text.EditedBy },
        };

    public async Task<IActionResult> OnGet(string handle)
    {
        if (!Handle.TryParse(handle, null, out var known)) return NotFound();
        // One connection for all that is asked; it goes back with the store.
        await store.Database.OpenConnectionAsync();
        if (await store.Items.AsNoTracking().Public().SingleOrDefaultAsync(item => item.Handle == known) is not { } item) return await Gone(known);
        Item = item;
        tree = await columns.Of(item.AgencyId);
        Column = tree.SelectMany(node => node.WithBelow).FirstOrDefault(node => node.Column.Id == item.ColumnId)?.Column ?? await store.Columns.AsNoTracking().SingleAsync(column => column.Id == item.ColumnId);
        // Moved to another column, it has another address; the old one leads there.
        if (!string.Equals(Request.Path, Path, StringComparison.Ordinal)) return RedirectPermanent(Url.Content("~" + Path));
        Shown = await agencies.Of(item.AgencyId);
        (Facts, Code) = (ArticleFacts.Of(item, time.Today), ItemCode.Written(await store.HashOf(item)));
        Text = await store.PublicTexts().AsNoTracking().SingleAsync(text => text.ItemId == item.Id);
        if (Column.Kind is not ColumnKind.Statutory) tree = [];
        Files = [.. (await store.PublicFilesOf(item.Id)).Where(one => one.File.Readable)
            .Select(one => new Attached(ItemAddress.OfFile(one.File.Handle), one.Name, System.IO.Path.GetExtension(one.Name).TrimStart('.').ToUpperInvariant(), FileSize.Words(one.File.Size)))];
        await Relate();
        return Page();
    }

    // Unknown, not yet public and never there are one answer.
    async Task<IActionResult> Gone(Handle known)
    {
        var left = await store.Items.Where(item => item.Handle == known && item.State == ItemState.Withdrawn).Select(item => new { item.AgencyId, item.WithdrawnAt, item.WithdrawnWhy }).SingleOrDefaultAsync();
        if (left is null) return NotFound();
        Shown = await agencies.Of(left.AgencyId);
        Withdrawal = new(left.WithdrawnAt!.Value.DayAtOffice, left.WithdrawnWhy);
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    async Task Relate()
    {
        var id = Item.Id;
        var rows = await (
            from relation in store.PublicRelations()
            where relation.FromId == id || relation.ToId == id
            join other in store.Items.Public() on relation.FromId == id ? relation.ToId : relation.FromId equals other.Id
            join column in store.Columns on other.ColumnId equals column.Id
            orderby other.PublishedAt descending, other.Id
            select new { relation.Kind, IsFrom = relation.FromId == id, other.Title, other.DocumentNumber, column.Slug, other.PublishedAt, other.Handle }).AsNoTracking().ToListAsync();
        var relatives = rows.Select(row => new Relative(row.Kind, row.IsFrom, WordOf(row.Kind, row.IsFrom), row.Title, row.DocumentNumber, ItemAddress.Of(row.Slug, row.PublishedAt!.Value, row.Handle), row.PublishedAt!.Value.InBeijing()[..10])).ToList();
        EndedBy = [.. relatives.Where(one => one is { IsFrom: false, Kind: RelationKind.Repeals or RelationKind.Amends })];
        Related = [.. new[]
        {
            ("相关解读", "jiedu", relatives.Where(one => one is { Kind: RelationKind.Interprets, IsFrom: false }).ToList()),
            ("解读的文件", "yuanwen", relatives.Where(one => one is { Kind: RelationKind.Interprets, IsFrom: true }).ToList()),
            ("相关文件", "xiangguan", relatives.Where(one => one.Kind != RelationKind.Interprets).ToList()),
        }.Where(group => group.Item3.Count > 0).Select(group => (group.Item1, group.Item2, (IReadOnlyList<Relative>)group.Item3))];
    }

    static string WordOf(RelationKind kind, bool isFrom) => (kind, isFrom) switch
    {
        (RelationKind.Interprets, true) => "原文",
        (RelationKind.Interprets, false) => "解读",
        (RelationKind.Repeals, true) => "被本文件废止",
        (RelationKind.Repeals, false) => "废止本文件",
        (RelationKind.Amends, true) => "被本文件修改",
        (RelationKind.Amends, false) => "修改本文件",
        (RelationKind.BasedOn, true) => "依据",
        (RelationKind.BasedOn, false) => "依据本文件制定",
    };

    static string Beginning(string text) => text.Length <= Described ? text.ReplaceLineEndings(" ") : text[..Described].ReplaceLineEndings(" ");
}
