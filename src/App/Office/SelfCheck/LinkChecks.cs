using System.Text.RegularExpressions;
using Gongkai.Documents.Publication;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Search;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.SelfCheck;

/// <summary>Follows the links to this portal that stand in published texts and in the text of their files. Texts pass one by one; however many there are, few are held at a time.</summary>
sealed partial class LinkChecks(Visits visits)
{
    const int AtOnce = 50, MostDead = 200, MostOutside = 50_000, NamedOutside = 20;

    readonly List<CheckLine> dead = [];
    readonly HashSet<string> outside = [];
    int texts, links, deadLinks;

    /// <param name="store">Read from, a batch at a time.</param>
    /// <param name="found">Addresses elsewhere that were met before.</param>
    public async Task<IReadOnlyList<CheckLine>> Of(Store store, Guid agency, IEnumerable<string> found, Action<long> count, CancellationToken cancelled)
    {
        outside.UnionWith(found);
        await foreach (var (title, address, place, link) in InTexts(store, agency, count, cancelled)) await Follow($"《{title}》", address, place, link, cancelled);
        await foreach (var (title, address, place, link) in InFiles(store, agency, cancelled)) await Follow(title, address, place, link, cancelled);
        return [.. Inner(), Outer()];
    }

    async Task Follow(string title, string from, string place, string link, CancellationToken cancelled)
    {
        var (inner, outer) = visits.Sort(link, from);
        if (outer is not null && outside.Count < MostOutside) outside.Add(outer);
        if (inner is null) return;
        links++;
        if (await visits.Status(inner, cancelled) is not { } status || !Visits.IsDead(status)) return;
        if (++deadLinks <= MostDead) dead.Add(new(CheckRule.Links, CheckVerdict.Deduction, $"{title}中的链接 {inner} 回答 {Visits.Words(status)}。", "请更正这条信息，改正或者去掉链接。", from, place));
    }

    List<CheckLine> Inner()
    {
        var seen = $"看过 {texts:N0} 篇含链接的正文和附件，有 {links:N0} 处站内链接{(visits.Unasked > 0 ? $"；不同的地址超过 {Visits.Most:N0} 个，其中 {visits.Unasked:N0} 个以上没有访问" : "，逐一访问过")}。";
        if (deadLinks == 0) return [new(CheckRule.Links, visits.Unasked > 0 ? CheckVerdict.Unchecked : CheckVerdict.Fine, $"{seen}访问过的都能打开。")];
        return deadLinks > MostDead ? [.. dead, new(CheckRule.Links, CheckVerdict.Deduction, $"还有 {deadLinks - MostDead:N0} 处打不开的链接没有列出。{seen}", "请先改正已经列出的，再自查一次。")] : [.. dead];
    }

    CheckLine Outer() => outside.Count == 0
        ? new(CheckRule.Outside, CheckVerdict.Fine, "页面和正文中没有外部链接。")
        : new(CheckRule.Outside, CheckVerdict.Unchecked, $"有 {(outside.Count < MostOutside ? "" : "超过 ")}{outside.Count:N0} 个外部地址，本系统不连接互联网，没有检查：{string.Join("　", outside.Order(StringComparer.Ordinal).Take(NamedOutside))}{(outside.Count > NamedOutside ? " 等" : "")}", "请在能上网的电脑上逐一打开核对。");

    async IAsyncEnumerable<(string Title, string Address, string Place, string Link)> InTexts(Store store, Guid agency, Action<long> count, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancelled)
    {
        for (var last = Guid.Empty; ;)
        {
            var after = last;
            // The store passes over the texts that name no address at all.
            var batch = await (from item in store.Items.Public().OfAgency(agency)
                               join text in store.ItemTexts on item.Id equals text.ItemId
                               join column in store.Columns on item.ColumnId equals column.Id
                               where item.Id.CompareTo(after) > 0 && (text.Html.Contains("href=") || text.Html.Contains("src="))
                               orderby item.Id
                               select new { item.Id, item.Title, item.Handle, item.PublishedAt, column.Slug, text.Html }).AsNoTracking().Take(AtOnce).ToListAsync(cancelled);
            if (batch.Count == 0) yield break;
            last = batch[^1].Id;
            foreach (var one in batch)
                foreach (var link in PublicPage.AddressesIn(one.Html)) yield return (one.Title, ItemAddress.Of(one.Slug, one.PublishedAt!.Value, one.Handle), $"{Items.Index.Path}/{one.Handle}", link);
            count(texts += batch.Count);
        }
    }

    async IAsyncEnumerable<(string Title, string Address, string Place, string Link)> InFiles(Store store, Guid agency, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancelled)
    {
        for (var last = Guid.Empty; ;)
        {
            var after = last;
            var batch = await (from file in store.PublicAttachments()
                               join item in store.Items.Public().OfAgency(agency) on file.ItemId equals item.Id
                               join column in store.Columns on item.ColumnId equals column.Id
                               join stored in store.Files on file.FileId equals stored.Id
                               where file.Id.CompareTo(after) > 0
                               orderby file.Id
                               select new { file.Id, file.FileId, file.Name, Stored = stored.Handle, item.Handle, item.PublishedAt, column.Slug }).AsNoTracking().Take(AtOnce).ToListAsync(cancelled);
            if (batch.Count == 0) yield break;
            last = batch[^1].Id;
            var ids = batch.ConvertAll(one => one.FileId);
            var said = (await store.Set<SearchedFile>().AsNoTracking().Where(one => ids.Contains(one.FileId)).ToListAsync(cancelled)).ToDictionary(one => one.FileId);
            foreach (var one in batch)
            {
                var (from, place, title) = (ItemAddress.Of(one.Slug, one.PublishedAt!.Value, one.Handle), $"{Items.Index.Path}/{one.Handle}", $"附件“{one.Name}”");
                yield return (title, from, place, ItemAddress.OfFile(one.Stored));
                if (!said.TryGetValue(one.FileId, out var text)) continue;
                texts++;
                foreach (var link in Written().Matches(text.Text).Select(match => match.Value).Distinct().Where(link => visits.Sort(link, from).Inner is not null || outside.Count < MostOutside)) yield return (title, from, place, link);
            }
        }
    }

    [GeneratedRegex(@"https?://[A-Za-z0-9.\-]+(:[0-9]+)?(/[A-Za-z0-9._~!$&'()*+,;=:@%/\-]*)?(\?[A-Za-z0-9._~!$&'()*+,;=:@%/?\-]*)?")]
    private static partial Regex Written();
}
