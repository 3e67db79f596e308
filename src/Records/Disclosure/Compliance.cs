using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Disclosure;

/// <summary>How far what an entry of the catalogue asks was done.</summary>
/// <param name="Published">How many items are public under it.</param>
/// <param name="LastAt">When something last was disclosed under it.</param>
/// <param name="Late">How many were disclosed after their last day.</param>
/// <param name="Waiting">How many are being written.</param>
/// <param name="NextDue">The next last day: of what waits, or of the period that runs.</param>
/// <param name="Overdue">How many wait though their last day is past.</param>
/// <param name="Periods">The periods of the last two years, the newest first; none where it does not come in periods.</param>
/// <param name="Channels">Required channels besides the website, with how many of the last year's items did not go out there in time.</param>
public sealed record EntryCompliance(CatalogueEntry Entry, int Published, DateTimeOffset? LastAt, int Late, int Waiting, DateOnly? NextDue, int Overdue, IReadOnlyList<CheckedPeriod> Periods, IReadOnlyList<(Channel Channel, int Missing)> Channels)
{
    public int MissingPeriods => Periods.Count(period => period.State is PeriodState.Missing);

    public int LatePeriods => Periods.Count(period => period.State is PeriodState.Late);

    public bool IsBroken => Overdue > 0 || MissingPeriods > 0 || Channels.Any(one => one.Missing > 0);

    /// <summary>In one phrase.</summary>
    public string Words => this switch
    {
        { Overdue: > 0 } => $"{Overdue} 条超期未公开",
        { MissingPeriods: > 0 } => $"{MissingPeriods} 期未公开",
        _ when Channels.FirstOrDefault(one => one.Missing > 0) is { Missing: > 0 } channel => $"{channel.Missing} 条未按时在{channel.Channel.Name}公开",
        { Late: > 0 } or { LatePeriods: > 0 } => "有逾期公开",
        { Published: 0, Waiting: 0, Entry.Mode: not DisclosureMode.AsItHappens } => "还没有公开过",
        _ => "正常",
    };
}

/// <summary>Asks of the catalogue whether what is due was disclosed (公开时限的落实).</summary>
public static class Compliance
{
    const int MonthsBack = 24;

    extension(Store store)
    {
        /// <summary>Of the open entries of an agency that are disclosed without being asked, in their order. A handful of questions, however many entries there are.</summary>
        public async Task<IReadOnlyList<EntryCompliance>> ComplianceOf(Guid agency, DateOnly today, WorkingCalendar calendar) =>
            await store.ComplianceOf(await store.CatalogueEntries.AsNoTracking().OfAgency(agency).Open.OrderBy(entry => entry.Number).ToListAsync(), today, calendar);

        /// <summary>The same of some entries.</summary>
        public async Task<IReadOnlyList<EntryCompliance>> ComplianceOf(IEnumerable<CatalogueEntry> some, DateOnly today, WorkingCalendar calendar)
        {
            var entries = some.Where(entry => !entry.Says.OnRequest).ToList();
            var ids = entries.Select(entry => (Guid?)entry.Id).ToList();
            var published = await store.Items.Public().Where(item => ids.Contains(item.EntryId)).GroupBy(item => item.EntryId!.Value)
                .Select(group => new { group.Key, Count = group.Count(), Late = group.Count(item => item.Late), Last = group.Max(item => item.PublishedAt) }).ToDictionaryAsync(one => one.Key);
            var waiting = await store.Waiting().Where(item => ids.Contains(item.EntryId)).GroupBy(item => item.EntryId!.Value)
                .Select(group => new { group.Key, Count = group.Count(), Overdue = group.Count(item => item.DueOn < today), Next = group.Min(item => item.DueOn) }).ToDictionaryAsync(one => one.Key);
            var periods = await store.PeriodsOf(entries, today, calendar);
            var channels = await store.MissingChannels(entries, today);
            return
            [
                .. from entry in entries
                   let own = published.GetValueOrDefault(entry.Id)
                   let open = waiting.GetValueOrDefault(entry.Id)
                   let mine = periods.GetValueOrDefault(entry.Id, [])
                   select new EntryCompliance(entry, own?.Count ?? 0, own?.Last, own?.Late ?? 0, open?.Count ?? 0,
                       ((DateOnly?[])[open?.Next, mine.LastOrDefault(period => period.State is PeriodState.Pending)?.Period.DueOn]).Min(), open?.Overdue ?? 0, mine, [.. channels[entry.Id]]),
            ];
        }

