using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Channels;

/// <summary>公开栏张贴页: items as they hang on a board, a page each, with the address where they can be checked.</summary>
[Permits(Permission.SeeItems)]
public sealed class Sheets(Store store, Me me, ChannelDesk desk, Site site, TimeProvider time) : PageModel, IFramed
{
    public const string Path = Index.Path + "/sheets";
    const string Name = "公开栏张贴页";

    /// <summary>One sheet.</summary>
    public sealed record Posted(InformationItem Item, string Html, string Address, int Size, string Code);

    public Frame Frame => new(Name, new("公开渠道", Index.Path), new(Name)) { Under = Index.Path };
    [FromQuery(Name = "item")] public string[] Chosen { get; set; } = [];
    public IReadOnlyList<Posted> Posts { get; private set; } = [];
    public string Agency { get; private set; } = "";
    public DateOnly Today { get; } = time.Today;

    public async Task<IActionResult> OnGet()
    {
        if (me.Agency == Guid.Empty) return NotFound();
        Agency = await store.Agencies.Where(agency => agency.Id == me.Agency).Select(agency => agency.Name).SingleAsync();
        var items = await desk.Named(Chosen);
        var ids = items.ConvertAll(item => item.Id);
        var texts = await store.PublicTexts().AsNoTracking().Where(text => ids.Contains(text.ItemId)).ToDictionaryAsync(text => text.ItemId, text => text.Html);
        var columns = await store.Columns.AsNoTracking().Where(column => column.AgencyId == me.Agency).ToDictionaryAsync(column => column.Id);
        Posts =
        [
            .. from item in items
               where texts.ContainsKey(item.Id)
               let address = site.Absolute(ItemAddress.Of(item, columns[item.ColumnId]))
               select new Posted(item, texts[item.Id], address, QrPicture.SizeOf(address), QrPicture.PathOf(address)),
        ];
        return Page();
    }
}
