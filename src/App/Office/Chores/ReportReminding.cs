using System.Globalization;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Notices;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Chores;

/// <summary>Reminds of annual reports: that one is due, and that one waits for one's own step (年度报告).</summary>
public sealed class ReportReminding : IReminders
{
    /// <summary>How many agencies are asked about together.</summary>
    const int AtOnce = 200;

    public async IAsyncEnumerable<Telling.Told> Due(Store store, DateOnly today)
    {
        // What is not done is said again each week.
        var week = ISOWeek.GetWeekOfYear(today.ToDateTime(default));
        var last = Guid.Empty;
        while (await store.Agencies.AsNoTracking().Where(agency => agency.Id > last && store.Grants.Any(grant => grant.AgencyId == agency.Id))
            .OrderBy(agency => agency.Id).Take(AtOnce).ToListAsync() is [.., var end] agencies)
        {
            var reminders = await store.RemindersOf(agencies, today);
            var holders = await Holders(store, [.. agencies.Select(agency => agency.Id)]);
            foreach (var agency in agencies)
                foreach (var due in reminders[agency.Id].Where(due => due.Light != TermLight.Calm))
                    foreach (var account in holders[agency.Id].Where(holder => holder.Role.Includes(due.For)).Select(holder => holder.Account).Distinct())
                        yield return new(account, NoticeTopic.Reports, $"{due.Words}（{due.Tag}）。", due.Path, string.Create(CultureInfo.InvariantCulture, $"report:{agency.Id:N}:{due.Path}:{today.Year}-{week}"));
            last = end.Id;
        }
    }

    static async Task<ILookup<Guid, (Guid Account, Role Role)>> Holders(Store store, IReadOnlyCollection<Guid> agencies) => (await (
        from grant in store.Grants
        join account in store.Accounts on grant.AccountId equals account.Id
        where grant.DepartmentId == null && grant.AgencyId != null && agencies.Contains(grant.AgencyId.Value) && account.DisabledAt == null
        select new { Agency = grant.AgencyId!.Value, account.Id, grant.Role }).ToListAsync()).ToLookup(grant => grant.Agency, grant => (grant.Id, grant.Role));
}
