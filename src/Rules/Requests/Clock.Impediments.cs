namespace Gongkai.Rules.Requests;

// What the law lets happen next. A page asks before it shows a button, a command before it runs.
public sealed partial record Clock
{
    /// <summary>Why a fact may not enter the file now; <c>null</c>: it may.</summary>
    public Impediment? To(CaseFact next) => ToKind(next) ?? InOrder(next);

    Impediment? ToKind(CaseFact next) => next switch
    {
        CaseFact.Submitted => ReceivedOn is null && SubmittedOn is null ? null : new("这件申请的提交日期已经登记过。"),
        CaseFact.Received => ReceivedOn is null ? null : new("这件申请已经确认收到，不用再次确认。"),
        _ when Ended && next is not CaseFact.Filed => new("这件申请已经办结，不能再办理。"),
        _ when ReceivedOn is null && next is not (CaseFact.Withdrawn or CaseFact.Filed) => new("还没有确认收到这件申请，请先确认收到日期。"),
        CaseFact.CorrectionAsked asked => ToAskingForCorrection(asked),
        CaseFact.Corrected => Correction is null ? new("没有告知过补正，不能登记补正件。") : CorrectedOn is not null ? new("补正件已经登记过，只能补正一次。") : Undecided(),
        CaseFact.Consulted asked => ToWorking() ?? (Consultations.Any(one => one.Matter == asked.Matter) ? new("这一次征求意见已经登记过。") : Before(next.On, "征求意见")),
        CaseFact.ConsultationReached reached => ToHearing(reached.Matter, one => one.Reached is not null ? new("送达日期已经登记过。") : AfterSending(one, reached.On)),
        CaseFact.ConsultationAnswered answered => ToHearing(answered.Matter, one => one.Answered is not null ? new("对方的意见已经登记过。") : AfterSending(one, answered.On)),
        CaseFact.Extended extended => ToExtending(extended.On, extended.Days),
        CaseFact.ReasonsAsked => ToWorking() ?? (Reasons is null ? null : new("已经要求过说明理由。")),
        CaseFact.ReasonsGiven => Reasons is null ? new("没有要求过说明理由。") : ReasonsGivenOn is not null ? new("申请人说明的理由已经登记过。") : null,
        CaseFact.Deferred deferred => ToDeferring(deferred),
        CaseFact.FeeNoticed => ToWorking() ?? (Fee is not null ? new("这件申请已经通知过收费，只能按一种标准收取一次。") : Before(next.On, "收费通知")),
        CaseFact.FeePaid => ToPaying(next.On),
        CaseFact.Routed or CaseFact.Returned => ToWorking(),
        CaseFact.Decided decided => ToDeciding(decided),
        CaseFact.Answered => Decision is null ? new("答复还没有审签，不能送达。") : null,
        CaseFact.Withdrawn => Decision is null ? null : new("答复已经审签，不能再撤回。"),
        CaseFact.Filed => !Ended ? new("申请办结以后才能归档。") : FiledOn is null ? null : new("已经归档。"),
        _ => throw new ArgumentOutOfRangeException(nameof(next), next, null),
    };

    [Law(Statute.Regulation, "30")]
    Impediment? ToAskingForCorrection(CaseFact.CorrectionAsked asked) =>
        Correction is not null ? new("补正只能一次性告知，这件申请已经告知过。补正后仍不明确的，请按“补正后申请内容仍不明确”答复。")
        : ToWorking() ?? (asked.Until < asked.On ? new("补正期限不能早于告知补正之日。") : Before(asked.On, "补正告知"));

    /// <summary>Whether the answer may be put off, and by how much.</summary>
    [Law(Statute.Regulation, "33")]
    public Impediment? ToExtending(DateOnly on, int days = LongestExtension) =>
        Extended ? new("已延期一次，不能再次延期。")
        : days is < 1 or > LongestExtension ? new($"延长的期限最长 {LongestExtension} 个工作日，请填写 1 到 {LongestExtension}。")
        : Deferral is not null ? new("已经确定了延迟答复的日期，不用再延期。")
        : ToWorking() ?? Before(on, "延期");

    // 行政机关认为申请理由合理，但是无法在本条例第三十三条规定的期限内答复申请人的，可以确定延迟答复的合理期限并告知申请人。
    [Law(Statute.Regulation, "35")]
    Impediment? ToDeferring(CaseFact.Deferred deferred) =>
        Reasons is null ? new("延迟答复只适用于数量、频次明显超过合理范围的申请，请先要求申请人说明理由。")
        : ReasonsGivenOn is null ? new("申请人还没有说明理由，收到理由并认为合理以后才能确定延迟答复的日期。")
        : ToWorking() ?? Before(deferred.On, "延迟答复告知") ?? (deferred.Until <= Due ? new($"延迟答复的日期应当晚于现在的答复期限 {Due:yyyy-MM-dd}。") : null);

