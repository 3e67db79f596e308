using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Records;
using Gongkai.Records.Trail;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Gongkai.Bench;

/// <summary>A trail as years of work leave it, invented and whole: it verifies.</summary>
static class TrailStores
{
    public const int Chains = 100, Accounts = 1_000, Departments = 200, Subjects = 500;
    public static DateTimeOffset First { get; } = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>One act each twenty seconds, round the clock.</summary>
    public static DateTimeOffset At(int number) => First.AddSeconds(20L * number);

    public static Guid Key(string kind, int number) => new(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{kind} {number}"))).AsSpan(0, 16));

    /// <summary>The entries, and the record that every tenth looks at; one subject in five hundred is looked at as often as all others together.</summary>
    public static IEnumerable<(TrailEntry Entry, TrailMention? Mention)> Entries(int count)
    {
        var heads = new (long Length, byte[] Hash)[Chains];
        Array.Fill(heads, (0, []));
        var random = new Random(20261122);
        for (var number = 0; number < count; number++)
        {
            var (chain, account) = (random.Next(Chains), random.Next(Accounts));
            var (look, sequence) = (number % 10 == 0, heads[chain].Length + 1);
            var subject = Key("subject", number % 20 == 0 ? 0 : random.Next(Subjects));
            var deed = look ? "person.mobile-read" : FormattableString.Invariant($"bench.deed-{random.Next(20)}");
            var at = At(number).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
            var mentions = look ? $$""","mentions":[{"table":"people","record":"{{subject:D}}","field":"Mobile"}]""" : "";
            var (of, by, department) = (Key("chain", chain), Key("account", account), Key("department", account % Departments));
            var content = $$"""{"chain":"{{of:D}}","sequence":{{sequence}},"at":"{{at}}","deed":"{{deed}}","account":"{{by:D}}","department":"{{department:D}}","by":"演示{{account}}","from":"10.0.{{account / 250}}.{{account % 250}}","why":"测量","changes":[]{{mentions}}}""";
            var hash = SHA256.HashData([.. heads[chain].Hash, .. Encoding.UTF8.GetBytes(content)]);
            heads[chain] = (sequence, hash);
            yield return (new()
            {
                Chain = of, Sequence = sequence, At = At(number), Deed = deed, Account = by, Department = department, By = $"演示{account}",
                From = FormattableString.Invariant($"10.0.{account / 250}.{account % 250}"), Why = "测量", Content = content, Hash = hash,
            }, look ? new() { Record = subject, Table = "people", Field = "Mobile", Chain = of, Sequence = sequence, Number = 0 } : null);
        }
    }

    /// <summary>Fills an empty store with the trail, and with as many rows of a table that the trail follows.</summary>
    public static async Task Fill(Store store, int count)
    {
        if (store is SqliteStore) await FillSqlite(store, count);
        else await FillPostgres(store, count);
    }

    static async Task FillSqlite(Store store, int count)
    {
        await store.Database.OpenConnectionAsync();
        // The filling is not what is measured.
        await store.Database.ExecuteSqlAsync($"PRAGMA cache_size = -2000000");
        await store.Database.ExecuteSqlAsync($"PRAGMA synchronous = OFF");
        var connection = (SqliteConnection)store.Database.GetDbConnection();
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        var entry = Command("INSERT INTO trail_entries (\"Chain\", \"Sequence\", \"At\", \"Deed\", \"Account\", \"Department\", \"By\", \"From\", \"Why\", \"Content\", \"Hash\") VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", 11);
        var mention = Command("INSERT INTO trail_mentions (\"Chain\", \"Sequence\", \"Number\", \"Record\", \"Table\", \"Field\") VALUES ($0, $1, $2, $3, $4, $5)", 6);
        var code = Command("INSERT INTO setup_codes (\"Id\", \"Revision\", \"Hash\", \"MadeAt\") VALUES ($0, $1, $2, $3)", 4);
        foreach (var (one, look) in Entries(count))
        {
            Run(entry, one.Chain, one.Sequence, one.At.UtcDateTime, one.Deed, one.Account!, one.Department!, one.By, one.From, one.Why!, one.Content, one.Hash);
            if (look is not null) Run(mention, look.Chain, look.Sequence, look.Number, look.Record, look.Table, look.Field!);
        }
        for (var number = 0; number < count; number++) Run(code, Key("code", number), 1, "x", First.UtcDateTime);
        await transaction.CommitAsync();
        await store.Database.CloseConnectionAsync();

        SqliteCommand Command(string sql, int parameters)
        {
            var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (sql, transaction);
            for (var at = 0; at < parameters; at++) command.Parameters.Add(new() { ParameterName = FormattableString.Invariant($"${at}") });
            return command;
        }

        static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
        {
            for (var at = 0; at < values.Length; at++) command.Parameters[at].Value = values[at];
            command.ExecuteNonQuery();
        }
    }

    static async Task FillPostgres(Store store, int count)
    {
        await store.Database.OpenConnectionAsync();
        var connection = (NpgsqlConnection)store.Database.GetDbConnection();
        List<TrailMention> looks = [];
        await using (var rows = await connection.BeginBinaryImportAsync("COPY trail_entries (\"Chain\", \"Sequence\", \"At\", \"Deed\", \"Account\", \"Department\", \"By\", \"From\", \"Why\", \"Content\", \"Hash\") FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var (one, look) in Entries(count))
            {
                await rows.StartRowAsync();
                await rows.WriteAsync(one.Chain);
                await rows.WriteAsync(one.Sequence);
                await rows.WriteAsync(one.At.UtcDateTime, NpgsqlDbType.TimestampTz);
                await rows.WriteAsync(one.Deed);
                await rows.WriteAsync(one.Account!.Value);
                await rows.WriteAsync(one.Department!.Value);
                foreach (var text in (string[])[one.By, one.From, one.Why!, one.Content]) await rows.WriteAsync(text);
                await rows.WriteAsync(one.Hash);
                if (look is not null) looks.Add(look);
            }
            await rows.CompleteAsync();
        }
        await using (var rows = await connection.BeginBinaryImportAsync("COPY trail_mentions (\"Chain\", \"Sequence\", \"Number\", \"Record\", \"Table\", \"Field\") FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var look in looks)
            {
                await rows.StartRowAsync();
                await rows.WriteAsync(look.Chain);
                await rows.WriteAsync(look.Sequence);
                await rows.WriteAsync(look.Number);
                await rows.WriteAsync(look.Record);
                await rows.WriteAsync(look.Table);
                await rows.WriteAsync(look.Field!);
            }
            await rows.CompleteAsync();
        }
        await using (var rows = await connection.BeginBinaryImportAsync("COPY setup_codes (\"Id\", \"Revision\", \"Hash\", \"MadeAt\") FROM STDIN (FORMAT BINARY)"))
        {
            for (var number = 0; number < count; number++)
            {
                await rows.StartRowAsync();
                await rows.WriteAsync(Key("code", number));
                await rows.WriteAsync(1);
                await rows.WriteAsync("x");
                await rows.WriteAsync(First.UtcDateTime, NpgsqlDbType.TimestampTz);
            }
            await rows.CompleteAsync();
        }
        await store.Database.ExecuteSqlAsync($"ANALYZE");
        await store.Database.CloseConnectionAsync();
    }

    /// <summary>A PostgreSQL to throw away, as the tests start it; it ends when its input does.</summary>
    /// <param name="args">A folder in which it is kept, and settings.</param>
    public static (string Connection, Process Server) Postgres(params IEnumerable<string> args)
    {
        var server = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "eng", "postgres"), args) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var line = server.StandardOutput.ReadLine() ?? throw new InvalidOperationException("No PostgreSQL could be started.");
        return (new NpgsqlConnectionStringBuilder(line) { Database = "gongkai_bench", CommandTimeout = 600 }.ConnectionString, server);
    }
}
