using Gongkai.App.Access;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Shared.Files;
using Gongkai.App.Ui;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Reading;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Jobs;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Imports;

/// <summary>导入 (O22): the columns of a list, its template, and the upload that starts a trial.</summary>
[Permits(Permission.UseOffice)]
public sealed class Index(Store store, Me me, IEnumerable<IImport> imports, IEnumerable<IJobKind> kinds, JobOrders orders, ImportFiles files, Scanner scanner) : PageModel, IFramed
{
    const int RunsShown = 10;

    public IImport Import { get; private set; } = null!;
    public IReadOnlyList<JobRow> Runs { get; private set; } = [];
    public Frame Frame => new($"导入{Import.Name}", new Crumb("任务中心", Jobs.Index.Path), new Crumb($"导入{Import.Name}")) { Under = Jobs.Index.Path };

    public static string PathOf(string code) => $"/office/import/{code}";

    public async Task<IActionResult> OnGet(string kind) => await Open(kind) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string kind, IFormFile? file)
    {
        if (!await Open(kind)) return NotFound();
        if (file is not { Length: > 0 }) return Refuse("请选择要导入的文件（XLSX 或 CSV）。");
        try
        {
            var bytes = await Uploads.Bytes(file);
            var admitted = FileGate.Examine(bytes, file.FileName, Allowance.Table);
            switch (await scanner.Scan(bytes))
            {
                case Scan.Infected: return Refuse($"“{admitted.Name}”未通过安全检查：其中有病毒，请清除病毒后重新上传。");
                // A list is read and not kept for anyone to open; but what nobody looked at is not read either.
                case Scan.Waiting: return Refuse("病毒检查程序没有响应，暂时不能导入。请稍后再试；仍不行时请告诉管理员。");
                default: break;
            }
            ImportTable.Read(bytes, Import);
            var job = await orders.Place(kinds.Single(one => one.Code == ImportJob.CodeOf(Import)), new ImportJob.Order(await files.Keep(bytes), me.Agency, Trial: true).Write(), $"试导入{Import.Name}");
            return Redirect($"~{PathOf(kind)}/{job.Handle}");
        }
        catch (RefusedFileException refused)
        {
            return Refuse(refused.Message);
        }
        catch (UnreadableTableException unreadable)
        {
            return Refuse(unreadable.Message);
        }
    }

    async Task<bool> Open(string kind)
    {
        if (imports.SingleOrDefault(one => one.Code == kind) is not { } import || me.Agency == Guid.Empty || !me.May(import.Permission)) return false;
        Import = import;
        var code = ImportJob.CodeOf(import);
        Runs = [.. (await store.Jobs.AsNoTracking().Where(job => job.OwnerId == me.Account && job.AgencyId == me.Agency && job.Kind == code).OrderByDescending(job => job.OrderedAt).Take(RunsShown).ToListAsync()).Select(JobRow.Of)];
        return true;
    }

    PageResult Refuse(string reason)
    {
        ModelState.AddModelError("file", reason);
        return this.Again();
    }
}
