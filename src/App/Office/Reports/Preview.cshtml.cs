using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Reports;

/// <summary>预览: the report exactly as readers will see it.</summary>
[Permits(Permission.SeeReports)]
public sealed class Preview(Drafting drafting) : PageModel, IFramed
{
    public DraftFile Paper { get; private set; } = null!;
    public Frame Frame => Places.Frame(Paper.Draft, "预览");

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (await drafting.Read(handle) is not { } file) return NotFound();
        Paper = file;
        return Page();
    }
}
