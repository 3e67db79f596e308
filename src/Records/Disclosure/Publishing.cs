using Gongkai.Records.Calendars;
using Gongkai.Records.Organizations;
using Gongkai.Records.Search;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Disclosure;

/// <summary>The one road to the public and back from it: publication of a version that passed its review, withdrawal, validity.</summary>
public static class Publishing
{
    extension(Store store)
    {
        /// <summary>Why a version may not go out now.</summary>
        public async Task<Impediment?> ToPublish(ItemVersion version) =>
            PassedReview.Impediment(version, await store.OpinionsOf(version.Id), await store.FindingsOf(version)) is { } reason ? new(reason)
            : await store.Items.AnyAsync(item => item.Id == version.ItemId && item.State == ItemState.Withdrawn) ? new("这条信息已经撤下，需要重新公开的请新建一条。")
            : await store.Columns.Where(column => column.Id == version.Says.ColumnId && column.ClosedAt != null).Select(column => column.Name).FirstOrDefaultAsync() is { } closed ? new($"栏目“{closed}”已经关闭，请改选其他栏目后重新送审，或重新开放该栏目。")
            : null;

        /// <summary>Brings a version before the public, at the hour of the act; only inside <see cref="Store.Write"/>.</summary>
        /// <param name="place">Its address on the portal, as the register of channels keeps it.</param>
        /// <exception cref="InvalidOperationException">It did not pass its review: see <c>ToPublish</c>.</exception>
        public async Task Publish(ItemVersion version, Act act, Func<InformationItem, DisclosureColumn, string> place)
        {
            var review = PassedReview.Of(version, await store.OpinionsOf(version.Id), await store.FindingsOf(version));
            var item = await store.Items.SingleAsync(one => one.Id == version.ItemId);
            var first = item.PublishedAt is null;
            var agency = await store.Agencies.AsNoTracking().SingleAsync(one => one.Id == item.AgencyId);
            item.Publish(review, first ? await store.TakeIndexNumber(item.AgencyId, IndexNumberPattern.Of(agency.CreditCode), act.At.DayAtOffice) : null, act.At);
            version.Publish(act.At);
            var before = await store.Interpreted(item);
            await store.Show(item, review.Content);
            var column = await store.Columns.SingleAsync(one => one.Id == item.ColumnId);
            if (first) store.Add(new ItemPublication { AgencyId = item.AgencyId, ItemId = item.Id, Channel = Channel.Website, Place = place(item, column), On = act.At.DayAtOffice, ByName = act.By.Name });
            await store.SaveChangesAsync();
            // What it repeals is over from the day on which it takes effect; where that is later, a chore marks it then.
            await store.MarkRepealed(act.At.DayAtOffice, act, item.Id);
            await SearchIndex.Follow(store, act.At.DayAtOffice, [item.Id, .. before, .. await store.Interpreted(item)]);
        }

        /// <summary>Takes an item from the public: its text, its files and its relations go; its address says why. Only inside <see cref="Store.Write"/>.</summary>
        public async Task Withdraw(InformationItem item, string why, Act act)
        {
            item.Withdraw(why, act.At);
            var before = await store.Interpreted(item);
            store.RemoveRange(await store.ItemTexts.Where(text => text.ItemId == item.Id).ToListAsync());
            store.RemoveRange(await store.ItemAttachments.Where(file => file.ItemId == item.Id).ToListAsync());
            store.RemoveRange(await store.ItemRelations.Where(relation => relation.FromId == item.Id).ToListAsync());
            foreach (var publication in await store.ItemPublications.Where(one => one.ItemId == item.Id && one.Channel == Channel.Website && one.EndedOn == null).ToListAsync()) publication.End(act.At.DayAtOffice);
            await store.SaveChangesAsync();
            await SearchIndex.Follow(store, act.At.DayAtOffice, [item.Id, .. before]);
        }

        /// <summary>Marks a document's validity (清理); only inside <see cref="Store.Write"/>.</summary>
        /// <param name="on">The day on which it ended.</param>
        /// <param name="why">The decision.</param>
        public Task Mark(InformationItem item, Validity validity, DateOnly? on, string? why, Act act) => store.Mark([item], validity, on, why, act);

        /// <summary>The same of several by one decision: one entry in the trail.</summary>
        public async Task Mark(IReadOnlyCollection<InformationItem> items, Validity validity, DateOnly? on, string? why, Act act)
        {
            foreach (var item in items) item.Mark(validity, on, why, act.At);
            await store.SaveChangesAsync();
            await SearchIndex.Follow(store, act.At.DayAtOffice, [.. items.Select(item => item.Id)]);
        }

        /// <summary>The last day for what a draft says: the shortest of the terms of its catalogue entry, and always the Regulation's 20 working days.</summary>
        public async Task<(DateOnly Due, TimeRule Rule)> DueOf(ItemContent content, Guid agency)
        {
            var entry = content.EntryId is { } id ? await store.CatalogueEntries.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id) : null;
            return TimeRule.Shortest(content.FormedOn, entry?.Says.Times ?? [], await store.CalendarOf(agency));
        }

        // What it interpreted until now: search says of these whether they have an interpretation.
        Task<List<Guid>> Interpreted(InformationItem item) =>
            store.ItemRelations.Where(relation => relation.FromId == item.Id && relation.Kind == RelationKind.Interprets).Select(relation => relation.ToId).ToListAsync();

        // What the public sees beside the row.
        async Task Show(InformationItem item, ItemContent content)
        {
            if (await store.ItemTexts.SingleOrDefaultAsync(text => text.ItemId == item.Id) is { } text) content.Onto(text);
            else store.Add(content.TextOf(item.Id));
            store.RemoveRange(await store.ItemAttachments.Where(file => file.ItemId == item.Id).ToListAsync());
            store.AddRange(content.FilesOf(item.Id));
            var before = await store.ItemRelations.Where(relation => relation.FromId == item.Id).ToListAsync();
            store.RemoveRange(before.Where(one => !content.Relations.Contains(new(one.Kind, one.ToId))));
            store.AddRange(content.RelationsOf(item.Id).Where(one => !before.Exists(relation => relation.Kind == one.Kind && relation.ToId == one.ToId)));
        }
    }
}
