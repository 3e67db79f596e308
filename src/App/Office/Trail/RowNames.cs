using Gongkai.Records;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongkai.App.Office.Trail;

/// <summary>What rows are called, for a reader who has only their keys: 人员“某某”.</summary>
public sealed class RowNames(Store store)
{
    /// <summary>The names of rows that are still there; one question for each table.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Of(IEnumerable<(string Table, Guid Id)> rows)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var table in rows.Distinct().GroupBy(row => row.Table, row => row.Id))
            if (TableOf(table.Key) is { } type)
                foreach (var (id, title) in await Titles(type, [.. table]))
                    names[id] = title is null ? TrailWords.Of(table.Key) : $"{TrailWords.Of(table.Key)}“{title}”";
        return names;
    }

    /// <summary>The keys of the rows that someone means: by its inner number, by the public one that stands in its address, or by a person's name.</summary>
    public async Task<IReadOnlyList<(string Table, Guid Id)>> Find(string meant, IReadOnlyCollection<Guid>? agencies)
    {
        if (Guid.TryParse(meant, out var id)) return [(await TableOf(id) ?? "", id)];
        if (Handle.TryParse(meant, null, out var handle))
        {
            foreach (var type in Trailed.Where(type => type.FindProperty(nameof(Handle)) is not null))
                if (await (Task<Guid?>)Generic(nameof(WithHandle), type).Invoke(this, [handle])! is { } found) return [(type.GetTableName()!, found)];
            return [];
        }
        return [.. (await store.People.Where(person => person.Name == meant && (agencies == null || agencies.Contains(person.AgencyId))).OrderBy(person => person.Id).Take(20).Select(person => person.Id).ToListAsync())
            .Select(person => (TableOf<Records.Organizations.Person>(), person))];
    }

    /// <summary>The table of a record, as the trail knows it.</summary>
    public async Task<string?> TableOf(Guid id) =>
        await store.Set<TrailChange>().Where(change => change.Record == id).Select(change => change.Table).FirstOrDefaultAsync();

    /// <summary>How a table is mapped; <c>null</c> where there is none of that name any more.</summary>
    public IEntityType? TableOf(string table) => Trailed.FirstOrDefault(type => type.GetTableName() == table);

    string TableOf<T>() => store.Model.FindEntityType(typeof(T))!.GetTableName()!;

    IEnumerable<IEntityType> Trailed => store.Model.GetEntityTypes().Where(type => type.IsTrailed());

    Task<IReadOnlyList<(Guid, string?)>> Titles(IEntityType type, List<Guid> ids) =>
        (Task<IReadOnlyList<(Guid, string?)>>)Generic(nameof(TitlesOf), type).Invoke(this, [ids, TrailWords.TitleOf(type.GetTableName()!) is { } title ? type.FindProperty(title) : null])!;

    static System.Reflection.MethodInfo Generic(string method, IEntityType type) => typeof(RowNames).GetMethod(method)!.MakeGenericMethod(type.ClrType);

    public async Task<Guid?> WithHandle<T>(Handle handle) where T : class, IRecord =>
        await store.Set<T>().Where(row => EF.Property<Handle>(row, nameof(Handle)) == handle).Select(row => (Guid?)row.Id).FirstOrDefaultAsync();

    public async Task<IReadOnlyList<(Guid, string?)>> TitlesOf<T>(List<Guid> ids, IProperty? title) where T : class, IRecord
    {
        var rows = store.Set<T>().AsNoTracking().Where(row => ids.Contains(row.Id));
        return title is null ? [.. (await rows.Select(row => row.Id).ToListAsync()).Select(id => (id, (string?)null))]
            : title.ClrType == typeof(int) ? [.. (await rows.Select(row => new { row.Id, Number = EF.Property<int>(row, title.Name) }).ToListAsync()).Select(row => (row.Id, (string?)$"{row.Number}"))]
            : [.. (await rows.Select(row => new { row.Id, Text = EF.Property<string?>(row, title.Name) }).ToListAsync()).Select(row => (row.Id, row.Text))];
    }
}
