using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gongkai.Records;

/// <summary>Tells every node that what the public sees has changed, at the moment of the commit (PostgreSQL); a store in a file has one node and needs nothing of it.</summary>
public static class Announcements
{
    const string Channel = "gongkai_published";

    /// <summary>Has it told when the transaction ends well; outside of one, now.</summary>
    public static Task Announce(this Store store) =>
        store is PostgresStore ? store.Database.ExecuteSqlRawAsync($"NOTIFY {Channel}", CancellationToken.None) : Task.CompletedTask;

    /// <summary>Listens until it is cancelled or the line breaks, which throws.</summary>
    /// <param name="connection">Of the store.</param>
    /// <param name="hears">Called when it has begun to listen.</param>
    /// <param name="heard">Called for each announcement, and for each that may have been missed.</param>
    public static async Task Listen(string connection, Action hears, Action heard, CancellationToken stopping)
    {
        // A line that is cut somewhere between says nothing by itself: keep-alive asks.
        await using var line = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false, KeepAlive = 5 }.ConnectionString);
        await line.OpenAsync(stopping);
        line.Notification += (_, _) => heard();
        await using (var command = new NpgsqlCommand($"LISTEN {Channel}", line)) await command.ExecuteNonQueryAsync(stopping);
        hears();
        while (true) await line.WaitAsync(stopping);
    }

    /// <summary>Whether there are other nodes to hear of.</summary>
    public static bool HasNodes(this Store store) => store is PostgresStore;
}
