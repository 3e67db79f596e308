using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Gongkai.Records.Backups;

/// <summary>What stands in the tables of a PostgreSQL database, as text that is the same on every server.</summary>
static class PostgresContent
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A connection of its own in which values are written one way only, and one view of the data is kept until it ends.</summary>
    public static NpgsqlConnection Open(string connection)
    {
        var opened = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        opened.Open();
        Run(opened, """
            SET TimeZone = 'UTC';
            SET DateStyle = 'ISO, YMD';
            SET IntervalStyle = 'postgres';
            SET bytea_output = 'hex';
            SET extra_float_digits = 1;
            """);
        return opened;
    }

    /// <summary>The tables, by name.</summary>
    public static List<string> Tables(NpgsqlConnection connection) => Words(connection, """
        SELECT relname FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
        ORDER BY relname COLLATE "C"
        """);

    /// <summary>The migrations that have been applied, the oldest first; none where there is no store.</summary>
    public static List<string> Migrations(NpgsqlConnection connection) => !Tables(connection).Contains("__EFMigrationsHistory") ? []
        : Words(connection, """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" COLLATE "C" """);

    /// <summary>Writes a table's rows in the order of its key, after a line with the columns' names, and counts and digests them.</summary>
    public static TableCount Write(NpgsqlConnection connection, string table, Stream output)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = 0L;
        var characters = new char[1 << 16];
        var bytes = new byte[Utf8.GetMaxByteCount(characters.Length)];
        var encoder = Utf8.GetEncoder();
        using (var rows = connection.BeginTextExport($"COPY (SELECT {Columns(connection, table)} FROM {Name(table)} ORDER BY {Order(connection, table)}) TO STDOUT (FORMAT text, HEADER, ENCODING 'UTF8')"))
            for (int read; (read = rows.Read(characters, 0, characters.Length)) > 0;)
            {
                var length = encoder.GetBytes(characters.AsSpan(0, read), bytes, flush: false);
                digest.AppendData(bytes, 0, length);
                output.Write(bytes, 0, length);
                // A line end within a value is written as \n, so each line is a row.
                lines += characters.AsSpan(0, read).Count('\n');
            }
        return new(table, lines - 1, Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    /// <summary>Puts rows that <see cref="Write"/> wrote into an empty table.</summary>
    public static void Read(NpgsqlConnection connection, string table, Stream input)
    {
        using var reader = new StreamReader(input, Utf8);
        var columns = string.Join(", ", reader.ReadLine()!.Split('\t').Select(Name));
        using var rows = connection.BeginTextImport($"COPY {Name(table)} ({columns}) FROM STDIN (FORMAT text, ENCODING 'UTF8')");
        var characters = new char[1 << 16];
        for (int read; (read = reader.Read(characters, 0, characters.Length)) > 0;) rows.Write(characters, 0, read);
    }

    /// <summary>Where each counter stands.</summary>
    public static IReadOnlyList<CounterState> Counters(NpgsqlConnection connection) =>
    [
        .. from name in Words(connection, "SELECT sequencename FROM pg_sequences WHERE schemaname = current_schema() ORDER BY sequencename COLLATE \"C\"")
           let state = Words(connection, $"SELECT last_value || ' ' || is_called FROM {Name(name)}").Single().Split(' ')
           select new CounterState(name, long.Parse(state[0], System.Globalization.CultureInfo.InvariantCulture), state[1] == "true"),
    ];

    public static List<string> Words(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var words = new List<string>();
        while (reader.Read()) words.Add(reader.GetString(0));
        return words;
    }

    public static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // What the server computes for itself is no content.
    static string Columns(NpgsqlConnection connection, string table) => string.Join(", ", Words(connection, $"""
        SELECT attname FROM pg_attribute
        WHERE attrelid = {Literal(table)}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum
        """).Select(Name));

    static string Order(NpgsqlConnection connection, string table) => Words(connection, $"""
        SELECT quote_ident(attname) || CASE WHEN attcollation = 0 THEN '' ELSE ' COLLATE "C"' END
        FROM pg_index, unnest(indkey::int[]) WITH ORDINALITY AS key(number, place), pg_attribute
        WHERE indrelid = {Literal(table)}::regclass AND indisprimary AND attrelid = indrelid AND attnum = number ORDER BY place
        """) is { Count: > 0 } key ? string.Join(", ", key) : $"{Name(table)}::text COLLATE \"C\"";

    static string Literal(string table) => $"'{Name(table).Replace("'", "''", StringComparison.Ordinal)}'";
}
