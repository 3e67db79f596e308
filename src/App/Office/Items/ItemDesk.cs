using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Items;

/// <summary>What the pages of information ask at the current desk: what may be seen, who may do what, what a draft refers to.</summary>
public sealed class ItemDesk(Store store, Me me)
{
    /// <summary>An attachment is read by whoever may see the item before it is public.</summary>
    public static IReadOnlyList<OwnedFiles> Owned { get; } =
    [
        new(InformationItem.AttachmentKind, (store, me, file) => MaySee(store, me, file)),
        new(InformationItem.OriginalKind, (store, me, file) => MaySee(store, me, file)),
    ];

    /// <summary>Who has a version before them.</summary>
    public ReviewHand Hand => new(me.Account, me.Name, me.May(Permission.WriteItems), me.May(Permission.ReviewItems), me.May(Permission.ReviewSecrecy), me.May(Permission.ApproveItems));

    public IQueryable<InformationItem> Seen => store.Items.OfAgency(me.Agency);

    /// <summary>The steps that wait for this person.</summary>
    public IReadOnlyList<ReviewStep> Mine =>
    [
        .. ReviewSteps.Judging.Where(step => step switch
        {
            ReviewStep.Department => me.May(Permission.ReviewItems),
            ReviewStep.Secrecy => me.May(Permission.ReviewSecrecy),
            _ => me.May(Permission.ApproveItems),
        }),
    ];

    /// <summary>The versions that wait for an opinion of this person: not those of one's own hand, nor those that one has passed at another step.</summary>
    public IQueryable<ItemVersion> Waiting()
    {
        var (steps, account) = (Mine, me.Account);
        return store.ItemVersions.Where(version => version.AgencyId == me.Agency && version.State == VersionState.InReview && steps.Contains(version.Step) && version.AuthorId != account
            && !store.ItemOpinions.Any(opinion => opinion.VersionId == version.Id && opinion.AccountId == account && opinion.Passed && opinion.Hash == version.Hash && opinion.Step != version.Step));
    }

    /// <summary>What waits for this person: an opinion on others' versions, and what one is writing or got back.</summary>
    public IQueryable<ItemVersion> OnDesk()
    {
        var (waiting, account) = (Waiting().Select(version => version.Id), me.Account);
        return store.ItemVersions.Where(version => version.AgencyId == me.Agency && (waiting.Contains(version.Id) || version.State == VersionState.Draft && version.AuthorId == account));
    }

    /// <summary>The columns that take something new, with their path of names.</summary>
    public async Task<IReadOnlyList<(DisclosureColumn Column, string Name)>> Columns()
    {
        var all = await store.ColumnsOf(me.Agency);
        var byId = all.ToDictionary(column => column.Id);
        string Path(DisclosureColumn column) => column.ParentId is { } parent && byId.TryGetValue(parent, out var above) ? $"{Path(above)} / {column.Name}" : column.Name;
        return [.. all.Where(column => column.ClosedAt is null).Select(column => (column, Path(column))).OrderBy(one => one.column.Order)];
    }

    public Task<List<CatalogueEntry>> Entries() => store.CatalogueEntries.AsNoTracking().Where(entry => entry.AgencyId == me.Agency && entry.ClosedOn == null).OrderBy(entry => entry.Number).ToListAsync();

    public Task<List<Department>> Departments() => store.Departments.AsNoTracking().Where(department => department.AgencyId == me.Agency && department.AbolishedOn == null).OrderBy(department => department.Name).ToListAsync();

    /// <summary>The item that an index number names, of any agency here, as the public sees it.</summary>
    public Task<Guid?> Named(string indexNumber) =>
        store.Items.Public().Where(item => item.IndexNumber == indexNumber || item.AgencyId == me.Agency && item.DocumentNumber == indexNumber).Select(item => (Guid?)item.Id).FirstOrDefaultAsync();

    /// <summary>The files of an item that belong to a draft of it.</summary>
    public Task<List<StoredFile>> FilesOf(Guid item) =>
        store.Files.AsNoTracking().Where(file => file.OwnerKind == InformationItem.AttachmentKind && file.OwnerId == item && file.ErasedAt == null).OrderBy(file => file.StoredAt).ThenBy(file => file.Id).ToListAsync();

    /// <summary>Whether an address is that of one of some files; such a picture may stand in a text.</summary>
    public static Func<string, bool> Pictures(IEnumerable<StoredFile> files)
    {
        var known = files.Where(file => file.MediaType.StartsWith("image/", StringComparison.Ordinal)).Select(file => ItemAddress.OfFile(file.Handle)).ToHashSet();
        return known.Contains;
    }

    static async Task<bool> MaySee(Store store, Me me, StoredFile file) =>
        await store.Items.AsNoTracking().Where(item => item.Id == file.OwnerId).Select(item => (Guid?)item.AgencyId).SingleOrDefaultAsync() is { } agency && await store.MayRead(me, Permission.SeeItems, agency);
}
