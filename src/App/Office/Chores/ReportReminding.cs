using System.Globalization;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Notices;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Chores;

/// <summary>Reminds of annual reports: that one is due, and that one waits for one's own step (年度报告).</summary>
public sealed class ReportReminding : IReminders
{
    public async IAsyncEnumerable<Reminder> Due(Store store, DateOnly today)
    {
        // What is not done is said again each week.
        var week = ISOWeek.GetWeekOfYear(today.ToDateTime(default));
        foreach (var agency in await store.Agencies.AsNoTracking().Where(agency => store.Grants.Any(grant => grant.AgencyId == agency.Id)).ToListAsync())
            foreach (var due in (await store.RemindersOf(agency, today)).Where(due => due.Light != TermLight.Calm))
                foreach (var account in await Holders(store, due.For, agency.Id))
                    yield return new(account, NoticeTopic.Reports, $"{due.Words}（{due.Tag}）。", due.Path, string.Create(CultureInfo.InvariantCulture, $"report:{agency.Id:N}:{due.Path}:{today.Year}-{week}"));
    }

    static Task<List<Guid>> Holders(Store store, Permission permission, Guid agency)
    {
        var roles = permission.Holders().ToArray();
        return (
            from grant in store.Grants
            join account in store.Accounts on grant.AccountId equals account.Id
            where grant.DepartmentId == null && grant.AgencyId == agency && roles.Contains(grant.Role) && account.DisabledAt == null
            select account.Id).Distinct().ToListAsync();
    }
}
