using System.ComponentModel.DataAnnotations;
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

/// <summary>退回修改: the leader sends the report back with an opinion.</summary>
[Permits(Permission.SignReports)]
public sealed class Return(Drafting drafting) : PageModel, IFramed
{
    public DraftFile Paper { get; private set; } = null!;
    public Impediment? Bar => Paper.Preparation.ToReturning();

    /// <summary>退回意见.</summary>
    [BindProperty, Required(ErrorMessage = "请写明退回意见，例如哪一处要改、怎样改。"), StringLength(1000, ErrorMessage = "退回意见不超过 1000 字。")]
    public string? Opinion { get; set; }

    public Frame Frame => Places.Frame(Paper.Draft, (ModelState.IsValid ? "" : "错误：") + "退回修改");

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (await drafting.Open(handle) is not { } file) return NotFound();
        Paper = file;
        return Page();
    }

    public async Task<IActionResult> OnPost(Handle handle)
    {
        if (!ModelState.IsValid) return await OnGet(handle);
        var done = await drafting.Do(ReportDeeds.Returned, handle, file => file.Preparation.ToReturning(), file =>
        {
            file.Draft.Return(Opinion!.Trim(), drafting.Pen);
            return Task.CompletedTask;
        }, Opinion!.Trim());
        if (done.File is null) return NotFound();
        return this.Done(done.Bar?.Reason ?? "已退回修改。", done.File.Draft.Path);
    }
}
