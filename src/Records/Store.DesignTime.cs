using Microsoft.EntityFrameworkCore.Design;

namespace Gongkai.Records;

/// <summary>Lets <c>dotnet ef</c> see the SQLite model; it opens no file.</summary>
sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteStore>
{
    public SqliteStore CreateDbContext(string[] args) => (SqliteStore)StoreChoice.Open("Data Source=:memory:");
}

/// <summary>Lets <c>dotnet ef</c> see the PostgreSQL model; it opens no connection.</summary>
sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresStore>
{
    public PostgresStore CreateDbContext(string[] args) => (PostgresStore)StoreChoice.Open("Host=localhost");
}
