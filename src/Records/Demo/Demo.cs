using Gongkai.Records.AnnualReports;
using Gongkai.Records.Demo.Items;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Organizations;

namespace Gongkai.Records.Demo;

/// <summary>Fills a store with invented agencies and their reports, so that a first look has something to look at.</summary>
public static class Demo
{
    const int AgenciesAtOnce = 50;

    /// <summary>Adds what is missing and leaves what is there: a second time does nothing, and a new January adds a year.</summary>
    /// <param name="store">A store that is prepared.</param>
    /// <param name="at">The time; reports that come out after this day, in China, are left out.</param>
    /// <param name="agencies">Whom to invent; <see cref="DemoAgency.All"/> where nobody is named.</param>
    /// <param name="seal">Seals the invented names of applicants; without it they are left out, as if they had been erased.</param>
    /// <param name="register">Whether the bureau's requests, reviews and disclosed items are invented too, which takes much of the time and room.</param>
    /// <param name="registers">Whether its registers of proactive disclosure are, which takes as much.</param>
    /// <param name="files">Where the files of invented items lie; without it they have none.</param>
    public static void Seed(Store store, DateTimeOffset at, IEnumerable<DemoAgency>? agencies = null, Func<string, Sealed>? seal = null, bool register = true, bool registers = true, FileStore? files = null) => store.Alone(() =>
    {
        var today = at.DayAtOffice;
        foreach (var some in (agencies ?? DemoAgency.All).Chunk(AgenciesAtOnce))
        {
            foreach (var agency in some) Seed(store, today, agency);
            store.Save(new(Deed.DemoSeeded, Hand.Program, at)).GetAwaiter().GetResult();
            store.ChangeTracker.Clear();
        }
        DemoOrganization.Add(store, at);
        if (store.ChangeTracker.HasChanges()) store.Save(new(Deed.DemoSeeded, Hand.Program, at)).GetAwaiter().GetResult();
        if (agencies is not null) return;
        var bureau = store.Agencies.WithCode(DemoAgency.Bureau.Code).Single();
        if (register) DemoRegister.Add(store, bureau, at, seal);
        if (register) DemoItems.Add(store, bureau, at, files);
        if (registers) DemoRegisters.Add(store, bureau, at);
        // The newest year that nobody has reported on yet.
        var newest = store.AnnualReports.OfAgency(bureau.Id).Max(report => report.Year) + 1;
        if (newest <= today.Year) DemoDraft.Add(store, bureau, at, newest);
        store.Save(new(Deed.DemoSeeded, Hand.Program, at)).GetAwaiter().GetResult();
        store.ChangeTracker.Clear();
    });

    static void Seed(Store store, DateOnly today, DemoAgency invented)
    {
        var agency = store.Agencies.WithCode(invented.Code).SingleOrDefault();
        if (agency is null) store.Add(agency = New(store, invented));

        // What someone prepares here is not published over their head.
        var there = store.AnnualReports.OfAgency(agency.Id).Select(report => report.Year).Concat(store.ReportDrafts.OfAgency(agency.Id).Select(draft => draft.Year)).ToHashSet();
        Report? previous = null;
        foreach (var (year, report, publishedOn) in DemoHistory.Of(invented).TakeWhile(report => report.PublishedOn <= today))
        {
            if (!there.Contains(year)) store.Add(AnnualReport.Publish(agency, year, report, publishedOn, Checks.Of(report, previous)));
            previous = report;
        }
    }

    static Agency New(Store store, DemoAgency invented) => new()
    {
        Code = invented.Code,
        Name = invented.Name,
        ShortName = invented.ShortName,
        ParentId = invented.Parent is null ? null : Find(store, invented.Parent).Id,
        Kind = invented.Trade == DemoTrade.Government ? AgencyKind.Government : invented.Parent == DemoAgency.Bureau.Code ? AgencyKind.Subordinate : AgencyKind.Department,
        ReportsSeparately = invented.Parent == DemoAgency.Bureau.Code,
        Office = invented == DemoAgency.Bureau ? DemoOrganization.DisclosureOffice : new(),
    };

    // The one above may be new too, and not yet in the store.
    static Agency Find(Store store, string code) =>
        store.Agencies.Local.SingleOrDefault(agency => agency.Code == code) ?? store.Agencies.WithCode(code).Single();
}
