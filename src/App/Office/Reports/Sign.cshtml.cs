using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Reports;

/// <summary>审签: the leader reads the report as it will be published, and signs it (O21).</summary>
[Permits(Permission.SignReports)]
public sealed class Sign(Store store, Me me, Drafting drafting) : PageModel, IFramed
{
    public DraftFile Paper { get; private set; } = null!;
    public Impediment? Bar { get; private set; }

    /// <summary>What the report hashed to when it was shown: nothing else than what was read is signed.</summary>
    [BindProperty] public string? Digest { get; set; }

    public Frame Frame => Places.Frame(Paper.Draft, "审签");

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (await drafting.Open(handle) is not { } file) return NotFound();
        Show(file);
        return Page();
    }

    public async Task<IActionResult> OnPost(Handle handle)
    {
        var done = await drafting.Do(ReportDeeds.SignedOff, handle, May, file =>
        {
            file.Draft.Sign(file.Digest, drafting.Pen);
            return store.Freeze(file.Draft, drafting.Pen.At);
        });
        if (done.File is null) return NotFound();
        if (done.Bar is { } bar)
        {
            Show(done.File);
            ModelState.AddModelError("", bar.Reason);
            return Page();
        }
        return this.Done("已审签，内容不能再改，可以公布。", done.File.Draft.Path);
    }

    Impediment? May(DraftFile file) => file.Preparation.ToSigning(me.Account ?? Guid.Empty, drafting.Today)
        ?? (file.Digest == Digest ? null : new("您打开本页以后内容有改动。请重新阅读后再审签。"));

    void Show(DraftFile file)
    {
        (Paper, Bar) = (file, file.Preparation.ToSigning(me.Account ?? Guid.Empty, drafting.Today));
        Digest = file.Digest;
        ModelState.SetModelValue(nameof(Digest), Digest, Digest);
    }
}
