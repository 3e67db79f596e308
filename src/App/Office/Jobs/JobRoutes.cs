using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Jobs;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Jobs;

/// <summary>What the task centre asks for beside its page: how far jobs are, and the files that they left.</summary>
static class JobRoutes
{
    public static void MapJobs(this IEndpointRouteBuilder jobs)
    {
        var mine = new PermitsAttribute(Permission.UseOffice);
        jobs.MapGet("/progress", Progress).RequireAuthorization(mine);
        jobs.MapGet("/{handle}/result", (string handle, Store store, Me me, JobFolder folder) => File(handle, job => job.Result, store, me, folder)).RequireAuthorization(mine);
        jobs.MapGet("/{handle}/errors", (string handle, Store store, Me me, JobFolder folder) => File(handle, job => job.Errors, store, me, folder)).RequireAuthorization(mine);
    }

    /// <summary>One job, for the script that keeps the page up to date.</summary>
    public sealed record Standing(string Handle, string State, string Progress, string Elapsed);

    static async Task<IResult> Progress(Store store, Me me, TimeProvider time)
    {
        var jobs = await store.Jobs.AsNoTracking().Visible(me).OrderByDescending(job => job.OrderedAt).Take(50).ToListAsync();
        return Results.Json(jobs.Select(JobRow.Of).Select(row => new Standing(row.Handle.ToString(), row.State.ToString(), row.Progress, row.Elapsed(time.Now))));
    }

    // Only to its owner: who runs the system sees that there are files, and not what is in them.
    static async Task<IResult> File(string handle, Func<Job, JobFile?> which, Store store, Me me, JobFolder folder)
    {
        if (!Handle.TryParse(handle, null, out var known)) return Results.NotFound();
        if (await store.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.Handle == known && job.OwnerId == me.Account) is not { } job) return Results.NotFound();
        if (which(job) is not { } file || folder.Open(file) is not { } content) return Results.NotFound();
        await store.Note(me.Does(JobDeeds.Fetched), $"{job.Name}（{job.Kind}，{job.Handle}）：{file.Name}");
        return Results.File(content, file.Name.EndsWith(".csv", StringComparison.Ordinal) ? SheetFormat.Csv.MediaType : "application/octet-stream", file.Name);
    }
}
