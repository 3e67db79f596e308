using System.Globalization;
using Gongkai.Records;
using Gongkai.Records.Calendars;
using Gongkai.Records.Notices;
using Gongkai.Records.Reviews;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Gongkai.Rules.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Chores;

/// <summary>Reminds those who keep the register of the answers due in reconsiderations and suits (复议答复、诉讼答辩).</summary>
public sealed class ReviewReminding : IReminders
{
    public async IAsyncEnumerable<Telling.Told> Due(Store store, DateOnly today)
    {
        // However the holidays lie, nothing later is near.
        var horizon = today.AddDays(40);
        var open = await store.Reviews.AsNoTracking().Unanswered.Where(one => one.AnswerDue <= horizon).OrderBy(one => one.AnswerDue).ThenBy(one => one.Id).ToListAsync();
        if (open is []) yield break;
        var agencies = open.Select(one => one.AgencyId).Distinct().ToList();
        var calendarOf = await store.CalendarsOf(agencies);
        var accounts = await store.HoldersAt(agencies, Permission.KeepReviews);
        foreach (var one in open)
            if (Reminders.Usual.On(one.AnswerDue!.Value, today, calendarOf(one.AgencyId)) is { } words)
                foreach (var account in accounts[one.AgencyId])
                    yield return new(account, NoticeTopic.Reminders, $"{one.Kind.Name} {one.CaseNumber} 的答复和证据{words}。", $"/office/reviews/{one.Handle}", string.Create(CultureInfo.InvariantCulture, $"review:{one.Id:N}:{today:yyyyMMdd}"));
    }
}
