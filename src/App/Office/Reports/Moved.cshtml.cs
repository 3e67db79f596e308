using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Registers;
using Gongkai.Rules.Access;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Reports;

/// <summary>办理记录核对: which cases stand elsewhere than they did when the report was signed.</summary>
[Permits(Permission.SeeReports)]
public sealed class Moved(Store store, Drafting drafting) : PageModel, IFramed
{
    const int Most = 500;

    /// <summary>A case that moved.</summary>
    /// <param name="Path">Its page.</param>
    public sealed record Row(string Name, string Path, string Was, string Is);

    public DraftFile Paper { get; private set; } = null!;
    public DateTimeOffset? SignedAt { get; private set; }
    public int Counted { get; private set; }
    public int Total { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Frame Frame => Places.Frame(Paper.Draft, "办理记录核对");

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (await drafting.Read(handle) is not { } file) return NotFound();
        Paper = file;
        var frozen = await store.FrozenCounts.AsNoTracking().Where(one => one.DraftId == file.Draft.Id).OrderByDescending(one => one.At).FirstOrDefaultAsync();
        if (frozen is null || await store.MovedSince(file.Draft) is not { } moved) return Page();
        (SignedAt, Counted, Total) = (frozen.At, frozen.Cases, moved.Count);
        var shown = moved.Take(Most).ToList();
        var ids = shown.Select(one => one.Id).ToList();
        var requests = await store.Requests.AsNoTracking().Where(one => ids.Contains(one.Id)).Select(one => new { one.Id, one.Number, one.Handle }).ToDictionaryAsync(one => one.Id, one => ($"申请 {one.Number}", $"/office/requests/{one.Handle}"));
        var reviews = await store.Reviews.AsNoTracking().Where(one => ids.Contains(one.Id)).Select(one => new { one.Id, one.CaseNumber, one.Handle }).ToDictionaryAsync(one => one.Id, one => (one.CaseNumber, $"/office/reviews/{one.Handle}"));
        var rows = (await store.RegisterRows([.. shown.Where(one => one.IsRegister).Select(one => one.Id)])).ToDictionary(row => row.Id, row => ($"{row.Kind.Name} {row.Words}", $"/office/registers/{row.Kind.Code}/{row.Handle}"));
        Rows = [.. from one in shown
                   let named = one.IsRegister ? rows[one.Id] : one.IsReview ? reviews[one.Id] : requests[one.Id]
                   orderby named.Item1
                   select new Row(named.Item1, named.Item2, one.WasWords, one.IsWords)];
        return Page();
    }
}
