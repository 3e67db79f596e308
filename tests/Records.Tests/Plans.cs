using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

/// <summary>How a store would answer a question.</summary>
static class Plans
{
    /// <summary>The plan as text. PostgreSQL is told to leave whole tables alone where it can: on a small one it would read them, whatever indexes there are.</summary>
    public static async Task<string> PlanOf<T>(this Store store, IQueryable<T> question, CancellationToken cancelled)
    {
        await store.Database.OpenConnectionAsync(cancelled);
        if (store is PostgresStore) await store.Database.ExecuteSqlAsync($"SET enable_seqscan = off", cancelled);
        await using var command = question.CreateDbCommand();
        command.CommandText = (store is SqliteStore ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync(cancelled);
        List<string> lines = [];
        while (await reader.ReadAsync(cancelled)) lines.Add(reader.GetString(store is SqliteStore ? 3 : 0));
        return string.Join('\n', lines);
    }
}
