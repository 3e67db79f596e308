using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Records;
using Gongkai.Records.Search;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bench;

/// <summary>The same items in every index that is compared, and what a scan of them finds.</summary>
sealed class SearchStores(int count, KeptStores kept) : IAsyncDisposable
{
    Process? server;

    public LuceneIndex Lucene { get; } = new(kept["lucene"]);

    /// <summary>Kept stores of another shape of the index are of no use.</summary>
    public static string Shape()
    {
        using var store = StoreChoice.Open("Host=none");
        var tables = store.Model.GetEntityTypes().Where(type => type.GetTableName()?.StartsWith("search_", StringComparison.Ordinal) ?? false).Select(type => type.ToDebugString(Microsoft.EntityFrameworkCore.Infrastructure.MetadataDebugStringOptions.LongDefault));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Bigrams.Version} {SearchIndex.Form} {string.Join('\n', tables)}")).AsSpan(0, 4));
    }

    public IEnumerable<SearchEntry> Items => Enumerable.Range(0, count).Select(number => SearchCorpus.Item(number, count));

    public async Task<Made> OpenLucene()
    {
        var made = await kept.Once("lucene", () => Task.Run(() => Lucene.Build(Items)));
        Lucene.Open();
        return made;
    }

    /// <summary>SQLite, or a PostgreSQL of its own, as a server of 4 GB would be set up.</summary>
    public async Task<(string Connection, Made Made)> Open(bool postgres)
    {
        var connection = $"Data Source={Path.Combine(kept["sqlite"], "gongkai.db")}";
        if (postgres) (connection, server) = TrailStores.Postgres(kept["postgres"], "shared_buffers=1GB", "max_wal_size=4GB");
        return (connection, await kept.Once(postgres ? "postgres.filled" : "sqlite", () => Fill(connection)));
    }

    async Task Fill(string connection)
    {
        await using var store = StoreChoice.Open(connection);
        if (store is PostgresStore) await store.Database.EnsureDeletedAsync();
        store.Prepare();
        if (store is SqliteStore) await store.Database.OpenConnectionAsync();
        var watch = Stopwatch.StartNew();
        await SearchIndex.Fill(store, Items.Chunk(2000).ToAsyncEnumerable(), done => Said(done, watch.Elapsed), CancellationToken.None);
        if (store is PostgresStore) await store.Database.ExecuteSqlAsync($"VACUUM search_words, search_items, search_texts");
    }

    static void Said(long done, TimeSpan time)
    {
        if (done % 100_000 == 0) Console.Error.WriteLine(FormattableString.Invariant($"{done:N0} items after {time.TotalSeconds:N0} s"));
    }

    /// <summary>What a scan of every text finds. The rarer half of the queries: of common words a scan and an index of a million say the same for a long time.</summary>
    public async Task<Dictionary<string, HashSet<Guid>>> Scan()
    {
        var file = Path.Combine(kept["scan"], "found");
        await kept.Once("scan", () =>
        {
            var found = SearchCorpus.Queries.Where(kind => kind.Kind is "3 characters" or "4 characters").SelectMany(kind => kind.Queries.Take(20)).Distinct().ToDictionary(query => query, _ => new List<Guid>());
            foreach (var item in Items)
                foreach (var (query, items) in found)
                    if (item.Title.Contains(query, StringComparison.Ordinal) || item.Body.Contains(query, StringComparison.Ordinal)) items.Add(item.ItemId);
            return File.WriteAllLinesAsync(file, found.Select(one => $"{one.Key} {string.Join(' ', one.Value.Select(item => item.ToString("N")))}"));
        });
        return (await File.ReadAllLinesAsync(file)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(line => line[0], line => line.Skip(1).Select(Guid.Parse).ToHashSet());
    }

    public async ValueTask DisposeAsync()
    {
        Lucene.Dispose();
        Npgsql.NpgsqlConnection.ClearAllPools();
        if (server is null) return;
        server.StandardInput.Close();
        await server.WaitForExitAsync();
        server.Dispose();
    }
}
