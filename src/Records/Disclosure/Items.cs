using Gongkai.Records.Files;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Disclosure;

/// <summary>The questions that are asked about information.</summary>
public static class Items
{
    extension(IQueryable<InformationItem> items)
    {
        /// <summary>What the public may see. Every page, feed, search, export and count for the public begins here; nothing else decides it.</summary>
        public IQueryable<InformationItem> Public() => items.Where(item => item.State == ItemState.Published);

        public IQueryable<InformationItem> OfAgency(Guid agency) => items.Where(item => item.AgencyId == agency);

        /// <summary>The newest first, in an order that never changes.</summary>
        public IOrderedQueryable<InformationItem> NewestFirst() => items.OrderByDescending(item => item.PublishedAt).ThenByDescending(item => item.Id);
    }

    extension(Store store)
    {
        /// <summary>What stands beside published items, by the same filter.</summary>
        public IQueryable<ItemText> PublicTexts() => from text in store.ItemTexts join item in store.Items.Public() on text.ItemId equals item.Id select text;

        /// <summary>The files that the public gets.</summary>
        public IQueryable<ItemAttachment> PublicAttachments() => from file in store.ItemAttachments join item in store.Items.Public() on file.ItemId equals item.Id select file;

        /// <summary>The files that the public gets with one item, in their order.</summary>
        public async Task<List<(string Name, StoredFile File)>> PublicFilesOf(Guid item) =>
            (await (from attached in store.PublicAttachments() join file in store.Files on attached.FileId equals file.Id where attached.ItemId == item orderby attached.Order select new { attached.Name, File = file }).AsNoTracking().ToListAsync())
                .ConvertAll(one => (one.Name, one.File));

        /// <summary>The hash of what is public of an item: that of the version that was published last.</summary>
        public Task<string> HashOf(InformationItem item) => store.ItemVersions.Where(version => version.ItemId == item.Id && version.Number == item.Version).Select(version => version.Hash).SingleAsync();

        /// <summary>Relations of which the public sees both ends.</summary>
        public IQueryable<ItemRelation> PublicRelations() =>
            from relation in store.ItemRelations
            join first in store.Items.Public() on relation.FromId equals first.Id
            join second in store.Items.Public() on relation.ToId equals second.Id
            select relation;

        public Task<List<ItemOpinion>> OpinionsOf(Guid version) => store.ItemOpinions.Where(opinion => opinion.VersionId == version).OrderBy(opinion => opinion.At).ToListAsync();

        public Task<List<ItemFinding>> FindingsOf(ItemVersion version) => store.ItemFindings.Where(finding => finding.VersionId == version.Id && finding.Hash == version.Hash).OrderByDescending(finding => finding.Blocks).ThenBy(finding => finding.Id).ToListAsync();

        /// <summary>The course of a version's review as it stands.</summary>
        public async Task<ReviewCourse> CourseOf(ItemVersion version) => PassedReview.Course(version, await store.OpinionsOf(version.Id));
    }
}
