using Gongkai.Records.Notices;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Records.Tests.TestActs;

namespace Gongkai.Records.Tests;

/// <summary>Mails to applicants, on both stores: the letter is served on the day on which its mail went out, comes back where it did not, and what nobody confirms in time is confirmed.</summary>
public sealed class CaseNoticeTests(TestStores stores)
{
    static readonly OutboxChannel[] Mail = [OutboxChannel.Mail];
    static readonly DateTimeOffset Sent = new(2026, 3, 10, 15, 30, 0, TimeSpan.Zero);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_letter_is_served_on_the_day_at_the_office_on_which_its_mail_went_out(StoreKind kind)
    {
        var (connection, letter) = await OnItsWay(kind);
        await using var store = StoreChoice.Open(connection);
        Assert.Empty(await store.SettleNotices(Sent));
        Assert.Equal(LetterState.Sealed, (await store.CaseLetters.AsNoTracking().SingleAsync(one => one.Id == letter, Cancelled)).State);

        var message = (await store.ClaimMessage(Mail, "node", Sent, TimeSpan.FromMinutes(2)))!;
        Assert.Equal([letter], message.Files);
        Assert.True(await store.MarkSent(message, Sent));
        // An hour later, which is the next day in Beijing as the sending was.
        Assert.Empty(await store.SettleNotices(Sent.AddHours(1)));
        Assert.Empty(await store.SettleNotices(Sent.AddHours(2)));
        var served = await store.CaseLetters.AsNoTracking().SingleAsync(one => one.Id == letter, Cancelled);
        Assert.Equal((LetterState.Served, new DateOnly(2026, 3, 10), Service.Electronically, (Guid?)null), (served.State, served.ServedOn, served.ServedBy, served.SendingId));
        var request = await store.Requests.AsNoTracking().SingleAsync(Cancelled);
        Assert.True(request.Extended);
        Assert.Single((await store.FactsOf([request.Id]))[request.Id], fact => fact is CaseFact.Extended { On: { Year: 2026, Month: 3, Day: 10 } });
        var notice = await store.CaseNotices.AsNoTracking().SingleAsync(Cancelled);
        Assert.Equal((NoticeState.Sent, Sent), (notice.State, notice.SentAt));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_mail_that_was_given_up_gives_the_letter_back_and_sent_again_it_serves_it_after_all(StoreKind kind)
    {
        var (connection, letter) = await OnItsWay(kind);
        await using var store = StoreChoice.Open(connection);
        for (var time = 0; time < OutboxLine.Refusals; time++)
            await store.MarkFailed((await store.ClaimMessage(Mail, "node", Sent.AddHours(time), TimeSpan.FromMinutes(2)))!, new(true, "SMTP 550"), new(OutboxLine.GivenUp, Hand.Program, Sent.AddHours(time)));
        Assert.Equal(letter, Assert.Single(await store.SettleNotices(Sent.AddHours(4))).Id);
        Assert.Empty(await store.SettleNotices(Sent.AddHours(5)));
        var back = await store.CaseLetters.AsNoTracking().SingleAsync(one => one.Id == letter, Cancelled);
        Assert.Equal((LetterState.Sealed, (Guid?)null), (back.State, back.SendingId));
        Assert.Equal("SMTP 550", await store.CaseNotices.Select(notice => notice.Fault).SingleAsync(Cancelled));

        Assert.True(await store.Retry(await store.Outbox.Select(message => message.Handle).SingleAsync(Cancelled), new(OutboxLine.Retried, Hand.Program, Sent.AddHours(6))));
        await store.MarkSent((await store.ClaimMessage(Mail, "node", Sent.AddHours(7), TimeSpan.FromMinutes(2)))!, Sent.AddHours(7));
        await store.SettleNotices(Sent.AddHours(8));
        var served = await store.CaseLetters.AsNoTracking().SingleAsync(Cancelled);
        Assert.Equal((LetterState.Served, new DateOnly(2026, 3, 11)), (served.State, served.ServedOn));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_mail_is_taken_back_when_its_letter_is_served_otherwise(StoreKind kind)
    {
        var (connection, id) = await OnItsWay(kind);
        await using var store = StoreChoice.Open(connection);
        var letter = await store.CaseLetters.SingleAsync(one => one.Id == id, Cancelled);
        await store.Recall(letter);
        letter.Serve(new(2026, 3, 10), Service.ByPost, "EX000000001CN");
        await store.Save(Test with { Agency = letter.AgencyId });
        Assert.False(await store.Outbox.AnyAsync(Cancelled));
        Assert.Equal(NoticeState.Withdrawn, await store.CaseNotices.Select(notice => notice.State).SingleAsync(Cancelled));
        Assert.Empty(await store.SettleNotices(Sent));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_nobody_confirms_by_six_on_the_next_working_day_is_confirmed_for_that_day(StoreKind kind)
    {
        var (connection, agency) = await Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        // Saturday 25 April 2026; the next working day is Monday the 27th.
        var file = await TakeIn(store, agency, new(2026, 4, 25), null, new(null, Confirming.Applicant, ""));
        var told = 0;
        Task Tell(CaseFile one, Act act)
        {
            told++;
            return Task.CompletedTask;
        }
        await store.ConfirmOverdue(new(2026, 4, 27, 9, 59, 0, TimeSpan.Zero), Tell);
        Assert.Equal(0, told);
        // Also where the program stood still for two days, it is that day.
        await store.ConfirmOverdue(new(2026, 4, 29, 10, 0, 0, TimeSpan.Zero), Tell);
        await store.ConfirmOverdue(new(2026, 4, 29, 11, 0, 0, TimeSpan.Zero), Tell);
        Assert.Equal(1, told);
        var request = await store.Requests.AsNoTracking().SingleAsync(one => one.Id == file.Request.Id, Cancelled);
        Assert.Equal((new DateOnly(2026, 4, 27), true), (request.ReceivedOn, request.ConfirmedByProgram));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_setting_holds_from_its_day_on_and_for_requests_received_since(StoreKind kind)
    {
        var (connection, agency) = await Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        RequestSetting Of(SettingPart part, DateOnly from, int hour, int? days = null, AfterPayment? after = null, string? court = null) =>
            new() { AgencyId = agency, Part = part, From = from, CorrectionDays = days, AfterPayment = after, Court = court, Why = "试", At = Now.AddHours(hour), ByName = "试" };
        store.AddRange(Of(SettingPart.Terms, new(2026, 3, 1), 0, 10, AfterPayment.Anew), Of(SettingPart.Terms, new(2026, 3, 1), 1, 12, AfterPayment.Continues), Of(SettingPart.Remedy, new(2026, 4, 1), 2, court: "某区人民法院"));
        await store.Save(Test with { Agency = agency });
        var all = await store.SettingsOf(agency);
        Assert.Equal((null, 12, "某区人民法院"), (all.On(SettingPart.Terms, new(2026, 2, 28)), all.On(SettingPart.Terms, new(2026, 3, 1))!.CorrectionDays, all.On(SettingPart.Remedy, new(2026, 5, 1))!.Court));
        Assert.Equal([new RequestTerms(new(2026, 3, 1), 12, AfterPayment.Continues)], await store.TermsOf(agency));

        var (before, since) = (await TakeIn(store, agency, new(2026, 2, 27), new(2026, 2, 27), Hand.Program), await TakeIn(store, agency, new(2026, 3, 2), new(2026, 3, 2), Hand.Program));
        Assert.Equal((AfterPayment.Anew, AfterPayment.Continues), (before.Terms.AfterPayment, since.Terms.AfterPayment));
        foreach (var fact in (CaseFact[])[new CaseFact.FeeNoticed(new(2026, 3, 4), 100), new CaseFact.FeePaid(new(2026, 3, 11))])
            foreach (var file in (CaseFile[])[before, since]) file.Add(fact, Test);
        await store.Save(Test with { Agency = agency });
        // Anew: 20 working days after 11 March. Otherwise the five days of waiting are left out of those after 2 March.
        Assert.Equal((new DateOnly(2026, 4, 9), new DateOnly(2026, 4, 7)), (before.Clock.Due!.Value, (await store.FileOf(since.Request)).Clock.Due!.Value));
        Assert.Equal(since.Request.Due, since.Clock.Due);
    }

    async Task<(string Connection, Guid Letter)> OnItsWay(StoreKind kind)
    {
        var (connection, agency) = await Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var file = await TakeIn(store, agency, new(2026, 3, 2), new(2026, 3, 2), Hand.Program);
        var letter = new CaseLetter { AgencyId = agency, RequestId = file.Request.Id, Kind = RequestLetter.ExtensionNotice, AuthorId = null, AuthorName = "演示", DraftedAt = Now, Days = 20 };
        store.Add(letter);
        letter.Sign(new(2026, 3, 9), "演示");
        letter.Stamp("章", 1, Now, "演示");
        store.Notify(file.Request, letter, new(NoticeOf.Letter, new("sealed"), "有新的文书", new("sealed"), [letter.Id], Serves: true), Sent.AddHours(-1));
        await store.Save(Test with { Agency = agency });
        return (connection, letter.Id);
    }

    static async Task<CaseFile> TakeIn(Store store, Guid agency, DateOnly submitted, DateOnly? received, Hand by)
    {
        CaseFile file = null!;
        var act = Test with { Agency = agency, By = by };
        await store.Write(act, async () => file = await store.TakeIn(new()
        {
            Agency = agency, Channel = Channel.Internet, Kind = ApplicantKind.Person, Submitted = submitted, Received = received, MaskedName = "示*",
            Wanted = new() { Name = "危险房屋鉴定报告" }, Applicant = id => new() { RequestId = id, Name = new("sealed"), Paper = IdentityPaper.ResidentCard },
        }, act));
        return file;
    }

    async Task<(string Connection, Guid Agency)> Prepared(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        await using var store = StoreChoice.Open(connection);
        var agency = new Agency { Code = "zjj", Name = "某区住房和城乡建设局" };
        store.Add(agency);
        store.SaveNow();
        return (connection, agency.Id);
    }
}
