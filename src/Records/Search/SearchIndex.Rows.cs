using System.Data.Common;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Search;

// Reading what was matched: plain rows, since hundreds are read for each question.
public static partial class SearchIndex
{
    const string Whole = """
        SELECT item."Key", item."ItemId", item."AgencyId", item."ColumnId", item."Category", item."Genre", item."Validity", item."TurnsOn", item."FormedOn", item."PublishedOn", item."Title", item."DocumentNumber",
        item."IndexNumber", item."Issuer", item."Keywords", item."Interpreted", item."Cut", text."Packed" FROM search_items item JOIN search_texts text ON text."Key" = item."Key" WHERE item."Key" {0}
        """;

    /// <summary>In no order; one that was withdrawn between the two questions is no hit any more.</summary>
    static Task<List<Candidate>> CandidatesOf(Store store, IReadOnlyList<long> keys) =>
        Rows(store, """SELECT "Key", "Title", "DocumentNumber", "Keywords", "Genre", "Validity" FROM search_items WHERE "Key" {0}""", keys,
            row => new Candidate(row.GetInt64(0), row.GetString(1), Text(row, 2), Text(row, 3), (Genre)row.GetInt32(4), (Validity)row.GetInt32(5)));

    /// <summary>Reads the texts of some of the hits, beside those that were read already.</summary>
    static async Task Read(Store store, SearchQuery query, IReadOnlyList<Term> terms, IReadOnlyList<long> keys, Dictionary<long, Looked> read)
    {
        long[] wanted = [.. keys.Where(key => !read.ContainsKey(key))];
        var number = NumberOf(query);
        foreach (var (item, packed) in await Rows(store, Whole, wanted, row => (ItemOf(row), row.GetFieldValue<byte[]>(17))))
        {
            var one = new Looked(Candidate.Of(item), terms, query.Scope, number);
            one.Read(item, PackedText.Unpack(packed));
            read.Add(item.Key, one);
        }
    }

    static async Task<Facets> FacetsOf(Store store, IReadOnlyList<long> keys, bool partial)
    {
        var all = await Rows(store, """SELECT "ColumnId", "Category", "Genre", "Validity", "FormedOn", "Interpreted" FROM search_items WHERE "Key" {0}""", keys,
            row => (Column: row.GetGuid(0), Category: (ItemCategory)row.GetInt32(1), Genre: (Genre)row.GetInt32(2), Validity: (Validity)row.GetInt32(3), row.GetFieldValue<DateOnly>(4).Year, Interpreted: row.GetBoolean(5)));
        return new(By(item => item.Column), By(item => item.Category), By(item => item.Genre), By(item => item.Validity),
            [.. By(item => item.Year).OrderByDescending(year => year.Item1)], all.Count(item => item.Interpreted), partial);

        IReadOnlyList<(T, int)> By<T>(Func<(Guid Column, ItemCategory Category, Genre Genre, Validity Validity, int Year, bool Interpreted), T> what) =>
            [.. all.GroupBy(what).Select(group => (group.Key, group.Count())).OrderByDescending(group => group.Item2)];
    }

    static async Task<List<T>> Rows<T>(Store store, string sql, IReadOnlyList<long> keys, Func<DbDataReader, T> of)
    {
        List<T> rows = new(keys.Count);
        if (keys.Count == 0) return rows;
        await store.Database.OpenConnectionAsync();
        try
        {
            await using var command = store.Keyed(sql, keys);
            await command.PrepareAsync();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) rows.Add(of(reader));
            return rows;
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    static IndexedItem ItemOf(DbDataReader row) => new()
    {
        Key = row.GetInt64(0), ItemId = row.GetGuid(1), AgencyId = row.GetGuid(2), ColumnId = row.GetGuid(3), Category = (ItemCategory)row.GetInt32(4), Genre = (Genre)row.GetInt32(5), Validity = (Validity)row.GetInt32(6),
        TurnsOn = row.IsDBNull(7) ? null : row.GetFieldValue<DateOnly>(7), FormedOn = row.GetFieldValue<DateOnly>(8), PublishedOn = row.GetFieldValue<DateOnly>(9), Title = row.GetString(10),
        DocumentNumber = Text(row, 11), IndexNumber = Text(row, 12), Issuer = row.GetString(13), Keywords = Text(row, 14), Interpreted = row.GetBoolean(15), Cut = row.GetInt32(16),
    };

    static string? Text(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);
}
