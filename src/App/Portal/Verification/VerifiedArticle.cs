using System.Security.Cryptography;
using Gongkai.App.Portal.Disclosure;
using Gongkai.App.Ui;
using Gongkai.Documents.Printing;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Files;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Verification;

/// <summary>What became of the text whose 校验码 somebody holds.</summary>
public enum ArticleStanding
{
    /// <summary>It is public as it was printed.</summary>
    Public,

    /// <summary>It was corrected since.</summary>
    Corrected,

    /// <summary>It was taken from the public; of what it said nothing is told any more.</summary>
    Withdrawn,
}

/// <summary>The answer to a 校验码 of an article.</summary>
/// <param name="On">The day since which that holds: of publication, of correction, of withdrawal.</param>
/// <param name="Why">Why it was withdrawn.</param>
/// <param name="Item">What is public now, with its column.</param>
public sealed record VerifiedArticle(ArticleStanding Standing, string Agency, DateOnly On, string? Why, (InformationItem Row, DisclosureColumn Column)? Item)
{
    public string Verdict => Standing switch
    {
        ArticleStanding.Public => "✓ 与现在公开的内容一致",
        ArticleStanding.Corrected => "▲ 之后有更正",
        ArticleStanding.Withdrawn => "■ 已经撤下",
    };

    public string Tone => Standing switch { ArticleStanding.Public => "fine", ArticleStanding.Corrected => "soon", ArticleStanding.Withdrawn => "ended" };

    /// <summary>What <see cref="On"/> is.</summary>
    public string Since => Standing switch { ArticleStanding.Public => "发布日期", ArticleStanding.Corrected => "更正日期", ArticleStanding.Withdrawn => "撤下日期" };

    /// <summary>What to do with the print.</summary>
    public string Advice => Standing switch
    {
        ArticleStanding.Public => "请把手里的打印件与网页对照。",
        ArticleStanding.Corrected => "手里的打印件是更正以前的内容，请以网页现在的内容为准。",
        ArticleStanding.Withdrawn => "这条信息不再公开，手里的打印件不能作为依据；需要了解情况，请联系上述机关。",
    };

    /// <summary>The article of which some version has this code; what is public as it was printed comes before what is not.</summary>
    public static async Task<VerifiedArticle?> Find(Store store, string code)
    {
        VerifiedArticle? found = null;
        foreach (var (id, number) in await store.ItemVersions.AsNoTracking().WithCode(code))
        {
            var one = await Look(store, id, number);
            if (one is not null && (found is null || one.Standing < found.Standing)) found = one;
            if (found is { Standing: ArticleStanding.Public }) break;
        }
        return found;
    }

    static async Task<VerifiedArticle?> Look(Store store, Guid id, int number)
    {
        if (await store.Items.AsNoTracking().Where(item => item.Id == id && item.State == ItemState.Withdrawn).Select(item => new { item.AgencyId, item.WithdrawnAt, item.WithdrawnWhy }).SingleOrDefaultAsync() is { } gone)
            return new(ArticleStanding.Withdrawn, await Name(store, gone.AgencyId), gone.WithdrawnAt!.Value.DayAtOffice, gone.WithdrawnWhy, null);
        if (await store.Items.AsNoTracking().Public().SingleOrDefaultAsync(item => item.Id == id) is not { } row) return null;
        var column = await store.Columns.AsNoTracking().SingleAsync(one => one.Id == row.ColumnId);
        var corrected = await store.ItemVersions.Where(version => version.ItemId == id && version.Number > number && version.PublishedAt != null).OrderBy(version => version.Number).Select(version => version.PublishedAt).FirstOrDefaultAsync();
        return new(corrected is null ? ArticleStanding.Public : ArticleStanding.Corrected, await Name(store, row.AgencyId), (corrected ?? row.PublishedAt!.Value).DayAtOffice, null, (row, column));
    }

    /// <summary>The files that the public gets with what is public now: its attachments, and the text itself as a Word file. A PDF is made anew each time.</summary>
    public async Task<IReadOnlyList<Index.Issued>> Issued(Store store, FileStore files, Site site, DateOnly today)
    {
        if (Standing is not ArticleStanding.Public || Item is not var (row, column)) return [];
        var attached = await store.PublicFilesOf(row.Id);
        var text = ArticlePrinter.Docx(await ArticleFiles.Article(row, ItemAddress.Of(row, column), store, files, site, today));
        return [new("Word 文件", Convert.ToHexStringLower(SHA256.HashData(text)), text.Length), .. attached.Select((one, i) => new Index.Issued($"附件 {i + 1}", one.File.Hash, one.File.Size))];
    }

    static Task<string> Name(Store store, Guid agency) => store.Agencies.Where(one => one.Id == agency).Select(one => one.Name).SingleAsync();
}
