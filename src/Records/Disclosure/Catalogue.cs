using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Disclosure;

/// <summary>The questions that are asked about an agency's catalogue, and what changes it.</summary>
public static class Catalogue
{
    extension(IQueryable<CatalogueEntry> entries)
    {
        public IQueryable<CatalogueEntry> OfAgency(Guid agency) => entries.Where(entry => entry.AgencyId == agency);

        /// <summary>Those under which something is disclosed now.</summary>
        public IQueryable<CatalogueEntry> Open => entries.Where(entry => entry.ClosedOn == null);
    }

    extension(Store store)
    {
        /// <summary>The next 序号 of an agency.</summary>
        public async Task<int> NextEntryNumber(Guid agency) => (await store.CatalogueEntries.OfAgency(agency).MaxAsync(entry => (int?)entry.Number) ?? 0) + 1;

        /// <summary>Changes an entry: the version before is kept with who replaced it and why. Saved with the act of the caller.</summary>
        /// <returns>Whether it says something else now.</returns>
        public bool Rewrite(CatalogueEntry entry, CatalogueContent content, Guid column, Guid? department, DateOnly from, string byName, string why, DateTimeOffset at)
        {
            if (entry.SaysAlready(content, column, department)) return false;
            store.Add(entry.Kept(byName, why, at));
            entry.Write(content, column, department, from);
            return true;
        }

        /// <summary>Adds those of the usual entries that an agency lacks, by name, and the columns that they stand in; saved with the act of the caller.</summary>
        /// <returns>How many came.</returns>
        public async Task<int> AddUsualEntries(Agency agency, DateOnly from)
        {
            await store.AddUsualColumns(agency.Id);
            var columns = store.Columns.Local.Where(column => column.AgencyId == agency.Id).ToDictionary(column => column.Slug, column => column.Id);
            var there = await store.CatalogueEntries.OfAgency(agency.Id).Open.Select(entry => entry.Name).ToHashSetAsync();
            var (number, added) = (await store.NextEntryNumber(agency.Id), 0);
            foreach (var plan in PlannedEntry.Usual)
            {
                var content = plan.AsContent(agency.Name);
                if (!there.Add(content.Name)) continue;
                store.Add(new CatalogueEntry { AgencyId = agency.Id, Number = number + added++ }.Write(content, columns[plan.Column], null, from));
            }
            return added;
        }

        /// <summary>Moves the last day of what waits under an entry, whose terms may have changed; saved with the act of the caller.</summary>
        public async Task RecountWaiting(CatalogueEntry entry, WorkingCalendar calendar)
        {
            foreach (var item in await store.Items.Where(item => item.EntryId == entry.Id && item.State == ItemState.Prepared && item.DueOn != null).ToListAsync())
                item.Recount(TimeRule.Shortest(item.FormedOn, entry.Says.Times, calendar).Due);
        }
    }

    /// <summary>A planned entry as a content of the agency that takes it over.</summary>
    public static CatalogueContent AsContent(this PlannedEntry plan, string agency) => new()
    {
        First = plan.First,
        Second = plan.Under ?? plan.Second,
        Third = plan.Under is null ? null : plan.Second,
        Elements = CatalogueText.Elements(plan.Elements),
        Bases = [.. plan.AllBases],
        Matter = plan.Matter,
        Mode = plan.Mode,
        Times = plan.Times,
        Subject = agency,
        // What is told to some alone does not go on the website.
        Channels = [.. (plan.Group is null ? plan.Also.Prepend(Channel.Website) : plan.Also is [] ? [Channel.Targeted] : plan.Also).Select(channel => new RequiredChannel(channel, true)),
            .. plan.Group is null ? plan.May.Select(channel => new RequiredChannel(channel, false)) : []],
        Group = plan.Group,
        OnRequest = plan.OnRequest,
    };
}
