using System.Globalization;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Gongkai.Rules.Numbers;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>What a list of items is narrowed to: all of it stands in the address, and holds for the page and for its files alike.</summary>
public sealed class ItemFilter
{
    /// <summary>Words are looked for in so many of the newest rows; whoever looks for older ones names the year.</summary>
    public const int Looked = 20_000;

    const int LongestWords = 100;

    /// <summary>The keys of an address that a kept page depends on.</summary>
    public const string KeyYear = "nf", KeyGenre = "tc", KeyValidity = "yx", KeyNumber = "wh", KeyWords = "gjz", KeyAgency = "dw", KeyPage = "page", KeyBefore = "z";

    /// <summary>年份 of publication.</summary>
    [FromQuery(Name = KeyYear)] public string? Year { get; set; }

    /// <summary>体裁.</summary>
    [FromQuery(Name = KeyGenre)] public string? Genre { get; set; }

    /// <summary>有效性.</summary>
    [FromQuery(Name = KeyValidity)] public string? Validity { get; set; }

    /// <summary>Part of a document number, in whatever brackets.</summary>
    [FromQuery(Name = KeyNumber)] public string? Number { get; set; }

    /// <summary>Words of the title, all of which must stand in it.</summary>
    [FromQuery(Name = KeyWords)] public string? Words { get; set; }

    [FromQuery(Name = KeyAgency)] public string? Agency { get; set; }

    [FromQuery(Name = KeyPage)] public string? Page { get; set; }

    /// <summary>Before which row the list begins: a deep page costs what the first does.</summary>
    [FromQuery(Name = KeyBefore)] public string? Before { get; set; }

    public int? AskedYear => int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1949 and <= 9998 ? year : null;

    public Genre? AskedGenre => Named<Genre>(Genre);

    public Validity? AskedValidity => Named<Validity>(Validity);

    public string? AskedNumber => Said(Number) is { } number ? DocumentNumber.Plain(number) : null;

    public string? AskedWords => Said(Words);

    public int AskedPage => int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    /// <summary>Something that no index knows is asked, so that only the newest rows are looked at.</summary>
    public bool Sieves => AskedGenre is not null || AskedValidity is not null || AskedNumber is not null || AskedWords is not null;

    public bool Narrows => Sieves || AskedYear is not null;

    /// <summary>The rows that are asked for, the newest first.</summary>
    /// <param name="items">Public ones, of one column or one genre.</param>
    public IOrderedQueryable<InformationItem> Of(IQueryable<InformationItem> items, DateOnly today)
    {
        items = InYears(items);
        if (!Sieves) return items.NewestFirst();
        items = items.NewestFirst().Take(Looked);
        if (AskedGenre is { } genre) items = items.Where(item => item.Genre == genre);
        if (AskedValidity is { } validity) items = items.With(validity, today);
        if (AskedNumber is { } number) items = items.Where(item => item.DocumentNumber != null && item.DocumentNumber.Contains(number));
        foreach (var word in AskedWords?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []) items = items.Where(item => item.Title.Contains(word));
        return items.NewestFirst();
    }

    /// <summary>Narrowed by what the index knows: the year, and where the page before ended.</summary>
    public IQueryable<InformationItem> InYears(IQueryable<InformationItem> items)
    {
        if (AskedYear is { } year)
        {
            DateTimeOffset from = new DateOnly(year, 1, 1).StartAtOffice, until = new DateOnly(year + 1, 1, 1).StartAtOffice;
            items = items.Where(item => item.PublishedAt >= from && item.PublishedAt < until);
        }
        if (Place() is var (at, id)) items = items.Where(item => item.PublishedAt < at || item.PublishedAt == at && item.Id.CompareTo(id) < 0);
        return items;
    }

    /// <summary>The filters as they stand in the address, without the page.</summary>
    public QueryBuilder Query()
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in Kept) query.Add(key, value);
        return query;
    }

    /// <summary>What a form for something else must carry along.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept
    {
        get
        {
            if (Said(Agency) is { } agency) yield return new(KeyAgency, agency);
            if (AskedYear is { } year) yield return new(KeyYear, $"{year}");
            if (AskedGenre is { } genre) yield return new(KeyGenre, $"{genre}");
            if (AskedValidity is { } validity) yield return new(KeyValidity, $"{validity}");
            if (Said(Number) is { } number) yield return new(KeyNumber, number);
            if (AskedWords is { } words) yield return new(KeyWords, words);
            if (Place() is not null) yield return new(KeyBefore, Before!);
        }
    }

    /// <summary>The place after a row, as the address names it.</summary>
    public static string After(DateTimeOffset publishedAt, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{publishedAt.UtcTicks:x}-{id:n}");

    (DateTimeOffset At, Guid Id)? Place() =>
        Before?.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var at) && at >= 0 && at <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "n", out var known)
            ? (new DateTimeOffset(at, TimeSpan.Zero), known) : null;

    static string? Said(string? text) => text?.Trim() is { Length: > 0 and <= LongestWords } said ? said : null;

    static T? Named<T>(string? name) where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(name![0]) ? value : null;
}
