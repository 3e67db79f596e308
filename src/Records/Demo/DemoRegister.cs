using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Reviews;
using Gongkai.Records.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Demo;

/// <summary>The demo bureau's registers of requests, reconsiderations and suits, from its first report to today.</summary>
static class DemoRegister
{
    const int AtOnce = 100;

    /// <summary>Adds and saves them where the bureau has no request yet: all of them, or none where the program is killed meanwhile.</summary>
    public static void Add(Store store, Agency bureau, DateTimeOffset at, Func<string, Sealed>? seal)
    {
        if (store.Requests.Any(request => request.AgencyId == bureau.Id)) return;
        store.Write(new(Deed.DemoSeeded, Hand.Program, at, bureau.Id), () => Fill(store, bureau, at, seal)).GetAwaiter().GetResult();
        store.ChangeTracker.Clear();
    }

    static async Task Fill(Store store, Agency bureau, DateTimeOffset at, Func<string, Sealed>? seal)
    {
        var (today, calendar) = (at.DayAtOffice, WorkingCalendar.BuiltIn);
        List<DemoReport> reports = [.. DemoHistory.Of(DemoAgency.Bureau).TakeWhile(report => report.Year <= today.Year)];
        var departments = store.Departments.Where(department => department.AgencyId == bureau.Id && department.AbolishedOn == null).OrderBy(department => department.Order).Select(department => department.Id).ToList();

        Dictionary<DateOnly, int> numbers = [];
        List<(Guid Id, DateOnly EndedOn, bool Refused)> ended = [];
        foreach (var some in DemoPlan.Requests(DemoAgency.Bureau, reports, calendar, departments).Select(one => one.Until(today)).OfType<GeneratedCase>().Chunk(AtOnce))
        {
            foreach (var one in some)
            {
                var (request, pages) = one.ToRows(bureau.Id, numbers[one.Submitted] = numbers.GetValueOrDefault(one.Submitted) + 1, calendar);
                store.Add(request);
                store.AddRange(pages);
                if (seal is not null) store.Add(new RequestApplicant { RequestId = request.Id, Name = seal(one.Kind is ApplicantKind.Person ? "演示申请人" : one.Applicant), Paper = one.Kind is ApplicantKind.Person ? IdentityPaper.Other : IdentityPaper.CreditCode });
                if (request.EndedOn is { } on) ended.Add((request.Id, on, request.Outcome!.Value.IsRefusal));
            }
            await store.SaveChangesAsync();
            store.ChangeTracker.Clear();
        }
        // The next real request of such a day has the next number.
        store.AddRange(numbers.Select(day => new RequestCounter { AgencyId = bureau.Id, Day = day.Key, Last = day.Value }));
        foreach (var (review, number) in DemoPlan.Reviews(DemoAgency.Bureau, reports).Where(review => review.Accepted <= today).Select((review, number) => (review, number + 1)))
            Add(store, bureau.Id, review, number, today, calendar, ended);
    }

    static void Add(Store store, Guid bureau, DemoPlan.Review review, int number, DateOnly today, WorkingCalendar calendar, List<(Guid Id, DateOnly EndedOn, bool Refused)> ended)
    {
        // About what was decided shortly before, a refusal if there is one.
        var about = ended.Where(one => one.EndedOn < review.Accepted && one.EndedOn > review.Accepted.AddDays(-180)).OrderByDescending(one => one.Refused).ThenByDescending(one => one.EndedOn).Select(one => (Guid?)one.Id).FirstOrDefault();
        var one = new RemedyCase
        {
            AgencyId = bureau, RequestId = about, Kind = review.Kind, Role = RespondentRole.OriginalAgency, AcceptedOn = review.Accepted,
            Procedure = number % 3 == 0 ? ReviewProcedure.Simple : ReviewProcedure.Ordinary,
            CaseNumber = review.Kind.IsSuit ? $"（{review.Accepted.Year}）某01行初{number}号" : $"某政复〔{review.Accepted.Year}〕{number}号",
            Body = review.Kind.IsSuit ? "某市某区人民法院" : "某区人民政府", Matter = "不服政府信息公开答复",
        };
        store.Add(one);
        var copy = calendar.Add(review.Accepted, 3);
        if (copy > today) return;
        store.Add(one.Take(RemedyStepKind.CopyReached, copy, Of(copy), calendar));
        var answered = calendar.OnOrBefore(one.AnswerDue!.Value.AddDays(-(number % 4)));
        if (answered > today) return;
        store.Add(one.Take(RemedyStepKind.Answered, answered, Of(answered), calendar));
        if (review.Result is { } result && review.On is { } on && on <= today) store.Add(one.Conclude(result, on, result.Orders ? on.AddDays(60) : null, Of(on)));

        static Act Of(DateOnly day) => new(Deed.DemoSeeded, Hand.Program, day.StartAtOffice.AddHours(10));
    }
}
