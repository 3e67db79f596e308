using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Disclosure.Channels;

/// <summary>A place in the run of changes: the moment and, where several share it, the item.</summary>
public readonly record struct ChangePlace(DateTimeOffset At, Guid Id);

/// <summary>That the public saw an item change: it came, changed or went.</summary>
/// <param name="Text">Of what the public sees; none of what was withdrawn.</param>
public sealed record ItemChange(InformationItem Item, DisclosureColumn Column, ItemText? Text)
{
    public ChangePlace Place => new(Item.ChangedAt, Item.Id);
}

/// <summary>What other sites fetch: each item once, at its last change, in the order of the changes.</summary>
public static class ItemChanges
{
    extension(Store store)
    {
        /// <param name="agency">Only of this agency; of all where there is none.</param>
        /// <param name="after">Behind this place.</param>
        /// <param name="since">Not before this moment.</param>
        /// <param name="until">Before this moment: what is being saved just now may yet come to stand before what is saved already.</param>
        public async Task<List<ItemChange>> Changes(Guid? agency, ChangePlace? after, DateTimeOffset? since, DateTimeOffset until, int most)
        {
            List<InformationItem> items = [];
            // Each state alone is read along its index.
            foreach (var state in (ItemState[])[ItemState.Published, ItemState.Withdrawn])
            {
                var some = store.Items.AsNoTracking().Where(item => item.State == state && item.ChangedAt < until);
                if (agency is { } only) some = some.Where(item => item.AgencyId == only);
                if (after is { } place) some = some.Where(item => item.ChangedAt >= place.At && (item.ChangedAt > place.At || item.Id.CompareTo(place.Id) > 0));
                if (since is { } from) some = some.Where(item => item.ChangedAt >= from);
                items.AddRange(await some.OrderBy(item => item.ChangedAt).ThenBy(item => item.Id).Take(most).ToListAsync());
            }
            return await store.Whole([.. items.OrderBy(item => item.ChangedAt).ThenBy(item => item.Id).Take(most)]);
        }

        /// <summary>The newest that the public sees, for feeds.</summary>
        public async Task<List<ItemChange>> Newest(Guid? agency, Guid? column, int most)
        {
            var items = store.Items.AsNoTracking().Public();
            if (agency is { } only) items = items.OfAgency(only);
            if (column is { } place) items = items.Where(item => item.ColumnId == place);
            return await store.Whole(await items.NewestFirst().Take(most).ToListAsync());
        }

        async Task<List<ItemChange>> Whole(List<InformationItem> items)
        {
            var (ids, places) = (items.ConvertAll(item => item.Id), items.Select(item => item.ColumnId).Distinct().ToList());
            var columns = await store.Columns.AsNoTracking().Where(column => places.Contains(column.Id)).ToDictionaryAsync(column => column.Id);
            var texts = await store.PublicTexts().AsNoTracking().Where(text => ids.Contains(text.ItemId)).ToDictionaryAsync(text => text.ItemId);
            return items.ConvertAll(item => new ItemChange(item, columns[item.ColumnId], texts.GetValueOrDefault(item.Id)));
        }
    }
}
