using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Documents.Redaction;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Redaction;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Redactions;

/// <summary>遮盖清单: what is covered in the file that goes out, and the certificate of the search for it; to be printed.</summary>
[Permits(Permission.SeeRequests, InDepartment = true)]
public sealed class Covers(Store store, RedactionDesk desk) : PageModel, IFramed
{
    public Frame Frame => new("遮盖清单", new("依申请公开", Requests.Index.Path), new(Case.Request.Number, $"{Requests.Index.Path}/{Case.Request.Handle}"), new("遮盖清单")) { Under = Requests.Index.Path };
    public CaseFile Case { get; private set; } = null!;
    public RedactionState State { get; private set; } = null!;
    public RedactionIndex? Index { get; private set; }
    public LeakCertificate? Certificate { get; private set; }

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (await desk.See(handle) is not { } seen) return NotFound();
        (Case, State) = (seen.Case, await store.StateOf(seen.Redaction));
        if (State.Last is { } last) (Index, Certificate) = (RedactionIndex.OfJson(last.Index), LeakCertificate.OfJson(last.Certificate));
        return Page();
    }
}
