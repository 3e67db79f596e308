using System.Globalization;
using Gongkai.Rules.Requests;
using static Gongkai.Rules.Requests.CaseFact;

namespace Gongkai.Rules.Tests;

/// <summary>When an answer is due: the worked examples of the specification, and each mechanism by itself.</summary>
public sealed class RequestClockTests
{
    static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    static Clock Read(params CaseFact[] file) => Clock.Read(file, Calendar);
    static Received Received(string on) => new(Day(on));

    [Theory]
    [InlineData("2026-01-28", "2026-02-06", "2026-03-03")]
    [InlineData("2026-09-15", "2026-09-23", "2026-10-19")]
    [InlineData("2026-04-25", "2026-05-08", "2026-05-26")]
    [InlineData("2026-04-27", "2026-05-09", "2026-05-27")]
    [InlineData("2026-09-22", "2026-10-09", "2026-10-27")]
    public void Seven_days_for_a_correction_notice_and_twenty_for_the_answer(string received, string notice, string due)
    {
        var clock = Read(Received(received));

        Assert.Equal((Day(notice), Day(due)), (clock.CorrectionNoticeDue, clock.Due));
        Assert.Equal((Stage.Handling, Awaiting.Nothing), (clock.Stage, clock.Awaits));
    }

    [Fact]
    public void A_full_extension_adds_twenty_working_days()
    {
        Assert.Equal(Day("2026-03-31"), Read(Received("2026-01-28"), new Extended(Day("2026-03-03"))).Due);
        Assert.Equal(Day("2026-04-28"), Read(Received("2026-03-02"), new Extended(Day("2026-03-30"))).Due);
    }

    [Fact]
    public void A_correction_starts_the_clock_anew_and_nothing_is_due_before_it()
    {
        var asked = Read(Received("2026-03-02"), new CorrectionAsked(Day("2026-03-11"), Day("2026-04-01")));
        Assert.Null(asked.Due);
        Assert.Equal((Awaiting.Correction, Day("2026-04-01"), Stage.AwaitingCorrection), (asked.Awaits, asked.AwaitsUntil, asked.Stage));

        Assert.Equal(Day("2026-04-20"), asked.After(new Corrected(Day("2026-03-20"))).Due);
    }

    [Fact]
    public void The_days_of_a_consultation_are_left_out()
    {
        var clock = Read(Received("2026-03-02"), new Consulted(Day("2026-03-09"), 1, Consultee.ThirdParty), new ConsultationReached(Day("2026-03-11"), 1));
        Assert.Equal(Day("2026-04-01"), clock.AwaitsUntil);

        var answered = clock.After(new ConsultationAnswered(Day("2026-03-25"), 1, Stance.Consents));
        Assert.Equal((12, Day("2026-04-16")), (answered.Excluded, answered.Due));
    }

    [Fact]
    public void Of_two_consultations_the_union_is_left_out_and_not_the_sum()
    {
        // 12 working days, and two more after them; the four in the middle only once.
        var clock = Read(Received("2026-03-02"),
            new Consulted(Day("2026-03-09"), 1, Consultee.ThirdParty), new Consulted(Day("2026-03-19"), 2, Consultee.OtherAgency),
            new ConsultationAnswered(Day("2026-03-25"), 1, Stance.Consents), new ConsultationAnswered(Day("2026-03-27"), 2, Stance.Consents));

        Assert.Equal((14, Day("2026-04-20")), (clock.Excluded, clock.Due));
    }

    [Fact]
    public void A_letter_of_the_last_day_moves_the_term_and_one_of_the_day_after_does_not()
    {
        var received = Read(Received("2026-03-02"));
        Assert.Equal(Day("2026-04-03"), received.After(new Consulted(Day("2026-03-30"), 1, Consultee.OtherAgency)).After(new ConsultationAnswered(Day("2026-04-03"), 1, Stance.Consents)).Due);

        // It went out while the first was thought to be open; then that one's answer turned out to have come long before.
        var late = received.After(new Consulted(Day("2026-03-09"), 1, Consultee.OtherAgency)).After(new Consulted(Day("2026-04-10"), 2, Consultee.OtherAgency))
            .After(new ConsultationAnswered(Day("2026-03-10"), 1, Stance.Consents)).After(new ConsultationAnswered(Day("2026-04-20"), 2, Stance.Consents));
        Assert.Equal((1, Day("2026-03-31")), (late.Excluded, late.Due));
    }

