using Gongkai.Rules;
using Gongkai.Rules.Disclosure;

namespace Gongkai.Records.Disclosure;

/// <summary>A first version with the opinions on it, neither of them saved yet.</summary>
/// <param name="At">When it goes out.</param>
/// <param name="By">Who brings it out.</param>
public sealed record NewVersion(InformationItem Item, ItemVersion Version, IReadOnlyCollection<ItemOpinion> Opinions, DisclosureColumn Column, DateTimeOffset At, string By);

/// <summary>The same road for many new items at once, such as an agency's past years: each needs the proof of its own review, and no question is asked of the store for each.</summary>
static class PublishingMany
{
    extension(Store store)
    {
        /// <summary>Brings them before the public and saves them; only inside <see cref="Store.Write"/>.</summary>
        /// <param name="serial">The serial number of the first, of numbers that were taken before; all are of one period.</param>
        /// <exception cref="InvalidOperationException">One of them did not pass its review; none is saved.</exception>
        public async Task PublishNew(IReadOnlyCollection<NewVersion> versions, IndexNumberPattern pattern, int serial)
        {
            foreach (var (item, version, opinions, column, at, by) in versions)
            {
                var review = PassedReview.Of(version, opinions, []);
                item.Publish(review, pattern.Write(pattern.PeriodOf(at.DayAtOffice), serial++), at);
                version.Publish(at);
                var content = review.Content;
                store.AddRange(item, version, content.TextOf(item.Id),
                    new ItemPublication { AgencyId = item.AgencyId, ItemId = item.Id, Channel = Channel.Website, Place = ItemAddress.Of(item, column), On = at.DayAtOffice, ByName = by });
                store.AddRange(opinions);
                store.AddRange(content.FilesOf(item.Id));
                store.AddRange(content.RelationsOf(item.Id));
            }
            await store.SaveChangesAsync();
        }
    }
}
