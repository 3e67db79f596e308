using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Records.Trail.TrailFaultKind;

namespace Gongkai.Records.Trail;

/// <summary>Reads the whole trail again and hashes every value and every link: nothing is taken on trust (验证审计链).</summary>
/// <remarks>It streams: what it holds in memory does not grow with the trail. Rows that change while it runs are looked at once more before they are called wrong.</remarks>
public static partial class Verification
{
    const int Batch = 500;

    static readonly string[] ColumnNames = ["chain", "sequence", "at", "deed", "account", "department", "by", "from", "why"];

    /// <summary>Every fault in every chain and every row.</summary>
    /// <param name="open">Opens the store; it is opened more than once.</param>
    /// <param name="seen">Is told how many more entries or rows were looked at; it may end the search by throwing.</param>
    public static async IAsyncEnumerable<TrailFault> Of(Func<Store> open, Action<int>? seen = null)
    {
        await foreach (var fault in Told(OfChains(open, seen), "审计链")) yield return fault;
        await foreach (var fault in OfRows(open, seen)) yield return fault;
    }

    // What cannot even be read is a fault like any other, and the search goes on elsewhere.
    static async IAsyncEnumerable<TrailFault> Told(IAsyncEnumerable<TrailFault> faults, string place)
    {
        await using var search = faults.GetAsyncEnumerator();
        while (true)
        {
            TrailFault? fault;
            try
            {
                fault = await search.MoveNextAsync() ? search.Current : null;
            }
            catch (Exception broken) when (broken is DbException or FormatException or InvalidCastException or InvalidOperationException or KeyNotFoundException or ArgumentException or OverflowException)
            {
                fault = new(Unreadable, place, $"{place}有读不出来的内容，被改动或损坏（{broken.GetType().Name}），其余部分没有继续检查。");
            }
            if (fault is null) yield break;
            yield return fault;
            if (fault.Kind == Unreadable) yield break;
        }
    }

    /// <summary>Every link of every chain, and what stands beside it.</summary>
    public static async IAsyncEnumerable<TrailFault> OfChains(Func<Store> open, Action<int>? seen = null)
    {
        await using var reading = open();
        var chains = await reading.Trail.Select(entry => entry.Chain).Distinct().ToListAsync();
        // An entry that names no chain of its own leaves its companions behind; they count as a chain too.
        chains.AddRange((await reading.Set<TrailChange>().Select(change => change.Chain).Distinct().ToListAsync()).Except(chains));
        foreach (var chain in chains)
        {
            var expected = 1L;
            byte[] previous = [];
            var coming = Next(reading, chain, 0);
            try
            {
                while (await coming is { Entries: [.., var last] } piece)
                {
                    // The next is read while this one is hashed.
                    coming = Next(reading, chain, last.Sequence);
                    foreach (var entry in piece.Entries)
                    {
                        for (; expected < entry.Sequence; expected++) yield return Fault(EntryRemoved, chain, expected, "不见了");
                        if (!entry.Hash.AsSpan().SequenceEqual(Payload.Hash(previous, entry.Content))) yield return Fault(EntryChanged, chain, entry.Sequence, "的内容或前后次序被改动");
                        else foreach (var fault in Inside(entry, [.. piece.Changes[entry.Sequence]], [.. piece.Personal[entry.Sequence]], [.. piece.Mentions[entry.Sequence]])) yield return fault;
                        previous = entry.Hash;
                        expected = entry.Sequence + 1;
                    }
                    seen?.Invoke(piece.Entries.Count);
                }
            }
            finally
            {
                // Whoever stops early must not close the store under it.
                await Task.WhenAny(coming);
            }
            var beyond = await reading.Set<TrailChange>().Where(change => change.Chain == chain && change.Sequence >= expected).Select(change => change.Sequence).Distinct().OrderBy(number => number).Take(Batch).ToListAsync();
            foreach (var number in beyond) yield return Fault(EntryRemoved, chain, number, "不见了，只留下了它的变动索引");
        }
    }

    // SQLite reads on the thread that asks, so it gets one of its own.
    static Task<Piece> Next(Store reading, Guid chain, long after) => Task.Run(async () =>
    {
        var entries = await reading.Trail.AsNoTracking().Where(entry => entry.Chain == chain && entry.Sequence > after).OrderBy(entry => entry.Sequence).Take(Batch).ToListAsync();
        var last = entries is [.., var end] ? end.Sequence : after;
        return new Piece(entries,
            (await reading.Set<TrailChange>().AsNoTracking().Where(change => change.Chain == chain && change.Sequence > after && change.Sequence <= last).ToListAsync()).ToLookup(change => change.Sequence),
            (await reading.Set<TrailPersonal>().AsNoTracking().Where(value => value.Chain == chain && value.Sequence > after && value.Sequence <= last).ToListAsync()).ToLookup(value => value.Sequence),
            (await reading.Set<TrailMention>().AsNoTracking().Where(mention => mention.Chain == chain && mention.Sequence > after && mention.Sequence <= last).ToListAsync()).ToLookup(mention => mention.Sequence));
    });