    [Fact]
    public void A_third_party_has_fifteen_working_days_and_what_it_takes_beyond_them_counts()
    {
        var clock = Read(Received("2026-03-02"), new Consulted(Day("2026-03-09"), 1, Consultee.ThirdParty), new ConsultationReached(Day("2026-03-11"), 1),
            new ConsultationAnswered(Day("2026-04-10"), 1, Stance.ObjectsWithReason));

        Assert.Equal(17, clock.Excluded);
        Assert.Equal(Resulting.AgencyDecides, clock.Consultations[0].Result(Day("2026-04-10"), Calendar));
    }

    [Fact]
    public void Another_agency_that_set_itself_no_term_is_left_out_until_it_answers() =>
        Assert.Equal(23, Read(Received("2026-03-02"), new Consulted(Day("2026-03-09"), 1, Consultee.OtherAgency), new ConsultationReached(Day("2026-03-11"), 1),
            new ConsultationAnswered(Day("2026-04-10"), 1, Stance.Consents)).Excluded);

    [Theory]
    [InlineData(Consultee.ThirdParty, Resulting.AgencyDecides)]
    [InlineData(Consultee.JointMaker, Resulting.Disclosable)]
    [InlineData(Consultee.OtherAgency, Resulting.AgencyDecides)]
    public void Silence_leaves_it_to_the_agency_but_is_a_joint_makers_consent(Consultee with, Resulting silent)
    {
        var one = Read(Received("2026-03-02"), new Consulted(Day("2026-03-09"), 1, with), new ConsultationReached(Day("2026-03-11"), 1)).Consultations[0];

        Assert.Equal(Resulting.Pending, one.Result(Day("2026-04-01"), Calendar));
        Assert.Equal(silent, one.Result(Day("2026-04-02"), Calendar));
    }

    [Theory]
    [InlineData(Consultee.ThirdParty, Stance.Consents, Resulting.Disclosable)]
    [InlineData(Consultee.ThirdParty, Stance.ObjectsWithReason, Resulting.Withheld)]
    [InlineData(Consultee.ThirdParty, Stance.ObjectsWithoutReason, Resulting.AgencyDecides)]
    [InlineData(Consultee.JointMaker, Stance.Consents, Resulting.Disclosable)]
    [InlineData(Consultee.JointMaker, Stance.ObjectsWithReason, Resulting.AgencyDecides)]
    public void An_answer_in_time_is_what_it_says(Consultee with, Stance stance, Resulting result) =>
        Assert.Equal(result, Read(Received("2026-03-02"), new Consulted(Day("2026-03-09"), 1, with), new ConsultationAnswered(Day("2026-03-20"), 1, stance)).Consultations[0].Result(Day("2026-03-20"), Calendar));

    [Fact]
    public void A_payment_starts_the_clock_anew_and_does_not_give_the_extension_back()
    {
        var noticed = Read(Received("2026-04-20"), new Extended(Day("2026-04-28")), new FeeNoticed(Day("2026-05-06")));
        Assert.Equal((Awaiting.Payment, Day("2026-06-02"), null), (noticed.Awaits, noticed.AwaitsUntil, noticed.Due));

        var paid = noticed.After(new FeePaid(Day("2026-05-20")));
        Assert.Equal(Day("2026-06-17"), paid.Due);
        Assert.Equal("已延期一次，不能再次延期。", paid.To(new Extended(Day("2026-06-01")))?.Reason);
    }

    [Fact]
    public void Where_the_setting_says_so_a_payment_lets_the_clock_go_on() =>
        // Eleven working days lie between the notice and the payment, one of them a Saturday.
        Assert.Equal((11, Day("2026-06-04")), Clock.Read([Received("2026-04-20"), new FeeNoticed(Day("2026-05-06")), new FeePaid(Day("2026-05-20"))], Calendar,
            RequestTerms.Usual with { AfterPayment = AfterPayment.Continues }) is var clock ? (clock.Excluded, clock.Due!.Value) : default);

    [Fact]
    public void A_deferral_may_lie_beyond_forty_working_days()
    {
        var clock = Read(Received("2026-03-02"), new ReasonsAsked(Day("2026-03-09"), Day("2026-03-23")), new ReasonsGiven(Day("2026-03-16")), new Deferred(Day("2026-03-30"), Day("2026-07-31")));

        Assert.Equal(Day("2026-07-31"), clock.Due);
        Assert.Equal("已经确定了延迟答复的日期，不用再延期。", clock.To(new Extended(Day("2026-04-01")))?.Reason);
    }

