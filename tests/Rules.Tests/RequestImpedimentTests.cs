using System.Globalization;
using Gongkai.Rules.Requests;
using static Gongkai.Rules.Requests.CaseFact;

namespace Gongkai.Rules.Tests;

/// <summary>What the law does not let happen, each in the words that a person reads.</summary>
public sealed class RequestImpedimentTests
{
    static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;
    static readonly Guid Department = new("11111111-1111-1111-1111-111111111111");

    static DateOnly Day(string monthAndDay) => DateOnly.ParseExact("2026-" + monthAndDay, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Received on 2 March, due on the 30th; a correction notice until the 11th.
    static readonly CaseFact[] Open = [new Received(Day("03-02"))];
    static readonly CaseFact[] Asked = [.. Open, new CorrectionAsked(Day("03-09"), Day("03-30"))];
    static readonly CaseFact[] Fee = [.. Open, new FeeNoticed(Day("03-09"), 100)];
    static readonly CaseFact[] Sent = [.. Open, new Consulted(Day("03-09"), 1, Consultee.ThirdParty), new ConsultationReached(Day("03-11"), 1)];
    static readonly CaseFact[] Reasons = [.. Open, new ReasonsAsked(Day("03-09"), Day("03-23"))];
    static readonly CaseFact[] Decided = [.. Open, new Decided(Day("03-20"), Outcome.Granted)];
    static readonly CaseFact[] Answered = [.. Decided, new Answered(Day("03-20"), Service.ByPost)];

    static void Bars(CaseFact[] file, CaseFact next, string? sentence) => Assert.Equal(sentence, Clock.Read(file, Calendar).To(next)?.Reason);
    static void Warns(CaseFact[] file, CaseFact next, string? sentence)
    {
        Bars(file, next, null);
        Assert.Equal(sentence, Clock.Read(file, Calendar).Caution(next));
    }

    [Fact]
    public void Nothing_is_done_before_the_request_is_received_nor_after_it_ended()
    {
        Bars([], new Extended(Day("03-03")), "还没有确认收到这件申请，请先确认收到日期。");
        Bars([new Submitted(Day("03-02"))], new Withdrawn(Day("03-03")), null);
        Bars([new Submitted(Day("03-02"))], new Submitted(Day("03-02")), "这件申请的提交日期已经登记过。");
        Bars(Open, new Received(Day("03-03")), "这件申请已经确认收到，不用再次确认。");
        Bars(Answered, new Routed(Day("03-23"), Department, Day("03-30")), "这件申请已经办结，不能再办理。");
        Bars(Open, new Filed(Day("03-23")), "申请办结以后才能归档。");
        Bars(Answered, new Filed(Day("03-23")), null);
        Bars([.. Answered, new Filed(Day("03-23"))], new Filed(Day("03-24")), "已经归档。");
        Bars([new Submitted(Day("03-02")), new Withdrawn(Day("03-03"))], new Filed(Day("03-04")), null);
    }

    [Fact]
    public void A_correction_is_asked_for_once_and_in_time()
    {
        Bars(Asked, new CorrectionAsked(Day("03-10"), Day("03-30")), "补正只能一次性告知，这件申请已经告知过。补正后仍不明确的，请按“补正后申请内容仍不明确”答复。");
        Bars([.. Asked, new Corrected(Day("03-20"))], new CorrectionAsked(Day("03-23"), Day("03-30")), "补正只能一次性告知，这件申请已经告知过。补正后仍不明确的，请按“补正后申请内容仍不明确”答复。");
        Bars(Open, new CorrectionAsked(Day("03-10"), Day("03-09")), "补正期限不能早于告知补正之日。");
        Bars(Open, new CorrectionAsked(Day("03-31"), Day("04-20")), "答复期限 2026-03-30 已过，不能再办理补正告知。");
        Bars(Open, new Corrected(Day("03-20")), "没有告知过补正，不能登记补正件。");
        Bars([.. Asked, new Corrected(Day("03-20"))], new Corrected(Day("03-23")), "补正件已经登记过，只能补正一次。");
        Bars([.. Asked, new Decided(Day("03-31"), Outcome.NotCorrected)], new Corrected(Day("03-31")), "答复已经审签。");
        Warns(Open, new CorrectionAsked(Day("03-11"), Day("04-01")), null);
        Warns(Open, new CorrectionAsked(Day("03-12"), Day("04-01")), "补正告知已超过 7 个工作日（应于 2026-03-11 前发出），请填写说明后继续。");
        Warns(Asked, new Corrected(Day("03-30")), null);
        Warns(Asked, new Corrected(Day("03-31")), "补正期限 2026-03-30 已过，申请人有正当理由的才能继续办理，请填写理由。");
    }

    [Fact]
    public void While_the_applicant_has_to_act_there_is_nothing_for_the_agency_to_do()
    {
        Bars(Asked, new Extended(Day("03-20")), "正在等申请人补正（到 2026-03-30），收到补正件后才能继续。");
        Bars(Fee, new Extended(Day("03-20")), "正在等申请人缴费（到 2026-04-07），缴费后才能继续。");
    }

    [Fact]
    public void An_extension_is_given_once_for_twenty_days_at_most_and_told_before_the_end()
    {
        Bars(Open, new Extended(Day("03-30")), null);
        Bars(Open, new Extended(Day("03-31")), "答复期限 2026-03-30 已过，不能再办理延期。");
        Bars(Open, new Extended(Day("03-20"), 21), "延长的期限最长 20 个工作日，请填写 1 到 20。");
        Bars(Open, new Extended(Day("03-20"), 0), "延长的期限最长 20 个工作日，请填写 1 到 20。");
        Bars([.. Open, new Extended(Day("03-20"), 5)], new Extended(Day("03-23"), 5), "已延期一次，不能再次延期。");
        Bars(Decided, new Extended(Day("03-23")), "答复已经审签，不能再办理其他步骤。");
    }

    [Fact]
    public void A_deferral_needs_reasons_that_were_given_and_a_later_day()
    {
        Bars(Open, new Deferred(Day("03-20"), Day("07-01")), "延迟答复只适用于数量、频次明显超过合理范围的申请，请先要求申请人说明理由。");
        Bars(Reasons, new Deferred(Day("03-20"), Day("07-01")), "申请人还没有说明理由，收到理由并认为合理以后才能确定延迟答复的日期。");
        CaseFact[] given = [.. Reasons, new ReasonsGiven(Day("03-16"))];
        Bars(given, new Deferred(Day("03-20"), Day("03-30")), "延迟答复的日期应当晚于现在的答复期限 2026-03-30。");
        Bars(given, new Deferred(Day("03-31"), Day("07-01")), "答复期限 2026-03-30 已过，不能再办理延迟答复告知。");
        Bars(given, new Deferred(Day("03-30"), Day("07-01")), null);
        Bars(given, new ReasonsGiven(Day("03-17")), "申请人说明的理由已经登记过。");
        Bars(Reasons, new ReasonsAsked(Day("03-17"), Day("03-23")), "已经要求过说明理由。");
        Bars(Open, new ReasonsGiven(Day("03-17")), "没有要求过说明理由。");
    }

    [Fact]
    public void A_request_is_found_excessive_only_after_its_reasons_were_heard()
    {
        Bars(Open, new Decided(Day("03-20"), Outcome.Excessive), "请先要求申请人说明理由，理由不合理的才能不予处理。");
        Bars(Reasons, new Decided(Day("03-23"), Outcome.Excessive), "申请人说明理由的期限是 2026-03-23，收到理由或者期满以后才能不予处理。");
        Bars(Reasons, new Decided(Day("03-24"), Outcome.Excessive), null);
        Bars([.. Reasons, new ReasonsGiven(Day("03-16"))], new Decided(Day("03-17"), Outcome.Excessive), null);
    }

    [Fact]
    public void A_fee_is_told_once_within_the_term_and_paid_within_its_own()
    {
        Bars(Open, new FeeNoticed(Day("03-31")), "答复期限 2026-03-30 已过，不能再办理收费通知。");
        Bars(Open, new FeePaid(Day("03-20")), "没有通知过收费。");
        Bars(Fee, new FeePaid(Day("04-07")), null);
        Bars(Fee, new FeePaid(Day("04-08")), "缴费期限是 2026-04-07，逾期未缴视为放弃申请。");
        CaseFact[] paid = [.. Fee, new FeePaid(Day("03-20"))];
        Bars(paid, new FeePaid(Day("03-23")), "已经登记过缴费。");
        Bars(paid, new FeeNoticed(Day("03-23")), "这件申请已经通知过收费，只能按一种标准收取一次。");
        Bars([.. Fee, new Decided(Day("04-08"), Outcome.NotPaid)], new FeePaid(Day("04-08")), "答复已经审签。");
    }

    [Fact]
    public void A_consultation_is_sent_within_the_term_and_answered_once()
    {
        Bars(Open, new Consulted(Day("03-31"), 1, Consultee.ThirdParty), "答复期限 2026-03-30 已过，不能再办理征求意见。");
        Bars(Sent, new Consulted(Day("03-16"), 1, Consultee.JointMaker), "这一次征求意见已经登记过。");
        Bars(Sent, new ConsultationReached(Day("03-12"), 1), "送达日期已经登记过。");
        Bars(Sent, new ConsultationAnswered(Day("03-12"), 2, Stance.Consents), "没有这一次征求意见。");
        Bars(Sent, new ConsultationAnswered(Day("03-06"), 1, Stance.Consents), "日期不能早于征求意见书发出之日 2026-03-09。");
        Bars([.. Sent, new ConsultationAnswered(Day("03-12"), 1, Stance.Consents)], new ConsultationAnswered(Day("03-13"), 1, Stance.Consents), "对方的意见已经登记过。");
    }

    [Fact]
    public void What_a_third_party_may_still_object_to_is_not_granted()
    {
        Bars(Sent, new Decided(Day("04-01"), Outcome.Granted), "第三方提出意见的期限到 2026-04-01，收到意见或者期满以后才能决定予以公开。");
        Bars(Sent, new Decided(Day("04-02"), Outcome.Granted), null);
        Bars(Sent, new Decided(Day("03-20"), Outcome.StateSecret), null);
    }

    [Fact]
    public void What_ends_a_request_must_be_so()
    {
        Bars(Open, new Decided(Day("03-20"), Outcome.NotCorrected), "没有逾期未补正的情形。");
        Bars(Asked, new Decided(Day("03-30"), Outcome.NotCorrected), "补正期限是 2026-03-30，期满以后才能这样处理。");
        Bars(Asked, new Decided(Day("03-31"), Outcome.NotCorrected), null);
        Bars(Open, new Decided(Day("03-20"), Outcome.NotPaid), "没有逾期未缴费的情形。");
        Bars(Fee, new Decided(Day("04-07"), Outcome.NotPaid), "缴费期限是 2026-04-07，期满以后才能这样处理。");
        Bars(Fee, new Decided(Day("04-08"), Outcome.NotPaid), null);
        Bars(Open, new Decided(Day("03-20"), Outcome.StillUnclear), "申请人补正以后内容仍不明确，才能这样答复。");
        Bars(Open, new Decided(Day("03-20"), Outcome.Withdrawn), "撤回由申请人提出，请登记撤回。");
        Bars(Decided, new Decided(Day("03-20"), Outcome.Granted), "答复已经审签。");
        Bars(Open, new Answered(Day("03-20"), Service.ByHand), "答复还没有审签，不能送达。");
        Bars(Decided, new Withdrawn(Day("03-23")), "答复已经审签，不能再撤回。");
        Warns(Decided, new Answered(Day("03-30"), Service.ByHand), null);
        Warns(Decided, new Answered(Day("03-31"), Service.ByHand), "答复期限 2026-03-30 已过，请填写逾期的原因后继续。");
        Warns(Open, new Decided(Day("03-31"), Outcome.Granted), "答复期限 2026-03-30 已过，请填写逾期的原因后继续。");
    }

    [Fact]
    public void What_moves_the_clock_happens_in_order()
    {
        Bars([new Submitted(Day("03-02"))], new Received(Day("03-01")), "日期 2026-03-01 早于前一步的 2026-03-02，请核对日期。");
        Bars(Open, new Extended(Day("03-01")), "日期 2026-03-01 早于前一步的 2026-03-02，请核对日期。");
        Bars(Asked, new Corrected(Day("03-08")), "日期 2026-03-08 早于前一步的 2026-03-09，请核对日期。");
        Bars(Fee, new FeePaid(Day("03-08")), "日期 2026-03-08 早于前一步的 2026-03-09，请核对日期。");
        Bars(Decided, new Answered(Day("03-19"), Service.ByHand), "日期 2026-03-19 早于前一步的 2026-03-20，请核对日期。");
        Bars(Answered, new Filed(Day("03-19")), "日期 2026-03-19 早于前一步的 2026-03-20，请核对日期。");
        Bars(Open, new Consulted(Day("03-01"), 1, Consultee.ThirdParty), "日期 2026-03-01 早于前一步的 2026-03-02，请核对日期。");
        Bars(Open, new Withdrawn(Day("03-01")), "日期 2026-03-01 早于前一步的 2026-03-02，请核对日期。");
    }

    [Fact]
    public void A_confirmation_later_than_the_first_working_day_needs_a_reason()
    {
        Warns([new Submitted(Day("09-19"))], new Received(Day("09-20")), null);
        Warns([new Submitted(Day("09-18"))], new Received(Day("09-21")), "确认收到晚于提交后的第一个工作日（2026-09-20），请填写理由后继续。");
    }

    [Fact]
    public void A_date_in_a_year_without_a_notice_says_so()
    {
        Assert.Equal("2027 年节假日尚未导入，期限按周一至周五估算", Clock.Read([new Received(Day("12-15"))], Calendar).Estimated);
        Assert.Null(Clock.Read(Open, Calendar).Estimated);
    }
}
