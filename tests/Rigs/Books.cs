using System.Security.Cryptography;
using Gongkai.Records;
using Gongkai.Records.Backups;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Rigs;

/// <summary>What a store says afterwards, held against what it had acknowledged.</summary>
/// <param name="Done">How many acts stand in it.</param>
/// <param name="Lost">Acknowledged acts that are gone, have another number, or whose file is gone or altered.</param>
/// <param name="Twice">Keys and numbers that are there twice.</param>
/// <param name="Gaps">Places where a number or a link of a chain is missing.</param>
/// <param name="Faults">What the audit and the database find wrong.</param>
sealed record Books(int Done, int Lost, int Twice, int Gaps, int Faults)
{
    public bool Hold => Lost + Twice + Gaps + Faults == 0;

    public override string ToString() => $"{Lost} lost, {Twice} twice, {Gaps} gaps, {Faults} faults";

    public static Books operator +(Books one, Books other) => new(one.Done + other.Done, one.Lost + other.Lost, one.Twice + other.Twice, one.Gaps + other.Gaps, one.Faults + other.Faults);

    /// <param name="place">The store, which nobody else uses.</param>
    /// <param name="acknowledged">The number of each key.</param>
    /// <param name="audited">Whether every link, value and file is hashed again.</param>
    /// <param name="files">The files by their hash, where they do not lie on the disk.</param>
    public static async Task<Books> Read(StorePlace place, IReadOnlyDictionary<string, string> acknowledged, bool audited = true, IReadOnlyDictionary<string, byte[]>? files = null)
    {
        await using var store = place.Open();
        store.Prepare();
        var taken = await store.TakenNumbers.AsNoTracking().Select(one => new { one.Subject, one.Text, one.Year, one.Number }).ToListAsync();
        var numbers = taken.ToLookup(one => one.Subject, one => one.Text);
        var lost = acknowledged.Count(one => !numbers[one.Key].Contains(one.Value) || !HasFile(place, files, one.Key));
        var twice = 2 * taken.Count - taken.Select(one => one.Subject).Distinct().Count() - taken.Select(one => one.Text).Distinct().Count();
        var gaps = taken.GroupBy(one => one.Year).Sum(year => year.Max(one => one.Number) - year.Count());
        var chains = await store.Trail.GroupBy(entry => entry.Chain).Select(chain => new { Last = chain.Max(entry => entry.Sequence), Count = chain.Count() }).ToListAsync();
        var faults = 0;
        if (audited)
        {
            faults = Soundness.Faults(place).Count;
            await foreach (var _ in Verification.Of(place.Open)) faults++;
        }
        return new(taken.Count, lost, twice, gaps + chains.Sum(chain => (int)(chain.Last - chain.Count)), faults);
    }

    static bool HasFile(StorePlace place, IReadOnlyDictionary<string, byte[]>? files, string key)
    {
        var content = Deeds.Content(key);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (files is not null) return files.TryGetValue(hash, out var kept) && kept.AsSpan().SequenceEqual(content);
        var file = Path.Combine(place.Files, hash[..2], hash[2..4], hash);
        return File.Exists(file) && File.ReadAllBytes(file).AsSpan().SequenceEqual(content);
    }
}
