using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Ui;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Reading;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Reports;

/// <summary>导入历史年报: a report that was published elsewhere before is read, shown with what is wrong in it, and put into the archive as it was.</summary>
[Permits(Permission.PrepareReports)]
public sealed class Import(Store store, Me me, TimeProvider time, Uploads uploads) : PageModel, IFramed
{
    /// <summary>The name under which the originals stand in the file store.</summary>
    public const string Kind = "annual-report-import";

    /// <summary>Whoever may see the agency's reports may see what they were read from.</summary>
    public static OwnedFiles Originals { get; } = new(Kind, async (store, me, file) => file.AgencyId is { } agency && await store.MayRead(me, Permission.SeeReports, agency));

    public static Allowance Allowance { get; } = new(20 * 1024 * 1024, FileType.Pdf, FileType.Docx, FileType.Xlsx, FileType.Text, FileType.Csv);

    /// <summary>The file; sent a second time with the confirmation, so that nothing lies about in between.</summary>
    [BindProperty] public IFormFile? Original { get; set; }

    [BindProperty] public int? Year { get; set; }
    [BindProperty] public DateOnly? PublishedOn { get; set; }

    /// <summary>首次公布的地方.</summary>
    [BindProperty, StringLength(300, ErrorMessage = "公布的地方不超过 300 字。")] public string? Place { get; set; }

    [BindProperty, StringLength(1000, ErrorMessage = "备注不超过 1000 字。")] public string? Note { get; set; }

    public Report? Read { get; private set; }
    public IReadOnlyList<Finding> Findings { get; private set; } = [];
    public Frame Frame => Places.Frame((ModelState.IsValid ? "" : "错误：") + "导入历史年报");

    public void OnGet()
    {
    }

    /// <summary>Shows how the file is read; nothing is kept.</summary>
    public async Task<IActionResult> OnPostRead()
    {
        await Examine();
        return Page();
    }

    public async Task<IActionResult> OnPostKeep()
    {
        var bytes = await Examine();
        if (string.IsNullOrWhiteSpace(Place)) ModelState.AddModelError(nameof(Place), "请填写首次公布在哪里，例如网址或者公报期号。");
        if (PublishedOn is not { } on) ModelState.AddModelError(nameof(PublishedOn), "请填写首次公布的日期。");
        else if (on > time.Today || on.Year <= Year) ModelState.AddModelError(nameof(PublishedOn), $"公布日期应当在{Year + 1}年1月1日到今天之间。");
        if (Year is not { } year || year < 2008 || year >= time.Today.Year) ModelState.AddModelError(nameof(Year), $"请填写2008到{time.Today.Year - 1}之间的年度。");
        else if (await store.AnnualReports.OfAgency(me.Agency).OfYear(year).AnyAsync() || await store.ReportDrafts.OfAgency(me.Agency).OfYear(year).AnyAsync())
            ModelState.AddModelError(nameof(Year), $"{year}年度已经有报告，不能再导入。内容有误请用“更正”。");
        if (!ModelState.IsValid || Read is null) return Page();
        return await Keep(bytes!, Read);
    }

    async Task<IActionResult> Keep(byte[] bytes, Report read)
    {
        var agency = await store.Agencies.AsNoTracking().SingleAsync(one => one.Id == me.Agency);
        var published = AnnualReport.Publish(agency, Year!.Value, read, PublishedOn!.Value, Findings);
        var import = new ReportImport
        {
            ReportId = published.Id, Place = Place!.Trim(), Note = Note?.Trim(), FileName = Path.GetFileName(Original!.FileName), FileDigest = Convert.ToHexStringLower(SHA256.HashData(bytes)), By = me.Account, At = time.Now,
        };
        var original = "原件已留存。";
        try
        {
            await uploads.Keep(bytes, import.FileName, Allowance, (Kind, import.Id));
        }
        catch (RefusedFileException refused) when (refused.Refusal is not Refusal.Unsafe)
        {
            // A page of the web is read and not kept; its hash says what was read.
            original = "这种格式的原件不留存，已记录文件校验值。";
        }
        catch (RefusedFileException unsafeFile)
        {
            ModelState.AddModelError(nameof(Original), unsafeFile.Message);
            return Page();
        }
        store.AddRange(published, import);
        await store.Save(me.Does(ReportDeeds.Imported, import.Note));
        return this.Done($"{Year}年度报告已导入并公开。{original}", Places.List);
    }

    async Task<byte[]?> Examine()
    {
        if (Original is not { Length: > 0 })
        {
            ModelState.AddModelError(nameof(Original), "请选择年报文件。");
            return null;
        }
        var bytes = await Uploads.Bytes(Original);
        try
        {
            using var stream = new MemoryStream(bytes);
            Read = ReportReader.Read(stream, Original.FileName);
        }
        catch (UnreadableReportException unreadable)
        {
            ModelState.AddModelError(nameof(Original), unreadable.Message);
            return null;
        }
        Year ??= Read.Year;
        var before = Year is { } year ? await store.AnnualReports.AsNoTracking().OfAgency(me.Agency).OfYear(year - 1).Newest.SingleOrDefaultAsync() : null;
        Findings = Checks.Of(Read, before?.ToReport());
        return bytes;
    }
}
