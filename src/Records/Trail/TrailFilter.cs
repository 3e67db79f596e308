using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Trail;

/// <summary>Which entries of the trail someone asks for (筛选条件); each part that is given narrows. Every part has an index.</summary>
public sealed record TrailFilter
{
    /// <summary>An agency's chain; all zeros for the platform's own.</summary>
    public Guid? Chain { get; init; }

    /// <summary>From this moment on, inclusive.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this moment, exclusive.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only these kinds of act, by their codes.</summary>
    public IReadOnlyList<string>? Deeds { get; init; }

    /// <summary>The name of the hand, exactly as it was recorded.</summary>
    public string? By { get; init; }

    /// <summary>The account, whatever it was called at the time.</summary>
    public Guid? Account { get; init; }

    /// <summary>The department in which the hand worked at the time.</summary>
    public Guid? Department { get; init; }

    /// <summary>The network address, exactly.</summary>
    public string? Address { get; init; }

    /// <summary>The record that was changed or mentioned.</summary>
    public Guid? Record { get; init; }

    /// <summary>Those entries, in no order.</summary>
    public IQueryable<TrailEntry> In(Store store)
    {
        var entries = store.Trail.AsNoTracking();
        if (Record is { } record)
        {
            // From the few places of the record to the entries, and not the other way round.
            var places = store.Set<TrailChange>().Where(change => change.Record == record).Select(change => new { change.Chain, change.Sequence })
                .Union(store.Set<TrailMention>().Where(mention => mention.Record == record).Select(mention => new { mention.Chain, mention.Sequence }));
            entries = from place in places
                      join entry in entries on place equals new { entry.Chain, entry.Sequence }
                      select entry;
        }
        if (Chain is { } chain) entries = entries.Where(entry => entry.Chain == chain);
        if (From is { } from) entries = entries.Where(entry => entry.At >= from);
        if (Until is { } until) entries = entries.Where(entry => entry.At < until);
        if (Deeds is [var deed]) entries = entries.Where(entry => entry.Deed == deed);
        else if (Deeds is { } deeds) entries = entries.Where(entry => deeds.Contains(entry.Deed));
        if (By is { } by) entries = entries.Where(entry => entry.By == by);
        if (Account is { } account) entries = entries.Where(entry => entry.Account == account);
        if (Department is { } department) entries = entries.Where(entry => entry.Department == department);
        if (Address is { } address) entries = entries.Where(entry => entry.From == address);
        return entries;
    }
}

/// <summary>A place between two entries of a list that runs from new to old: the page before ended here.</summary>
public sealed record TrailPlace(DateTimeOffset At, long Sequence)
{
    /// <summary>As it stands in an address.</summary>
    public override string ToString() => FormattableString.Invariant($"{At.UtcTicks}-{Sequence}");

    public static TrailPlace? Parse(string? text) =>
        text?.Split('-') is [var ticks, var number] && long.TryParse(ticks, out var at) && at > 0 && at <= DateTimeOffset.MaxValue.UtcTicks && long.TryParse(number, out var sequence)
            ? new(new(at, TimeSpan.Zero), sequence) : null;
}

/// <summary>The trail as a list, from new to old, page by page.</summary>
public static class TrailPages
{
    /// <summary>A page, and where the next one begins; a page holds a few more where several chains have the same moment and number at its end.</summary>
    public static async Task<(IReadOnlyList<T> Rows, TrailPlace? Older)> Page<T>(this IQueryable<TrailEntry> entries, TrailPlace? before, int size, System.Linq.Expressions.Expression<Func<TrailEntry, T>> line, Func<T, TrailPlace> placeOf)
    {
        if (before is { At: var at, Sequence: var sequence }) entries = entries.Where(entry => entry.At <= at && (entry.At < at || entry.Sequence < sequence));
        var rows = await entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Sequence).Take(size + 1).Select(line).ToListAsync();
        if (rows.Count <= size) return (rows, null);
        // A page ends between two places, so that nothing is shown twice and nothing is left out.
        var last = placeOf(rows[size - 1]);
        rows.RemoveAll(row => placeOf(row) is var place && (place == last || place.At < last.At || place.At == last.At && place.Sequence < last.Sequence));
        rows.AddRange(await entries.Where(entry => entry.At == last.At && entry.Sequence == last.Sequence).OrderBy(entry => entry.Chain).Select(line).ToListAsync());
        return (rows, await entries.AnyAsync(entry => entry.At <= last.At && (entry.At < last.At || entry.Sequence < last.Sequence)) ? last : null);
    }
}
