using System.Globalization;
using Gongkai.Records;
using Gongkai.Records.Demo;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Gongkai.Bench;

/// <summary>A register of very many requests, each with its whole file, invented by the generator and put in row by row under Entity Framework.</summary>
static class RequestStores
{
    /// <summary>The last day that is known: what happens after it is still to come, so that there is open work.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 20);

    public const int First = 2022, Years = 5;

    const int Departments = 10;

    /// <summary>Fills an empty store; the agency and one of its departments come back.</summary>
    public static async Task<(Guid Agency, Guid Department)> Fill(Store store, int count)
    {
        var agency = new Agency { Code = "bench", Name = "示例单位" };
        var departments = Enumerable.Range(1, Departments).Select(number => new Department { AgencyId = agency.Id, Name = $"示例{number}科", Order = number }).ToList();
        store.Add(agency);
        store.AddRange(departments);
        await store.Save(new(Deed.DemoSeeded, Hand.Program, Today.StartAtOffice));
        store.ChangeTracker.Clear();
        var (requests, pages) = (new Table(store, typeof(InformationRequest)), new Table(store, typeof(CasePage)));
        await store.Database.OpenConnectionAsync();
        if (store is SqliteStore)
        {
            await FillSqlite(store, Cases(agency.Id, [.. departments.Select(one => one.Id)], count), requests, pages);
        }
        else
        {
            await FillPostgres(store, Cases(agency.Id, [.. departments.Select(one => one.Id)], count), requests, pages);
        }
        await store.Database.ExecuteSqlAsync($"ANALYZE");
        if (store is PostgresStore) await store.Database.ExecuteSqlAsync($"VACUUM requests");
        await store.Database.CloseConnectionAsync();
        return (agency.Id, departments[0].Id);
    }

    static IEnumerable<(InformationRequest Request, IReadOnlyList<CasePage> Pages)> Cases(Guid agency, Guid[] departments, int count)
    {
        var number = 0;
        foreach (var one in GeneratedYears.Of("bench", First, Years, count / Years, WorkingCalendar.BuiltIn, departments))
            if (one.Until(Today) is { } known) yield return known.ToRows(agency, ++number, WorkingCalendar.BuiltIn);
    }

    /// <summary>The columns of a table as the model knows them, and how a row's values become the store's.</summary>
    sealed class Table
    {
        readonly (string Column, Func<object, object?> Value)[] columns;

        public Table(Store store, Type entity)
        {
            var type = store.Model.FindEntityType(entity)!;
            Name = type.GetTableName()!;
            var table = StoreObjectIdentifier.Table(Name);
            columns = [.. type.GetFlattenedProperties().Select(property => (property.GetColumnName(table)!, Reader(property)))];
        }

        public string Name { get; }
        public int Width => columns.Length;
        public string Columns => string.Join(", ", columns.Select(column => $"\"{column.Column}\""));
        public IEnumerable<object?> Values(object row) => columns.Select(column => column.Value(row));

        static Func<object, object?> Reader(IProperty property)
        {
            // What a saved row has: its first revision.
            if (property.Name == nameof(IRecord.Revision)) return _ => 1;
            var (getter, converter) = (property.GetGetter(), property.GetTypeMapping().Converter);
            return row => getter.GetClrValueUsingContainingEntity(row) is { } value ? converter?.ConvertToProvider(value) ?? value : null;
        }
    }

    static async Task FillSqlite(Store store, IEnumerable<(InformationRequest Request, IReadOnlyList<CasePage> Pages)> cases, Table requests, Table pages)
    {
        // The filling is not what is measured.
        await store.Database.ExecuteSqlAsync($"PRAGMA cache_size = -2000000");
        await store.Database.ExecuteSqlAsync($"PRAGMA synchronous = OFF");
        var connection = (SqliteConnection)store.Database.GetDbConnection();
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        var (request, page) = (Command(requests), Command(pages));
        foreach (var (one, some) in cases)
        {
            Run(request, requests.Values(one));
            foreach (var each in some) Run(page, pages.Values(each));
        }
        await transaction.CommitAsync();

        SqliteCommand Command(Table table)
        {
            var command = connection.CreateCommand();
            var names = Enumerable.Range(0, table.Width).Select(at => string.Create(CultureInfo.InvariantCulture, $"${at}")).ToList();
            (command.CommandText, command.Transaction) = ($"INSERT INTO {table.Name} ({table.Columns}) VALUES ({string.Join(", ", names)})", transaction);
            foreach (var name in names) command.Parameters.Add(new() { ParameterName = name });
            return command;
        }

        static void Run(SqliteCommand command, IEnumerable<object?> values)
        {
            var at = 0;
            foreach (var value in values) command.Parameters[at++].Value = value ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    static async Task FillPostgres(Store store, IEnumerable<(InformationRequest Request, IReadOnlyList<CasePage> Pages)> cases, Table requests, Table pages)
    {
        var connection = (NpgsqlConnection)store.Database.GetDbConnection();
        // Pages name their request, so a portion of requests goes before its pages.
        foreach (var some in cases.Chunk(20_000))
        {
            await Copy(requests, some.Select(one => (object)one.Request));
            await Copy(pages, some.SelectMany(one => one.Pages));
        }

        async Task Copy(Table table, IEnumerable<object> rows)
        {
            await using var writer = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({table.Columns}) FROM STDIN (FORMAT BINARY)");
            foreach (var row in rows)
            {
                await writer.StartRowAsync();
                foreach (var value in table.Values(row))
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
}
