using System.Globalization;
using Gongkai.Records.Disclosure;
using Gongkai.Rules;

namespace Gongkai.App.Shared.Disclosure;

/// <summary>Where the public finds a piece of information: its column, the month and the day of its first publication, its handle.</summary>
public static class ItemAddress
{
    public const string Root = "/zfxxgk/fdzdgk";

    /// <summary>The list of a column.</summary>
    public static string Of(DisclosureColumn column) => $"{Root}/{column.Slug}/";

    /// <summary>An item's page; of one that is not public yet, where it would stand if it were published now.</summary>
    public static string Of(InformationItem item, DisclosureColumn column) => Of(column.Slug, item.PublishedAt, item.Handle.ToString());

    public static string Of(string slug, DateTimeOffset? publishedAt, string handle) =>
        string.Create(CultureInfo.InvariantCulture, $"{Root}/{slug}/{publishedAt?.AtOffice:yyyyMM}/t{publishedAt?.AtOffice:yyyyMMdd}_{handle}.html");
}
