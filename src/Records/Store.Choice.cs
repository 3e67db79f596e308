using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Records;

/// <summary>Which store a connection string means: a host makes it PostgreSQL, a file makes it SQLite.</summary>
public static class StoreChoice
{
    /// <summary>Gives each request its store.</summary>
    /// <param name="services">Where it is asked for.</param>
    /// <param name="connection"><c>Data Source=data/gongkai.db</c>, or <c>Host=…;Database=…;Username=…</c>.</param>
    public static IServiceCollection AddStore(this IServiceCollection services, string connection) => IsPostgres(connection)
        ? services.AddDbContextPool<Store, PostgresStore>(options => PostgresStore.Use(options, connection))
        : services.AddDbContextPool<Store, SqliteStore>(options => SqliteStore.Use(options, connection));

    /// <summary>Opens a store where there is no web server: for a command, or a test. The caller disposes of it.</summary>
    public static Store Open(string connection)
    {
        if (IsPostgres(connection))
        {
            var postgres = new DbContextOptionsBuilder<PostgresStore>();
            PostgresStore.Use(postgres, connection);
            return new PostgresStore(postgres.Options);
        }

        var sqlite = new DbContextOptionsBuilder<SqliteStore>();
        SqliteStore.Use(sqlite, connection);
        return new SqliteStore(sqlite.Options);
    }

    internal static bool IsPostgres(string connection) => connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}
