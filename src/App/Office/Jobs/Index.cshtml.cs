using Gongkai.App.Access;
using Gongkai.App.Office.Imports;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Jobs;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Jobs;

/// <summary>任务中心 (O22): what runs in the background, how far it is, and what it left.</summary>
[Permits(Permission.UseOffice)]
public sealed class Index(Store store, Me me, IEnumerable<IJobKind> kinds, IEnumerable<IImport> imports, JobOrders orders, TimeProvider time) : PageModel, IFramed
{
    public const string Path = "/office/jobs/";
    const int RowsOnPage = 20;

    [FromQuery(Name = "page")] public int Wanted { get; set; } = 1;

    /// <summary>Only what is not finished.</summary>
    [FromQuery(Name = "open")] public bool OnlyOpen { get; set; }

    public IReadOnlyList<JobRow> Rows { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;
    public DateTimeOffset Now => time.Now;
    public Frame Frame => new("任务中心", new Crumb("任务中心")) { Under = Path };

    /// <summary>What can be started here by this person.</summary>
    public IEnumerable<IJobKind> Kinds => kinds.Where(kind => me.May(kind.Permission) && kind.ParametersFor(me) is not null);

    /// <summary>The lists that this person may import at this desk.</summary>
    public IEnumerable<IImport> Imports => imports.Where(import => me.Agency != Guid.Empty && me.May(import.Permission));

    public bool IsMine(JobRow row) => row.OwnerId == me.Account;

    /// <summary>The page that shows what a job of this kind left, if it has one.</summary>
    public string? ShownAt(JobRow row) => kinds.FirstOrDefault(kind => kind.Code == row.Kind)?.Shows;

    public bool MayRepeat(JobRow row) => IsMine(row) && row.State is JobState.Failed or JobState.Interrupted or JobState.Cancelled
        && kinds.Any(kind => kind.Code == row.Kind && me.May(kind.Permission));

    public async Task OnGetAsync()
    {
        var jobs = store.Jobs.AsNoTracking().Visible(me);
        if (OnlyOpen) jobs = jobs.Where(job => job.State == JobState.Waiting || job.State == JobState.Running);
        Paging = new(Wanted, RowsOnPage, await jobs.CountAsync(), page => Paging.At(Url.Content("~" + Path), page, ("open", OnlyOpen ? "true" : null)));
        Rows = [.. (await jobs.OrderByDescending(job => job.OrderedAt).ThenBy(job => job.Id).Skip(Paging.Skip).Take(RowsOnPage).ToListAsync()).Select(JobRow.Of)];
    }

    public async Task<IActionResult> OnPostStartAsync(string kind)
    {
        if (Kinds.SingleOrDefault(one => one.Code == kind) is not { } chosen) return NotFound();
        // Someone who asks twice for the same work waits for the first.
        if (await store.Jobs.AnyAsync(job => job.OwnerId == me.Account && job.Kind == kind && (job.State == JobState.Waiting || job.State == JobState.Running)))
            return Back($"“{chosen.Name}”已经在进行，请等它结束。");
        await orders.Place(chosen, chosen.ParametersFor(me)!);
        return Back($"已启动“{chosen.Name}”，可以离开这个页面，结束后会收到消息。");
    }

    public async Task<IActionResult> OnPostCancelAsync(Handle handle)
    {
        if (await store.Jobs.AsNoTracking().Visible(me).SingleOrDefaultAsync(job => job.Handle == handle) is not { } job) return NotFound();
        return Back(await store.AskToCancel(job.Id, me.Does(JobDeeds.Cancelled)) ? $"已请求取消“{job.Name}”。" : $"“{job.Name}”已经结束，不能取消。");
    }

    public async Task<IActionResult> OnPostRepeatAsync(Handle handle)
    {
        if (await store.Jobs.AsNoTracking().Visible(me).SingleOrDefaultAsync(job => job.Handle == handle) is not { } job || !MayRepeat(JobRow.Of(job))) return NotFound();
        // What may be seen may have changed since: a kind that can be started here says anew what it works on.
        var kind = kinds.Single(one => one.Code == job.Kind);
        await orders.Place(kind, kind.Again(me, job.Parameters), job.Name);
        return Back($"已重新启动“{job.Name}”。");
    }

    RedirectResult Back(string done)
    {
        return this.Done(done, "~" + Path);
    }
}
