using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Disclosure;

/// <summary>How many documents of a kind an agency made in a year, repealed in it, and had in force at its end (制发、废止、现行有效): a row of table 2.</summary>
public sealed record NormativeCount(Guid Agency, Genre Genre, int Made, int Ended, int InForce);

/// <summary>What the clean-up of documents asks (文件清理): validity, documents that lapse soon, policies without an interpretation.</summary>
public static class Cleanup
{
    /// <summary>Those that table 2 counts.</summary>
    public static IReadOnlyList<Genre> Counted { get; } = [Genre.Rules, Genre.Normative];

    static readonly Validity[] Over = [Validity.Repealed, Validity.Lapsed];

    extension(IQueryable<InformationItem> items)
    {
        /// <summary>Policy documents: regulations, normative documents, other documents.</summary>
        public IQueryable<InformationItem> Policies => items.Where(item => item.Genre == Genre.Rules || item.Genre == Genre.Normative || item.Genre == Genre.Document);

        /// <summary>Those that bind on a day, marked or not.</summary>
        public IQueryable<InformationItem> Binding(DateOnly day) => items.Where(item => !Over.Contains(item.Validity) && (item.EndsOn == null || item.EndsOn >= day));

        /// <summary>Those that bind on a day and cease to within some days after it.</summary>
        public IQueryable<InformationItem> Ending(DateOnly day, int days)
        {
            var until = day.AddDays(days);
            return items.Where(item => !Over.Contains(item.Validity) && item.EndsOn >= day && item.EndsOn <= until);
        }

        /// <summary>Those whose last day is past though nobody has marked them.</summary>
        public IQueryable<InformationItem> LapsedUnmarked(DateOnly day) => items.Where(item => !Over.Contains(item.Validity) && item.EndsOn < day);

        /// <summary>Normative documents and regulations of which nobody has said whether they bind.</summary>
        public IQueryable<InformationItem> Unmarked => items.Where(item => item.Validity == Validity.Unmarked && (item.Genre == Genre.Rules || item.Genre == Genre.Normative));
    }

    extension(Store store)
    {
        /// <summary>Policies that bind, have been public since before a moment, and which nothing public interprets.</summary>
        public IQueryable<InformationItem> Uninterpreted(IQueryable<InformationItem> items, DateTimeOffset before)
        {
            var relations = store.PublicRelations().Where(relation => relation.Kind == RelationKind.Interprets);
            return items.Policies.Where(item => !Over.Contains(item.Validity) && item.PublishedAt < before && !relations.Any(relation => relation.ToId == item.Id));
        }

        /// <summary>Table 2 by what is public: made in a year (formed in it), ended in it (repealed, lapsed, or past their last day), in force at its end. Agencies with none are left out.</summary>
        public async Task<IReadOnlyList<NormativeCount>> NormativeCounts(IReadOnlyCollection<Guid> agencies, int year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            // A document ends on the day that its repeal names, or else on its own last day; one that ends on 31 December ends in that year.
            var rows = await store.Items.Public().Where(item => agencies.Contains(item.AgencyId) && (item.Genre == Genre.Rules || item.Genre == Genre.Normative) && item.FormedOn <= last)
                .Select(item => new { item.AgencyId, item.Genre, item.FormedOn, End = Over.Contains(item.Validity) && item.EndedOn != null ? item.EndedOn : item.EndsOn, Unknown = Over.Contains(item.Validity) && item.EndedOn == null && item.EndsOn == null })
                .GroupBy(item => new { item.AgencyId, item.Genre })
                .Select(group => new
                {
                    group.Key.AgencyId, group.Key.Genre,
                    Made = group.Count(item => item.FormedOn >= first),
                    Ended = group.Count(item => item.End >= first && item.End <= last),
                    InForce = group.Count(item => !item.Unknown && (item.End == null || item.End > last)),
                }).ToListAsync();
            return [.. rows.Select(row => new NormativeCount(row.AgencyId, row.Genre, row.Made, row.Ended, row.InForce)).OrderBy(row => row.Agency).ThenBy(row => row.Genre)];
        }

        /// <summary>The agencies that have a document to mark whose repeal takes effect on or before a day.</summary>
        public Task<List<Guid>> RepealsDue(DateOnly day) => store.Repeals(day).Select(one => one.Repealed.AgencyId).Distinct().ToListAsync();

        /// <summary>Marks documents as repealed that one of the same agency repeals and whose repeal takes effect on or before a day; only inside <see cref="Store.Write"/>.</summary>
        /// <param name="of">What repeals; none: whatever is public.</param>
        /// <param name="agency">Whose; none: anyone's.</param>
        /// <returns>How many were marked.</returns>
        public async Task<int> MarkRepealed(DateOnly day, Act act, Guid? of = null, Guid? agency = null)
        {
            var due = await store.Repeals(day).Where(one => (of == null || one.Repealing.Id == of) && (agency == null || one.Repealed.AgencyId == agency)).OrderBy(one => one.Repealed.Id).ThenBy(one => one.Repealing.Id).ToListAsync();
            foreach (var one in due.DistinctBy(one => one.Repealed.Id))
                await store.Mark(one.Repealed, Validity.Repealed, one.Repealing.EffectiveOn ?? one.Repealing.FormedOn, Cut($"由《{one.Repealing.Title}》{(one.Repealing.DocumentNumber is { } number ? $"（{number}）" : "")}废止"), act);
            return due.Count;
        }

        // Nobody repeals what another agency made.
        IQueryable<Repeal> Repeals(DateOnly day) =>
            from relation in store.ItemRelations
            join repealing in store.Items.Public() on relation.FromId equals repealing.Id
            join repealed in store.Items.Public() on relation.ToId equals repealed.Id
            where relation.Kind == RelationKind.Repeals && repealed.AgencyId == repealing.AgencyId && !Over.Contains(repealed.Validity)
                && (repealing.EffectiveOn == null ? repealing.FormedOn : repealing.EffectiveOn) <= day
            select new Repeal { Repealed = repealed, Repealing = repealing };
    }

    sealed class Repeal
    {
        public required InformationItem Repealed { get; init; }
        public required InformationItem Repealing { get; init; }
    }

    static string Cut(string why) => why.Length <= 300 ? why : why[..299] + "…";
}
