using Gongkai.Records.Calendars;
using Gongkai.Rules;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Registers;

/// <summary>The days by which rows of the registers become public, and by which fallen decisions are taken down: they follow the calendar while they are open.</summary>
public sealed class RegisterDeadlines : IDeadlines
{
    /// <summary>The registers whose rows have such a day.</summary>
    public static IReadOnlyList<RegisterKind> Kinds { get; } = [.. Enum.GetValues<RegisterKind>().Where(kind => kind.PublicCode is not null)];

    public string Name => "台账公开期限";

    public async IAsyncEnumerable<OpenDeadline> Open(Store store, Guid agency, DateOnly today)
    {
        var set = await store.RegisterTermsOf(agency);
        foreach (var kind in Kinds)
        {
            await foreach (var row in store.Register(kind).AsNoTracking().OfAgency(agency).Unpublished.Where(row => row.PublishBy >= today).OrderBy(row => row.PublishBy).ThenBy(row => row.Id).AsAsyncEnumerable())
                yield return new($"公开{kind.Name} {row.Words}", $"/office/registers/{kind.Code}/{row.Handle}", row.On, calendar => RegisterClock.PublishBy(kind, row.On, RegisterTerms.On(row.On, set), calendar));
            if (!kind.IsDecision) continue;
            foreach (var row in await store.TakeDowns(kind, agency))
                yield return new($"撤下{kind.Name} {row.Words}", $"/office/registers/{kind.Code}/{row.Handle}", row.OverturnedOn!.Value, calendar => RegisterClock.TakeDownBy(row.OverturnedOn!.Value, calendar));
        }
    }

    public async Task Move(Store store, Func<Guid, Task<WorkingCalendar>> calendarOf)
    {
        foreach (var kind in Kinds)
            foreach (var rows in (await store.Register(kind).Unpublished.ToListAsync()).GroupBy(row => row.AgencyId))
            {
                var (calendar, set) = (await calendarOf(rows.Key), await store.RegisterTermsOf(rows.Key));
                foreach (var row in rows) row.Recount(set, calendar);
            }
        foreach (var row in await store.Licences.ToTakeDown.ToListAsync()) row.RecountTakeDown(await calendarOf(row.AgencyId));
        foreach (var row in await store.Penalties.ToTakeDown.ToListAsync()) row.RecountTakeDown(await calendarOf(row.AgencyId));
        foreach (var row in await store.Services.ToTakeDown.ToListAsync()) row.RecountTakeDown(await calendarOf(row.AgencyId));
        await store.SaveChangesAsync();
    }
}

/// <summary>Decisions that fell and are still public.</summary>
public static class TakingDown
{
    /// <summary>Of an agency, or of all.</summary>
    public static async Task<IReadOnlyList<DecisionRow>> TakeDowns(this Store store, RegisterKind kind, Guid? agency = null)
    {
        return kind switch { RegisterKind.Licence => await Of(store.Licences), RegisterKind.Penalty => await Of(store.Penalties), RegisterKind.Service => await Of(store.Services), _ => [] };

        async Task<IReadOnlyList<DecisionRow>> Of<T>(IQueryable<T> rows) where T : DecisionRow =>
            await rows.AsNoTracking().ToTakeDown.Where(row => agency == null || row.AgencyId == agency).OrderBy(row => row.TakeDownBy).ThenBy(row => row.Id).ToListAsync();
    }
}

/// <summary>Contracts that were signed and never came onto the register.</summary>
public static class Unregistered
{
    /// <summary>The projects of an agency that say when their contract was signed, since a day, and of which no contract is registered.</summary>
    public static IQueryable<ProcurementProject> WithoutContract(this Store store, Guid agency, DateOnly since) =>
        store.Procurements.AsNoTracking().OfAgency(agency).Valid.Where(project => project.SignedOn >= since && !store.Contracts.Any(contract => contract.AgencyId == agency && contract.ProjectNumber == project.Number && contract.VoidedAt == null));
}

/// <summary>Counts the days of rows anew after their terms changed.</summary>
public static class Recounting
{
    const int AtOnce = 500;

    /// <summary>Of an agency's decisions from a day on; inside <see cref="Store.Write"/>.</summary>
    public static async Task RecountRegisters(this Store store, Guid agency, DateOnly from, WorkingCalendar calendar)
    {
        var set = await store.RegisterTermsOf(agency);
        foreach (var kind in (RegisterKind[])[RegisterKind.Licence, RegisterKind.Penalty, RegisterKind.Service])
        {
            // Their order stays as it is, so they are taken in turn.
            for (var done = 0; ; done += AtOnce)
            {
                var some = await store.Register(kind).OfAgency(agency).Where(row => row.On >= from).OrderBy(row => row.On).ThenBy(row => row.Id).Skip(done).Take(AtOnce).ToListAsync();
                foreach (var row in some) row.Recount(set, calendar);
                await store.SaveChangesAsync();
                store.ChangeTracker.Clear();
                if (some.Count < AtOnce) break;
            }
        }
    }
}
