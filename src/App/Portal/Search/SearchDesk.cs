using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Records.Search;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Search;

/// <summary>One hit on the page: what search found, where it leads, what holds of it today.</summary>
public sealed record FoundRow(SearchHit Hit, string Path, string ColumnName, Validity Validity)
{
    public IndexedItem Item => Hit.Item;
}

/// <summary>A choice that narrows the result down, or widens it again.</summary>
/// <param name="Count">None where only some of the hits were counted.</param>
public sealed record Narrowing(string Name, string Address, int? Count);

/// <summary>One group of choices; what is chosen already can be taken back.</summary>
public sealed record NarrowingGroup(string Name, IReadOnlyList<Narrowing> Choices, Narrowing? Chosen);

/// <summary>A result as the pages show it.</summary>
public sealed record Found(SearchFilter Filter, string Path, SearchResult Result, IReadOnlyList<FoundRow> Rows, IReadOnlyList<NarrowingGroup> Groups, Paging Paging)
{
    public bool IsEmpty => Result.Count == 0;

    /// <summary>How many there are, as a sentence.</summary>
    public string Amount => Result.CountKind switch
    {
        CountKind.Exact => $"共 {Result.Count} 条",
        CountKind.About => $"约 {Result.Count} 条",
        CountKind.AtLeast => $"超过 {Result.Count} 条，这里列出其中较新的和标题相符的",
    };

    /// <summary>The same search with other words.</summary>
    public string With(string words) => (Filter with { Words = words }).At(Path);
}

/// <summary>Asks the index for the pages of the portal, and finds the addresses of what it says.</summary>
public sealed class SearchDesk(Store store, TimeProvider time)
{
    /// <param name="path">The page that asks.</param>
    /// <param name="genres">Among which it looks; all where there are none.</param>
    /// <param name="all">Every hit is looked at, up to the most that are counted.</param>
    public async Task<Found> Find(SearchFilter filter, string path, IReadOnlyList<Genre> genres, bool all = false, int pageSize = 20)
    {
        var today = time.Today;
        var agency = filter.Agency is { } code ? (await store.Agencies.AsNoTracking().Existing.WithCode(code).SingleOrDefaultAsync())?.Id ?? Guid.Empty : (Guid?)null;
        // What names no column finds nothing.
        Guid? column = filter.Column is null ? null : Guid.Empty;
        if (Handle.TryParse(filter.Column, null, out var handle)) column = await store.Columns.AsNoTracking().Where(one => one.Handle == handle).Select(one => (Guid?)one.Id).SingleOrDefaultAsync() ?? Guid.Empty;
        var query = new SearchQuery
        {
            Words = filter.Words, Scope = filter.Scope, Order = filter.Order ?? SearchOrder.Relevance, Agency = agency, Column = column, Category = filter.Category,
            Genres = filter.Genre is { } genre ? [genre] : [], Validity = filter.Validity, Year = filter.Year, Interpreted = filter.Interpreted, From = filter.From, Until = filter.Until, Exact = filter.Exact,
            Today = today, Page = filter.Page, PageSize = pageSize, WithFacets = true, Among = genres, LookAtAll = all,
        };
        var result = await SearchIndex.Search(store, query);
        return new(filter, path, result, await Rows(result.Hits, today), await Groups(filter, path, result), new(filter.Page, query.PageSize, result.Count, page => filter.At(path, page)));
    }

    /// <summary>The hits that the public may see at this moment; nothing else is shown, whatever the index says.</summary>
    public async Task<IReadOnlyList<FoundRow>> Rows(IReadOnlyList<SearchHit> hits, DateOnly today)
    {
        Guid[] ids = [.. hits.Select(hit => hit.ItemId)];
        var rows = await (from item in store.Items.AsNoTracking().Public()
                          join column in store.Columns on item.ColumnId equals column.Id
                          where ids.Contains(item.Id)
                          select new { item.Id, item.Handle, item.PublishedAt, item.Validity, item.EffectiveOn, item.EndsOn, column.Slug, column.Name }).ToDictionaryAsync(row => row.Id);
        return
        [
            .. from hit in hits
               let row = rows.GetValueOrDefault(hit.ItemId)
               where row is not null
               select new FoundRow(hit, ItemAddress.Of(row.Slug, row.PublishedAt!.Value, row.Handle), row.Name, row.Validity.On(today, row.EffectiveOn, row.EndsOn)),
        ];
    }

    async Task<IReadOnlyList<NarrowingGroup>> Groups(SearchFilter filter, string path, SearchResult result)
    {
        if (result.Facets is not { } facets) return [];
        Guid[] ids = [.. facets.Columns.Take(12).Select(one => one.Column)];
        var columns = await store.Columns.AsNoTracking().Where(column => ids.Contains(column.Id)).Select(column => new { column.Id, column.Name, column.Handle }).ToDictionaryAsync(column => column.Id);
        var column = filter.Column is not { } asked ? null : columns.Values.FirstOrDefault(one => one.Handle.ToString() == asked)?.Name ?? "所选栏目";
        return
        [
            Group("有效性", facets.Validities.Where(one => one.Validity is not Validity.Unmarked || filter.Validity is not null), one => one.Validity.Name, one => filter with { Validity = one.Validity }, one => one.Count, filter.Validity?.Name, filter with { Validity = null }),
            Group("体裁", facets.Genres, one => one.Genre.Name, one => filter with { Genre = one.Genre }, one => one.Count, filter.Genre?.Name, filter with { Genre = null }),
            Group("类别", facets.Categories, one => one.Category.Name, one => filter with { Category = one.Category }, one => one.Count, filter.Category?.Name, filter with { Category = null }),
            Group("栏目", facets.Columns.Where(one => columns.ContainsKey(one.Column)), one => columns[one.Column].Name, one => filter with { Column = columns[one.Column].Handle.ToString() }, one => one.Count, column, filter with { Column = null }),
            Group("成文年份", facets.Years.Take(20), one => $"{one.Year} 年", one => filter with { Year = one.Year }, one => one.Count, filter.Year is { } year ? $"{year} 年" : null, filter with { Year = null }),
            Group<int>("解读", facets.Interpreted > 0 ? [facets.Interpreted] : [], _ => "有解读", _ => filter with { Interpreted = true }, count => count, filter.Interpreted ? "有解读" : null, filter with { Interpreted = false }),
        ];

        NarrowingGroup Group<T>(string name, IEnumerable<T> choices, Func<T, string> words, Func<T, SearchFilter> with, Func<T, int> count, string? chosen, SearchFilter without) => new(
            name, chosen is null ? [.. choices.Select(one => new Narrowing(words(one), with(one).At(path), facets.IsPartial ? null : count(one)))] : [], chosen is null ? null : new(chosen, without.At(path), null));
    }
}
