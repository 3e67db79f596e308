using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Disclosure.Channels;

/// <summary>A year's disclosure as agencies report it: by category, and for each by channel.</summary>
/// <param name="Items">How many items were first disclosed in the year, by category.</param>
/// <param name="Channels">How many items were disclosed in the year by a channel, by category and channel; an item counts once in each channel.</param>
/// <param name="Late">How many of them after their last day.</param>
public sealed record DisclosureCounts(int Year, IReadOnlyDictionary<ItemCategory, int> Items, IReadOnlyDictionary<(ItemCategory Category, Channel Channel), int> Channels, int Late)
{
    public int All => Items.Values.Sum();

    public int Of(ItemCategory category) => Items.GetValueOrDefault(category);

    public int Of(ItemCategory? category, Channel channel) => Channels.Where(one => (category is null || one.Key.Category == category) && one.Key.Channel == channel).Sum(one => one.Value);

    /// <summary>The channels that were used, the website first.</summary>
    public IReadOnlyList<Channel> Used => [.. Channels.Keys.Select(key => key.Channel).Distinct().Order()];
}

/// <summary>How they are counted. Behind each figure stands a list of the same filter.</summary>
public static class Counting
{
    extension(IQueryable<InformationItem> items)
    {
        /// <summary>Those first disclosed in a year of the office.</summary>
        public IQueryable<InformationItem> FirstIn(int year)
        {
            var (from, to) = (new DateOnly(year, 1, 1).StartAtOffice, new DateOnly(year + 1, 1, 1).StartAtOffice);
            return items.Where(item => item.PublishedAt >= from && item.PublishedAt < to);
        }
    }

    extension(IQueryable<ItemPublication> publications)
    {
        /// <summary>What is not entered wrongly.</summary>
        public IQueryable<ItemPublication> Valid() => publications.Where(one => one.VoidWhy == null);

        public IQueryable<ItemPublication> In(int year)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            return publications.Where(one => one.On >= from && one.On <= to);
        }
    }

    extension(Store store)
    {
        public IQueryable<InformationItem> OfCategory(IQueryable<InformationItem> items, ItemCategory category) =>
            items.Where(item => store.Columns.Any(column => column.Id == item.ColumnId && column.Category == category));

        /// <summary>Those that a channel brought to the public in a year.</summary>
        public IQueryable<InformationItem> By(IQueryable<InformationItem> items, Channel channel, int year)
        {
            var publications = store.ItemPublications.Valid().In(year).Where(one => one.Channel == channel);
            return items.Where(item => publications.Any(one => one.ItemId == item.Id));
        }

        public async Task<DisclosureCounts> CountDisclosed(Guid agency, int year)
        {
            var items = await (from item in store.Items.Public().OfAgency(agency).FirstIn(year)
                               join column in store.Columns on item.ColumnId equals column.Id
                               group item by column.Category into same
                               select new { same.Key, Count = same.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count);
            var channels = await (from one in store.ItemPublications.Where(one => one.AgencyId == agency).Valid().In(year)
                                  join item in store.Items.Public() on one.ItemId equals item.Id
                                  join column in store.Columns on item.ColumnId equals column.Id
                                  group one by new { column.Category, one.Channel } into same
                                  select new { same.Key, Count = same.Select(one => one.ItemId).Distinct().Count() }).ToDictionaryAsync(one => (one.Key.Category, one.Key.Channel), one => one.Count);
            return new(year, items, channels, (await store.LateIn(agency, year)).Count);
        }

        /// <summary>What was first disclosed in a year, and after its last day. The day of a moment is the office's, which no store knows.</summary>
        public async Task<IReadOnlyList<Guid>> LateIn(Guid agency, int year) =>
            [.. (await store.Items.Public().OfAgency(agency).FirstIn(year).Where(item => item.DueOn != null).Select(item => new { item.Id, item.DueOn, item.PublishedAt }).ToListAsync()).Where(one => one.PublishedAt!.Value.DayAtOffice > one.DueOn).Select(one => one.Id)];

        /// <summary>The years in which something was disclosed, the newest first.</summary>
        public async Task<IReadOnlyList<int>> YearsDisclosed(Guid agency)
        {
            var items = store.Items.Public().OfAgency(agency);
            var (first, last) = (await items.MinAsync(item => item.PublishedAt), await items.MaxAsync(item => item.PublishedAt));
            return first is { } from && last is { } to ? [.. Enumerable.Range(from.DayAtOffice.Year, to.DayAtOffice.Year - from.DayAtOffice.Year + 1).Reverse()] : [];
        }
    }
}
