using Gongkai.Records.Files;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongkai.Records;

/// <summary>Locks a value with the newest key (换用新密钥). Each answers <c>null</c> where the value is to stay as it is.</summary>
/// <param name="Value">A sealed column.</param>
/// <param name="FileKey">The locked key of a sealed file; its bytes on the disk stay what they are.</param>
/// <param name="Draft">What someone typed and has not sent.</param>
public sealed record Relock(Func<Sealed, Sealed?> Value, Func<string, string?> FileKey, Func<byte[], byte[]?> Draft);

/// <summary>Goes through everything that stands under the key ring, while the platform works on.</summary>
/// <remarks>
/// What is locked anew is an act in the chain in which the record stands, two hundred rows at most. Whoever is interrupted begins again: what is
/// done is passed by. The values that the trail keeps from before stay under the old key, since their hashes stand in the chain.
/// </remarks>
public static class Resealing
{
    const int Batch = 200, Tries = 5;

    /// <summary>What was sealed was sealed again with another key.</summary>
    public static Deed Resealed { get; } = new("keys.resealed", "换用新密钥重新加密");

    /// <summary>A new key is used from now on.</summary>
    public static Deed KeyMade { get; } = new("keys.made", "启用新密钥");

    /// <summary>A key opens nothing any more.</summary>
    public static Deed KeyRevoked { get; } = new("keys.revoked", "吊销密钥");

    /// <summary>Asks for every value, and keeps what is answered.</summary>
    /// <param name="open">Opens the store; it is opened more than once.</param>
    /// <param name="locks">Asked for each value once or twice.</param>
    /// <param name="act">Whose hand it is; the deed and the chain are set here.</param>
    /// <param name="done">Told how many values were locked anew since it was told last.</param>
    /// <returns>How many values were locked anew.</returns>
    public static async Task<int> All(Func<Store> open, Relock locks, Act act, Action<int>? done = null)
    {
        var count = 0;
        await using var store = open();
        foreach (var table in store.Model.GetEntityTypes().Where(table => table.IsTrailed() && Places(table).Count > 0))
            count += await (Task<int>)typeof(Resealing).GetMethod(nameof(OfTable))!.MakeGenericMethod(table.ClrType).Invoke(null, [open, locks, act, done])!;
        return count + await OfOutbox(store, locks) + await OfDrafts(store, locks);
    }

    /// <summary>The columns of a table that stand under the key ring.</summary>
    public static IReadOnlyList<IProperty> Places(IEntityType table) =>
        [.. table.GetFlattenedProperties().Where(column => (Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType) == typeof(Sealed) || IsFileKey(column))];

    /// <summary>One table whose changes stand in the trail.</summary>
    public static async Task<int> OfTable<T>(Func<Store> open, Relock locks, Act act, Action<int>? done) where T : class, IRecord
    {
        List<Guid> all;
        await using (var store = open()) all = await store.Set<T>().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync();
        var count = 0;
        foreach (var ids in all.Chunk(Batch))
        {
            await using var store = open();
            var places = Places(store.Model.FindEntityType(typeof(T))!);
            var stale = (await store.Set<T>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync())
                .Where(row => places.Any(place => Again(place, place.GetGetter().GetClrValue(row), locks) is not null)).Select(row => row.Id).ToList();
            if (stale.Count == 0) continue;
            var chains = (await store.Set<TrailChange>().AsNoTracking().Where(change => stale.Contains(change.Record)).Select(change => new { change.Record, change.Revision, change.Chain }).ToListAsync())
                .GroupBy(change => change.Record).ToDictionary(record => record.Key, record => record.MaxBy(change => change.Revision)!.Chain);
            foreach (var chain in stale.GroupBy(id => chains.GetValueOrDefault(id)))
            {
                var renewed = await Renew<T>(store, [.. chain], places, locks, act with { Deed = Resealed, Agency = chain.Key == Guid.Empty ? null : chain.Key });
                count += renewed;
                done?.Invoke(renewed);
            }
        }
        return count;
    }

    // Somebody may change one of the rows in the meantime; then they are read again.
    static async Task<int> Renew<T>(Store store, List<Guid> ids, IReadOnlyList<IProperty> places, Relock locks, Act act) where T : class, IRecord
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                var count = 0;
                await store.Write(act, async () =>
                {
                    foreach (var row in await store.Set<T>().Where(row => ids.Contains(row.Id)).ToListAsync())
                        foreach (var value in places.Select(place => store.Entry(row).Property(place.Name)))
                            if (Again((IProperty)value.Metadata, value.CurrentValue, locks) is { } again)
                            {
                                value.CurrentValue = again;
                                count++;
                            }
                });
                store.ChangeTracker.Clear();
                return count;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries) { }
    }

    // Not in the trail: an address that was sent to in the meantime is gone, and stays so.
    static async Task<int> OfOutbox(Store store, Relock locks)
    {
        var count = 0;
        foreach (var message in await store.Outbox.AsNoTracking().Where(message => message.To != null).Select(message => new { message.Id, message.To }).ToListAsync())
            if (message.To is { } to && locks.Value(to) is { } again)
                count += await store.Outbox.Where(one => one.Id == message.Id && one.To == message.To).ExecuteUpdateAsync(one => one.SetProperty(value => value.To, (Sealed?)again));
        foreach (var message in await store.Outbox.AsNoTracking().Where(message => message.SealedBody != null).Select(message => new { message.Id, message.SealedBody }).ToListAsync())
            if (message.SealedBody is { } body && locks.Value(body) is { } again)
                count += await store.Outbox.Where(one => one.Id == message.Id && one.SealedBody == message.SealedBody).ExecuteUpdateAsync(one => one.SetProperty(value => value.SealedBody, (Sealed?)again));
        return count;
    }

    static async Task<int> OfDrafts(Store store, Relock locks)
    {
        var count = 0;
        foreach (var id in await store.Drafts.Select(draft => draft.Id).ToListAsync())
            if (await store.Drafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.Id == id) is { } draft && locks.Draft(draft.Fields) is { } again)
                count += await store.Drafts.Where(one => one.Id == id && one.KeptAt == draft.KeptAt).ExecuteUpdateAsync(one => one.SetProperty(value => value.Fields, again));
        return count;
    }

    static object? Again(IProperty place, object? value, Relock locks) => value switch
    {
        Sealed secret => locks.Value(secret),
        string key when IsFileKey(place) => locks.FileKey(key),
        _ => null,
    };

    static bool IsFileKey(IReadOnlyProperty column) => column.DeclaringType.ClrType == typeof(StoredFile) && column.Name == nameof(StoredFile.Key);
}