    [Fact]
    public void The_clerks_journey_has_the_dates_of_the_script()
    {
        var clock = Read(new Submitted(Day("2026-09-21")), Received("2026-09-22"));
        Assert.Equal((Day("2026-10-09"), Day("2026-10-27")), (clock.CorrectionNoticeDue, clock.Due));

        clock = Then(clock, new CorrectionAsked(Day("2026-09-24"), RequestTerms.Usual.CorrectionUntil(Day("2026-09-24"), Calendar)));
        Assert.Equal((Day("2026-10-22"), Stage.AwaitingCorrection), (clock.AwaitsUntil, clock.Stage));
        clock = Then(clock, new Corrected(Day("2026-10-09")));
        Assert.Equal(Day("2026-11-05"), clock.Due);
        clock = Then(Then(clock, new Consulted(Day("2026-10-12"), 1, Consultee.ThirdParty)), new ConsultationReached(Day("2026-10-12"), 1));
        Assert.Equal(Day("2026-11-02"), clock.AwaitsUntil);
        clock = Then(clock, new ConsultationAnswered(Day("2026-10-20"), 1, Stance.Consents));
        Assert.Equal((6, Day("2026-11-13")), (clock.Excluded, clock.Due));
        clock = Then(clock, new Extended(Day("2026-10-28")));
        Assert.Equal(Day("2026-12-11"), clock.Due);
        Assert.Equal("已延期一次，不能再次延期。", clock.ToExtending(Day("2026-10-29"))?.Reason);
        clock = Then(Then(clock, new Decided(Day("2026-11-02"), Outcome.PartlyGranted)), new Answered(Day("2026-11-02"), Service.ByPost));
        Assert.Equal((false, Stage.Answered, Day("2026-11-02")), (clock.Late, clock.Stage, clock.EndedOn));

        Assert.Equal(["31", "33", "30", "30", "32", "32", "33", "33", "33"], clock.Steps.Select(step => step.Place));
        Assert.Equal(Day("2026-12-11"), clock.Steps[^1].Due);

        static Clock Then(Clock clock, CaseFact fact)
        {
            Assert.Null(clock.To(fact));
            return clock.After(fact);
        }
    }

    [Fact]
    public void The_answer_is_late_from_the_day_after_it_was_due()
    {
        var decided = Read(Received("2026-03-02"), new Decided(Day("2026-03-30"), Outcome.Granted));

        Assert.False(decided.After(new Answered(Day("2026-03-30"), Service.ByPost)).Late);
        Assert.True(decided.After(new Answered(Day("2026-03-31"), Service.ByPost)).Late);
    }

    [Fact]
    public void Each_step_says_what_happened_by_which_article_and_when_the_answer_is_due_then() => Assert.Equal(
        [
            "2026-03-02 收到申请。自次日起算，应当在 20 个工作日内答复。《政府信息公开条例》第33条 2026-03-30",
            "2026-03-09 向第三方发出征求意见书。自次日起，到收到意见或者期满为止，不计入答复期限。《政府信息公开条例》第32条 2026-03-30",
            "2026-03-11 第三方收到征求意见书，最迟应当在 2026-04-01 提出意见。《政府信息公开条例》第32条 2026-04-01",
            "2026-03-25 收到第三方的意见。2026-03-09 之后到这一天共 12 个工作日不计入答复期限。《政府信息公开条例》第33条 2026-04-16",
        ],
        Read(Received("2026-03-02"), new Consulted(Day("2026-03-09"), 1, Consultee.ThirdParty), new ConsultationReached(Day("2026-03-11"), 1), new ConsultationAnswered(Day("2026-03-25"), 1, Stance.Consents))
            .Steps.Select(step => $"{step.On:yyyy-MM-dd} {step.Does}{step.Cited} {step.Due:yyyy-MM-dd}"));

    [Fact]
    public void How_much_is_used_left_out_and_left()
    {
        var clock = Read(Received("2026-03-02"), new Consulted(Day("2026-03-09"), 1, Consultee.ThirdParty), new ConsultationAnswered(Day("2026-03-25"), 1, Stance.Consents));

        Assert.Equal(new Tally(0, 0, 20), clock.On(Day("2026-03-02")));
        Assert.Equal(new Tally(5, 4, 15), clock.On(Day("2026-03-13")));
        Assert.Equal(new Tally(20, 12, 0), clock.On(Day("2026-04-16")));
        Assert.Equal(new Tally(21, 12, -1), clock.On(Day("2026-04-17")));
        Assert.Equal(new Tally(5, 0, null), Read(Received("2026-03-02"), new CorrectionAsked(Day("2026-03-09"), Day("2026-03-30"))).On(Day("2026-03-20")));
        Assert.Null(Read(new Submitted(Day("2026-03-02"))).On(Day("2026-03-02")));
    }
}
