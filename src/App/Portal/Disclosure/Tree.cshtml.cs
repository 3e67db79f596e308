using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>法定主动公开内容 (P04): its columns as a tree, each with how much stands in it, how often it is looked after and by whom.</summary>
[Published(ItemFilter.KeyAgency)]
public sealed class Tree(PortalAgency agencies, ColumnTree columns) : PageModel, IFramed
{
    [FromQuery(Name = ItemFilter.KeyAgency)] public string? Asked { get; set; }

    public ShownAgency Shown { get; private set; } = null!;
    public IReadOnlyList<TreeNode> Nodes { get; private set; } = [];

    public Frame Frame => new("法定主动公开内容", Sections.Top, new Crumb("法定主动公开内容"))
    {
        Column = Sections.StatutoryColumn, Under = "fdzdgk", Banner = Sections.Banner(Shown.Name), Side = ColumnTree.Side(Nodes, Shown, null),
    };

    public string? Cited(TreeNode node) => Matter.Find(node.Column.Matter)?.Cited;

    public async Task<IActionResult> OnGet()
    {
        if (await agencies.Find(Asked) is not { } shown) return NotFound();
        Shown = shown;
        Nodes = await columns.Of(shown.Agency.Id);
        return Page();
    }
}
