using System.Globalization;
using Gongkai.Rules;

namespace Gongkai.Records.Disclosure;

/// <summary>The addresses of what is disclosed, from the root of the application: short, without Chinese, with the date in the path; the handle alone tells which.</summary>
public static class ItemAddress
{
    /// <summary>法定主动公开内容; every item stands below it.</summary>
    public const string Root = "/zfxxgk/fdzdgk/";

    /// <summary>附件; every file that goes with an item stands below it, and a text names its pictures so.</summary>
    public const string Files = "/zfxxgk/fj/";

    /// <summary>Of a published item: <c>/zfxxgk/fdzdgk/gfxwj/202603/t20260311_4k….html</c>.</summary>
    /// <param name="column">The slug of the column that it stands in.</param>
    /// <param name="publishedAt">When it was first published; that never changes.</param>
    public static string Of(string column, DateTimeOffset publishedAt, Handle handle) =>
        string.Create(CultureInfo.InvariantCulture, $"{Root}{column}/{publishedAt.AtOffice:yyyyMM}/t{publishedAt.AtOffice:yyyyMMdd}_{handle}.html");

    public static string Of(InformationItem item, DisclosureColumn column) =>
        Of(column.Slug, item.PublishedAt ?? throw new InvalidOperationException("What is not public has no address."), item.Handle);

    /// <summary>Of a column's list.</summary>
    public static string OfColumn(string slug) => $"{Root}{slug}/";

    /// <summary>Of an attachment, by the handle of its stored file.</summary>
    public static string OfFile(Handle file) => $"{Files}{file}";
}
