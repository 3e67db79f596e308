using Gongkai.App.Access;
using Gongkai.App.Office.Channels;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Catalogue;

/// <summary>Proactive disclosure on a desk: periods that end, what is not public though its last day is past, the red lines of the inspection, the guide, documents to clean up. What one writes and reviews oneself stands there by its own page.</summary>
public sealed class DisclosureEntries(Store store, Desk desk, Cleanup.CleanupTerms terms, InspectionTerms inspection) : IDeskEntries
{
    const int Most = 30, PeriodsAhead = 20;

    public async Task<IReadOnlyList<DeskEntry>> Of(Me me, DateOnly today)
    {
        if (!me.May(Permission.SeeItems) || me.Agency == Guid.Empty) return [];
        List<DeskEntry> entries = [];
        if (me.May(Permission.ManageColumns)) entries.AddRange([.. await Periodic(me.Agency, today), .. await NearRedLines(me.Agency, today)]);
        if (me.May(Permission.ReviewItems) || me.May(Permission.ApproveItems)) entries.AddRange(await Overdue(me.Agency, today));
        if (me.May(Permission.ManageColumns) || me.May(Permission.ApproveItems)) entries.AddRange(await Guide(me, today));
        if (me.May(Permission.CleanDocuments)) entries.AddRange(await Documents(me.Agency, today));
        if (me.May(Permission.CleanDocuments) || me.May(Permission.ManageColumns)) entries.AddRange(await Interpretations(me.Agency, today));
        return entries;
    }

    async Task<IEnumerable<DeskEntry>> Periodic(Guid agency, DateOnly today)
    {
        var periodic = await store.CatalogueEntries.AsNoTracking().OfAgency(agency).Open.Where(entry => entry.Mode == DisclosureMode.Periodic).ToListAsync();
        var names = periodic.ToDictionary(entry => entry.Id);
        return (await store.PeriodsOf(periodic, today, desk.Calendar))
            .SelectMany(one => one.Value.Where(period => period.State is PeriodState.Missing || period.State is PeriodState.Pending && desk.Calendar.Count(today, period.Period.DueOn) <= PeriodsAhead).Select(period => (Entry: names[one.Key], period.Period)))
            .OrderBy(one => one.Period.DueOn).Take(Most)
            .Select(one => new DeskEntry(one.Period.DueOn < today ? DeskPlace.Overdue : DeskPlace.Mine, "定期公开", one.Entry.Name, $"{Index.Path}/{one.Entry.Handle}", one.Period.DueOn, $"{one.Period.Words} {Left(one.Period.DueOn, today)}"));
    }

    // Who has no columns, or has never published, is told how to begin elsewhere.
    async Task<IEnumerable<DeskEntry>> NearRedLines(Guid agency, DateOnly today)
    {
        var (columns, newest) = await store.WatchColumns(agency, counted: false);
        if (newest is null) return [];
        var lines = RedLines.Of([.. columns.Select(column => column.Upkeep)], newest, today, inspection.On(today));
        return lines.Fails || lines.IsNear ? [new(lines.Fails ? DeskPlace.Overdue : DeskPlace.Mine, "更新监测", lines.Words, Watch.Path, null, lines.Fails ? "已触及检查红线" : "临近检查红线")] : [];
    }

    async Task<IEnumerable<DeskEntry>> Overdue(Guid agency, DateOnly today) =>
        (await store.Waiting().AsNoTracking().Where(item => item.AgencyId == agency && item.DueOn < today).OrderBy(item => item.DueOn).ThenBy(item => item.Id).Take(Most).Select(item => new { item.Handle, item.Title, item.DueOn }).ToListAsync())
            .Select(item => new DeskEntry(DeskPlace.Overdue, "信息公开", item.Title, $"/office/items/{item.Handle}", item.DueOn, "超过公开期限，还没有公开"));

    async Task<IEnumerable<DeskEntry>> Guide(Me me, DateOnly today)
    {
        List<DeskEntry> entries = [];
        if (await store.Agencies.AsNoTracking().SingleOrDefaultAsync(one => one.Id == me.Agency) is not { } agency) return entries;
        if (me.May(Permission.ApproveItems) && await store.GuideVersions.AsNoTracking().Where(one => one.AgencyId == me.Agency).OrderByDescending(one => one.Number).FirstOrDefaultAsync() is { SignedAt: null } proposed && proposed.ToSign(me.Account, me.Name) is null)
            entries.Add(new(DeskPlace.Mine, "公开指南", $"第 {proposed.Number} 版", Office.Guide.Index.Path, null, "待审签"));
        if (me.May(Permission.ManageColumns) && await store.GuideFindings(agency, today) is [var finding, ..])
            entries.Add(new(DeskPlace.Mine, "公开指南", "政府信息公开指南", Office.Guide.Index.Path, null, finding.Message));
        return entries;
    }

    async Task<IEnumerable<DeskEntry>> Documents(Guid agency, DateOnly today)
    {
        var items = store.Items.AsNoTracking().Public().OfAgency(agency);
        var ending = await items.Ending(today, terms.EndingDays).OrderBy(item => item.EndsOn).ThenBy(item => item.Id).Take(Most).Select(item => new { item.Handle, item.Title, item.EndsOn }).ToListAsync();
        List<DeskEntry> entries = [.. ending.Select(item => new DeskEntry(DeskPlace.Mine, "文件清理", item.Title, $"{Office.Cleanup.Index.Path}?state=ending", item.EndsOn, "有效期将满，请提出清理意见"))];
        if (await store.Uninterpreted(items, terms.Since(today, desk.Calendar)).Take(Most + 1).CountAsync() is > 0 and var count)
            entries.Add(new(DeskPlace.Mine, "政策解读", $"{(count > Most ? $"{Most} 多" : count)} 份政策文件没有解读", $"{Office.Cleanup.Index.Path}?state=uninterpreted", null, $"公开后 {terms.InterpretWithin} 个工作日内应当有解读"));
        return entries;
    }

    // A policy that has just gone out wants its interpretation; what is late already is counted above.
    async Task<IEnumerable<DeskEntry>> Interpretations(Guid agency, DateOnly today)
    {
        var since = terms.Since(today, desk.Calendar);
        return (await store.Uninterpreted(store.Items.AsNoTracking().Public().OfAgency(agency).Where(item => item.PublishedAt >= since), today.AddDays(2).StartAtOffice).OrderBy(item => item.PublishedAt).ThenBy(item => item.Id).Take(Most)
            .Select(item => new { item.Handle, item.Title, item.PublishedAt }).ToListAsync())
            .Select(item => new DeskEntry(DeskPlace.Mine, "政策解读", item.Title, $"{Office.Items.Index.Path}/{item.Handle}", desk.Calendar.Add(item.PublishedAt!.Value.DayAtOffice, terms.InterpretWithin), $"请发布解读：公开后 {terms.InterpretWithin} 个工作日内"));
    }

    string Left(DateOnly due, DateOnly today) => due < today ? $"已超期 {Math.Max(1, desk.Calendar.Count(due, today))} 个工作日" : due == today ? "今天到期" : $"还有 {desk.Calendar.Count(today, due)} 个工作日到期";
}
