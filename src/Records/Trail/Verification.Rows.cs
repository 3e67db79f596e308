using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using static Gongkai.Records.Trail.TrailFaultKind;

namespace Gongkai.Records.Trail;

// The rows themselves: each must be what the last recorded change made it.
public static partial class Verification
{
    /// <summary>Every row of every table that the trail follows.</summary>
    public static async IAsyncEnumerable<TrailFault> OfRows(Func<Store> open, Action<int>? seen = null)
    {
        await using var reading = open();
        await using var looking = open();
        foreach (var table in reading.Model.GetEntityTypes().Where(table => table.IsTrailed()))
        {
            var faults = (IAsyncEnumerable<TrailFault>)typeof(Verification).GetMethod(nameof(OfTable))!.MakeGenericMethod(table.ClrType).Invoke(null, [reading, looking, table, seen])!;
            await foreach (var fault in Told(faults, $"表 {table.GetTableName()} ")) yield return fault;
        }
        // A row of the index may name a table that there is none of.
        var known = reading.Model.GetEntityTypes().Where(table => table.IsTrailed()).Select(table => table.GetTableName()!).ToList();
        await foreach (var stray in reading.Set<TrailChange>().AsNoTracking().Where(change => !known.Contains(change.Table)).AsAsyncEnumerable())
            yield return Row(EntryChanged, stray.Table, stray.Record, "所在的表不存在，变动索引被改动");
    }

    /// <summary>Every row of one table.</summary>
    /// <param name="reading">Streams the rows.</param>
    /// <param name="looking">Looks up what was recorded of them, meanwhile.</param>
    /// <param name="table">Which table.</param>
    /// <param name="seen">Told how many rows have been looked at since it was told last.</param>
    public static async IAsyncEnumerable<TrailFault> OfTable<T>(Store reading, Store looking, IEntityType table, Action<int>? seen = null) where T : class, IRecord
    {
        var (name, columns) = (table.GetTableName()!, Canonical.Columns(table));
        await foreach (var rows in Batches(reading.Set<T>().AsNoTracking().OrderBy(row => row.Id).AsAsyncEnumerable()))
        {
            var ids = rows.Select(row => row.Id).ToList();
            var known = (await looking.Set<TrailChange>().AsNoTracking().Where(change => ids.Contains(change.Record)).ToListAsync()).ToLookup(change => change.Record);
            foreach (var row in rows)
            {
                var told = known[row.Id].MaxBy(change => change.Revision);
                if (told is null || told.Table != name) yield return Row(RowInserted, name, row.Id, "不是经系统写入的");
                else if (!Fits(row, told)
                    // It may have changed since the batch was read, or be deleted as it should be.
                    && await looking.Set<T>().AsNoTracking().SingleOrDefaultAsync(now => now.Id == row.Id) is var again
                    && !(await Latest(looking, row.Id) is { } latest && (again is null ? latest.Digest is null : Fits(again, latest))))
                    yield return Row(RowChanged, name, row.Id, "与最后一次登记的内容不一致，被改动过");
                if (Gap([.. known[row.Id]]) is { } missing) yield return Row(EntryRemoved, name, row.Id, $"第 {missing} 次变动的登记不见了");
            }
            seen?.Invoke(rows.Count);
        }

        var latestOfEach = reading.Set<TrailChange>().AsNoTracking().Where(change => change.Table == name && change.Digest != null
            && !reading.Set<TrailChange>().Any(later => later.Record == change.Record && later.Revision > change.Revision));
        await foreach (var changes in Batches(latestOfEach.OrderBy(change => change.Record).AsAsyncEnumerable()))
        {
            var ids = changes.Select(change => change.Record).ToList();
            var there = (await looking.Set<T>().AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync()).ToHashSet();
            foreach (var gone in changes.Where(change => !there.Contains(change.Record)))
                // It may have been deleted, and that recorded, since the batch was read.
                if (await Latest(looking, gone.Record) is not { Digest: null }) yield return Row(RowRemoved, name, gone.Record, "不见了，没有删除它的登记");
        }

        bool Fits(T row, TrailChange told) => told.Digest is not null && told.Revision == row.Revision
            && told.Digest.AsSpan().SequenceEqual(Canonical.Digest(name, row, columns, column => column.Of(row)));
    }

    static Task<TrailChange?> Latest(Store looking, Guid record) =>
        looking.Set<TrailChange>().AsNoTracking().Where(change => change.Record == record).OrderByDescending(change => change.Revision).FirstOrDefaultAsync();

    static int? Gap(List<TrailChange> changes)
    {
        changes.Sort((one, other) => one.Revision.CompareTo(other.Revision));
        for (var i = 0; i < changes.Count; i++)
            if (changes[i].Revision != i + 1) return i + 1;
        return null;
    }

    static async IAsyncEnumerable<List<T>> Batches<T>(IAsyncEnumerable<T> rows)
    {
        var batch = new List<T>(Batch);
        await foreach (var row in rows)
        {
            batch.Add(row);
            if (batch.Count < Batch) continue;
            yield return batch;
            batch = new(Batch);
        }
        if (batch.Count > 0) yield return batch;
    }

    static TrailFault Row(TrailFaultKind kind, string table, Guid id, string what) => new(kind, $"{table}/{id:D}", $"{TrailWords.Of(table)}（表 {table}）的记录 {id:D} {what}。");
}
