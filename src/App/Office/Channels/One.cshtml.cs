using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Records.Files;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Channels;

/// <summary>One disclosure by one channel: its proof, its end, and that it was entered wrongly.</summary>
[Permits(Permission.SeeItems)]
public sealed class One(Store store, Me me, ChannelDesk desk, Uploads uploads, TimeProvider time) : PageModel, IFramed
{
    public sealed class Form
    {
        public int Revision { get; set; }
        public DateOnly? EndedOn { get; set; }
        public string? Why { get; set; }
        public IFormFile? Proof { get; set; }
    }

    public Frame Frame => new($"{Publication.Channel.Name}公开", new("公开渠道", Index.Path), new($"{Publication.Channel.Name}公开")) { Under = Index.Path };
    public ItemPublication Publication { get; private set; } = null!;
    public InformationItem Item { get; private set; } = null!;
    public StoredFile? Proof { get; private set; }
    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>What the website does is kept by the program.</summary>
    public bool MayChange => desk.MayKeep && Publication is { VoidWhy: null, Channel: not Channel.Website };

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Find(handle)) return NotFound();
        Input.Revision = Publication.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostEnd(Handle handle)
    {
        if (!await Find(handle) || !MayChange) return NotFound();
        if (Input.EndedOn is not { } on || on < Publication.On || on > time.Today) return Refuse("Input.EndedOn", "请填写撤下日期，不早于公开日期，也不晚于今天。");
        Publication.End(on);
        return await Done(me.Does(ChannelDeeds.Ended), "已登记撤下。");
    }

    public async Task<IActionResult> OnPostVoid(Handle handle)
    {
        if (!await Find(handle) || !MayChange) return NotFound();
        if (Input.Why?.Trim() is not { Length: > 0 and <= 300 } why) return Refuse("Input.Why", "请填写作废的原因，最多 300 个字。");
        Publication.Void(why);
        return await Done(me.Does(ChannelDeeds.Voided, why), "已作废，这次登记不再计入统计。");
    }

    public async Task<IActionResult> OnPostProof(Handle handle)
    {
        if (!await Find(handle) || !MayChange) return NotFound();
        if (Input.Proof is null) return Refuse("Input.Proof", "请选择凭证文件。");
        if (await this.TakeUp(uploads, Input.Proof, "Input.Proof", (ItemPublication.ProofKind, Publication.Id)) is not { } file) return Refuse();
        Publication.ProofId = file.Id;
        return await Done(me.Does(ChannelDeeds.Proved), "已保存凭证。");
    }

    PageResult Refuse(string? field = null, string reason = "")
    {
        if (field is not null) ModelState.AddModelError(field, reason);
        return this.Again(Response.StatusCode >= 400 ? Response.StatusCode : StatusCodes.Status422UnprocessableEntity);
    }

    async Task<IActionResult> Done(Act act, string words)
    {
        var handle = Publication.Handle;
        if (await this.Saved(store, act, Publication, Input.Revision)) return this.Done(words, $"~{Index.Path}/{handle}");
        await Find(handle);
        return Page();
    }

    async Task<bool> Find(Handle handle)
    {
        if (await store.ItemPublications.SingleOrDefaultAsync(one => one.Handle == handle && one.AgencyId == me.Agency) is not { } found) return false;
        Publication = found;
        Item = await store.Items.AsNoTracking().SingleAsync(item => item.Id == found.ItemId);
        Proof = found.ProofId is { } id ? await store.Files.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id) : null;
        return true;
    }
}
