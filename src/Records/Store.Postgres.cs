using Gongkai.Records.AnnualReports;
using Gongkai.Records.Registers;
using Gongkai.Records.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Gongkai.Records;

/// <summary>The store in a PostgreSQL database, for several machines.</summary>
public sealed partial class PostgresStore(DbContextOptions<PostgresStore> options) : Store(options)
{
    /// <summary>The number of our advisory lock: "gongkai" in ASCII.</summary>
    const long LockNumber = 0x676F6E676B6169;

    internal static void Use(DbContextOptionsBuilder options, string connection) => options
        .UseNpgsql(connection, postgres => postgres.MigrationsAssembly(typeof(Store).Assembly))
        .AddInterceptors(CommitWatch.Instance);

    /// <inheritdoc/>
    /// <remarks>The lock belongs to a connection of its own; the server lets go of it when that ends, however it ends.</remarks>
    public override void Alone(Action work)
    {
        CreateWhereMissing();
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Database.GetConnectionString()) { Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = LockNumber } }, CommandTimeout = 120 };
        command.ExecuteNonQuery();
        work();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        IndexedWords.Map(modelBuilder);
        // What is searched by its beginning stands in the order of code points, as in SQLite; an index of another order finds no beginnings.
        foreach (var register in modelBuilder.Model.GetEntityTypes().Where(table => table.ClrType.IsSubclassOf(typeof(RegisterRow))))
            foreach (var name in (string[])[nameof(RegisterRow.Number), nameof(DecisionRow.ShownName), nameof(ProcurementProject.Supplier)])
                register.FindProperty(name)?.SetCollation("C");
        // json keeps the text as it was written; jsonb would rewrite it, and refuse some of it.
        modelBuilder.Entity<AnnualReport>().Property(report => report.Content).HasColumnType("json");
    }

    /// <inheritdoc/>
    protected override void Migrate()
    {
        base.Migrate();
        Database.ExecuteSqlRaw("CREATE OR REPLACE FUNCTION trail_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the trail is append-only'; END $$");
        foreach (var guard in AppendOnly.Select(Guard)) Database.ExecuteSqlRaw(guard);
    }

    static string Guard(string table) =>
        $"CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION trail_append_only()";

    /// <inheritdoc/>
    /// <remarks>Two chains may share a number; then they wait for each other needlessly, and nothing else.</remarks>
    private protected override Task Lock(Guid chain) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({BitConverter.ToInt64(chain.ToByteArray(), 8)})");

    void CreateWhereMissing()
    {
        var database = Database.GetService<IRelationalDatabaseCreator>();
        if (database.Exists()) return;
        try
        {
            database.Create();
        }
        catch (PostgresException race) when (race.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process made it in the meantime, which is as good.
        }
    }
}
