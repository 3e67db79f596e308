using Gongkai.Rules.Disclosure;

namespace Gongkai.Records.Search;

/// <summary>A possible hit as far as its place among the others needs it known before its text is read.</summary>
sealed record Candidate(long Key, string Title, string? DocumentNumber, string? Keywords, Genre Genre, Validity Validity)
{
    public static Candidate Of(IndexedItem item) => new(item.Key, item.Title, item.DocumentNumber, item.Keywords, item.Genre, item.Validity);
}
