using System.Text.RegularExpressions;
using Gongkai.Records.Search;

namespace Gongkai.Records.Tests.Search;

/// <summary>What a scan through all texts finds, the index finds: no more and no less.</summary>
public sealed partial class RecallTests(TestStores stores)
{
    const int Items = 10_000, Queries = 150;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Whatever_two_to_six_characters_a_text_holds_find_it_and_all_others_that_hold_them(StoreKind kind)
    {
        var items = GeneratedItems.Of(Items, 200).ToList();
        await using var store = await SearchStores.With(stores.Ready(kind), items);
        var fields = items.ToDictionary(item => item.ItemId, Scanned);
        var random = new Random(7);
        var asked = 0;
        while (asked < Queries)
        {
            var text = fields[items[random.Next(items.Count)].ItemId];
            var length = 2 + random.Next(5);
            var from = random.Next(text.Length - length);
            var query = text.Substring(from, length);
            if (!Whole(text, from, length) || !Runs().IsMatch(query)) continue;
            asked++;

            var scan = Scan(query);
            var expected = fields.Where(field => scan(field.Value)).Select(field => field.Key).Order().ToList();
            var found = (await SearchIndex.All(store, new() { Words = query, Today = GeneratedItems.Today, Exact = true })).Order().ToList();

            Assert.True(expected.SequenceEqual(found), $"“{query}”: a scan finds {expected.Count}, the index {found.Count}.");
            Assert.NotEmpty(found);
        }
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Two_terms_find_what_holds_both(StoreKind kind)
    {
        var items = GeneratedItems.Of(2000, 200, seed: 3).ToList();
        await using var store = await SearchStores.With(stores.Ready(kind), items);
        foreach (var (one, other) in ((string, string)[])[("公租房", "2026年"), ("限购", "𠮷野"), ("维修", "wifi"), ("电梯加装", "bim")])
        {
            var expected = items.Where(item => Scanned(item) is var text && Scan(one)(text) && Scan(other)(text)).Select(item => item.ItemId).Order().ToList();
            var found = (await SearchIndex.All(store, new() { Words = $"{one} {other}", Today = GeneratedItems.Today })).Order().ToList();

            Assert.True(expected.SequenceEqual(found), $"“{one} {other}”: a scan finds {expected.Count}, the index {found.Count}.");
        }
    }

    // A number and a Latin word count only whole.
    static Func<string, bool> Scan(string query)
    {
        var scan = new Regex($"{(char.IsAsciiLetterOrDigit(query[0]) ? "(?<![a-z0-9])" : "")}{Regex.Escape(query)}{(char.IsAsciiLetterOrDigit(query[^1]) ? "(?![a-z0-9])" : "")}", RegexOptions.CultureInvariant);
        return scan.IsMatch;
    }

    // Line breaks are none but between words, and a mark parts; the fields stand apart.
    static string Scanned(SearchEntry item) =>
        Breaks().Replace(string.Join('|', item.Title, item.DocumentNumber, item.IndexNumber, item.Issuer, item.Keywords, item.Body).ToLowerInvariant(), " ")
            .Replace("\n", "", StringComparison.Ordinal).Replace("〔", "", StringComparison.Ordinal).Replace("〕", " ", StringComparison.Ordinal);

    [GeneratedRegex("(?<=[a-z0-9])\\n(?=[a-z0-9])")]
    private static partial Regex Breaks();

    static bool Whole(string text, int from, int length)
    {
        var end = from + length;
        return !char.IsLowSurrogate(text[from]) && !char.IsHighSurrogate(text[end - 1])
            && !(from > 0 && char.IsAsciiLetterOrDigit(text[from]) && char.IsAsciiLetterOrDigit(text[from - 1]))
            && !(end < text.Length && char.IsAsciiLetterOrDigit(text[end]) && char.IsAsciiLetterOrDigit(text[end - 1]));
    }

    // One run without marks, and not a single character of four bytes.
    [GeneratedRegex(@"^(?:[a-z0-9]{2,}|(?=.*[^a-z0-9])[\p{Lo}a-z0-9\uD800-\uDFFF]{3,}|[\p{Lo}a-z0-9]{2})$")]
    private static partial Regex Runs();
}
