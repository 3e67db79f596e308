using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Requests;

/// <summary>卷内目录: everything that belongs to the file of a case, in the order in which it is bound, with the digest of each file.</summary>
[Permits(Permission.SeeRequests, InDepartment = true)]
public sealed class Contents(Store store, RequestDesk requests) : PageModel, IFramed
{
    /// <summary>A line of the list.</summary>
    /// <param name="Digest">The first places of the file's SHA-256; <c>null</c> where it is no file.</param>
    public sealed record Line(DateOnly On, string Name, string? Number, string? From, StoredFile? File);

    public Frame Frame => new("卷内目录", new("依申请公开", Index.Path), new(Case.Request.Number, $"{Index.Path}/{Case.Request.Handle}"), new("卷内目录")) { Under = Index.Path };
    public CaseFile Case { get; private set; } = null!;
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>归档号, given when it was filed.</summary>
    public string? FiledAs { get; private set; }

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (await requests.Open(handle) is not { } file) return NotFound();
        Case = file;
        var id = file.Request.Id;
        FiledAs = file.Pages.FirstOrDefault(page => page.Fact is CaseFact.Filed)?.Note;
        var letters = await store.CaseLetters.AsNoTracking().Where(letter => letter.RequestId == id && letter.State >= LetterState.Numbered && letter.State != LetterState.Void).ToListAsync();
        List<Guid> owners = [id, .. letters.Select(letter => letter.Id)];
        var files = await store.Files.AsNoTracking().Where(one => owners.Contains(one.OwnerId) && one.ErasedAt == null).ToListAsync();
        var searches = await store.CaseSearches.AsNoTracking().Where(search => search.RequestId == id).ToListAsync();
        List<Line> lines = [new(file.Request.SubmittedOn!.Value, "政府信息公开申请登记表", file.Request.Number, "申请人", null)];
        lines.AddRange(files.Where(one => one.OwnerId == id).Select(one => new Line(one.StoredAt.DayAtOffice, $"{KindOf(one)}：{one.Name}", null, one.StoredBy, one)));
        lines.AddRange(searches.Select(search => new Line(search.On, "检索记录", null, search.Searcher, null)));
        foreach (var letter in letters)
        {
            lines.Add(new(letter.SignedOn ?? letter.DraftedAt.DayAtOffice, letter.Kind.Name, letter.Number, "本机关", files.FirstOrDefault(one => one.Id == letter.FileId)));
            lines.AddRange(files.Where(one => one.OwnerId == letter.Id && one.OwnerKind == CaseLetter.AttachmentKind).Select(one => new Line(letter.SignedOn ?? letter.DraftedAt.DayAtOffice, $"{letter.Kind.Facts.Title}附件：{one.Name}", null, "本机关", one)));
            if (letter.ServedOn is { } served) lines.Add(new(served, $"{letter.Kind.Facts.Title}送达凭证（{letter.ServedBy?.Name}）", letter.PostNumber, null, null));
        }
        Lines = [.. lines.OrderBy(line => line.On)];
        return Page();
    }

    static string KindOf(StoredFile file) => file.OwnerKind switch
    {
        RequestPapers.Original => "申请原件",
        RequestFiles.Proof => "身份证明",
        RequestFiles.Correction => "补正材料",
        RequestPapers.ToRelease => "拟公开文件（原件，不对外提供）",
        _ => "来件",
    };
}
