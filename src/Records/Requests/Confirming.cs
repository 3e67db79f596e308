using Gongkai.Records.Calendars;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Requests;

/// <summary>到期自动确认: a request over the internet that nobody at the office confirmed in time is confirmed by the program, so that nobody can put the clock off.</summary>
public static class Confirming
{
    /// <summary>Whose hand it is when an applicant submits our own form; a clerk who enters an e-mail has an account.</summary>
    public const string Applicant = "申请人";

    extension(Store store)
    {
        /// <summary>Confirms what has waited too long, each with an act of its own.</summary>
        /// <param name="tell">What else is saved with it: the applicant and the desk are told.</param>
        public async Task ConfirmOverdue(DateTimeOffset now, Func<CaseFile, Act, Task> tell)
        {
            var waiting = await store.Requests.AsNoTracking().Open.Where(request => request.ReceivedOn == null && request.Channel == Channel.Internet
                    && store.CasePages.Any(page => page.RequestId == request.Id && page.Number == 1 && page.By == null && page.ByName == Applicant))
                .OrderBy(request => request.AgencyId).ThenBy(request => request.Id).Select(request => new { request.Id, request.AgencyId, request.SubmittedOn }).ToListAsync();
            foreach (var ofAgency in waiting.GroupBy(request => request.AgencyId))
            {
                var calendar = await store.CalendarOf(ofAgency.Key);
                foreach (var one in ofAgency)
                {
                    if (one.SubmittedOn is not { } submitted) continue;
                    var confirmed = ConfirmationTerm.ByProgram(submitted, calendar);
                    if (now < confirmed.At) continue;
                    store.ChangeTracker.Clear();
                    var file = await store.FileOf(await store.Requests.SingleAsync(request => request.Id == one.Id), calendar);
                    var fact = new CaseFact.Received(confirmed.On);
                    if (file.To(fact) is not null) continue;
                    var act = new Act(RequestDeeds.ConfirmedByProgram, Hand.Program, now, one.AgencyId, "提交后的第一个工作日 18:00 前没有人确认");
                    file.Add(fact, act, act.Why);
                    file.Request.ConfirmedByProgram = true;
                    await tell(file, act);
                    try
                    {
                        await store.Save(act);
                    }
                    catch (DbUpdateConcurrencyException)
                    {
                        // Someone confirms it at this very moment.
                    }
                }
            }
            store.ChangeTracker.Clear();
        }
    }
}
