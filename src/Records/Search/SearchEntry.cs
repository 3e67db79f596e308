using System.Globalization;
using Gongkai.Rules.Disclosure;

namespace Gongkai.Records.Search;

/// <summary>What search knows of a piece of information: only what the public may see of it.</summary>
public sealed record SearchEntry
{
    /// <summary>So many characters of an item are indexed; what an attachment says beyond is not found.</summary>
    public const int LongestText = 400_000;

    public required Guid ItemId { get; init; }
    public required Guid AgencyId { get; init; }
    public required Guid ColumnId { get; init; }
    public required ItemCategory Category { get; init; }
    public required Genre Genre { get; init; }

    /// <summary>As it is on the day of indexing.</summary>
    public required Validity Validity { get; init; }

    /// <summary>The day on which it is indexed anew: its validity changes by itself then, or a file of it is still to be read.</summary>
    public DateOnly? TurnsOn { get; init; }

    /// <summary>成文日期.</summary>
    public required DateOnly FormedOn { get; init; }

    /// <summary>发布日期: what counts as fresh.</summary>
    public required DateOnly PublishedOn { get; init; }

    public required string Title { get; init; }

    /// <summary>文号.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>索引号.</summary>
    public string? IndexNumber { get; init; }

    /// <summary>发文机关.</summary>
    public string Issuer { get; init; } = "";

    public string? Keywords { get; init; }

    /// <summary>The text without marks.</summary>
    public string Body { get; init; } = "";

    public IReadOnlyList<AttachedText> Attachments { get; init; } = [];

    /// <summary>有解读: an interpretation of it is public.</summary>
    public bool Interpreted { get; init; }

    /// <summary>All the words under which it is found.</summary>
    internal IReadOnlyCollection<string> Words()
    {
        HashSet<string> words = [.. Facts()];
        var title = Folded.Of(Title).Text;
        Bigrams.AddTo(words, title, IndexMarks.Title, singles: true);
        Bigrams.AddTo(words, title);
        if (DocumentNumber is { } number)
        {
            if (NumberKey.Of(number) is { } key) words.Add(key);
            Part(number, IndexMarks.Number);
        }
        if (IndexNumber is { } index) Part(index, IndexMarks.IndexNumber);
        var left = LongestText;
        foreach (var text in (IEnumerable<string?>)[Issuer, Keywords, Body, .. Attachments.SelectMany(file => (string[])[file.Name, file.Text])])
        {
            if (text is null or "" || left <= 0) continue;
            Bigrams.AddTo(words, Folded.Of(text.Length > left ? text[..left] : text).Text);
            left -= text.Length;
        }
        return words;

        void Part(string text, string mark)
        {
            var folded = Folded.Of(text).Text;
            Bigrams.AddTo(words, folded, mark, singles: true);
            Bigrams.AddTo(words, folded);
        }
    }

    IEnumerable<string> Facts() =>
    [
        Fact.All, Fact.Of(Genre), Fact.Of(Validity), Fact.Of(Category), Fact.Agency(AgencyId), Fact.Column(ColumnId), Fact.Year(FormedOn.Year),
        Fact.PublishedIn(PublishedOn.Year), Fact.PublishedIn(PublishedOn.Year, PublishedOn.Month), .. Interpreted ? (string[])[Fact.Interpreted] : [],
    ];
}

/// <summary>What stands in an attachment.</summary>
public sealed record AttachedText(string Name, string Text);

/// <summary>The words of the index that say what an item is, and not what it says.</summary>
static class Fact
{
    public const string All = $"{IndexMarks.Fact}all";
    public const string Interpreted = $"{IndexMarks.Fact}read";

    public static string Of(Genre genre) => Name("g", (int)genre);
    public static string Of(Validity validity) => Name("v", (int)validity);
    public static string Of(ItemCategory category) => Name("k", (int)category);
    public static string Agency(Guid agency) => $"{IndexMarks.Fact}a{agency:N}";
    public static string Column(Guid column) => $"{IndexMarks.Fact}c{column:N}";
    public static string Year(int year) => Name("y", year);
    public static string PublishedIn(int year) => Name("p", year);
    public static string PublishedIn(int year, int month) => Name("m", year * 100 + month);

    static string Name(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{IndexMarks.Fact}{kind}{number}");
}
