using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Numbers;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Numbers;

/// <summary>One document number: what bears it, and making it void.</summary>
[Permits(Permission.ManageSettings)]
public sealed class One(Store store, Me me, TimeProvider time) : PageModel, IFramed
{
    [FromRoute(Name = "handle")] public string? Address { get; set; }

    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public int Revision { get; set; }

    public TakenNumber Number { get; private set; } = null!;
    public string Series { get; private set; } = "";

    public Frame Frame => new(Number.Text, new Crumb("文号", Index.Path), new Crumb(Number.Text)) { Under = Index.Path };

    public async Task<IActionResult> OnGet() => await Find() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!await Find()) return NotFound();
        if (Number.ToVoid(Reason) is { } impediment)
        {
            ModelState.AddModelError(nameof(Reason), impediment.Reason);
            return this.Again();
        }
        store.Expect(Number, Revision);
        Number.Void(Reason!, time.Now);
        if (await this.Saved(() => store.Save(me.Does(NumberDeeds.Voided, Reason!.Trim()))) is { } late) return late;
        return this.Done($"文号 {Number.Text} 已作废。这个号不会再用。", $"~{Index.Path}/{Number.Handle}");
    }

    async Task<bool> Find()
    {
        if (!Handle.TryParse(Address, null, out var handle)) return false;
        if (await store.TakenNumbers.SingleOrDefaultAsync(taken => taken.Handle == handle && taken.AgencyId == me.Agency) is not { } number) return false;
        Number = number;
        Series = await store.NumberSeries.Where(series => series.Id == number.SeriesId).Select(series => series.Name).SingleAsync();
        return true;
    }
}
