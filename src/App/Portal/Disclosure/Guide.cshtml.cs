using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>政府信息公开指南 (P02): how information is sorted, arranged and got, and how the office for it is reached (条例 art. 12); the fields are those that the office keeps.</summary>
[Published(ItemFilter.KeyAgency)]
public sealed class Guide(Store store, PortalAgency agencies, ColumnTree columns, TimeProvider time) : PageModel, IFramed
{
    [FromQuery(Name = ItemFilter.KeyAgency)] public string? Asked { get; set; }

    public ShownAgency Shown { get; private set; } = null!;
    public DisclosureOffice Office => Shown.Agency.Office;
    public IReadOnlyList<TreeNode> Tree { get; private set; } = [];

    /// <summary>The text that the agency wrote and signed itself; none where the usual words stand.</summary>
    public Records.Disclosure.Guide? Own { get; private set; }

    /// <summary>What an index number of this agency looks like; none where its code is not known, or it discloses nothing here.</summary>
    public string? Example => Shown.Agency.CreditCode is { } code && Tree is not [] ? IndexNumberPattern.Of(code).Write(time.Today.Year, 1) : null;

    public Frame Frame => new("政府信息公开指南", Sections.Top, new Crumb("政府信息公开指南")) { Column = Sections.GuideColumn, Under = "zn", Banner = Sections.Banner(Shown.Name) };

    public async Task<IActionResult> OnGet()
    {
        if (await agencies.Find(Asked) is not { } shown) return NotFound();
        Shown = shown;
        Own = await store.GuideOf(shown.Agency) is { Version: > 0 } own ? own : null;
        Tree = await columns.Of(shown.Agency.Id);
        return Page();
    }
}
