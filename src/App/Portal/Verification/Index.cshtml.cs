using System.Security.Cryptography;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Files;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Verification;

/// <summary>
/// 文件核验 (P34): whether a letter is real, by the code that came with it, and whether a file in one's hands is the one that went out; whether a print of an article is what is public.
/// It tells nothing of what a letter says or to whom it went.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class Index(Store store, FileStore files, Site site, TimeProvider time, IAntiforgery antiforgery) : PageModel, IFramed
{
    public const string Path = "/yz/";

    /// <summary>What is told of a letter.</summary>
    /// <param name="Issued">What went out, as SHA-256 and size: the letter first, then what is attached.</param>
    public sealed record Letter(string Agency, RequestLetter Kind, string? Number, DateOnly SignedOn, LetterState State, IReadOnlyList<Issued> Issued);

    /// <summary>One file that went out.</summary>
    public sealed record Issued(string What, string Hash, long Size);

    [BindProperty(Name = "ma")] public string? Code { get; set; }
    [BindProperty(Name = "wj")] public IFormFile? Mine { get; set; }

    public Letter? Found { get; private set; }
    public VerifiedArticle? Article { get; private set; }

    /// <summary>What went out, of which the file is looked for.</summary>
    public IReadOnlyList<Issued> Files { get; private set; } = [];

    /// <summary>Of the file that was sent: SHA-256, and which of those that went out it is.</summary>
    public (string Hash, Issued? Same)? Compared { get; private set; }

    public Frame Frame => new(ModelState.IsValid ? "文件核验" : "错误：文件核验", new Crumb("文件核验")) { Under = "yz", Banner = "文件核验" };

    /// <summary>The QR code of a letter brings its code along; whoever scanned it presses the button.</summary>
    public void OnGet([FromQuery(Name = "ma")] string? code) => Code = QueryCode.Read(code) is { } known ? QueryCode.Written(known) : ItemCode.Read(code) is { } printed ? ItemCode.Written(printed) : null;

    public async Task<IActionResult> OnPost()
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            ModelState.AddModelError("", "页面停留时间过长，请再点一次“核验”。");
            return this.Again(StatusCodes.Status400BadRequest);
        }
        if (string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError("ma", "请填写文书的核验码，或者网页的校验码");
        else if (QueryCode.Read(Code) is { } code)
        {
            Found = await Look(code);
            if (Found is null) ModelState.AddModelError("ma", "没有找到这个核验码对应的文书，请对照文书检查；仍然找不到的，请联系文书上的机关核实");
            else Files = Found.Issued;
        }
        else if (ItemCode.Read(Code) is { } printed)
        {
            Article = await VerifiedArticle.Find(store, printed);
            if (Article is null) ModelState.AddModelError("ma", "没有找到这个校验码对应的信息，请对照打印件检查；仍然找不到的，它不是本平台公开的内容");
            else if (Mine is not null) Files = await Article.Issued(store, files, site, time.Today);
        }
        else ModelState.AddModelError("ma", "文书的核验码是 13 位字母和数字，例如 7K3M-9P2QX-4TVW；网页的校验码是 16 位，例如 7A3F-9C21-04BE-88D0。请对照检查");
        if (Mine is not null && Files is not []) Compared = await Compare(Mine, Files);
        return ModelState.IsValid ? Page() : this.Again();
    }

    // Only what left the house can be held against it; a draft has no code for anybody.
    async Task<Letter?> Look(string code)
    {
        var row = await (from letter in store.CaseLetters.AsNoTracking()
                         join request in store.Requests.AsNoTracking() on letter.RequestId equals request.Id
                         join agency in store.Agencies.AsNoTracking() on request.AgencyId equals agency.Id
                         where letter.VerificationCode == code && letter.SignedOn != null && letter.FileId != null
                         select new { letter.Id, letter.FileId, letter.Kind, letter.Number, letter.SignedOn, letter.State, Agency = agency.Name }).SingleOrDefaultAsync();
        if (row is not { SignedOn: { } signed, FileId: { } own }) return null;
        var files = await store.Files.AsNoTracking().Where(file => file.Id == own || file.OwnerKind == CaseLetter.AttachmentKind && file.OwnerId == row.Id && file.Key == null && file.ErasedAt == null)
            .OrderBy(file => file.Id).Select(file => new { file.Id, file.Hash, file.Size }).ToListAsync();
        var attached = 0;
        return new(row.Agency, row.Kind, row.Number, signed, row.State,
            [.. files.OrderBy(file => file.Id != own).Select(file => new Issued(file.Id == own ? "文书" : $"附件 {++attached}", file.Hash, file.Size))]);
    }

    static async Task<(string Hash, Issued? Same)> Compare(IFormFile mine, IReadOnlyList<Issued> files)
    {
        await using var bytes = mine.OpenReadStream();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes));
        return (hash, files.FirstOrDefault(one => one.Hash == hash));
    }
}
