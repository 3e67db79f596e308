using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.App.Ui;

/// <summary>Which page of a list is shown; every page has an address of its own.</summary>
/// <param name="Wanted">As asked for; out of range is brought back into it.</param>
/// <param name="Address">The address of page n.</param>
public sealed record Paging(int Wanted, int Size, int Total, Func<int, string> Address)
{
    /// <summary>There are more than <see cref="Total"/>: nobody counted them all, and the rest is found by narrowing the list.</summary>
    public bool IsMore { get; init; }

    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
    public int Page => Math.Clamp(Wanted, 1, Pages);
    public int Skip => (Page - 1) * Size;

    /// <summary>The address without its question, and what the question asks besides the page: for a form that asks for another page.</summary>
    public string Path => Address(1).Split('?')[0];

    public IEnumerable<KeyValuePair<string, string>> Kept => Address(1).Split('?') is [_, var query]
        ? QueryHelpers.ParseQuery(query).Where(one => one.Key != "page").SelectMany(one => one.Value.Select(value => KeyValuePair.Create(one.Key, value ?? ""))) : [];

    /// <summary>An address of a list with its question. The framework does not write one that asks for a <c>page</c>: it takes the word for its own.</summary>
    public static string At(string path, int page, params IEnumerable<(string Key, string? Value)> asked) =>
        QueryHelpers.AddQueryString(path, asked.Append(("page", page.ToString(CultureInfo.InvariantCulture))).Where(one => one.Item2 is { Length: > 0 }).Select(one => KeyValuePair.Create(one.Item1, one.Item2)));

    /// <summary>The pages that are named: the first, the last, and the neighbours of this one; 0 stands for those left out.</summary>
    public IEnumerable<int> Named()
    {
        var last = 0;
        for (var page = 1; page <= Pages; page++)
        {
            if (page != 1 && page != Pages && Math.Abs(page - Page) > 2) continue;
            if (page - last > 1) yield return 0;
            yield return last = page;
        }
    }
}
