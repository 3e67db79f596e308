using Gongkai.Records.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Registers;

/// <summary>The rows that an address of a register asks for: how many, page by page, and all of them for a file.</summary>
/// <param name="Count">At most <see cref="PublicRegister.MostCounted"/>.</param>
/// <param name="Capped">There are more than are counted.</param>
/// <param name="Partly">Words were sought within numbers and names among the newest rows alone.</param>
public sealed record RegisterFound(int Count, bool Capped, bool Partly)
{
    const int AtOnce = 500;

    IQueryable<RegisterRow>? rows;
    IReadOnlyList<Guid>? ids;

    public static RegisterFound Nothing { get; } = new(0, false, false);

    /// <summary>All rows of a question, in its order.</summary>
    public static async Task<RegisterFound> Of(IOrderedQueryable<RegisterRow> rows)
    {
        var count = await rows.Take(PublicRegister.MostCounted + 1).CountAsync();
        return new(Math.Min(count, PublicRegister.MostCounted), count > PublicRegister.MostCounted, false) { rows = rows };
    }

    /// <summary>What a search found, in its order.</summary>
    /// <param name="newest">The rows among which it looked within texts.</param>
    public static async Task<RegisterFound> Of(IQueryable<RegisterRow> rows, IReadOnlyList<Guid> ids, IQueryable<RegisterRow> newest) =>
        new(Math.Min(ids.Count, PublicRegister.MostCounted), ids.Count > PublicRegister.MostCounted, await newest.Skip(RegisterSearch.Most).AnyAsync()) { rows = rows, ids = ids };

    public async Task<IReadOnlyList<RegisterRow>> Page(int skip, int take) =>
        rows is null ? [] : ids is null ? await rows.Skip(skip).Take(take).ToListAsync() : await These([.. ids.Skip(skip).Take(take)]);

    /// <summary>For a file.</summary>
    public async IAsyncEnumerable<RegisterRow> All()
    {
        if (rows is null) yield break;
        if (ids is null)
        {
            await foreach (var row in rows.Take(PublicRegister.MostInFile).AsAsyncEnumerable()) yield return row;
            yield break;
        }
        foreach (var some in ids.Take(PublicRegister.MostInFile).Chunk(AtOnce))
            foreach (var row in await These(some)) yield return row;
    }

    async Task<IReadOnlyList<RegisterRow>> These(IReadOnlyList<Guid> some)
    {
        var read = await rows!.Where(row => some.Contains(row.Id)).ToDictionaryAsync(row => row.Id);
        return [.. some.Where(read.ContainsKey).Select(id => read[id])];
    }
}
