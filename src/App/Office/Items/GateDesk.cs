using Gongkai.App.Ui;
using Gongkai.Documents.Publication;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Files;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Items;

/// <summary>Has a version looked over before people look at it (发布前检查), and keeps what was found.</summary>
public sealed class GateDesk(Store store, FileStore files, Site site)
{
    const int LongestPlace = 200, LongestExcerpt = 200, LongestMessage = 400;

    /// <summary>Looks at the text and the bytes of its attachments, and adds what was found; saved with the act of the caller.</summary>
    /// <remarks>The same text is not looked at twice: what was lifted of it stays lifted.</remarks>
    public async Task<IReadOnlyList<ItemFinding>> Examine(ItemVersion version)
    {
        var known = await store.ItemFindings.Where(finding => finding.VersionId == version.Id && finding.Hash == version.Hash).ToListAsync();
        if (known.Count > 0) return known;
        var says = version.Says;
        var found = PublicationGate.Examine(await Draft(says)).Select(finding => new ItemFinding
        {
            VersionId = version.Id, Hash = version.Hash, Code = $"{finding.Code}", Blocks = finding.Severity is GateSeverity.Blocks,
            Place = Cut(finding.Where, LongestPlace), Excerpt = finding.Excerpt is { Length: > 0 } excerpt ? Cut(excerpt, LongestExcerpt) : null, Message = Cut(finding.Message, LongestMessage),
        }).ToList();
        store.AddRange(found);
        return found;
    }

    async Task<PublicationDraft> Draft(ItemContent says)
    {
        List<DraftFile> attached = [];
        var ids = says.Files.Select(file => file.FileId).ToList();
        var rows = await store.Files.AsNoTracking().Where(file => ids.Contains(file.Id)).ToDictionaryAsync(file => file.Id);
        foreach (var file in says.Files) attached.Add(new(file.Name, files.Read(rows[file.FileId])));
        return new(says.Title, says.Html, attached)
        {
            Elements =
            [
                new("发文机关", says.Issuer, IsRequired: true),
                new("成文日期", $"{says.FormedOn:yyyy-MM-dd}", IsRequired: true),
                new("文号", says.DocumentNumber, IsRequired: says.Genre.BearsNumber && says.Genre is not Genre.Notice),
                new("内容概述", says.Summary),
                new("关键词", says.Keywords),
                new("有效性", says.Genre.IsPolicy && says.Validity is Validity.Unmarked ? null : says.Validity.Name, IsRequired: says.Genre.IsPolicy),
            ],
            OwnHosts = [site.Domain],
        };
    }

    static string Cut(string text, int most) => text.Length <= most ? text : $"{text[..(most - 1)]}…";
}
