using Gongkai.Records.Notices;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Requests.Letters;

/// <summary>A mail to an applicant, as it is put into the outbox.</summary>
/// <param name="To">The address, sealed by the vault.</param>
/// <param name="Body">The words, sealed by the vault.</param>
/// <param name="Files">The letter and what is attached to it, where the applicant asked for mail.</param>
/// <param name="Serves">It is itself the service of its letter.</param>
public sealed record CaseMail(NoticeOf Of, Sealed To, string Subject, Sealed Body, IReadOnlyList<Guid> Files, bool Serves = false);

/// <summary>Tells applicants by mail, and keeps what became of it. A letter that is served by mail is served when the mail has gone out, and not before (以发出之日为准).</summary>
public static class Notifying
{
    extension(Store store)
    {
        /// <summary>Puts a mail into the outbox and notes it in the case; saved with the caller's act, or not at all.</summary>
        public CaseNotice Notify(InformationRequest request, CaseLetter? letter, CaseMail mail, DateTimeOffset at)
        {
            var message = store.SealedMail(mail.To, mail.Subject, mail.Body, at, mail.Files);
            var notice = new CaseNotice { RequestId = request.Id, LetterId = letter?.Id, Of = mail.Of, MessageId = message.Id, Serves = mail.Serves, At = at };
            store.Add(notice);
            if (mail.Serves) letter!.Send(message.Id);
            return notice;
        }

        /// <summary>Takes back the mail by which a letter is on its way, since it is served otherwise. One that is just being sent goes out all the same; the letter does not wait for it any more.</summary>
        public async Task Recall(CaseLetter letter)
        {
            if (letter.SendingId is not { } message) return;
            if (await store.Withdraw(message) && await store.CaseNotices.SingleOrDefaultAsync(one => one.MessageId == message && one.State == NoticeState.Waiting) is { } notice) notice.Withdraw();
            letter.Stay();
        }

        /// <summary>Asks the outbox what became of each mail that waits; enters the service of a letter where its mail went out, and gives the letter back where it did not.</summary>
        /// <returns>The letters that could not be served so.</returns>
        public async Task<IReadOnlyList<CaseLetter>> SettleNotices(DateTimeOffset now)
        {
            List<CaseLetter> back = [];
            var waiting = await (from notice in store.CaseNotices.AsNoTracking()
                                 join message in store.Outbox.AsNoTracking() on notice.MessageId equals message.Id
                                 where notice.State == NoticeState.Waiting && (message.State == OutboxState.Sent || message.State == OutboxState.GivenUp)
                                     // Given up, and then sent again by an administrator.
                                     || notice.State == NoticeState.Failed && message.State == OutboxState.Sent
                                 orderby notice.Id
                                 select new { notice.Id, message.State, message.SentAt, message.Fault }).ToListAsync();
            foreach (var one in waiting)
            {
                store.ChangeTracker.Clear();
                var notice = await store.CaseNotices.SingleAsync(known => known.Id == one.Id);
                var request = await store.Requests.SingleAsync(known => known.Id == notice.RequestId);
                var letter = notice.LetterId is { } id ? await store.CaseLetters.SingleAsync(known => known.Id == id) : null;
                var mine = notice.Serves && letter is { State: LetterState.Sealed } && (letter.SendingId == notice.MessageId || notice.State == NoticeState.Failed && letter.SendingId is null) ? letter : null;
                var gone = one.State == OutboxState.Sent;
                if (gone) notice.Went(one.SentAt ?? now);
                else notice.Fail(one.Fault ?? "");
                var act = new Act(mine is null ? LetterDeeds.Notified : gone ? LetterDeeds.Served : LetterDeeds.NotServed, Hand.Program, now, request.AgencyId, gone ? null : $"邮件没有发出（{one.Fault}）");
                if (mine is not null && gone) await store.EnterService(mine, request, (one.SentAt ?? now).DayAtOffice, act);
                else if (mine is not null)
                {
                    mine.Stay();
                    back.Add(mine);
                }
                try
                {
                    await store.Save(act);
                }
                catch (DbUpdateConcurrencyException)
                {
                    // Someone works on the case at this moment; the next round finds it again.
                    if (mine is not null) back.Remove(mine);
                }
            }
            store.ChangeTracker.Clear();
            return back;
        }

        async Task EnterService(CaseLetter letter, InformationRequest request, DateOnly on, Act act)
        {
            var file = await store.FileOf(request);
            foreach (var fact in letter.AtService(on, Service.Electronically, file.NextMatter))
                // What has become impossible meanwhile (withdrawn, ended) does not undo that the letter went out.
                if (file.To(fact) is null) file.Add(fact, act);
            letter.Serve(on, Service.Electronically, null);
        }
    }
}
