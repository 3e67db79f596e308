namespace Gongkai.Rules.Requests;

// What the law lets happen next. A page asks before it shows a button, a command before it runs.
public sealed partial record Clock
{
    /// <summary>Why a fact may not enter the file now; <c>null</c>: it may.</summary>
    public Impediment? To(CaseFact next) => next switch
    {
        CaseFact.Submitted => null,
        CaseFact.Received => ReceivedOn is null ? null : new("这件申请已经确认收到，不用再次确认。"),
        _ when Ended && next is not CaseFact.Filed => new("这件申请已经办结，不能再办理。"),
        _ when ReceivedOn is null && next is not CaseFact.Withdrawn => new("还没有确认收到这件申请，请先确认收到日期。"),
        CaseFact.CorrectionAsked => ToAskingForCorrection(),
        CaseFact.Corrected => Correction is null ? new("没有告知过补正，不能登记补正件。") : CorrectedOn is null ? null : new("补正件已经登记过，只能补正一次。"),
        CaseFact.Consulted => ToWorking() ?? Before(next.On, "征求意见"),
        CaseFact.ConsultationReached reached => ToHearing(reached.Matter, one => one.Reached is null ? null : new("送达日期已经登记过。")),
        CaseFact.ConsultationAnswered answered => ToHearing(answered.Matter, one => one.Answered is null ? null : new("对方的意见已经登记过。")),
        CaseFact.Extended extended => ToExtending(extended.On, extended.Days),
        CaseFact.ReasonsAsked => ToWorking() ?? (Reasons is null ? null : new("已经要求过说明理由。")),
        CaseFact.ReasonsGiven => Reasons is null ? new("没有要求过说明理由。") : null,
        CaseFact.Deferred => ToDeferring(next.On),
        CaseFact.FeeNoticed => ToWorking() ?? Before(next.On, "收费通知"),
        CaseFact.FeePaid => ToPaying(next.On),
        CaseFact.Routed or CaseFact.Returned => ToWorking(),
        CaseFact.Decided decided => ToDeciding(decided),
        CaseFact.Answered => Decision is null ? new("答复还没有审签，不能送达。") : null,
        CaseFact.Withdrawn => Decision is null ? null : new("答复已经审签，不能再撤回。"),
        CaseFact.Filed => !Ended ? new("申请办结以后才能归档。") : FiledOn is null ? null : new("已经归档。"),
        _ => throw new ArgumentOutOfRangeException(nameof(next), next, null),
    };

    [Law(Statute.Regulation, "30")]
    Impediment? ToAskingForCorrection() =>
        Correction is not null ? new("补正只能一次性告知，这件申请已经告知过。补正后仍不明确的，请按“补正后申请内容仍不明确”答复。") : ToWorking();

    /// <summary>Whether the answer may be put off, and by how much.</summary>
    [Law(Statute.Regulation, "33")]
    public Impediment? ToExtending(DateOnly on, int days = LongestExtension) =>
        Extended ? new("已延期一次，不能再次延期。")
        : days is < 1 or > LongestExtension ? new($"延长的期限最长 {LongestExtension} 个工作日，请填写 1 到 {LongestExtension}。")
        : Deferral is not null ? new("已经确定了延迟答复的日期，不用再延期。")
        : ToWorking() ?? Before(on, "延期");

    [Law(Statute.Regulation, "35")]
    Impediment? ToDeferring(DateOnly on) => Reasons is null
        ? new("延迟答复只适用于数量、频次明显超过合理范围的申请，请先要求申请人说明理由。") : ToWorking() ?? Before(on, "延迟答复告知");

    [Law(Statute.ProcessingFee, "七")]
    Impediment? ToPaying(DateOnly on) =>
        Fee is null ? new("没有通知过收费。") : PaidOn is not null ? new("已经登记过缴费。")
        : on > AwaitsUntil ? new($"缴费期限是 {AwaitsUntil:yyyy-MM-dd}，逾期未缴视为放弃申请。") : null;

    Impediment? ToDeciding(CaseFact.Decided decided) => Decision is not null ? new("答复已经审签。") : decided.Outcome switch
    {
        Requests.Outcome.NotCorrected => Awaits is not Awaiting.Correction ? new("没有逾期未补正的情形。") : Passed(decided.On, "补正"),
        Requests.Outcome.NotPaid => Awaits is not Awaiting.Payment ? new("没有逾期未缴费的情形。") : Passed(decided.On, "缴费"),
        Requests.Outcome.StillUnclear => CorrectedOn is null ? new("申请人补正以后内容仍不明确，才能这样答复。") : null,
        Requests.Outcome.Withdrawn => new("撤回由申请人提出，请登记撤回。"),
        _ => ToWorking(),
    };

    // While the applicant has to act there is nothing for the agency to do.
    Impediment? ToWorking() =>
        Decision is not null ? new("答复已经审签，不能再办理其他步骤。")
        : Awaits switch
        {
            Awaiting.Correction => new($"正在等申请人补正（到 {AwaitsUntil:yyyy-MM-dd}），收到补正件后才能继续。"),
            Awaiting.Payment => new($"正在等申请人缴费（到 {AwaitsUntil:yyyy-MM-dd}），缴费后才能继续。"),
            Awaiting.Nothing or Awaiting.Confirmation or Awaiting.Consultation => null,
        };

    Impediment? ToHearing(int matter, Func<Consultation, Impediment?> then) =>
        Consultations.FirstOrDefault(one => one.Matter == matter) is { } found ? then(found) : new("没有这一次征求意见。");

    Impediment? Before(DateOnly on, string what) => on > Due ? new($"答复期限 {Due:yyyy-MM-dd} 已过，不能再办理{what}。") : null;

    Impediment? Passed(DateOnly on, string what) => on <= AwaitsUntil ? new($"{what}期限是 {AwaitsUntil:yyyy-MM-dd}，期满以后才能这样处理。") : null;
}
