using System.Globalization;
using Gongkai.Records.Search;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Http.Extensions;

namespace Gongkai.App.Portal.Search;

/// <summary>What the address of a search asks. All of it stands in the address, so that a result can be kept, sent and found again.</summary>
public sealed record SearchFilter
{
    public const string KeyWords = "q", KeyScope = "fw", KeyOrder = "px", KeyFrom = "ks", KeyUntil = "js", KeyAgency = "dw", KeyColumn = "lm", KeyCategory = "lb", KeyGenre = "tc",
        KeyValidity = "yx", KeyYear = "nf", KeyInterpreted = "jd", KeyExact = "jq", KeyPage = "page";

    /// <summary>All of them: what a kept page depends on.</summary>
    public static string[] Keys { get; } = [KeyWords, KeyScope, KeyOrder, KeyFrom, KeyUntil, KeyAgency, KeyColumn, KeyCategory, KeyGenre, KeyValidity, KeyYear, KeyInterpreted, KeyExact, KeyPage];

    public string Words { get; init; } = "";
    public SearchScope Scope { get; init; }
    public SearchOrder? Order { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>An agency's code.</summary>
    public string? Agency { get; init; }

    /// <summary>A column's handle.</summary>
    public string? Column { get; init; }

    public ItemCategory? Category { get; init; }
    public Genre? Genre { get; init; }
    public Validity? Validity { get; init; }
    public int? Year { get; init; }
    public bool Interpreted { get; init; }
    public bool Exact { get; init; }
    public int Page { get; init; } = 1;

    public static SearchFilter Of(IQueryCollection query) => new()
    {
        Words = query[KeyWords].FirstOrDefault()?.Trim() ?? "",
        Scope = query[KeyScope].FirstOrDefault() switch { "bt" => SearchScope.Title, "wh" => SearchScope.DocumentNumber, "sy" => SearchScope.IndexNumber, _ => SearchScope.Everything },
        Order = query[KeyOrder].FirstOrDefault() switch { "sj" => SearchOrder.Newest, "xg" => SearchOrder.Relevance, _ => null },
        From = Day(query[KeyFrom]), Until = Day(query[KeyUntil]), Agency = Said(query[KeyAgency]), Column = Said(query[KeyColumn]),
        Category = Named<ItemCategory>(query[KeyCategory]), Genre = Named<Genre>(query[KeyGenre]), Validity = Named<Validity>(query[KeyValidity]),
        Year = int.TryParse(query[KeyYear], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1949 and <= 9998 ? year : null,
        Interpreted = query[KeyInterpreted] == "1", Exact = query[KeyExact] == "1",
        Page = int.TryParse(query[KeyPage], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 1000) : 1,
    };

    /// <summary>Whether anything is asked at all.</summary>
    public bool Asks => Words is not "" || Narrows;

    public bool Narrows => From is not null || Until is not null || Agency is not null || Column is not null || Category is not null || Genre is not null || Validity is not null || Year is not null || Interpreted || Scope is not SearchScope.Everything;

    /// <summary>As it stands in an address, without the page.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept
    {
        get
        {
            if (Words is not "") yield return new(KeyWords, Words);
            if (CodeOf(Scope) is { } scope) yield return new(KeyScope, scope);
            if (Order is { } order) yield return new(KeyOrder, CodeOf(order));
            if (From is { } from) yield return new(KeyFrom, Written(from));
            if (Until is { } until) yield return new(KeyUntil, Written(until));
            if (Agency is { } agency) yield return new(KeyAgency, agency);
            if (Column is { } column) yield return new(KeyColumn, column);
            if (Category is { } category) yield return new(KeyCategory, $"{category}");
            if (Genre is { } genre) yield return new(KeyGenre, $"{genre}");
            if (Validity is { } validity) yield return new(KeyValidity, $"{validity}");
            if (Year is { } year) yield return new(KeyYear, $"{year}");
            if (Interpreted) yield return new(KeyInterpreted, "1");
            if (Exact) yield return new(KeyExact, "1");
        }
    }

    public string Query => new QueryBuilder(Kept).ToString();

    /// <summary>The address of a page of it.</summary>
    public string At(string path, int page = 1) => $"{path}{Query}{(page == 1 ? "" : $"{(Query is "" ? '?' : '&')}{KeyPage}={page}")}";

    public static string? CodeOf(SearchScope scope) => scope switch { SearchScope.Everything => null, SearchScope.Title => "bt", SearchScope.DocumentNumber => "wh", SearchScope.IndexNumber => "sy" };

    public static string CodeOf(SearchOrder order) => order switch { SearchOrder.Relevance => "xg", SearchOrder.Newest => "sj" };

    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9999 ? day : null;

    static string? Said(string? text) => text?.Trim() is { Length: > 0 and <= 100 } said ? said : null;

    static T? Named<T>(string? name) where T : struct, Enum => name is { Length: > 0 } && char.IsAsciiLetter(name[0]) && Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) ? value : null;
}
