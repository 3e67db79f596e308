using System.Globalization;
using Gongkai.Records;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Gongkai.Bench;

/// <summary>The columns of a table as the model knows them, and how a row's values become the store's.</summary>
sealed class BulkTable
{
    readonly (string Property, string Column, Func<object, object?> Value, Func<object?, object?> Store)[] columns;

    public BulkTable(Store store, Type entity)
    {
        var type = store.Model.FindEntityType(entity)!;
        Name = type.GetTableName()!;
        var table = StoreObjectIdentifier.Table(Name);
        columns = [.. type.GetFlattenedProperties().Select(property => (property.Name, property.GetColumnName(table)!, Reader(property), Converter(property)))];
    }

    public string Name { get; }
    public int Width => columns.Length;
    public string Columns => string.Join(", ", columns.Select(column => $"\"{column.Column}\""));

    /// <param name="row">An object of the model.</param>
    /// <param name="instead">Values that it would get only on a longer way, by the names of its properties.</param>
    public IEnumerable<object?> Values(object row, IReadOnlyDictionary<string, object?>? instead = null) =>
        columns.Select(column => instead is not null && instead.TryGetValue(column.Property, out var value) ? column.Store(value) : column.Value(row));

    static Func<object, object?> Reader(IProperty property)
    {
        // What a saved row has: its first revision.
        if (property.Name == nameof(IRecord.Revision)) return _ => 1;
        var (getter, convert) = (property.GetGetter(), Converter(property));
        return row => convert(getter.GetClrValueUsingContainingEntity(row));
    }

    static Func<object?, object?> Converter(IProperty property)
    {
        var converter = property.GetTypeMapping().Converter;
        return value => value is null ? null : converter?.ConvertToProvider(value) ?? value;
    }
}

/// <summary>Puts very many rows into a store, under Entity Framework: the filling is not what is measured.</summary>
sealed class BulkRows : IAsyncDisposable
{
    readonly Store store;
    readonly Dictionary<BulkTable, SqliteCommand> commands = [];
    SqliteTransaction? transaction;

    BulkRows(Store store) => this.store = store;

    public static async Task<BulkRows> Into(Store store)
    {
        await store.Database.OpenConnectionAsync();
        var rows = new BulkRows(store);
        if (store is SqliteStore)
        {
            await store.Database.ExecuteSqlAsync($"PRAGMA cache_size = -2000000");
            await store.Database.ExecuteSqlAsync($"PRAGMA synchronous = OFF");
            rows.transaction = (SqliteTransaction)await store.Database.GetDbConnection().BeginTransactionAsync();
        }
        return rows;
    }

    public Task Put(BulkTable table, IEnumerable<object> rows) => Put(table, rows.Select(row => table.Values(row)));

    public async Task Put(BulkTable table, IEnumerable<IEnumerable<object?>> rows)
    {
        if (transaction is null) await Copy(table, rows);
        else
            foreach (var row in rows) Run(Command(table), row);
    }

    public async ValueTask DisposeAsync()
    {
        if (transaction is not null)
        {
            await transaction.CommitAsync();
            await transaction.DisposeAsync();
        }
        await store.Database.ExecuteSqlAsync($"ANALYZE");
        if (store is PostgresStore) await store.Database.ExecuteSqlAsync($"VACUUM");
        await store.Database.CloseConnectionAsync();
    }

    SqliteCommand Command(BulkTable table)
    {
        if (commands.TryGetValue(table, out var known)) return known;
        var command = ((SqliteConnection)store.Database.GetDbConnection()).CreateCommand();
        var names = Enumerable.Range(0, table.Width).Select(at => string.Create(CultureInfo.InvariantCulture, $"${at}")).ToList();
        (command.CommandText, command.Transaction) = ($"INSERT INTO {table.Name} ({table.Columns}) VALUES ({string.Join(", ", names)})", transaction);
        foreach (var name in names) command.Parameters.Add(new() { ParameterName = name });
        return commands[table] = command;
    }

    static void Run(SqliteCommand command, IEnumerable<object?> values)
    {
        var at = 0;
        foreach (var value in values) command.Parameters[at++].Value = value ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    async Task Copy(BulkTable table, IEnumerable<IEnumerable<object?>> rows)
    {
        await using var writer = await ((NpgsqlConnection)store.Database.GetDbConnection()).BeginBinaryImportAsync($"COPY {table.Name} ({table.Columns}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await writer.StartRowAsync();
            foreach (var value in row)
                if (value is null) await writer.WriteNullAsync();
                else await Write(writer, value);
        }
        await writer.CompleteAsync();
    }

    static Task Write(NpgsqlBinaryImporter writer, object value) => value switch
    {
        DateTime time => writer.WriteAsync(time, NpgsqlTypes.NpgsqlDbType.TimestampTz),
        DateOnly day => writer.WriteAsync(day),
        Guid key => writer.WriteAsync(key),
        int number => writer.WriteAsync(number),
        bool yes => writer.WriteAsync(yes),
        string text => writer.WriteAsync(text),
        _ => throw new InvalidOperationException($"No column of ours holds a {value.GetType()}."),
    };
}
