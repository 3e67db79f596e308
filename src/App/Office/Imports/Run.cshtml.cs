using Gongkai.App.Access;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Ui;
using Gongkai.Documents.Reading;
using Gongkai.Records;
using Gongkai.Records.Jobs;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Imports;

/// <summary>One trial or import: how far it is, what is wrong with which rows, and, after a trial, the button that imports.</summary>
[Permits(Permission.UseOffice)]
public sealed class Run(Store store, Me me, IEnumerable<IImport> imports, IEnumerable<IJobKind> kinds, JobOrders orders, JobFolder folder, TimeProvider time) : PageModel, IFramed
{
    const int ProblemsShown = 50;

    public IImport Import { get; private set; } = null!;
    public JobRow Row { get; private set; } = null!;
    public bool IsTrial { get; private set; }
    public DateTimeOffset Now => time.Now;

    /// <summary>The first lines of the file of rows in error, as they are shown.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Problems { get; private set; } = [];
    public int ProblemsLeft { get; private set; }

    /// <summary>Why the import cannot be started here, or <c>null</c>.</summary>
    public string? Impediment { get; private set; }

    public Frame Frame => new(Row.Name, new Crumb("任务中心", Jobs.Index.Path), new Crumb($"导入{Import.Name}", Index.PathOf(Import.Code)), new Crumb(IsTrial ? "试导入" : "导入")) { Under = Jobs.Index.Path };

    public async Task<IActionResult> OnGet(string kind, Handle handle) => await Open(kind, handle) is not null ? Page() : NotFound();

    public async Task<IActionResult> OnPostImport(string kind, Handle handle)
    {
        if (await Open(kind, handle) is not { } job) return NotFound();
        if (Impediment is { } impediment)
        {
            ModelState.AddModelError("", impediment);
            return this.Again();
        }
        var order = ImportJob.Order.Of(job.Parameters) with { Trial = false };
        var placed = await orders.Place(kinds.Single(one => one.Code == job.Kind), order.Write(), $"导入{Import.Name}");
        return Redirect($"~{Index.PathOf(kind)}/{placed.Handle}");
    }

    async Task<Job?> Open(string kind, Handle handle)
    {
        if (imports.SingleOrDefault(one => one.Code == kind) is not { } import || !me.May(import.Permission)) return null;
        var code = ImportJob.CodeOf(import);
        if (await store.Jobs.AsNoTracking().SingleOrDefaultAsync(one => one.Handle == handle && one.Kind == code && one.OwnerId == me.Account && one.AgencyId == me.Agency) is not { } job) return null;
        (Import, Row, IsTrial) = (import, JobRow.Of(job), ImportJob.Order.Of(job.Parameters).Trial);
        if (IsTrial) Impediment = await ToImporting(job);
        if (job.Errors is { } errors && folder.Open(errors) is { } file) await Show(file);
        return job;
    }

    async Task<string?> ToImporting(Job job) =>
        job.State != JobState.Done ? "试导入还没有完成，请等它结束后再确认。"
        : !folder.Has(ImportJob.Order.Of(job.Parameters).File) ? "上传的文件已经清理，请重新上传。"
        : await store.Jobs.AnyAsync(one => one.AgencyId == me.Agency && one.Kind == job.Kind && one.Id != job.Id && (one.State == JobState.Waiting || one.State == JobState.Running)) ? $"本单位正在导入{Import.Name}，请等它结束后再确认。"
        : null;

    async Task Show(FileStream file)
    {
        await using (file)
        {
            var bytes = new byte[Math.Min(file.Length, 1024 * 1024)];
            await file.ReadExactlyAsync(bytes);
            var lines = TableFile.Rows(bytes).Skip(1).Where(line => line.Count == 4).ToList();
            (Problems, ProblemsLeft) = ([.. lines.Take(ProblemsShown)], Math.Max(0, lines.Count - ProblemsShown));
        }
    }
}
