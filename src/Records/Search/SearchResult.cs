using Gongkai.Rules.Disclosure;

namespace Gongkai.Records.Search;

/// <summary>A piece of a text, and whether it is what was looked for.</summary>
public readonly record struct Piece(string Text, bool IsMarked);

/// <summary>One hit as the list shows it.</summary>
public sealed record SearchHit
{
    public required Guid ItemId { get; init; }
    public required IndexedItem Item { get; init; }
    public required IReadOnlyList<Piece> Title { get; init; }
    public required IReadOnlyList<Piece> DocumentNumber { get; init; }

    /// <summary>The passage that says it; the beginning of the text where the title alone does.</summary>
    public required IReadOnlyList<Piece> Passage { get; init; }

    /// <summary>The attachment in which the passage stands.</summary>
    public string? Attachment { get; init; }
}

/// <summary>How well the number of hits is known.</summary>
public enum CountKind
{
    /// <summary>Each was looked at.</summary>
    Exact,

    /// <summary>As the index says: a few too many, perhaps.</summary>
    About,

    /// <summary>There are more.</summary>
    AtLeast,
}

/// <summary>How many hits have what.</summary>
/// <param name="IsPartial">Only the newest hits were counted.</param>
public sealed record Facets(
    IReadOnlyList<(Guid Column, int Count)> Columns, IReadOnlyList<(ItemCategory Category, int Count)> Categories, IReadOnlyList<(Genre Genre, int Count)> Genres,
    IReadOnlyList<(Validity Validity, int Count)> Validities, IReadOnlyList<(int Year, int Count)> Years, int Interpreted, bool IsPartial);

/// <summary>A term as it was looked for.</summary>
/// <param name="Text">What was typed, folded.</param>
/// <param name="Others">What was looked for as well, because it means the same.</param>
/// <param name="InTitles">It is one character, and was looked for in titles and numbers alone.</param>
public sealed record AskedTerm(string Text, IReadOnlyList<string> Others, bool InTitles);

/// <summary>A term that stands nowhere as a whole, and the parts that were looked for instead.</summary>
public sealed record TakenApart(string Term, IReadOnlyList<string> Parts, IReadOnlyList<string> LeftOut);

/// <summary>What was found.</summary>
public sealed record SearchResult
{
    public required IReadOnlyList<SearchHit> Hits { get; init; }
    public required int Count { get; init; }
    public required CountKind CountKind { get; init; }
    public required IReadOnlyList<AskedTerm> Terms { get; init; }
    public Facets? Facets { get; init; }
    public IReadOnlyList<TakenApart> Apart { get; init; } = [];

    /// <summary>Terms of the query beyond the longest that is allowed; they were not looked for, and the page says so.</summary>
    public IReadOnlyList<string> Beyond { get; init; } = [];

    /// <summary>Where nothing was found: the terms that nothing holds even alone.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Where nothing was found: what remains without one of the terms, and how many hold that.</summary>
    public IReadOnlyList<(string Without, string Left, int Count)> Fewer { get; init; } = [];

    /// <summary>Where nothing was found: how many there are without the filters.</summary>
    public int Unfiltered { get; init; }

    /// <summary>您是不是要找.</summary>
    public IReadOnlyList<string> Meant { get; init; } = [];
}
