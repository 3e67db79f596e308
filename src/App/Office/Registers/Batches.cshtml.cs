using Gongkai.App.Access;
using Gongkai.App.Office.Views;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Registers;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>公开批次: what goes round for review, and what went.</summary>
[Permits(Permission.SeeItems)]
public sealed class Batches(Store store, Me me, ListFiles files, ViewsOf views) : PageModel, IFramed
{
    public const string Path = "/office/batches";

    [FromQuery(Name = "state")] public VersionState? State { get; set; }
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public Listing List { get; private set; } = null!;
    public ViewBar Views { get; private set; } = null!;
    public Frame Frame => new("公开批次", new Crumb("主动公开"), new Crumb("公开批次")) { Under = Path };

    /// <summary>A batch that was sent back is at its end; its rows go into another.</summary>
    public static string NameOf(VersionState state) => state == VersionState.Discarded ? "已退回" : state == VersionState.Published ? "已公开" : state.Name;

    public async Task<IActionResult> OnGet()
    {
        if (me.Agency == Guid.Empty) return NotFound();
        ListFilter[] filters = [new("state", "状态", State?.ToString(), State is { } state ? NameOf(state) : null)];
        var rows = store.DisclosureBatches.AsNoTracking().Where(batch => batch.AgencyId == me.Agency && (State == null || batch.State == State)).OrderByDescending(batch => batch.HandedInAt).ThenByDescending(batch => batch.Id);
        if (await files.Of("公开批次", Asked, filters, Columns, rows) is { } file) return file;
        List = await Listing.Show("公开批次", Path, Asked, filters, Columns, rows, "还没有送审过。在台账列表中用“成批送审公开”。");
        Views = await views.Of(List);
        return Page();
    }

    static readonly ListColumn<DisclosureBatch>[] Columns =
    [
        new("name", "批次名称", batch => batch.Name) { Path = batch => $"{Path}/{batch.Handle}" },
        new("register", "台账", batch => batch.Register.Name),
        new("rows", "记录数", batch => batch.Rows) { Look = "number" },
        new("author", "送审人", batch => batch.AuthorName),
        new("handedIn", "送审时间", batch => batch.HandedInAt) { Look = "date" },
        new("state", "状态", batch => batch.State == VersionState.InReview ? $"等待{batch.Step.Name}" : NameOf(batch.State)) { Tone = batch => batch.State == VersionState.Published ? "fine" : batch.State == VersionState.InReview ? "soon" : "ended" },
        new("published", "公开时间", batch => batch.PublishedAt) { Look = "date" },
    ];
}
