using Gongkai.App.Office.Jobs;
using Gongkai.Records;
using Gongkai.Records.Drafts;
using Gongkai.Records.Jobs;
using Gongkai.Records.Notices;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Chores;

/// <summary>Signs where every chain ends, and keeps that outside the database (检查点).</summary>
public sealed class CheckpointEveryHour(Checkpoints checkpoints) : IChore
{
    public string Name => "checkpoints";
    public string Title => "导出审计检查点";
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task Do(Store store, DateTimeOffset now, CancellationToken stopping) => checkpoints.Export(store, now);
}

/// <summary>Clears sessions away that have ended.</summary>
public sealed class EndedSessions : IChore
{
    public string Name => "sessions";
    public string Title => "清理已结束的登录";
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task Do(Store store, DateTimeOffset now, CancellationToken stopping) =>
        store.Sessions.Where(session => session.EndsAt < now || session.IdleEndsAt < now).ExecuteDeleteAsync(stopping);
}

/// <summary>Clears drafts away that nobody came back to for a month (草稿).</summary>
public sealed class ForgottenDrafts : IChore
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Name => "drafts";
    public string Title => "清理过期草稿";
    public TimeSpan Every => TimeSpan.FromDays(1);

    public Task Do(Store store, DateTimeOffset now, CancellationToken stopping) =>
        store.Set<Draft>().Where(draft => draft.KeptAt < now - Kept).ExecuteDeleteAsync(stopping);
}

/// <summary>Erases the requests that somebody began to fill in and did not send in time (申请草稿): name, identity number and telephone stand in them.</summary>
public sealed class ExpiredRequestDrafts : IChore
{
    public string Name => "request-drafts";
    public string Title => "清理过期的申请草稿";
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public Task Do(Store store, DateTimeOffset now, CancellationToken stopping) =>
        store.RequestDrafts.Where(draft => draft.EndsAt < now).ExecuteDeleteAsync(stopping);
}

/// <summary>Clears away the files of jobs after a month, notices that were read half a year ago, and messages that went out a quarter ago.</summary>
public sealed class OldWork(JobFolder folder) : IChore
{
    static readonly TimeSpan Files = TimeSpan.FromDays(30), Notices = TimeSpan.FromDays(180), Messages = TimeSpan.FromDays(90);
    const int AtOnce = 200;

    public string Name => "old-work";
    public string Title => "清理过期的任务文件和消息";
    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task Do(Store store, DateTimeOffset now, CancellationToken stopping)
    {
        var (files, notices, messages) = (now - Files, now - Notices, now - Messages);
        while (await store.Jobs.Where(job => job.EndedAt < files && (job.Result != null || job.Errors != null)).OrderBy(job => job.EndedAt).Take(AtOnce).ToListAsync(stopping) is [_, ..] ended)
        {
            foreach (var job in ended)
            {
                foreach (var file in (JobFile?[])[job.Result, job.Errors])
                    if (file is not null) folder.Delete(file.Stored);
                job.Forget();
            }
            await store.SaveChangesAsync(stopping);
            store.ChangeTracker.Clear();
        }
        // What a node that died had begun to write belongs to no job any more.
        folder.Clear(files);
        await store.Notices.Where(notice => notice.ReadAt < notices).ExecuteDeleteAsync(stopping);
        await store.Outbox.Where(message => message.State == OutboxState.Sent && message.SentAt < messages).ExecuteDeleteAsync(stopping);
    }
}

/// <summary>Signs once more when the platform stops, so that nothing since the last hour is unwitnessed.</summary>
public sealed class CheckpointAtStop(IServiceScopeFactory scopes, Checkpoints checkpoints, TimeProvider time, ILogger<CheckpointAtStop> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await checkpoints.Export(scope.ServiceProvider.GetRequiredService<Store>(), time.GetUtcNow());
        }
        catch (Exception obstacle) when (obstacle is not OutOfMemoryException)
        {
            // The store is away; the next start signs within the hour.
            logger.LogWarning("No checkpoint was written at the end: {Kind}", obstacle.GetType().Name);
        }
    }
}