    /// <summary>Some links of a chain, with what stands beside them.</summary>
    sealed record Piece(List<TrailEntry> Entries, ILookup<long, TrailChange> Changes, ILookup<long, TrailPersonal> Personal, ILookup<long, TrailMention> Mentions);

    // What stands in an entry's columns and beside it must be what its content says.
    static IEnumerable<TrailFault> Inside(TrailEntry entry, List<TrailChange> changes, List<TrailPersonal> personal, List<TrailMention> mentions)
    {
        TrailFault Wrong(string what, TrailFaultKind kind = EntryChanged) => Fault(kind, entry.Chain, entry.Sequence, what);
        if (Read(entry.Content) is not { } content)
        {
            yield return Wrong("的内容读不懂，被改动过");
            yield break;
        }
        using var _ = content;
        var root = content.RootElement;
        if (!Columns(entry).SequenceEqual(Columns(root))) yield return Wrong("的检索列与内容不一致，被改动过");

        var told = root.GetProperty("changes").EnumerateArray().ToDictionary(change => (change.GetProperty("record").GetGuid(), change.GetProperty("revision").GetInt32()));
        foreach (var change in changes)
            if (!told.Remove((change.Record, change.Revision), out var said)) yield return Wrong("多出了一条变动索引", EntryInserted);
            else if (said.GetProperty("table").GetString() != change.Table || said.GetProperty("digest").GetString() != (change.Digest is null ? null : Convert.ToHexStringLower(change.Digest))) yield return Wrong("的变动索引被改动");
        if (told.Count > 0) yield return Wrong("少了变动索引", EntryRemoved);
        if (!mentions.OrderBy(mention => mention.Number).Select(mention => (mention.Table, mention.Record, mention.Field)).SequenceEqual(Mentions(root))) yield return Wrong("的查看索引与内容不一致，被改动过");

        var commitments = Commitments(root).ToDictionary();
        foreach (var value in personal)
            if (!commitments.Remove(value.Number, out var commitment)) yield return Wrong("多出了一项个人信息", EntryInserted);
            else if (value.Value is null ? value.ErasedBy is null || value.ErasedBy <= entry.Sequence : Payload.Commitment(value.Salt ?? "", value.Value) != commitment)
                yield return Wrong("的个人信息被改动，或未经登记就删除", PersonalChanged);
        if (commitments.Count > 0) yield return Wrong("的个人信息不见了", PersonalChanged);
    }

    static JsonDocument? Read(string content)
    {
        try { return JsonDocument.Parse(content); }
        catch (JsonException) { return null; }
    }

    static string?[] Columns(TrailEntry entry) =>
        [entry.Chain.ToString("D"), Canonical.Text(entry.Sequence), Canonical.Text(entry.At), entry.Deed, Canonical.Text(entry.Account), Canonical.Text(entry.Department), entry.By, entry.From, entry.Why];

    static string?[] Columns(JsonElement root) =>
        [.. ColumnNames.Select(name => root.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.GetString() : null)];

    static IEnumerable<(string Table, Guid Record, string? Field)> Mentions(JsonElement root) => root.TryGetProperty("mentions", out var mentions)
        ? mentions.EnumerateArray().Select(mention => (mention.GetProperty("table").GetString()!, mention.GetProperty("record").GetGuid(), mention.GetProperty("field").GetString()))
        : [];

    // A personal value stands as "#3:hash".
    static IEnumerable<KeyValuePair<int, string>> Commitments(JsonElement root) =>
        from change in root.GetProperty("changes").EnumerateArray()
        from side in (string[])["before", "after"]
        where change.TryGetProperty(side, out _)
        from value in change.GetProperty(side).EnumerateObject()
        where value.Value.ValueKind == JsonValueKind.String
        let text = value.Value.GetString()!
        where text.Length > 65 && text[0] == '#' && text[^65] == ':' && int.TryParse(text.AsSpan(1, text.Length - 66), out int _)
        select KeyValuePair.Create(int.Parse(text.AsSpan(1, text.Length - 66), System.Globalization.CultureInfo.InvariantCulture), text[^64..]);

    static TrailFault Fault(TrailFaultKind kind, Guid chain, long number, string what) =>
        new(kind, $"{chain:D}#{number}", $"{(chain == Guid.Empty ? "平台的审计链" : $"机关 {chain:D} 的审计链")}第 {number} 条{what}。");
}