        /// <summary>What is being written and not public yet, has a last day, and may go before the public.</summary>
        public IQueryable<InformationItem> Waiting() =>
            from item in store.Items
            where item.State == ItemState.Prepared && item.DueOn != null && (item.Attribute == DisclosureAttribute.Proactive || item.Attribute == DisclosureAttribute.Partly)
                && store.ItemVersions.Any(version => version.ItemId == item.Id && (version.State == VersionState.Draft || version.State == VersionState.InReview || version.State == VersionState.Approved))
            select item;

        /// <summary>The periods of those entries that come in periods, the newest first.</summary>
        public async Task<Dictionary<Guid, IReadOnlyList<CheckedPeriod>>> PeriodsOf(IReadOnlyCollection<CatalogueEntry> entries, DateOnly today, WorkingCalendar calendar)
        {
            var periodic = entries.Where(entry => entry.Mode is DisclosureMode.Periodic && Periods.RuleOf(entry.Says.Times) is not null).ToList();
            var ids = periodic.Select(entry => entry.Id).ToList();
            // A change of an entry's words does not forgive what was due before it.
            var begun = await store.CatalogueVersions.Where(version => ids.Contains(version.EntryId)).GroupBy(version => version.EntryId).Select(group => new { group.Key, From = group.Min(version => version.From) }).ToDictionaryAsync(one => one.Key, one => one.From);
            var since = today.AddMonths(-MonthsBack);
            // Periods are at most a year and some working days longer than they are looked at.
            var first = since.AddYears(-1).StartAtOffice;
            var days = (await store.Items.Public().Where(item => item.EntryId != null && ids.Contains(item.EntryId.Value) && item.PublishedAt >= first).Select(item => new { Entry = item.EntryId!.Value, item.PublishedAt }).ToListAsync())
                .ToLookup(one => one.Entry, one => one.PublishedAt!.Value.DayAtOffice);
            Dictionary<Guid, IReadOnlyList<CheckedPeriod>> all = [];
            foreach (var entry in periodic)
            {
                var from = begun.GetValueOrDefault(entry.Id, entry.From);
                var found = Periods.Check(Periods.Of(Periods.RuleOf(entry.Says.Times)!, from < since ? since : from, today, calendar), days[entry.Id], today);
                all[entry.Id] = [.. found.Reverse()];
            }
            return all;
        }

        // Of the items of the last year whose last day is past: those without a publication by the channel on or before it.
        async Task<ILookup<Guid, (Channel, int)>> MissingChannels(List<CatalogueEntry> entries, DateOnly today)
        {
            var since = today.AddYears(-1).StartAtOffice;
            var wanted = entries.SelectMany(entry => entry.Says.Channels.Where(one => one.Required && one.Channel is not Channel.Website).Select(one => (entry.Id, one.Channel))).ToLookup(one => one.Channel, one => (Guid?)one.Id);
            List<(Guid Entry, Channel Channel, int Count)> all = [];
            foreach (var group in wanted)
            {
                var (channel, ids) = (group.Key, group.ToList());
                var missing = await store.Items.Public().Where(item => ids.Contains(item.EntryId) && item.PublishedAt >= since && item.DueOn < today
                        && !store.ItemPublications.Any(one => one.ItemId == item.Id && one.Channel == channel && one.VoidWhy == null && one.On <= item.DueOn))
                    .GroupBy(item => item.EntryId!.Value).Select(found => new { found.Key, Count = found.Count() }).ToDictionaryAsync(found => found.Key, found => found.Count);
                all.AddRange(ids.OfType<Guid>().Select(id => (id, channel, missing.GetValueOrDefault(id))));
            }
            return all.ToLookup(one => one.Entry, one => (one.Channel, one.Count));
        }
    }
}
