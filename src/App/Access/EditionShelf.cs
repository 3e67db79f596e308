using System.Collections.Concurrent;

namespace Gongkai.App.Access;

/// <summary>Keeps what many public pages are made of, such as the tree of columns: for as long as the edition of these pages lasts, and no longer than they are kept themselves.</summary>
public sealed class EditionShelf(Editions editions, TimeProvider time)
{
    volatile Shelf shelf = new(-1, 0, []);

    sealed record Shelf(long Edition, long Since, ConcurrentDictionary<object, object?> Things);

    /// <param name="key">Of a kind of its own, and of few: nothing that anyone may type.</param>
    /// <param name="make">Reads it from the store. It is shown to many, so nobody changes it.</param>
    public async ValueTask<T> Get<T>(object key, Func<Task<T>> make)
    {
        if (!editions.Keeps) return await make();
        // The edition in which the request began: what is read from here on is that edition's or a later one's, and never shown in the next.
        var edition = editions.Current;
        var kept = shelf;
        if (kept.Edition != edition || time.GetElapsedTime(kept.Since) > PublishedPages.Kept) shelf = kept = new(edition, time.GetTimestamp(), []);
        if (kept.Things.TryGetValue(key, out var known)) return (T)known!;
        var made = await make();
        kept.Things[key] = made;
        return made;
    }
}
