using System.Globalization;
using Gongkai.App.Access;
using Gongkai.App.Office.Chores;
using Gongkai.Records;
using Gongkai.Records.Calendars;
using Gongkai.Records.Notices;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;
using Gongkai.App.Office.Requests.Letters;

namespace Gongkai.App.Office.Requests;

/// <summary>The requests and letters on a desk: to confirm, to route, to handle, to review, to sign, to send out; and those overdue.</summary>
public sealed class RequestEntries(Store store, RequestDesk requests) : IDeskEntries
{
    const int Most = 50;

    // The alarm stays until somebody has routed it.
    const string Unconfirmed = "逾期未确认，系统已自动确认，待分办";

    public async Task<IReadOnlyList<DeskEntry>> Of(Me me, DateOnly today)
    {
        if (!me.MaySomewhere(Permission.SeeRequests)) return [];
        var open = requests.Seen.Open;
        List<DeskEntry> entries = [];
        if (me.May(Permission.RegisterRequests)) entries.AddRange(await Read(DeskPlace.Mine, open.Where(request => request.ReceivedOn == null), "待确认收到"));
        if (me.May(Permission.RouteRequests))
        {
            entries.AddRange(await Read(DeskPlace.Mine, open.Where(request => request.ReceivedOn != null && request.DepartmentId == null && !request.ConfirmedByProgram), "待分办"));
            entries.AddRange(await Read(DeskPlace.Mine, open.Where(request => request.DepartmentId == null && request.ConfirmedByProgram), Unconfirmed));
        }
        if (me.Person is { } person && me.MaySomewhere(Permission.HandleRequests))
        {
            var hands = await store.HandsOf(person, today);
            var home = await store.People.Where(one => one.Id == person).Select(one => one.DepartmentId).SingleOrDefaultAsync();
            entries.AddRange(await Read(DeskPlace.Mine, open.Where(request => request.HandlerId != null && hands.Contains(request.HandlerId.Value) && request.Stage != Stage.Decided), null));
            if (home is not null) entries.AddRange(await Read(DeskPlace.Mine, open.Where(request => request.DepartmentId == home && request.HandlerId == null), "待签收"));
        }
        entries.AddRange(await LettersOf(me));
        if (me.May(Permission.ReviewRequests)) entries.AddRange(await Suggested());
        if (me.MaySomewhere(Permission.ReviewRequests) || me.MaySomewhere(Permission.SignRequests)) entries.AddRange(await Read(DeskPlace.Overdue, open.Where(request => request.Due < today || request.ConfirmedByProgram && request.DepartmentId == null), null));
        return entries;
    }

    static async Task<IEnumerable<DeskEntry>> Read(DeskPlace place, IQueryable<InformationRequest> chosen, string? note) =>
        (await chosen.OrderBy(request => request.ActBy).ThenBy(request => request.Id).Take(Most).ToListAsync())
            .Select(request => new DeskEntry(place, "申请", $"{request.Number} {RequestDesk.Short(request.Wanted.Text)}", $"{Index.Path}/{request.Handle}", request.Due ?? request.ActBy, note ?? request.Stage.Name));

    async Task<IEnumerable<DeskEntry>> Suggested() =>
        (await (from suggestion in store.Suggestions.AsNoTracking()
                join request in requests.Seen on suggestion.RequestId equals request.Id
                where suggestion.Answer == SuggestionAnswer.Open
                orderby suggestion.SuggestedOn, suggestion.Id
                select new { suggestion.Handle, request.Number, request.Wanted }).Take(Most).ToListAsync())
            .Select(one => new DeskEntry(DeskPlace.Mine, "转主动公开", $"{one.Number} {RequestDesk.Short(one.Wanted.Text)}", $"{Suggestions.Index.Path}/{one.Handle}", null, "待审核"));

    // A letter waits for whoever may take its next step, and for nobody who took another one.
    async Task<IEnumerable<DeskEntry>> LettersOf(Me me)
    {
        List<LetterState> mine = [.. WaitingLetters.StatesFor(me)];
        if (me.May(Permission.RegisterRequests)) mine.AddRange([LetterState.Signed, LetterState.Numbered, LetterState.Sealed]);
        var rows = await (from letter in store.CaseLetters.AsNoTracking()
                          join request in requests.Seen on letter.RequestId equals request.Id
                          where letter.AgencyId == me.Agency && (mine.Contains(letter.State) && (letter.AuthorId != me.Account || letter.State >= LetterState.Signed) || letter.State == LetterState.Draft && letter.AuthorId == me.Account)
                          orderby request.Due, letter.Id
                          select new
                          {
                              letter.Kind, letter.State, letter.Handle, request.Number, request.Due, letter.SendingId,
                              NotSent = letter.State == LetterState.Sealed && store.CaseNotices.Any(notice => notice.LetterId == letter.Id && notice.Serves && notice.State == NoticeState.Failed),
                          }).Take(Most).ToListAsync();
        return rows.Select(row => new DeskEntry(DeskPlace.Mine, "文书", $"{row.Kind.Facts.Title}（申请 {row.Number}）", $"/office/letters/{row.Handle}", row.Due, row.State is LetterState.Draft ? "草稿，待送审" : row.SendingId is not null ? "邮件正在发送" : row.NotSent ? "电子送达没有成功，请改用其他方式送达" : row.State.Name));
    }
}

/// <summary>Reminds of requests that fall due: whoever handles them, and where nobody does, whoever routes them (答复到期提醒).</summary>
public sealed class RequestReminders : IReminders
{
    const int AtOnce = 500;

    public async IAsyncEnumerable<Telling.Told> Due(Store store, DateOnly today)
    {
        // However the holidays lie, nothing later is reminded of.
        var horizon = today.AddDays(Reminders.Usual.Before.DefaultIfEmpty(0).Max() * 2 + 30);
        foreach (var agency in await store.Requests.Open.Where(request => request.Due >= today && request.Due <= horizon).Select(request => request.AgencyId).Distinct().ToListAsync())
        {
            var calendar = await store.CalendarOf(agency);
            var spare = await store.HoldersAt(agency, Permission.RouteRequests);
            for (var last = Guid.Empty; ;)
            {
                var batch = await store.Requests.AsNoTracking().OfAgency(agency).Open.Where(request => request.Due >= today && request.Due <= horizon && request.Id.CompareTo(last) > 0)
                    .OrderBy(request => request.Id).Take(AtOnce).Select(request => new { request.Id, request.Number, request.Handle, request.Due, request.HandlerId }).ToListAsync();
                if (batch.Count == 0) break;
                last = batch[^1].Id;
                var handlers = batch.Select(one => one.HandlerId).OfType<Guid>().Distinct().ToList();
                var accounts = (await store.Accounts.Where(account => account.PersonId != null && handlers.Contains(account.PersonId.Value) && account.DisabledAt == null)
                    .Select(account => new { Person = account.PersonId!.Value, account.Id }).ToListAsync()).ToLookup(account => account.Person, account => account.Id);
                foreach (var one in batch)
                    if (Reminders.Usual.On(one.Due!.Value, today, calendar) is { } words)
                        foreach (var account in one.HandlerId is { } handler && accounts[handler].Any() ? accounts[handler] : spare)
                            yield return new(account, NoticeTopic.Reminders, $"申请 {one.Number} 的答复{words}。", $"{Index.Path}/{one.Handle}", string.Create(CultureInfo.InvariantCulture, $"request:{one.Id:N}:{today:yyyyMMdd}"));
            }
        }
    }
}
