using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>栏目列表 (P05): what stands in a column, narrowed as the address says; of a column with parts the newest of each part.</summary>
[Published(ItemFilter.KeyYear, ItemFilter.KeyGenre, ItemFilter.KeyValidity, ItemFilter.KeyNumber, ItemFilter.KeyWords, ItemFilter.KeyAgency, ItemFilter.KeyPage, ItemFilter.KeyBefore)]
public sealed class List(Store store, PortalAgency agencies, ColumnTree columns, TimeProvider time) : PageModel, IFramed
{
    const int NewestOfPart = 5;

    IReadOnlyList<TreeNode> tree = [];
    IReadOnlyList<TreeNode> way = [];

    public ShownAgency Shown { get; private set; } = null!;
    public TreeNode Node { get; private set; } = null!;
    public IReadOnlyList<(TreeNode Part, IReadOnlyList<ItemRow> Rows)> Parts { get; private set; } = [];

    /// <summary>The rows of the column itself; none where all stands in its parts.</summary>
    public ItemList? Items { get; private set; }

    public string WhenEmpty => Explained(Node);

    /// <summary>Why nothing stands in a column, so that a reader is not left before an empty page.</summary>
    public static string Explained(TreeNode node) =>
        $"“{node.Name}”暂时没有需要公开的信息。{(node.Column.MaxGapDays is null ? "有关事项发生或者变更时" : "有新的信息时")}，自信息形成或者变更之日起20个工作日内在这里公布。";

    public Frame Frame => new(Node.Name, [Sections.Top, new(Node.Column.Kind.Name, Shown.At(Node.Column.Kind is ColumnKind.Statutory ? Sections.Statutory : Sections.Rules)),
        .. way.SkipLast(1).Select(node => new Crumb(node.Name, Shown.At(ItemAddress.OfColumn(node.Slug)))), new(Node.Name)])
    {
        Column = new(Node.Name, Node.Column.Description, Node.Column.Keywords, Node.Column.Type),
        Under = Node.Column.Kind is ColumnKind.Statutory ? "fdzdgk" : "zd",
        Banner = Sections.Banner(Shown.Name),
        Side = Node.Column.Kind is ColumnKind.Statutory ? ColumnTree.Side(tree, Shown, Node.Slug) : [],
    };

    public async Task<IActionResult> OnGet(string slug, [FromQuery] ItemFilter filter)
    {
        // One connection for all that is asked; it goes back with the store.
        await store.Database.OpenConnectionAsync();
        if (await agencies.Find(filter.Agency) is not { } shown) return NotFound();
        Shown = shown;
        foreach (var kind in Enum.GetValues<ColumnKind>())
        {
            tree = await columns.Of(shown.Agency.Id, kind);
            way = tree.Select(node => Way(node, slug)).FirstOrDefault(found => found is not []) ?? [];
            if (way is not []) break;
        }
        if (way is []) return NotFound();
        Node = way[^1];
        List<(TreeNode, IReadOnlyList<ItemRow>)> parts = [];
        foreach (var child in Node.Children) parts.Add((child, await store.Rows(In(child).NewestFirst().Take(NewestOfPart)).ToListAsync()));
        Parts = parts;
        if (Node.Children is [] || Node.Own > 0) Items = await ItemList.Read(store, In(Node), filter, ItemAddress.OfColumn(slug), time.Today);
        return Page();
    }

    IQueryable<InformationItem> In(TreeNode node) => store.Items.AsNoTracking().Public().Where(item => item.ColumnId == node.Column.Id);

    static TreeNode[] Way(TreeNode node, string slug) =>
        node.Slug == slug ? [node] : node.Children.Select(child => Way(child, slug)).FirstOrDefault(found => found is not []) is { } below ? [node, .. below] : [];
}
