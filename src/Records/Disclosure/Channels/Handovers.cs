using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Disclosure.Channels;

/// <summary>What is to be supplied to a place of reading, and the supplying of it.</summary>
public static class Handovers
{
    /// <summary>An item that is to go with the next batch.</summary>
    public sealed record Due(Guid Id, Handle Handle, ItemState State, string Title, string? DocumentNumber, string? IndexNumber, string Issuer, DateOnly FormedOn, DateTimeOffset? PublishedAt, DateTimeOffset ChangedAt, int Version);

    extension(Store store)
    {
        public Task<HandoverBatch?> LastBatch(Guid agency, ReadingPlace receiver, string name) =>
            store.HandoverBatches.AsNoTracking().Where(batch => batch.AgencyId == agency && batch.Receiver == receiver && batch.ReceiverName == name).OrderByDescending(batch => batch.Through).ThenByDescending(batch => batch.ThroughId).FirstOrDefaultAsync();

        /// <summary>What the public saw change since the last batch for this receiver, the oldest change first; what was withdrawn only where an earlier batch brought it.</summary>
        public async Task<List<Due>> DueFor(Guid agency, ReadingPlace receiver, string name)
        {
            var last = await store.LastBatch(agency, receiver, name);
            var items = store.Items.AsNoTracking().OfAgency(agency);
            if (last is not null) items = items.Where(item => item.ChangedAt > last.Through || item.ChangedAt == last.Through && item.Id.CompareTo(last.ThroughId) > 0);
            var handed = from entry in store.HandoverEntries join batch in store.HandoverBatches on entry.BatchId equals batch.Id where batch.AgencyId == agency && batch.Receiver == receiver && batch.ReceiverName == name select entry;
            var shown = await Read(items.Public());
            var gone = last is null ? [] : await Read(items.Where(item => item.State == ItemState.Withdrawn && handed.Any(entry => entry.ItemId == item.Id && !entry.IsWithdrawal) && !handed.Any(entry => entry.ItemId == item.Id && entry.IsWithdrawal)));
            // Each list alone is in order; the batch ends where the first of them was cut.
            return [.. shown.Concat(gone).OrderBy(item => item.ChangedAt).ThenBy(item => item.Id).Take(HandoverBatch.Most)];
        }

        /// <summary>Makes the batch of all that is due, and notes for each item that it is to be read there; only inside <see cref="Store.Write"/>.</summary>
        /// <returns><c>null</c> where nothing is due.</returns>
        public async Task<HandoverBatch?> HandOver(Guid agency, ReadingPlace receiver, string name, DateOnly on, string? note, Act act)
        {
            var due = await store.DueFor(agency, receiver, name);
            if (due is []) return null;
            var batch = new HandoverBatch
            {
                AgencyId = agency, Receiver = receiver, ReceiverName = name, On = on, ByName = act.By.Name, Note = note, Through = due[^1].ChangedAt, ThroughId = due[^1].Id,
                Count = due.Count(item => item.State == ItemState.Published), Withdrawn = due.Count(item => item.State == ItemState.Withdrawn),
            };
            store.Add(batch);
            store.AddRange(due.Select(item => new HandoverEntry { BatchId = batch.Id, ItemId = item.Id, Version = item.Version, IsWithdrawal = item.State == ItemState.Withdrawn }));
            var ids = due.ConvertAll(item => item.Id);
            var channel = receiver.Channel;
            var known = await store.ItemPublications.Where(one => ids.Contains(one.ItemId) && one.Channel == channel && one.Place == name && one.VoidWhy == null && one.EndedOn == null).ToListAsync();
            foreach (var item in due)
            {
                var there = known.Find(one => one.ItemId == item.Id);
                if (item.State == ItemState.Withdrawn) there?.End(on);
                else if (there is null) store.Add(new ItemPublication { AgencyId = agency, ItemId = item.Id, Channel = channel, Place = name, On = on, ByName = act.By.Name });
            }
            await store.SaveChangesAsync();
            return batch;
        }
    }

    static Task<List<Due>> Read(IQueryable<InformationItem> items) => items.OrderBy(item => item.ChangedAt).ThenBy(item => item.Id).Take(HandoverBatch.Most)
        .Select(item => new Due(item.Id, item.Handle, item.State, item.Title, item.DocumentNumber, item.IndexNumber, item.Issuer, item.FormedOn, item.PublishedAt, item.ChangedAt, item.Version)).ToListAsync();
}
