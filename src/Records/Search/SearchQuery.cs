using Gongkai.Rules.Disclosure;

namespace Gongkai.Records.Search;

/// <summary>Where it is looked for (范围).</summary>
public enum SearchScope
{
    /// <summary>全文: title, numbers, issuer, keywords, text and attachments.</summary>
    Everything,

    /// <summary>标题.</summary>
    Title,

    /// <summary>文号.</summary>
    DocumentNumber,

    /// <summary>索引号.</summary>
    IndexNumber,
}

/// <summary>What comes first (排序).</summary>
public enum SearchOrder
{
    /// <summary>相关度.</summary>
    Relevance,

    /// <summary>时间.</summary>
    Newest,
}

/// <summary>What someone looks for among what is public, as they typed it and chose it.</summary>
public sealed record SearchQuery
{
    public string Words { get; init; } = "";
    public SearchScope Scope { get; init; }
    public SearchOrder Order { get; init; }
    public Guid? Agency { get; init; }
    public Guid? Column { get; init; }
    public ItemCategory? Category { get; init; }

    /// <summary>Any of these; none for all.</summary>
    public IReadOnlyList<Genre> Genres { get; init; } = [];

    /// <summary>The genres among which this page looks at all: no filter of whoever searches, so it stays when the filters are lifted. None for all.</summary>
    public IReadOnlyList<Genre> Among { get; init; } = [];

    public Validity? Validity { get; init; }

    /// <summary>成文年份.</summary>
    public int? Year { get; init; }

    /// <summary>Only what has an interpretation.</summary>
    public bool Interpreted { get; init; }

    /// <summary>Published on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Published on this day or earlier.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Only the words themselves, no synonyms, and no sentence is taken apart.</summary>
    public bool Exact { get; init; }

    /// <summary>From which freshness is counted.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>1 is the first.</summary>
    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 20;

    /// <summary>Counts what the hits are as well.</summary>
    public bool WithFacets { get; init; }

    /// <summary>Looks at every hit that is counted, so that the count is exact up to <see cref="Most"/>.</summary>
    public bool LookAtAll { get; init; }

    /// <summary>So many hits are counted and can be leafed through.</summary>
    public int Most { get; init; } = 1000;

    /// <summary>Whether anything beside the words narrows it down.</summary>
    public bool IsFiltered => Column is not null || Category is not null || Genres.Count > 0 || Validity is not null || Year is not null || Interpreted || From is not null || Until is not null || Scope is not SearchScope.Everything;

    internal IEnumerable<IReadOnlyList<IReadOnlyCollection<string>>> Facts()
    {
        if (Agency is { } agency) yield return [[Fact.Agency(agency)]];
        if (Column is { } column) yield return [[Fact.Column(column)]];
        if (Category is { } category) yield return [[Fact.Of(category)]];
        foreach (var some in (IReadOnlyList<Genre>[])[Genres, Among])
            if (some.Count > 0) yield return [.. some.Select(genre => (string[])[Fact.Of(genre)])];
        if (Validity is { } validity) yield return [[Fact.Of(validity)]];
        if (Year is { } year) yield return [[Fact.Year(year)]];
        if (Interpreted) yield return [[Fact.Interpreted]];
    }

    /// <summary>The same without the filters.</summary>
    internal SearchQuery Unfiltered => new() { Words = Words, Agency = Agency, Among = Among, Today = Today, Exact = Exact };

    internal string Mark => Scope switch { SearchScope.Everything => "", SearchScope.Title => IndexMarks.Title, SearchScope.DocumentNumber => IndexMarks.Number, SearchScope.IndexNumber => IndexMarks.IndexNumber };
}

/// <summary>What these are called.</summary>
public static class SearchChoices
{
    extension(SearchScope scope)
    {
        public string Name => scope switch { SearchScope.Everything => "全文", SearchScope.Title => "标题", SearchScope.DocumentNumber => "文号", SearchScope.IndexNumber => "索引号" };
    }

    extension(SearchOrder order)
    {
        public string Name => order switch { SearchOrder.Relevance => "相关度", SearchOrder.Newest => "时间" };
    }
}
