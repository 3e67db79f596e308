using System.Data.Common;
using Gongkai.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Rigs;

/// <summary>What the rigs watch inside the platform: how often a query code was compared, and whether a commit could be cancelled.</summary>
sealed class Watched : DbCommandInterceptor, IDbTransactionInterceptor
{
    int compared, cancellable;

    public int Compared => Volatile.Read(ref compared);
    public int Cancellable => Volatile.Read(ref cancellable);

    /// <summary>Commits do not wait for the disk: SQLite's own choice, and the control of R3.</summary>
    public bool Normal { get; init; }

    public void AddTo(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteStore>(options => options.AddInterceptors([this, .. Normal ? [new Careless()] : (IInterceptor[])[]]));
        services.ConfigureDbContext<PostgresStore>(options => options.AddInterceptors(this));
    }

    sealed class Careless : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Loosen(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Loosen(connection);
            return Task.CompletedTask;
        }

        static void Loosen(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = NORMAL";
            command.ExecuteNonQuery();
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.Contains("WHERE r.\"CodeMark\" = ", StringComparison.Ordinal) || command.CommandText.Contains("WHERE \"r\".\"CodeMark\" = ", StringComparison.Ordinal)) Interlocked.Increment(ref compared);
        return new(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.CanBeCanceled) Interlocked.Increment(ref cancellable);
        return new(result);
    }
}
