using Gongkai.Rules;
using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Organizations;

/// <summary>Who stands under whom, now and before.</summary>
public static class AgencyTree
{
    extension(Store store)
    {
        /// <summary>An agency and all above it, nearest first.</summary>
        public async Task<List<Guid>> LineAbove(Guid agency)
        {
            List<Guid> line = [];
            Guid? next = agency;
            while (next is { } one && !line.Contains(one))
            {
                line.Add(one);
                next = await store.Agencies.Where(above => above.Id == one).Select(above => above.ParentId).SingleOrDefaultAsync();
            }
            return line;
        }

        /// <summary>The agency itself and all that were merged into it, directly or by way of others: whose records its desk may read.</summary>
        public async Task<List<Guid>> WithPredecessors(Guid agency)
        {
            List<Guid> all = [agency];
            for (var done = 0; done < all.Count; done++)
            {
                var successor = all[done];
                all.AddRange(await store.Agencies.Where(one => one.SuccessorId == successor && !all.Contains(one.Id)).Select(one => one.Id).ToListAsync());
            }
            return all;
        }

        /// <summary>Why an agency may not come under another, or <c>null</c>.</summary>
        /// <param name="agency">The agency, with the kind that it will have.</param>
        /// <param name="above">The one that it comes under; none for the top.</param>
        public async Task<Impediment?> ToPlacing(Guid agency, AgencyKind kind, Agency? above) =>
            AgencyChanges.ToStandingUnder(kind, above?.Kind)
            ?? (above is null ? null : AgencyChanges.ToPlacing(agency, await store.LineAbove(above.Id), above.AbolishedOn is not null));

        /// <summary>Puts an agency under another from a day on, and keeps where it was. Nothing is saved yet.</summary>
        public async Task Place(Agency agency, Guid? above, DateOnly on)
        {
            var current = await store.Placements.Where(placement => placement.AgencyId == agency.Id && placement.Until == null).SingleOrDefaultAsync();
            if (current is not null && current.ParentId == above) return;
            if (current is null && agency.ParentId != above && agency.Revision > 0)
                store.Add(new Placement { AgencyId = agency.Id, ParentId = agency.ParentId, From = agency.FoundedOn ?? DateOnly.MinValue, Until = on });
            if (current is not null) current.Until = on;
            agency.ParentId = above;
            store.Add(new Placement { AgencyId = agency.Id, ParentId = above, From = on });
        }
    }
}
