using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Registers;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>One batch: what the public would read, what was said of it, and the step that waits.</summary>
[Permits(Permission.SeeItems)]
public sealed class Batch(Store store, Me me, RegisterDesk registers) : PageModel, IFramed
{
    public DisclosureBatch Of { get; private set; } = null!;
    public IReadOnlyList<RegisterRow> Rows { get; private set; } = [];
    public IReadOnlyList<BatchOpinion> Opinions { get; private set; } = [];

    [BindProperty] public int Revision { get; set; }
    [BindProperty] public bool? Passed { get; set; }
    [BindProperty] public string? Words { get; set; }

    public Frame Frame => RegisterPlaces.Frame(Of.Name, new Crumb("公开批次", Batches.Path));

    /// <summary>Why whoever is here may not judge it now.</summary>
    public Impediment? Bar => Of.AgencyId != me.Agency ? new("只有本单位的人员可以审核。") : BatchReview.ToJudge(Of, Opinions, Rows, registers.Hand);

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Find(handle)) return NotFound();
        Revision = Of.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPost(Handle handle)
    {
        if (!await Find(handle)) return NotFound();
        if (Passed is null) ModelState.AddModelError("", "请选择通过或者退回。");
        if (Bar is { } bar) ModelState.AddModelError("", bar.Reason);
        else if (Passed == false && string.IsNullOrWhiteSpace(Words)) ModelState.AddModelError(nameof(Words), "退回时请填写意见，写明要修改什么");
        else if (Words?.Length > 1000) ModelState.AddModelError(nameof(Words), "意见最多 1000 个字");
        // What the leader signs is looked at once more: a leak that nobody saw goes no further.
        else if (Passed == true && Rows.SelectMany(row => Submit.Against(row).Select(sentence => $"{row.Words}：{sentence}")).ToList() is { Count: > 0 } found) foreach (var one in found) ModelState.AddModelError("", one);
        if (!ModelState.IsValid) return this.Again();
        var step = Of.Step;
        store.Judge(Of, Opinions, Rows, Passed!.Value, string.IsNullOrWhiteSpace(Words) ? null : Words.Trim(), me.Does(RegisterDeeds.Passed));
        var deed = Passed == false ? RegisterDeeds.Returned : Of.State == VersionState.Published ? RegisterDeeds.Published : RegisterDeeds.Passed;
        if (await this.Saved(store, me.Does(deed, string.IsNullOrWhiteSpace(Words) ? null : Words.Trim()), Of, Revision, nameof(Revision)))
            return this.Done(Passed == false ? "已退回，其中的记录可以修改后重新送审。" : step == ReviewStep.Leader ? "已审签并公开。" : "已通过。", $"~{Batches.Path}/{handle}");
        await Find(handle);
        return Page();
    }

    async Task<bool> Find(Handle handle)
    {
        if (await store.DisclosureBatches.SingleOrDefaultAsync(one => one.Handle == handle) is not { } batch || !await store.MayRead(me, Permission.SeeItems, batch.AgencyId)) return false;
        Of = batch;
        Rows = await store.RowsOf(batch);
        Opinions = await store.OpinionsOf(batch);
        return true;
    }
}