    [Law(Statute.ProcessingFee, "缴费")]
    Impediment? ToPaying(DateOnly on) =>
        Fee is null ? new("没有通知过收费。") : PaidOn is not null ? new("已经登记过缴费。")
        : Undecided() ?? (on > AwaitsUntil ? new($"缴费期限是 {AwaitsUntil:yyyy-MM-dd}，逾期未缴视为放弃申请。") : null);

    Impediment? ToDeciding(CaseFact.Decided decided) => Undecided() ?? decided.Outcome switch
    {
        Requests.Outcome.NotCorrected => Awaits is not Awaiting.Correction ? new("没有逾期未补正的情形。") : Passed(decided.On, "补正"),
        Requests.Outcome.NotPaid => Awaits is not Awaiting.Payment ? new("没有逾期未缴费的情形。") : Passed(decided.On, "缴费"),
        Requests.Outcome.StillUnclear => CorrectedOn is null ? new("申请人补正以后内容仍不明确，才能这样答复。") : ToWorking(),
        Requests.Outcome.Withdrawn => new("撤回由申请人提出，请登记撤回。"),
        Requests.Outcome.Excessive => ToWorking() ?? ToFindingExcessive(decided.On),
        Requests.Outcome.Granted => ToWorking() ?? ToGranting(decided.On),
        _ => ToWorking(),
    };

    // 行政机关可以要求申请人说明理由。行政机关认为申请理由不合理的，告知申请人不予处理。
    [Law(Statute.Regulation, "35")]
    Impediment? ToFindingExcessive(DateOnly on) => Reasons is not { } asked ? new("请先要求申请人说明理由，理由不合理的才能不予处理。")
        : ReasonsGivenOn is null && on <= asked.Until ? new($"申请人说明理由的期限是 {asked.Until:yyyy-MM-dd}，收到理由或者期满以后才能不予处理。") : null;

    // 行政机关应当书面征求第三方的意见。第三方应当自收到征求意见书之日起15个工作日内提出意见。
    [Law(Statute.Regulation, "32")]
    Impediment? ToGranting(DateOnly on) => Consultations.Where(one => one.With == Consultee.ThirdParty && one.Result(on, calendar) == Resulting.Pending).Max(one => (DateOnly?)one.TermEnd(calendar)) is { } end
        ? new($"第三方提出意见的期限到 {end:yyyy-MM-dd}，收到意见或者期满以后才能决定予以公开。") : null;

    Impediment? Undecided() => Decision is null ? null : new("答复已经审签。");

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

    static Impediment? AfterSending(Consultation one, DateOnly on) => on < one.Sent ? new($"日期不能早于征求意见书发出之日 {one.Sent:yyyy-MM-dd}。") : null;

    Impediment? Before(DateOnly on, string what) => on > Due ? new($"答复期限 {Due:yyyy-MM-dd} 已过，不能再办理{what}。") : null;

    Impediment? Passed(DateOnly on, string what) => on <= AwaitsUntil ? new($"{what}期限是 {AwaitsUntil:yyyy-MM-dd}，期满以后才能这样处理。") : null;

    // What moves the clock happens in the order in which it is written down; letters of others may come in late.
    Impediment? InOrder(CaseFact next)
    {
        var earliest = next switch
        {
            CaseFact.Submitted or CaseFact.Routed or CaseFact.Returned => null,
            CaseFact.Received => SubmittedOn,
            CaseFact.Filed => EndedOn,
            CaseFact.Consulted or CaseFact.ConsultationReached or CaseFact.ConsultationAnswered => Started,
            CaseFact.Withdrawn => LastMove ?? SubmittedOn,
            _ => LastMove,
        };
        return next.On < earliest ? new($"日期 {next.On:yyyy-MM-dd} 早于前一步的 {earliest:yyyy-MM-dd}，请核对日期。") : null;
    }

    static bool Moves(CaseFact fact) => fact is CaseFact.Received or CaseFact.CorrectionAsked or CaseFact.Corrected or CaseFact.Extended
        or CaseFact.ReasonsAsked or CaseFact.Deferred or CaseFact.FeeNoticed or CaseFact.FeePaid or CaseFact.Decided;
}
