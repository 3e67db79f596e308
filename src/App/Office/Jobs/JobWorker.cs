using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Jobs;

namespace Gongkai.App.Office.Jobs;

/// <summary>Does the jobs that wait, one after the other. Several nodes may work on one store.</summary>
public sealed class JobWorker(IServiceScopeFactory scopes, IEnumerable<IJobKind> kinds, JobFolder folder, Func<Store> open, Node node, JobBell bell, TimeProvider time, ILogger<JobWorker> logger) : BackgroundService
{
    /// <summary>A node that says nothing for so long is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How often it is asked whether the job is still wanted, and how far it is is written down.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    readonly Dictionary<string, IJobKind> kinds = kinds.ToDictionary(kind => kind.Code);

    IReadOnlyCollection<string> Repeating => [.. kinds.Values.Where(kind => kind.Repeats).Select(kind => kind.Code)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                if (!await RunNext(stoppingToken)) await bell.Wait(Rest, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception obstacle) when (obstacle is not OutOfMemoryException)
            {
                // The store is away: it comes back.
                logger.LogWarning("The line of jobs cannot be read: {Kind}", obstacle.GetType().Name);
                await bell.Wait(Rest, stoppingToken);
            }
    }

    /// <summary>Does the job that waits longest.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RunNext(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        await store.InterruptLapsed(Repeating, Act(JobDeeds.Interrupted));
        if (await store.Claim(kinds.Keys, node.Name, time.Now, Lease) is not { } job) return false;
        await Run(job, store, stopping);
        return true;
    }

    async Task Run(Job job, Store store, CancellationToken stopping)
    {
        var kind = kinds[job.Kind];
        await using var run = new JobRun(job, folder, open);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var watched = new CancellationTokenSource();
        var watching = Watch(run, ended, watched.Token);
        JobEnd end;
        try
        {
            var message = await kind.Run(run, ended.Token);
            end = await run.Close(JobState.Done, message);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            end = await run.Close(JobState.Cancelled, "已取消。");
        }
        catch (JobRefusedException refused)
        {
            end = await run.Close(JobState.Failed, refused.Message);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Without the message: it may quote what somebody typed.
            logger.LogError("The job {Job} failed: {Kind}\n{Trace}", job.Kind, fault.GetType().Name, fault.StackTrace);
            end = await run.Close(JobState.Failed, $"没有做完，程序出错（{fault.GetType().Name}）。请重新运行；仍不行时，把任务名称和时间告诉管理员。");
        }
        await watched.CancelAsync();
        var fate = await watching;
        // A node that stops gives its job back; one that was taken for dead has nothing to give.
        if (fate == Fate.Lost) return;
        if (end.State == JobState.Cancelled && fate == Fate.Wanted) await store.Interrupt(job, kind.Repeats, Act(JobDeeds.Interrupted));
        else await store.End(job, end, Act(JobDeeds.Ended));
    }

    enum Fate { Wanted, Cancelled, Lost }

    // Beside the job: is it still wanted, is it still ours, how far is it?
    async Task<Fate> Watch(JobRun run, CancellationTokenSource ended, CancellationToken over)
    {
        var (said, at) = (run.Progress, time.Now);
        while (true)
        {
            try
            {
                await Task.Delay(Look, time, over);
            }
            catch (OperationCanceledException)
            {
                return Fate.Wanted;
            }
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var store = scope.ServiceProvider.GetRequiredService<Store>();
                var (held, cancel) = (true, false);
                if (run.Progress is var now && (now != said || time.Now - at >= Lease / 3))
                {
                    (held, cancel) = await store.Keep(run.Job, now, time.Now, Lease);
                    (said, at) = (now, time.Now);
                }
                else cancel = await store.IsCancelAsked(run.Job);
                if (held && !cancel) continue;
                await ended.CancelAsync();
                return held ? Fate.Cancelled : Fate.Lost;
            }
            catch (Exception obstacle) when (obstacle is not OutOfMemoryException)
            {
                // The store is away. If it stays away, others will take the job for abandoned, and so do we.
                if (time.Now - at < Lease) continue;
                await ended.CancelAsync();
                return Fate.Lost;
            }
        }
    }

    Act Act(Deed deed) => new(deed, Hand.Program, time.Now);
}
