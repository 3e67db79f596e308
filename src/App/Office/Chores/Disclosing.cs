using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Notices;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Chores;

/// <summary>Publishes what was approved for an hour that has come (定时发布); each in an act of its own, through the one road to the public.</summary>
/// <remarks>Which is due stands in the store, so nothing is lost when the program stops. One node does it; and if two did, the revision of the version lets one through.</remarks>
public sealed class ScheduledPublication : IChore
{
    const int AtOnce = 200;

    public string Name => "scheduled-publication";
    public string Title => "定时发布";
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task Do(Store store, DateTimeOffset now, CancellationToken stopping)
    {
        // The earliest first; each only by its key, since what one act saved may concern the next.
        var due = await store.ItemVersions.Where(version => version.State == VersionState.Approved && version.PublishAt <= now).OrderBy(version => version.PublishAt).ThenBy(version => version.Id).Select(version => version.Id).Take(AtOnce).ToListAsync(stopping);
        foreach (var id in due)
        {
            if (stopping.IsCancellationRequested) return;
            await Publish(store, id, now);
            store.ChangeTracker.Clear();
        }
    }

    static async Task Publish(Store store, Guid id, DateTimeOffset now)
    {
        var version = await store.ItemVersions.SingleAsync(one => one.Id == id);
        if (version.State is not VersionState.Approved) return;
        if (await store.ToPublish(version) is { } impediment)
        {
            await Tell(store, version, impediment, now);
            return;
        }
        var known = await store.Items.Where(item => item.Id == version.ItemId).Select(item => new { item.Handle, Corrected = item.PublishedAt != null }).SingleAsync();
        var act = new Act(known.Corrected ? ItemDeeds.Corrected : ItemDeeds.Published, Hand.Program, now, version.AgencyId, "定时发布");
        try
        {
            await store.Write(act, async () =>
            {
                await store.Publish(version, act, ItemAddress.Of);
                if (version.AuthorId is { } author) await store.Tell(author, NoticeTopic.Reminders, $"《{version.Title}》已定时发布。", $"/office/items/{known.Handle}", now, $"scheduled:{version.Id:N}");
                await store.SaveChangesAsync();
            });
        }
        catch (DbUpdateConcurrencyException)
        {
            // Someone published or took it back in the meantime; it was their act.
        }
    }

    // Once for each text and each reason's day: the author, and whoever signs, since one of them must act.
    static async Task Tell(Store store, ItemVersion version, Impediment impediment, DateTimeOffset now)
    {
        var handle = await store.Items.Where(item => item.Id == version.ItemId).Select(item => item.Handle).SingleAsync();
        IEnumerable<Guid> told = version.AuthorId is { } author ? [author] : await store.HoldersAt(version.AgencyId, Permission.ApproveItems);
        await store.Tell(told, NoticeTopic.Reminders, $"《{version.Title}》到了定时发布的时间，没有发布：{impediment.Reason}", $"/office/items/{handle}", now, $"unscheduled:{version.Id:N}:{version.Hash[..8]}:{now.DayAtOffice:yyyyMMdd}");
        await store.SaveChangesAsync();
    }
}

/// <summary>Marks documents whose repeal takes effect today (废止), where the repealing one was published before its day.</summary>
public sealed class RepealsTakingEffect : IChore
{
    public string Name => "repeals";
    public string Title => "标注到期废止的文件";
    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task Do(Store store, DateTimeOffset now, CancellationToken stopping)
    {
        var today = now.DayAtOffice;
        foreach (var agency in await store.RepealsDue(today))
        {
            var act = new Act(ItemDeeds.Cleaned, Hand.Program, now, agency, "废止决定到了施行日期");
            await store.Write(act, () => store.MarkRepealed(today, act, agency: agency));
            store.ChangeTracker.Clear();
        }
    }
}
