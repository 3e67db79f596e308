using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>政府信息公开 (P01): the four columns in their order, a search in them, what is new, and 依申请公开 apart.</summary>
[Published(ItemFilter.KeyAgency)]
public sealed class Home(Store store, PortalAgency agencies, ColumnTree columns) : PageModel, IFramed
{
    const int Newest = 10, NewestPolicies = 5;

    [FromQuery(Name = ItemFilter.KeyAgency)] public string? Asked { get; set; }

    public ShownAgency? Shown { get; private set; }
    public IReadOnlyList<ItemRow> Latest { get; private set; } = [];
    public IReadOnlyList<ItemRow> Policies { get; private set; } = [];
    public IReadOnlyList<TreeNode> Tree { get; private set; } = [];

    public Frame Frame => new("政府信息公开", new Crumb("政府信息公开")) { Column = Sections.HomeColumn, Under = "zfxxgk", Banner = Shown is null ? null : Sections.Banner(Shown.Name) };

    public async Task<IActionResult> OnGet()
    {
        Shown = await agencies.Find(Asked);
        if (Shown is null) return Asked is { Length: > 0 } ? NotFound() : Page();
        var items = store.Items.AsNoTracking().Public().OfAgency(Shown.Agency.Id);
        Latest = await store.Rows(items.NewestFirst().Take(Newest)).ToListAsync();
        Policies = await store.Rows(items.Where(item => item.Genre == Genre.Normative).NewestFirst().Take(NewestPolicies)).ToListAsync();
        Tree = await columns.Of(Shown.Agency.Id);
        return Page();
    }
}
