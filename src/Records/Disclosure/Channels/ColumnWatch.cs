using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Disclosure.Channels;

/// <summary>A column with what the public sees in it.</summary>
/// <param name="Depth">How many columns stand above it.</param>
public sealed record WatchedColumn(DisclosureColumn Column, int Depth, Upkeep Upkeep);

/// <summary>Watches whether columns are kept up to date (更新监测).</summary>
public static class ColumnWatch
{
    extension(Store store)
    {
        /// <summary>The open columns of an agency in the order of the tree. What stands below a column counts for it too.</summary>
        public async Task<(IReadOnlyList<WatchedColumn> Columns, DateOnly? Newest)> WatchColumns(Guid agency)
        {
            var columns = (await store.ColumnsOf(agency)).Where(column => column.ClosedAt is null).ToList();
            var held = await store.Items.Public().OfAgency(agency).GroupBy(item => item.ColumnId).Select(same => new { same.Key, Count = same.Count(), Newest = same.Max(item => item.PublishedAt) })
                .ToDictionaryAsync(one => one.Key, one => (one.Count, Newest: one.Newest?.DayAtOffice));
            List<WatchedColumn> watched = [];
            foreach (var column in columns.Where(column => column.ParentId is null || !columns.Exists(one => one.Id == column.ParentId))) Add(column, 0);
            return (watched, held.Count == 0 ? null : held.Values.Max(one => one.Newest));

            (int Count, DateOnly? Newest) Add(DisclosureColumn column, int depth)
            {
                var place = watched.Count;
                var (count, newest) = held.GetValueOrDefault(column.Id);
                foreach (var below in columns.Where(one => one.ParentId == column.Id))
                {
                    var inner = Add(below, depth + 1);
                    (count, newest) = (count + inner.Count, inner.Newest > newest || newest is null ? inner.Newest : newest);
                }
                watched.Insert(place, new(column, depth, new(column.Type, depth == 0, column.MaxGapDays, column.MinCount, newest, count)));
                return (count, newest);
            }
        }
    }
}
