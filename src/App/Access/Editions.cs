using System.Data.Common;
using System.Runtime.CompilerServices;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongkai.App.Access;

/// <summary>Which edition of the public pages this node shows. It turns when something that the public sees is committed, here or at another node.</summary>
/// <remarks>A kept page belongs to the edition in which its request began; a page that was still being made when the edition turned is never shown in the next.</remarks>
public sealed class Editions
{
    long current;
    volatile bool deaf;

    public long Current => Interlocked.Read(ref current);

    /// <summary>While this node cannot hear of others, it keeps nothing.</summary>
    public bool Keeps => !deaf;

    public void Turn() => Interlocked.Increment(ref current);

    /// <summary>The line to the others is up.</summary>
    public void Hears()
    {
        // What was told meanwhile was not heard.
        Turn();
        deaf = false;
    }

    public void Deaf() => deaf = true;
}

/// <summary>Turns the edition when a change of something public is committed, and has it announced to the other nodes in the same transaction.</summary>
public sealed class TurnsEdition(Editions editions) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    // What never stands on a public page: a busy desk must not empty the cache. Whatever is not named here counts as public.
    static readonly HashSet<string> Inner =
    [
        "Gongkai.Records.Requests", "Gongkai.Records.Requests.Letters", "Gongkai.Records.Requests.Redaction", "Gongkai.Records.Reviews", "Gongkai.Records.Accounts", "Gongkai.Records.Trail",
        "Gongkai.Records.Notices", "Gongkai.Records.Jobs", "Gongkai.Records.Drafts", "Gongkai.Records.Views", "Gongkai.Records.Numbers",
    ];

    static readonly HashSet<Type> Drafts = [typeof(ItemVersion), typeof(ItemOpinion), typeof(ItemFinding)];

    readonly ConditionalWeakTable<DbContext, object> changed = [];

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is Store store && Notes(store) && store.Database.CurrentTransaction is not null) await store.Announce();
        return result;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) => SavingChangesAsync(eventData, result).AsTask().GetAwaiter().GetResult();

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        // Within a transaction the commit tells.
        if (eventData.Context is Store { Database.CurrentTransaction: null } store && Turned(store)) await store.Announce();
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result) => SavedChangesAsync(eventData, result).AsTask().GetAwaiter().GetResult();

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Turned(eventData.Context);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Turned(eventData.Context);
        return Task.CompletedTask;
    }

    bool Notes(Store store)
    {
        // The store has just looked for changes; entries would look again, at each save.
        var looks = store.ChangeTracker.AutoDetectChangesEnabled;
        store.ChangeTracker.AutoDetectChangesEnabled = false;
        var notes = store.ChangeTracker.Entries().Any(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
            && !Inner.Contains(entry.Metadata.ClrType.Namespace!) && !Drafts.Contains(entry.Metadata.ClrType));
        store.ChangeTracker.AutoDetectChangesEnabled = looks;
        if (notes) changed.AddOrUpdate(store, changed);
        return notes;
    }

    bool Turned(DbContext? context)
    {
        if (context is null || !changed.Remove(context)) return false;
        editions.Turn();
        return true;
    }
}

/// <summary>Hears of what other nodes publish; while the line is broken this node keeps no page.</summary>
public sealed class HearsEditions(IServiceScopeFactory scopes, IConfiguration configuration, Editions editions, ILogger<HearsEditions> logger) : BackgroundService
{
    static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
            if (!scope.ServiceProvider.GetRequiredService<Store>().HasNodes()) return;
        editions.Deaf();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Announcements.Listen(Data.Connection(configuration), editions.Hears, editions.Turn, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken) when (broken is DbException or IOException or TimeoutException)
            {
                editions.Deaf();
                logger.LogWarning("The line on which other nodes tell what they publish is broken; public pages are not kept until it stands again: {Reason}", broken.Message);
                await Task.Delay(Again, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
