using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Shared.Letters;
using Gongkai.App.Ui;
using Gongkai.Documents.Templates;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Files;
using Gongkai.Records.Numbers;
using Gongkai.Records.Templates;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Reports;

/// <summary>报送主管部门: the report is handed up, and the answer is registered.</summary>
[Permits(Permission.PublishReports)]
public sealed class Submit(Store store, Me me, Drafting drafting, LetterDesk letters, Site site) : PageModel, IFramed
{
    public DraftFile Paper { get; private set; } = null!;
    public IReadOnlyList<ReportSubmission> Submissions { get; private set; } = [];
    public IReadOnlyList<(IssuedLetter Letter, StoredFile File)> Letters { get; private set; } = [];
    public IReadOnlyList<NumberSeries> Series { get; private set; } = [];
    public Impediment? Bar => Paper.Preparation.ToSubmitting();
    public DateOnly Today => drafting.Today;

    /// <summary>报送给谁.</summary>
    [BindProperty, StringLength(100, ErrorMessage = "主管部门名称不超过 100 字。")] public string? To { get; set; }

    /// <summary>Which submission was answered, and how.</summary>
    [BindProperty] public string? Answered { get; set; }
    [BindProperty] public Receipt Receipt { get; set; }
    [BindProperty, StringLength(1000, ErrorMessage = "回执内容不超过 1000 字。")] public string? Answer { get; set; }

    public Frame Frame => Places.Frame(Paper.Draft, (ModelState.IsValid ? "" : "错误：") + "报送主管部门");

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (await drafting.Open(handle) is not { } file) return NotFound();
        Paper = file;
        Submissions = await store.ReportSubmissions.AsNoTracking().Where(submission => submission.DraftId == file.Draft.Id).OrderBy(submission => submission.Id).ToListAsync();
        Letters = await letters.Of([.. Submissions.Select(submission => submission.Id)]);
        Series = await letters.Series();
        return Page();
    }

    public async Task<IActionResult> OnPostSubmit(Handle handle)
    {
        if (string.IsNullOrWhiteSpace(To)) ModelState.AddModelError(nameof(To), "请填写报送给哪个主管部门。");
        if (!ModelState.IsValid) return await OnGet(handle);
        return Told(await drafting.Do(ReportDeeds.Submitted, handle, file => file.Preparation.ToSubmitting(), file =>
        {
            drafting.Add(new ReportSubmission { DraftId = file.Draft.Id, AgencyId = file.Agency.Id, On = drafting.Today, To = To!.Trim(), Digest = file.Digest });
            return Task.CompletedTask;
        }), "已登记报送。请下载报送材料，按主管部门的要求送达。");
    }

    public async Task<IActionResult> OnPostReceipt(Handle handle)
    {
        if (!ModelState.IsValid || !Handle.TryParse(Answered, null, out var answered) || !Enum.IsDefined(Receipt)) return await OnGet(handle);
        return Told(await drafting.Do(ReportDeeds.Receipted, handle, _ => null, async file =>
        {
            if (await store.ReportSubmissions.SingleOrDefaultAsync(one => one.Handle == answered && one.DraftId == file.Draft.Id) is not { } submission) return;
            submission.Answered(Receipt, drafting.Today, Answer?.Trim());
            if (Receipt == Receipt.Cleared) file.Draft.Clear(submission.Digest);
        }), "回执已登记。");
    }

    /// <summary>Writes the covering letter of a submission (年度报告报送函), with a number where a series is chosen.</summary>
    public async Task<IActionResult> OnPostLetter(Handle handle, string? series)
    {
        if (await OnGet(handle) is NotFoundResult || Submissions.SingleOrDefault(one => one.Handle.ToString() == Answered) is not { } submission) return NotFound();
        var numbers = Series.SingleOrDefault(one => one.Handle.ToString() == series);
        if (numbers is null && !string.IsNullOrEmpty(series)) ModelState.AddModelError("series", "请重新选择文种，或者不编号。");
        var (draft, agency) = (Paper.Draft, Paper.Agency);
        return await this.Issued(letters, LetterKinds.ReportSubmission, new(submission.Id, $"{draft.Year}年度报告报送函", number => new Dictionary<string, string>
        {
            ["发文字号"] = number, ["主送机关"] = submission.To, ["报送单位"] = agency.Name, ["报告年度"] = $"{draft.Year}",
            ["发布日期"] = draft.PublishedOn is { } on ? $"{on:yyyy年M月d日}" : "", ["发布地址"] = draft.PublishedOn is null ? "" : site.Absolute(Places.Public(draft.Year, agency.Code)),
            ["更正说明"] = draft.Correction ?? "", ["联系人"] = me.Name, ["联系电话"] = "", ["成文日期"] = $"{drafting.Today:yyyy年M月d日}",
        }), numbers) ? Redirect($"{draft.Path}/submit") : Page();
    }

    IActionResult Told((DraftFile? File, Impediment? Bar) done, string words)
    {
        if (done.File is null) return NotFound();
        return this.Done(done.Bar?.Reason ?? words, $"{done.File.Draft.Path}/submit");
    }
}
