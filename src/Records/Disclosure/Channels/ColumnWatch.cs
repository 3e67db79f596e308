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
        /// <param name="counted">Whether all that stands in them is counted. Without it a column that is not blank is taken to hold enough, and nothing but the end of an index is read.</param>
        public async Task<(IReadOnlyList<WatchedColumn> Columns, DateOnly? Newest)> WatchColumns(Guid agency, bool counted = true)
        {
            var columns = (await store.ColumnsOf(agency)).Where(column => column.ClosedAt is null).ToList();
            var held = counted ? await store.Counts(agency) : await store.Newests(agency);
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
                // The rules of disclosure change when they are changed: no first-level column of policies, whatever its type.
                watched.Insert(place, new(column, depth, new(column.Type, depth == 0 && column.Kind is ColumnKind.Statutory, column.MaxGapDays, column.MinCount, newest, count)));
                return (count, newest);
            }
        }

        async Task<Dictionary<Guid, (int Count, DateOnly? Newest)>> Counts(Guid agency) =>
            await store.Items.Public().OfAgency(agency).GroupBy(item => item.ColumnId).Select(same => new { same.Key, Count = same.Count(), Newest = same.Max(item => item.PublishedAt) })
                .ToDictionaryAsync(one => one.Key, one => (one.Count, one.Newest?.DayAtOffice));

        async Task<Dictionary<Guid, (int Count, DateOnly? Newest)>> Newests(Guid agency) =>
            (await store.Columns.Where(column => column.AgencyId == agency).Select(column => new { column.Id, column.MinCount, Newest = store.Items.Public().Where(item => item.ColumnId == column.Id).Max(item => item.PublishedAt) }).ToListAsync())
                .Where(one => one.Newest is not null).ToDictionary(one => one.Id, one => (Math.Max(1, one.MinCount), one.Newest?.DayAtOffice));
    }
}
