using Gongkai.Records.Disclosure;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Search;

// From what is public to what is found: the one place that reads items for the index.
public static partial class SearchIndex
{
    /// <summary>Brings the index to what the public now sees of some items, in the caller's transaction: what is public is taken up as it stands, anything else goes.</summary>
    public static async Task Follow(Store store, DateOnly today, params IEnumerable<Guid> items)
    {
        Guid[] asked = [.. items.Distinct()];
        var entries = await EntriesOf(store, today, asked);
        foreach (var gone in asked.Except(entries.Select(entry => entry.ItemId))) await Remove(store, gone);
        if (entries.Count > 0) await Put(store, entries);
    }

    /// <summary>Builds the index anew from what is public, while it goes on answering: takes up every public item, and then takes out what is public no more.</summary>
    /// <param name="done">Told how many of how many.</param>
    /// <returns>How many items are in it.</returns>
    public static async Task<long> Rebuild(Store store, DateOnly today, Action<long, long>? done, CancellationToken cancelled)
    {
        var total = await store.Items.Public().LongCountAsync(cancelled);
        long count = 0;
        await store.ExpectManyWords(true);
        try
        {
            for (var last = Guid.Empty; ;)
            {
                cancelled.ThrowIfCancellationRequested();
                var some = await store.Items.Public().Where(item => item.Id.CompareTo(last) > 0).OrderBy(item => item.Id).Take(Portion).Select(item => item.Id).ToArrayAsync(cancelled);
                if (some.Length == 0) break;
                await Alone(store, some, () => Follow(store, today, some));
                last = some[^1];
                done?.Invoke(count += some.Length, Math.Max(count, total));
            }
            while (await store.Set<IndexedItem>().Where(indexed => !store.Items.Public().Any(item => item.Id == indexed.ItemId)).Take(Portion).Select(indexed => indexed.ItemId).ToArrayAsync(cancelled) is [_, ..] gone)
                await Alone(store, gone, () => Follow(store, today, gone));
        }
        finally
        {
            await store.ExpectManyWords(false);
        }
        await Tidy(store, cancelled);
        return count;
    }

    /// <summary>Brings to the day what is due: validity that changed by itself, files that have been read since, and what an older program indexed.</summary>
    /// <param name="read">Reads the files of these items that were never read, and keeps what stands in them.</param>
    public static async Task CatchUp(Store store, DateOnly today, Func<IReadOnlyList<Guid>, Task> read, CancellationToken stopping)
    {
        var before = Guid.Empty;
        while (!stopping.IsCancellationRequested)
        {
            var due = await store.Set<IndexedItem>().Where(item => item.TurnsOn <= today).OrderBy(item => item.TurnsOn).ThenBy(item => item.Key).Take(20).Select(item => item.ItemId).ToListAsync(stopping);
            if (due.Count == 0) due = await store.Set<IndexedItem>().Where(item => item.Cut < Bigrams.Version).OrderBy(item => item.Cut).ThenBy(item => item.Key).Take(Portion).Select(item => item.ItemId).ToListAsync(stopping);
            // What stays due is left for the next time.
            if (due.Count == 0 || due[0] == before) return;
            before = due[0];
            await read(due);
            await Alone(store, due, () => Follow(store, today, due));
        }
    }

    /// <summary>Which files of some items are to be read: those that the public gets and that were never read.</summary>
    public static async Task<IReadOnlyList<Guid>> UnreadFiles(Store store, IReadOnlyList<Guid> items) =>
        await store.PublicAttachments().Where(file => items.Contains(file.ItemId) && !store.Set<SearchedFile>().Any(text => text.FileId == file.FileId)).Select(file => file.FileId).Distinct().ToListAsync();

    // Nobody publishes or withdraws these items meanwhile: what is read here is what is public when it is committed.
    static Task<bool> Alone(Store store, IReadOnlyCollection<Guid> items, Func<Task> work) => store.InTurn(async () =>
    {
        await using var transaction = await store.Database.BeginTransactionAsync(CancellationToken.None);
        await store.HoldItems(items);
        await work();
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    });

    static async Task<IReadOnlyList<SearchEntry>> EntriesOf(Store store, DateOnly today, Guid[] ids)
    {
        var items = await (from item in store.Items.AsNoTracking().Public()
                           join column in store.Columns on item.ColumnId equals column.Id
                           where EF.Parameter(ids).Contains(item.Id)
                           orderby item.PublishedAt
                           select new { Item = item, column.Category }).ToListAsync();
        var texts = await store.ItemTexts.Where(text => EF.Parameter(ids).Contains(text.ItemId)).ToDictionaryAsync(text => text.ItemId, text => text.Plain);
        var files = (await (from file in store.ItemAttachments
                            join text in store.Set<SearchedFile>() on file.FileId equals text.FileId into read
                            from text in read.DefaultIfEmpty()
                            where EF.Parameter(ids).Contains(file.ItemId)
                            orderby file.Order
                            select new { file.ItemId, file.Name, Text = text }).AsNoTracking().ToListAsync()).ToLookup(file => file.ItemId);
        var interpreted = (await store.PublicRelations().Where(relation => relation.Kind == RelationKind.Interprets && EF.Parameter(ids).Contains(relation.ToId)).Select(relation => relation.ToId).ToListAsync()).ToHashSet();
        return
        [
            .. from one in items
               let item = one.Item
               select new SearchEntry
               {
                   ItemId = item.Id, AgencyId = item.AgencyId, ColumnId = item.ColumnId, Category = one.Category, Genre = item.Genre, Validity = item.Validity.On(today, item.EffectiveOn, item.EndsOn),
                   TurnsOn = files[item.Id].Any(file => file.Text is null) ? today : TurnOf(item, today), FormedOn = item.FormedOn, PublishedOn = item.PublishedAt!.Value.DayAtOffice,
                   Title = item.Title, DocumentNumber = item.DocumentNumber, IndexNumber = item.IndexNumber, Issuer = item.Issuer,
                   Keywords = string.Join('、', ((string?[])[item.Keywords, item.Topic]).Where(words => words is not (null or ""))),
                   Body = item.Summary is { Length: > 0 } summary ? $"{texts.GetValueOrDefault(item.Id)}\u2029{summary}" : texts.GetValueOrDefault(item.Id, ""),
                   Attachments = [.. files[item.Id].Select(file => new AttachedText(file.Name, file.Text?.Text ?? ""))], Interpreted = interpreted.Contains(item.Id),
               },
        ];
    }

    // The next day on which its validity is another, by itself.
    static DateOnly? TurnOf(InformationItem item, DateOnly today) =>
        item.Validity.IsOver || item.Validity is Validity.Unmarked ? null
        : item.EffectiveOn > today ? item.EffectiveOn
        : item.EndsOn >= today ? item.EndsOn.Value.AddDays(1)
        : null;
}
