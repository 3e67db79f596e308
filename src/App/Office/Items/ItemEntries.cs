using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Items;

/// <summary>Information on a desk: what waits for one's opinion, what one is writing or got back.</summary>
public sealed class ItemEntries(Store store, ItemDesk items) : IDeskEntries
{
    const int Most = 30;

    public async Task<IReadOnlyList<DeskEntry>> Of(Me me, DateOnly today)
    {
        if (!me.May(Permission.SeeItems)) return [];
        var rows = await (from version in items.OnDesk()
                          join item in store.Items on version.ItemId equals item.Id
                          orderby item.DueOn, version.Id
                          select new { version.Title, version.State, version.Step, version.HandedInAt, item.Handle, item.DueOn, Public = item.State }).Take(Most).ToListAsync();
        return [.. rows.Select(row => new DeskEntry(DeskPlace.Mine, "信息公开", row.Title, $"{Index.Path}/{row.Handle}", row.Public is ItemState.Prepared ? row.DueOn : null,
            row.State is VersionState.InReview ? $"待{row.Step.Name}" : row.HandedInAt is null ? "草稿，待送审" : "已退回，待修改"))];
    }
}
