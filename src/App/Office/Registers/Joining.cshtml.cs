using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Registers;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>对应公开信息: joins a normative document on the register to the item that the public reads, or parts them.</summary>
[Permits(Permission.KeepRegisters)]
public sealed class Joining(Store store, Me me, RegisterDesk registers) : PageModel, IFramed
{
    public NormativeDocument Row { get; private set; } = null!;

    /// <summary>What it is joined to.</summary>
    public InformationItem? Item { get; private set; }

    public IReadOnlyList<InformationItem> Offered { get; private set; } = [];

    /// <summary>Part of a number or a title.</summary>
    [FromQuery(Name = "q")] public string? Wanted { get; set; }

    [BindProperty] public int Revision { get; set; }

    /// <summary>The handle of the item; empty to part them.</summary>
    [BindProperty] public string? Chosen { get; set; }

    public Frame Frame => RegisterPlaces.Frame("对应公开信息", new Crumb(Row.Kind.Name, RegisterPlaces.Of(Row.Kind)), new Crumb(Row.Words, RegisterPlaces.Of(Row)));

    public static string Of(RegisterRow row) => $"{RegisterPlaces.Of(row)}/item";

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Revision = Row.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPost(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        if (Chosen is null) ModelState.AddModelError("", "请选择对应的公开信息。");
        else if (Chosen.Length > 0)
        {
            var item = Handle.TryParse(Chosen, null, out var named) ? await store.Items.AsNoTracking().SingleOrDefaultAsync(one => one.Handle == named) : null;
            var bar = item is null || item.AgencyId != me.Agency ? new Impediment("没有这条公开信息，请重新选择。") : NormativeJoining.ToJoining(Row, item, await store.RowOfItem(item.Id));
            if (bar is not null) ModelState.AddModelError("", bar.Reason);
            else Row.ItemId = item!.Id;
        }
        else Row.ItemId = null;
        if (!ModelState.IsValid) return this.Again();
        return await this.Saved(store, me.Does(RegisterDeeds.Joined), Row, Revision, nameof(Revision)) ? this.Done(Row.ItemId is null ? "已取消对应。" : "已对应。", $"~{RegisterPlaces.Of(Row)}") : Page();
    }

    async Task<bool> Open(Handle handle)
    {
        if (await registers.Find(RegisterKind.Normative, handle) is not NormativeDocument row || !registers.Keeps(row) || row.VoidedAt is not null) return false;
        Row = row;
        Wanted = Wanted?.Trim() is { Length: > 0 and <= 60 } wanted ? wanted : null;
        Item = row.ItemId is { } id ? await store.Items.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id) : null;
        Offered = await store.ItemsFor(row, Wanted);
        return true;
    }
}
