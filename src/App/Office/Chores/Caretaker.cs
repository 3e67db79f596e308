using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Jobs;
using Gongkai.Records.Notices;

namespace Gongkai.App.Office.Chores;

/// <summary>Sees to it that every chore is done when it is due, on one node.</summary>
public sealed class Caretaker(IServiceScopeFactory scopes, IEnumerable<IChore> chores, Node node, TimeProvider time, ILogger<Caretaker> logger) : BackgroundService
{
    /// <summary>A node that does not come back with a chore for so long is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    static readonly TimeSpan Round = TimeSpan.FromSeconds(30), AfterFault = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await GoRound(stoppingToken);
            await Task.Delay(Round, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Does every chore that is due. One that fails harms no other.</summary>
    public async Task GoRound(CancellationToken stopping)
    {
        foreach (var chore in chores)
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var store = scope.ServiceProvider.GetRequiredService<Store>();
                if (await store.Take(chore.Name, node.Name, time.Now, Lease)) await Do(chore, store, stopping);
            }
            catch (Exception obstacle) when (obstacle is not OutOfMemoryException)
            {
                if (stopping.IsCancellationRequested) return;
                logger.LogWarning("The chore {Chore} could not be begun: {Kind}", chore.Name, obstacle.GetType().Name);
            }
    }

    async Task Do(IChore chore, Store store, CancellationToken stopping)
    {
        try
        {
            await chore.Do(store, time.Now, stopping);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !stopping.IsCancellationRequested)
        {
            // Without the message: it may quote what somebody typed.
            logger.LogError("The chore {Chore} failed: {Kind}\n{Trace}", chore.Name, fault.GetType().Name, fault.StackTrace);
            store.ChangeTracker.Clear();
            var next = time.Now + (chore.Every < AfterFault ? chore.Every : AfterFault);
            await store.Leave(chore.Name, node.Name, time.Now, next, fault.GetType().Name);
            // Once a day is enough to be heard.
            await store.Tell(await store.Administrators(), NoticeTopic.System, $"定时工作“{chore.Title}”没有做成，请到运行健康页查看。", Health.Index.Path, time.Now, $"chore:{chore.Name}:{time.Today:yyyyMMdd}");
            await store.SaveChangesAsync(CancellationToken.None);
            return;
        }
        store.ChangeTracker.Clear();
        await store.Leave(chore.Name, node.Name, time.Now, time.Now + chore.Every, null);
    }
}
