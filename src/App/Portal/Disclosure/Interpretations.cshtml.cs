using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>政策解读 (P09): what explains the policies of an agency, the newest first; each leads to its policy and is reached from there.</summary>
[Published(ItemFilter.KeyYear, ItemFilter.KeyValidity, ItemFilter.KeyNumber, ItemFilter.KeyWords, ItemFilter.KeyAgency, ItemFilter.KeyPage, ItemFilter.KeyBefore)]
public sealed class Interpretations(Store store, PortalAgency agencies, TimeProvider time) : PageModel, IFramed
{
    public ShownAgency Shown { get; private set; } = null!;
    public ItemList Items { get; private set; } = null!;

    public Frame Frame => new("政策解读", Sections.Top, new Crumb("政策解读")) { Column = Sections.InterpretationColumn, Under = "jd", Banner = Sections.Banner(Shown.Name) };

    public async Task<IActionResult> OnGet([FromQuery] ItemFilter filter)
    {
        if (await agencies.Find(filter.Agency) is not { } shown) return NotFound();
        Shown = shown;
        filter.Genre = null;
        Items = await ItemList.Read(store, store.Items.AsNoTracking().Public().OfAgency(shown.Agency.Id).Where(item => item.Genre == Genre.Interpretation), filter, Sections.Interpretations, time.Today);
        return Page();
    }
}
