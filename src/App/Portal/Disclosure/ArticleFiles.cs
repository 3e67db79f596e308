using Gongkai.App.Portal.AnnualReports;
using Gongkai.App.Ui;
using Gongkai.Documents.Printing;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Files;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>An article as a file to take away (下载): its text, what is said of it, and where it came from. It goes when the article goes.</summary>
public static class ArticleFiles
{
    /// <summary>The route of an article without its ending.</summary>
    public const string Route = ItemAddress.Root + "{slug}/{month}/t{day}_{handle}";

    // As long as the file systems of the time take in Chinese.
    const int LongestName = 60;

    const string Page = ".html";

    /// <summary>What can be taken away.</summary>
    public static IReadOnlyList<(string Words, string Ending)> Offered { get; } = Downloads.PdfCanBePrinted ? [("下载 Word", ".docx"), ("下载 PDF", ".pdf")] : [("下载 Word", ".docx")];

    /// <summary>The address of a file, by that of the page.</summary>
    public static string At(string path, string ending) => path[..^Page.Length] + ending;

    /// <summary>Under which name it is saved: its title, without what no file system takes.</summary>
    public static string NameOf(string title, string ending)
    {
        var name = string.Concat(title.Select(sign => char.IsControl(sign) || "\\/:*?\"<>|".Contains(sign, StringComparison.Ordinal) ? ' ' : sign)).Trim(' ', '.');
        if (name.Length > LongestName) name = name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)];
        return (name is "" ? "信息" : name) + ending;
    }

    public static Task<IResult> Docx(HttpContext context, string handle, Store store, FileStore files, Site site, TimeProvider time) =>
        Give(context, handle, PrintFormat.Docx, ArticlePrinter.Docx, store, files, site, time);

    public static Task<IResult> Pdf(HttpContext context, string handle, Store store, FileStore files, Site site, TimeProvider time) =>
        Downloads.PdfCanBePrinted ? Give(context, handle, PrintFormat.Pdf, ArticlePrinter.Pdf, store, files, site, time) : Task.FromResult(Results.NotFound());

    static async Task<IResult> Give(HttpContext context, string handle, PrintFormat format, Func<PrintedArticle, byte[]> print, Store store, FileStore files, Site site, TimeProvider time)
    {
        if (!Handle.TryParse(handle, null, out var known)) return Results.NotFound();
        if (await store.Items.AsNoTracking().Public().SingleOrDefaultAsync(item => item.Handle == known) is not { } item)
            return Results.StatusCode(await store.Items.AnyAsync(one => one.Handle == known && one.State == ItemState.Withdrawn) ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound);
        var path = ItemAddress.Of(item, await store.Columns.AsNoTracking().SingleAsync(column => column.Id == item.ColumnId));
        if (!string.Equals(context.Request.Path, At(path, format.Ending), StringComparison.Ordinal)) return Results.Redirect(context.Request.PathBase + At(path, format.Ending), permanent: true);
        return Results.File(print(await Article(item, path, store, files, site, time.Today)), format.MediaType, NameOf(item.Title, format.Ending));
    }

    /// <summary>What is printed of a published item.</summary>
    /// <param name="path">The address of its page.</param>
    public static async Task<PrintedArticle> Article(InformationItem item, string path, Store store, FileStore files, Site site, DateOnly today)
    {
        var text = await store.PublicTexts().AsNoTracking().SingleAsync(one => one.ItemId == item.Id);
        var hash = await store.HashOf(item);
        var attached = (await store.PublicFilesOf(item.Id)).FindAll(one => one.File.Readable);
        var facts = ArticleFacts.Of(item, today);
        return new(item.Title, facts.Ended is "" ? null : $"{facts.Validity.Name}　{facts.Ended}", text.Html, [.. attached.Select(one => one.Name)],
            [.. facts.All, ("来源", text.Source), ("来源网址", site.Absolute(path)), ("校验码", ItemCode.Written(hash))])
        {
            Picture = address => attached.Find(one => ItemAddress.OfFile(one.File.Handle) == address) is { File: { } picture } ? files.Read(picture) : null,
        };
    }
}
