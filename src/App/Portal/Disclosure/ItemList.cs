using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>One page of a list of items, and the addresses of the others.</summary>
/// <param name="Path">The address of the list, without its question.</param>
/// <param name="Older">Where what lies beyond the last page begins; none where nothing does.</param>
/// <param name="Stopped">More rows than the newest were not looked at.</param>
public sealed record ItemList(string Path, ItemFilter Filter, IReadOnlyList<ItemRow> Rows, Paging Paging, DateOnly Today, string? Older, bool Stopped)
{
    const int RowsOnPage = 20;

    /// <summary>So many rows are counted and leafed through by number; what lies deeper is reached by its place.</summary>
    public const int MostCounted = 2_000;

    /// <summary>The number of rows, in words.</summary>
    public string Total => Older is null ? $"共 {Paging.Total} 条" : $"超过 {MostCounted} 条";

    /// <summary>The years of an agency's publications that a reader may choose.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>The address of a file with the same rows.</summary>
    public string FileAddress(string ending) => $"{Path}ml.{ending}{Filter.Query()}";

    /// <param name="items">Public ones, which an index has in order.</param>
    public static async Task<ItemList> Read(Store store, IQueryable<InformationItem> items, ItemFilter filter, string path, DateOnly today)
    {
        var asked = filter.Of(items, today);
        var total = await asked.Take(MostCounted + 1).CountAsync();
        var query = filter.Query().ToString();
        var paging = new Paging(filter.AskedPage, RowsOnPage, Math.Min(total, MostCounted), page => $"{path}{query}{(query is "" ? '?' : '&')}page={page}");
        var rows = await store.Rows(asked.Skip(paging.Skip).Take(RowsOnPage)).ToListAsync();
        string? older = null;
        if (total > MostCounted)
        {
            var last = await asked.Skip(MostCounted - 1).Select(item => new { item.PublishedAt, item.Id }).FirstAsync();
            var further = filter.Query();
            further = new(further.Where(one => one.Key != ItemFilter.KeyBefore)) { { ItemFilter.KeyBefore, ItemFilter.After(last.PublishedAt!.Value, last.Id) } };
            older = path + further;
        }
        var stopped = filter.Sieves && await filter.InYears(items).NewestFirst().Skip(ItemFilter.Looked).AnyAsync();
        var first = await items.MinAsync(item => item.PublishedAt);
        var oldest = first is { } at ? Math.Min(at.AtOffice.Year, today.Year) : today.Year;
        return new(path, filter, rows, paging, today, older, stopped) { Years = [.. Enumerable.Range(oldest, today.Year - oldest + 1).Reverse()] };
    }
}
