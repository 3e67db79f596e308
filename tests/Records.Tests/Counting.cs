using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Records.Tests;

/// <summary>Counts how often a store asks its database; SQLite writes row by row, which is no question.</summary>
sealed class Counting : DbCommandInterceptor
{
    public int Questions { get; private set; }

    /// <summary>A store whose questions are counted; whoever asks for it disposes of the services.</summary>
    public static (Store Store, Counting Counting, ServiceProvider Services) Open(string connection)
    {
        var counting = new Counting();
        var services = new ServiceCollection();
        services.AddStore(connection);
        services.ConfigureDbContext<SqliteStore>(options => options.AddInterceptors(counting));
        services.ConfigureDbContext<PostgresStore>(options => options.AddInterceptors(counting));
        var provider = services.BuildServiceProvider();
        return (provider.CreateScope().ServiceProvider.GetRequiredService<Store>(), counting, provider);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)) Questions++;
        return new(result);
    }
}
