using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Reports;

/// <summary>One report in preparation: how far it has come, what is done next, and why other steps cannot be taken (O20).</summary>
[Permits(Permission.SeeReports)]
public sealed class One(Store store, Me me, Drafting drafting) : PageModel, IFramed
{
    public DraftFile Paper { get; private set; } = null!;
    public Preparation Preparation { get; private set; } = null!;
    public IReadOnlyList<Step> Steps { get; private set; } = [];
    public IReadOnlyList<ReportSubmission> Submissions { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public DateOnly Today => drafting.Today;
    public ReportDraft Draft => Paper.Draft;
    public bool Inherited => drafting.IsInherited(Draft);
    public Frame Frame => Places.Frame(Draft);

    /// <summary>A step: its address where it can be taken, and otherwise why not.</summary>
    public sealed record Step(string Name, string Path, Permission Needed, Impediment? Bar);

    public string NameOf(Guid? account) => account is { } id && Names.TryGetValue(id, out var name) ? name : "系统";

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (await drafting.Read(handle) is not { } file) return NotFound();
        Paper = file;
        Preparation = file.Preparation;
        Submissions = await store.ReportSubmissions.AsNoTracking().Where(submission => submission.DraftId == Draft.Id).OrderBy(submission => submission.Id).ToListAsync();
        Guid[] people = [.. ((Guid?[])[Draft.PreparedBy, Draft.CheckedBy, Draft.SignedBy, Draft.ReturnedBy]).OfType<Guid>().Distinct()];
        Names = await store.Accounts.Where(account => people.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.Name);
        // What a merged agency left is read, and not gone on with.
        if (Inherited) return Page();
        Steps =
        [
            new("校验并送审签", $"{Draft.Path}/check", Permission.PrepareReports, Preparation.ToHandingOver() is { } fault && Draft.State is DraftState.SignedOff or DraftState.Published ? fault : null),
            new("审签", $"{Draft.Path}/sign", Permission.SignReports, Preparation.ToSigning(me.Account ?? Guid.Empty, Today)),
            new("退回修改", $"{Draft.Path}/return", Permission.SignReports, Preparation.ToReturning()),
            new("公布", $"{Draft.Path}/publish", Permission.PublishReports, Preparation.ToPublishing()),
            new("报送主管部门", $"{Draft.Path}/submit", Permission.PublishReports, Preparation.ToSubmitting()),
            new("更正", $"{Places.List}/correct/{Draft.Year}", Permission.PrepareReports, Preparation.ToCorrecting()),
        ];
        return Page();
    }
}
