using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Ui;

/// <summary>A list as its page shows it: chosen columns, one page of rows, and the addresses of everything that can be asked of it.</summary>
/// <remarks>What goes out as a file has the same columns in the same order, and all rows of the same filters.</remarks>
public sealed class Listing
{
    public const int RowsOnPage = 20;

    /// <summary>Rows of an ever-growing list that are counted, and leafed through page by page.</summary>
    public const int MostCounted = 10_000;

    /// <summary>A column's heading, and whether it stands in the list.</summary>
    public sealed record Choice(string Key, string Heading, bool Chosen, string? Look);

    /// <summary>A cell on the page.</summary>
    public sealed record ShownCell(string Words, string? Path, string? Look, string? Tone);

    public required string Name { get; init; }

    /// <summary>The address of the list, from the root of the application.</summary>
    public required string Path { get; init; }

    public required IReadOnlyList<ListFilter> Filters { get; init; }
    public required IReadOnlyList<Choice> Columns { get; init; }
    public required Paging Paging { get; init; }
    public IReadOnlyList<IReadOnlyList<ShownCell>> Rows { get; private init; } = [];

    /// <summary>Why nothing is here, and what to do next; said where no filter is set.</summary>
    public string WhenEmpty { get; init; } = "还没有记录。";

    /// <summary>How many rows a file of it has, in words; not said where the page counted no further than it showed.</summary>
    public string Amount { get; private init; } = "";

    /// <summary>Its columns can be chosen; a page with a table of its own shows them all.</summary>
    public bool MayChoose { get; init; } = true;

    /// <summary>The filters and the columns that were chosen, as they stand in the address; what a saved view keeps.</summary>
    public required string Query { get; init; }

    public IEnumerable<Choice> Chosen => Columns.Where(column => column.Chosen);

    /// <summary>The fields that a form must carry along so that nothing of the address is lost but what the form itself asks.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept => Filters.Where(filter => filter.Value is { Length: > 0 }).Select(filter => KeyValuePair.Create(filter.Key, filter.Value!));

    public string ExportAs(SheetFormat format) => With(Query, "export", format.Ending[1..]);

    /// <summary>Reads one page of the rows.</summary>
    /// <param name="name">What the list is called, on the page and as a file.</param>
    /// <param name="path">Its address.</param>
    /// <param name="asked">What the address asks.</param>
    /// <param name="filters">The filters that were already applied to the rows.</param>
    /// <param name="columns">All columns, in their order.</param>
    /// <param name="rows">All rows, in their order.</param>
    /// <param name="whenEmpty">Why nothing is here, and what to do next.</param>
    /// <param name="most">So many rows are counted and leafed through at most; a list that grows for ever names it.</param>
    public static async Task<Listing> Show<TRow>(string name, string path, ListQuery asked, IReadOnlyList<ListFilter> filters, IReadOnlyList<ListColumn<TRow>> columns, IQueryable<TRow> rows, string whenEmpty = "还没有记录。", int? most = null)
    {
        var query = QueryOf(asked, filters, columns);
        var total = most is { } cap ? await rows.Take(cap + 1).CountAsync() : await rows.CountAsync();
        var paging = new Paging(asked.Page, RowsOnPage, Math.Min(total, most ?? total), page => With(query, "page", $"{page}")) { IsMore = total > most };
        var chosen = ChosenOf(asked, columns);
        var read = await rows.Skip(paging.Skip).Take(RowsOnPage).ToListAsync();
        return new()
        {
            Name = name, Path = path, Filters = filters, Query = query, Paging = paging, WhenEmpty = whenEmpty, Amount = paging.IsMore ? "，包括没有翻到的" : $"，共 {paging.Total} 条",
            Columns = [.. columns.Select(column => new Choice(column.Key, column.Heading, chosen.Contains(column), column.Look))],
            Rows = [.. read.Select(row => (IReadOnlyList<ShownCell>)[.. chosen.Select(column => new ShownCell(column.Value(row).ToString(), column.Path?.Invoke(row), column.Look, column.Tone?.Invoke(row)))])],
        };
    }

    /// <summary>What goes around a table that a page draws itself: its saved views, its export, the addresses of its pages.</summary>
    /// <param name="total">How many rows there are; <c>null</c> where the page leafs by where the last one ended, and nobody counts them all.</param>
    public static Listing Around<TRow>(string name, string path, ListQuery asked, IReadOnlyList<ListFilter> filters, IReadOnlyList<ListColumn<TRow>> columns, int? total = null)
    {
        var query = QueryOf(asked, filters, columns);
        return new()
        {
            Name = name, Path = path, Filters = filters, Query = query, Columns = [], MayChoose = false, Amount = total is { } known ? $"，共 {known} 条" : "，包括没有翻到的",
            Paging = new(asked.Page, RowsOnPage, total ?? 0, page => With(query, "page", $"{page}")),
        };
    }

    /// <summary>The address of the same list with one more thing asked.</summary>
    public string Asking(string key, string value) => Path + With(Query, key, value);

    /// <summary>All rows as a sheet, in the columns that the address chose.</summary>
    /// <param name="above">The lines over the headings.</param>
    public static Sheet AsSheet<TRow>(string name, ListQuery asked, IReadOnlyList<ListColumn<TRow>> columns, IAsyncEnumerable<TRow> rows, IReadOnlyList<string> above)
    {
        var chosen = ChosenOf(asked, columns);
        return new(name, above, [.. chosen.Select(column => column.Heading)],
            rows.Select(IReadOnlyList<Cell> (row) => [.. chosen.Select(column => column.Value(row))]));
    }

    static List<ListColumn<TRow>> ChosenOf<TRow>(ListQuery asked, IReadOnlyList<ListColumn<TRow>> columns) =>
        columns.Where(column => asked.Columns.Contains(column.Key)).ToList() is { Count: > 0 } wanted ? wanted : [.. columns.Where(column => column.Shown)];

    static string QueryOf<TRow>(ListQuery asked, IReadOnlyList<ListFilter> filters, IReadOnlyList<ListColumn<TRow>> columns)
    {
        var query = new QueryBuilder();
        foreach (var filter in filters)
            if (filter.Value is { Length: > 0 } value) query.Add(filter.Key, value);
        foreach (var column in columns)
            if (asked.Columns.Contains(column.Key)) query.Add("columns", column.Key);
        return query.ToString();
    }

    static string With(string query, string key, string value) => $"{query}{(query is "" ? '?' : '&')}{key}={Uri.EscapeDataString(value)}";
}
