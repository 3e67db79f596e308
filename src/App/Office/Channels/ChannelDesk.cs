using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Channels;

/// <summary>What the pages of channels share: whose items these are, and by which words they are sought.</summary>
public sealed class ChannelDesk(Store store, Me me)
{
    /// <summary>Words are looked for in so many of the newest; whoever looks for older ones names the year.</summary>
    public const int Looked = 20_000;

    /// <summary>What one form may name at once.</summary>
    public const int Most = 50;

    /// <summary>Proofs and receipts are seen by whoever sees what is disclosed.</summary>
    public static IReadOnlyList<OwnedFiles> Owned { get; } =
    [
        new(ItemPublication.ProofKind, async (store, me, file) => await store.ItemPublications.AsNoTracking().SingleOrDefaultAsync(one => one.Id == file.OwnerId) is { } one && await store.MayRead(me, Permission.SeeItems, one.AgencyId)),
        new(HandoverBatch.ReceiptKind, async (store, me, file) => await store.HandoverBatches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == file.OwnerId) is { } batch && await store.MayRead(me, Permission.SeeItems, batch.AgencyId)),
    ];

    public bool MayKeep => me.May(Permission.WriteItems);

    /// <summary>What this agency disclosed and still shows.</summary>
    public IQueryable<InformationItem> Shown => store.Items.AsNoTracking().Public().OfAgency(me.Agency);

    /// <summary>Narrowed by what a form asks; what is not asked narrows nothing.</summary>
    public IQueryable<InformationItem> Sought(int? year, ItemCategory? category, Channel? channel, string? words)
    {
        var items = Shown;
        // With a channel the year is that of the channel's own days.
        if (year is { } one && channel is null) items = items.FirstIn(one);
        if (category is { } which) items = store.OfCategory(items, which);
        if (channel is { } by) items = year is { } on ? store.By(items, by, on) : items.Where(item => store.ItemPublications.Any(publication => publication.ItemId == item.Id && publication.Channel == by && publication.VoidWhy == null));
        if (words is { } wanted) items = items.NewestFirst().Take(Looked).Where(item => item.Title.Contains(wanted) || item.DocumentNumber == wanted || item.IndexNumber == wanted);
        return items;
    }

    /// <summary>The items that an address or a form names; names of others are passed over.</summary>
    public async Task<List<InformationItem>> Named(IEnumerable<string> names)
    {
        var handles = names.Take(Most).Select(name => Handle.TryParse(name, null, out var handle) ? handle : (Handle?)null).OfType<Handle>().Distinct().ToList();
        return handles.Count == 0 ? [] : await Shown.Where(item => handles.Contains(item.Handle)).NewestFirst().ToListAsync();
    }

    public async Task<IReadOnlyList<SelectListItem>> Years(int? chosen) => [.. (await store.YearsDisclosed(me.Agency)).Select(year => new SelectListItem($"{year}年", $"{year}", year == chosen))];

    /// <summary>Words as typed; none where they are too long to be meant.</summary>
    public static string? Words(string? typed) => typed?.Trim() is { Length: > 0 and <= 100 } words ? words : null;
}
