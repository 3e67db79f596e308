using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Gongkai.Records;

/// <summary>What was saved stands on this server, and may be lost with it: its standby never confirmed. Ask again later; do not save again.</summary>
public sealed class UncertainCommitException() : Exception("已保存在本机，但备用数据库没有确认，暂时不能保证不会丢失。请稍后查询结果，不要重复提交。");

/// <summary>Turns a commit that stopped waiting for its standby into an error.</summary>
/// <remarks>
/// When a timeout or a cancelled request ends that wait, PostgreSQL reports success and only adds a notice, and Npgsql passes on the success.
/// The notice is known by the server's routine, since its text depends on the server's language.
/// </remarks>
sealed class CommitWatch : DbConnectionInterceptor, IDbTransactionInterceptor, IDbCommandInterceptor
{
    const string Routine = "SyncRepWaitForLSN";

    public static CommitWatch Instance { get; } = new();

    readonly ConditionalWeakTable<DbConnection, StrongBox<bool>> doubted = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Listen(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Listen(connection);
        return Task.CompletedTask;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Refuse(eventData.Context?.Database.GetDbConnection());

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Refuse(eventData.Context?.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    // A single statement is a transaction of its own.
    public int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Refuse(command.Connection);
        return result;
    }

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Refuse(command.Connection);
        return new(result);
    }

    // … and when it is saved through a reader, the notice comes while that is read.
    public InterceptionResult DataReaderClosing(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
    {
        eventData.DataReader.Close();
        Refuse(command.Connection);
        return result;
    }

    public async ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
    {
        await eventData.DataReader.CloseAsync();
        Refuse(command.Connection);
        return result;
    }

    void Listen(DbConnection connection)
    {
        if (doubted.TryGetValue(connection, out _)) return;
        var doubt = new StrongBox<bool>();
        doubted.Add(connection, doubt);
        ((NpgsqlConnection)connection).Notice += (_, heard) => doubt.Value |= heard.Notice.Routine == Routine;
    }

    void Refuse(DbConnection? connection)
    {
        if (connection is null || !doubted.TryGetValue(connection, out var doubt) || !doubt.Value) return;
        doubt.Value = false;
        throw new UncertainCommitException();
    }
}
