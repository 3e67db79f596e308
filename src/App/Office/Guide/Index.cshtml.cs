using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Guide;

/// <summary>公开指南: what the public reads, whether it still holds, the version that waits for a signature (art. 12).</summary>
[Permits(Permission.SeeItems)]
public sealed class Index(Store store, Me me, Desk desk, TimeProvider time) : PageModel, IFramed
{
    public const string Path = "/office/guide";

    public Frame Frame => new("公开指南", new Crumb("主动公开"), new Crumb("公开指南")) { Under = Path };
    public Agency Agency { get; private set; } = null!;
    public Gongkai.Records.Disclosure.Guide Guide { get; private set; } = null!;
    public IReadOnlyList<GuideVersion> Versions { get; private set; } = [];
    public GuideVersion? InForce { get; private set; }

    /// <summary>The newest, where nobody has signed it yet.</summary>
    public GuideVersion? Proposed { get; private set; }

    public IReadOnlyList<ChangedParagraph> Changes { get; private set; } = [];
    public IReadOnlyList<GuideFinding> Findings { get; private set; } = [];
    public DateOnly? ConfirmBy { get; private set; }
    public bool MayWrite => me.May(Permission.ManageColumns);

    /// <summary>Why this person may not sign what waits.</summary>
    public Impediment? ToSign => Proposed is null ? new("没有待审签的指南。") : !me.May(Permission.ApproveItems) ? new("这一版等领导审签。") : Proposed.ToSign(me.Account, me.Name);

    public async Task<IActionResult> OnGet() => await Open() ? Page() : NotFound();

    public async Task<IActionResult> OnPostConfirm(int revision)
    {
        if (!await Open() || !MayWrite || InForce is null) return NotFound();
        InForce.Confirm(me.Name, desk.Today, await store.GuideFactsOf(Agency));
        store.Expect(InForce, revision);
        return await this.Saved(() => store.Save(me.Does(ItemDeeds.GuideConfirmed))) ?? this.Done("已确认指南仍然正确。", $"~{Path}");
    }

    /// <param name="number">The version that was before the signer's eyes.</param>
    public async Task<IActionResult> OnPostSign(int number)
    {
        if (!await Open() || !me.May(Permission.ApproveItems)) return NotFound();
        if (ToSign is { } impediment) ModelState.AddModelError("", impediment.Reason);
        else if (Proposed!.Number != number) ModelState.AddModelError("", Answers.Overtaken);
        if (!ModelState.IsValid) return this.Again();
        Proposed!.Sign(me.Account, me.Name, time.Now, await store.GuideFactsOf(Agency));
        return await this.Saved(() => store.Save(me.Does(ItemDeeds.GuideSigned))) ?? this.Done($"第 {number} 版已审签，公众现在看到的是这一版。", $"~{Path}");
    }

    async Task<bool> Open()
    {
        if (await store.Agencies.SingleOrDefaultAsync(one => one.Id == me.Agency) is not { } agency) return false;
        Agency = agency;
        Versions = await store.GuideVersions.Where(one => one.AgencyId == agency.Id).OrderByDescending(one => one.Number).ToListAsync();
        InForce = Versions.FirstOrDefault(one => one.SignedAt is not null);
        Proposed = Versions is [{ SignedAt: null } newest, ..] ? newest : null;
        Guide = await store.GuideOf(agency);
        Findings = await store.GuideFindings(agency, desk.Today);
        ConfirmBy = InForce?.ConfirmedOn is { } on ? GuideCheck.ConfirmBy(on) : null;
        if (Proposed is not null) Changes = [.. TextChanges.Between(Lines(Guide.Text), Lines(Proposed.Says)).Where(one => !one.IsSame)];
        return true;

        static string[] Lines(GuideText text) => [.. text.Parts.SelectMany(part => part.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"{part.Heading}：{line}"))];
    }
}
