using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Records.Registers;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Demo;

/// <summary>The demo bureau's registers of proactive disclosure, from its first report to today: what they count is what the reports say in table 2.</summary>
/// <remarks>The first report says some of it wrongly; there the registers have what it means: decision 0074.</remarks>
static class DemoRegisters
{
    const int AtOnce = 500;

    /// <summary>Adds and saves them where the bureau has none yet.</summary>
    public static void Add(Store store, Agency bureau, DateTimeOffset at)
    {
        if (store.Powers.Any(row => row.AgencyId == bureau.Id)) return;
        store.Write(new(Deed.DemoSeeded, Hand.Program, at, bureau.Id), () => Fill(store, bureau, at)).GetAwaiter().GetResult();
        store.ChangeTracker.Clear();
    }

    static async Task Fill(Store store, Agency bureau, DateTimeOffset at)
    {
        var today = at.DayAtOffice;
        var departments = store.Departments.Where(department => department.AgencyId == bureau.Id && department.AbolishedOn == null && !department.IsUnit).OrderBy(department => department.Order).Select(department => department.Id).ToList();
        var rows = new DemoRows(bureau.Id, bureau.Name, departments);
        foreach (var (year, report, _) in DemoHistory.Of(DemoAgency.Bureau).TakeWhile(report => report.Year <= today.Year)) rows.Year(year, report);

        // What the public reads of a year is what its register has: as many of its documents as the year's report counts.
        foreach (var item in await store.Items.AsNoTracking().Public().OfAgency(bureau.Id).Where(item => item.Genre == Genre.Normative && item.Validity == Validity.InForce).OrderBy(item => item.FormedOn).ToListAsync())
            if (rows.All.OfType<NormativeDocument>().FirstOrDefault(row => row.On.Year == item.FormedOn.Year && row.ItemId is null && row.RepealedOn is null) is { } row)
                (row.ItemId, row.Number, row.Title, row.On, row.DisclosedOn, row.LapsedOn) = (item.Id, item.DocumentNumber!, item.Title, item.FormedOn, item.PublishedAt!.Value.DayAtOffice, NormativeJoining.DaysOf(item).Lapsed);

        foreach (var kind in Enum.GetValues<RegisterKind>())
        {
            var made = rows.All.Where(row => row.Kind == kind && row.On <= today).OrderBy(row => row.On).ToList();
            foreach (var row in made) row.Recount([], WorkingCalendar.BuiltIn);
            if (kind.PublicCode is null)
            {
                foreach (var some in made.Chunk(AtOnce)) await Save(store, some);
                continue;
            }
            foreach (var simple in made.Where(row => row is PenaltyDecision { Procedure: PenaltyProcedure.Simple })) simple.Withhold("适用简易程序，没有社会影响，不属于行政处罚法第四十八条应当公开的决定。");
            foreach (var (day, some) in InTime(made.Where(row => row.State == RowState.Kept)).TakeWhile(batch => batch.Day < today)) await Publish(store, kind, some, day, today);
            // What was decided in the last days waits for its review.
            foreach (var some in made.Where(row => row.BatchId is null).Chunk(AtOnce)) await Save(store, some);
        }
    }

    static async Task Save(Store store, IEnumerable<RegisterRow> rows)
    {
        store.AddRange(rows);
        await store.SaveChangesAsync();
        store.ChangeTracker.Clear();
    }

    // What is decided until the last day of the oldest goes out together on that day: nothing comes late.
    static IEnumerable<(DateOnly Day, RegisterRow[] Rows)> InTime(IEnumerable<RegisterRow> rows)
    {
        List<RegisterRow> together = [];
        foreach (var row in rows)
        {
            if (together is [{ PublishBy: { } day }, ..] && (row.On >= day || together.Count == DisclosureBatch.MostRows))
            {
                yield return (day, [.. together]);
                together.Clear();
            }
            together.Add(row);
        }
        if (together is [{ PublishBy: { } last }, ..]) yield return (last, [.. together]);
    }

    // Handed in and looked at by people who do not exist.
    static async Task Publish(Store store, RegisterKind kind, RegisterRow[] rows, DateOnly day, DateOnly today)
    {
        var calendar = WorkingCalendar.BuiltIn;
        store.AddRange(rows);
        var batch = store.HandIn($"{kind.Name} {rows[0].On:yyyy-MM-dd} 至 {rows[^1].On:yyyy-MM-dd}", rows, By("演示采编员", 9));
        List<BatchOpinion> opinions = [];
        foreach (var (name, hour) in ((string, int)[])[("演示科长", 10), ("演示保密审查员", 11), ("演示局领导", 15)])
        {
            store.Judge(batch, opinions, rows, passed: true, "同意公开。", By(name, hour));
            opinions = [.. store.BatchOpinions.Local.Where(one => one.BatchId == batch.Id).OrderBy(one => one.At)];
        }
        // One penalty fell in court, and was taken down with its reason.
        if (kind == RegisterKind.Penalty && rows[0].On <= today.AddDays(-60) && day > today.AddDays(-60) && rows.OfType<PenaltyDecision>().FirstOrDefault(row => row.On.Year == today.Year) is { } fallen)
        {
            fallen.Overturn(Overturning.Annulled, calendar.Before(today, 5), calendar);
            fallen.Withdraw(today.StartAtOffice.AddDays(-4).AddHours(10), "行政复议机关决定撤销该处罚决定，依照行政处罚法第四十八条撤回。");
        }
        await store.SaveChangesAsync();
        store.ChangeTracker.Clear();

        Act By(string name, int hour) => new(RegisterDeeds.Passed, new(null, name, "本机"), day.StartAtOffice.AddHours(hour));
    }
}
