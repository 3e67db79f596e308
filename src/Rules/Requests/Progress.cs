namespace Gongkai.Rules.Requests;

/// <summary>How a case stands, as its applicant reads it (办理进度): one sentence, what it means, what to do. No step of the office and no name of a person stands in it.</summary>
/// <param name="State">A few words: 待您补正.</param>
/// <param name="Tone">How it looks: <c>fine</c>, <c>soon</c>, <c>late</c> or <c>ended</c>.</param>
/// <param name="Means">这意味着什么.</param>
/// <param name="Todo">您需要做什么.</param>
public sealed record Progress(string State, string Tone, string Means, string Todo)
{
    const string Nothing = "现在不需要您做什么。";

    /// <summary>Reads it from the clock on a day.</summary>
    public static Progress Of(Clock clock, DateOnly today) => clock.Stage switch
    {
        Stage.Submitted => new("已提交（待确认）", "soon", "机关还没有确认收到您的申请，确认之日起计算答复期限。", "现在不需要您做什么；机关可能打电话与您确认，请保持电话畅通。"),
        Stage.AwaitingCorrection => OfCorrection(clock, today),
        Stage.AwaitingPayment => new($"待缴费（请在 {Day(clock.AwaitsUntil)} 前）", "soon",
            "机关已经通知您缴纳信息处理费，缴费以前不计算答复期限；逾期不缴纳的，视为放弃申请。", $"请在 {Day(clock.AwaitsUntil)} 前按收费通知缴费。"),
        Stage.Consulting => new("征求意见中（期限暂停）", "fine", "您申请的信息涉及第三方或其他机关，正在征求他们的意见，所需时间不计算在答复期限内。", Nothing),
        Stage.Decided => new("已作出答复（正在送达）", "fine", "答复已经作出，正在按您选择的方式送达。", Nothing),
        Stage.Answered or Stage.Filed when clock.WithdrawnOn is null => OfAnswer(clock),
        Stage.Answered or Stage.Withdrawn or Stage.Filed => new("已撤回", "ended", "您撤回了申请，机关不再办理。", "如果仍然需要这些信息，可以重新提出申请。"),
        Stage.Handling => OfHandling(clock, today),
    };

    static Progress OfCorrection(Clock clock, DateOnly today) => clock.AwaitsUntil < today
        ? new("补正期限已过", "late", "您没有在期限内补正；没有正当理由逾期不补正的，视为放弃申请。", "如果有正当理由，请现在提交补正并说明理由，或者联系受理机关。")
        : new($"待您补正（请在 {Day(clock.AwaitsUntil)} 前）", "soon", "申请内容还不够明确，需要您补充；收到补正以前不计算答复期限，收到后重新计算。", $"请在 {Day(clock.AwaitsUntil)} 前提交补正；没有正当理由逾期不补正的，视为放弃申请。");

    static Progress OfHandling(Clock clock, DateOnly today) =>
        clock.Due < today ? new("办理中（已超过答复期限）", "late", "答复期限已过，机关还没有作出答复。", "您可以联系受理机关，也可以依法投诉、申请行政复议或者提起行政诉讼。")
        : clock.Deferral is not null ? new($"办理中（延迟到 {Day(clock.Due)}）", "fine", "申请的数量、频次明显超过合理范围，机关确定了延迟答复的日期。", Nothing)
        : clock.Extended ? new($"已延期（新期限 {Day(clock.Due)}）", "fine", "经批准，答复期限延长了一次，不会再次延长。", Nothing)
        : new("办理中", "fine", $"机关已经收到您的申请，最迟在 {Day(clock.Due)} 答复。", Nothing);

    static Progress OfAnswer(Clock clock) => clock.Outcome switch
    {
        Requests.Outcome.NotCorrected => new("视为放弃（逾期未补正）", "ended", "您没有在期限内补正，机关不再处理这件申请。", "如果仍然需要这些信息，可以重新提出申请；不服的，可以按告知书写明的途径寻求救济。"),
        Requests.Outcome.NotPaid => new("视为放弃（逾期未缴费）", "ended", "您没有在期限内缴纳信息处理费，机关不再处理这件申请。", "如果仍然需要这些信息，可以重新提出申请；不服的，可以按告知书写明的途径寻求救济。"),
        Requests.Outcome.NotResponsible => new("已转告其他机关信息", "ended", "您申请的信息不由本机关负责公开，答复中写明了理由；能够确定负责机关的，写明了它的名称和联系方式。", "请查看答复，向负责的机关提出申请。"),
        _ => new(clock.Answer?.By switch
        {
            Service.ByPost => "已答复（已寄出）",
            Service.Electronically => "已答复（可下载）",
            Service.ByHand or null => "已答复",
        }, "ended", $"机关已经在 {Day(clock.Answer?.On)} 答复。", "请查看答复；不服的，可以按答复书写明的途径寻求救济。"),
    };

    static string Day(DateOnly? day) => day is { } known ? $"{known:yyyy年M月d日}" : "";

    /// <summary>One fact as the applicant reads it in the timeline; <c>null</c> for what is only the office's.</summary>
    public static string? Tell(CaseFact fact) => fact switch
    {
        CaseFact.Submitted => "您提交了申请",
        CaseFact.Received => "确认收到申请，自次日起计算答复期限",
        CaseFact.CorrectionAsked asked => $"告知补正，请在 {Day(asked.Until)} 前补正",
        CaseFact.Corrected => "收到补正，答复期限重新计算",
        CaseFact.Consulted asked => asked.With == Consultee.ThirdParty ? "征求第三方意见，所需时间不计算在期限内" : "征求其他机关意见，所需时间不计算在期限内",
        CaseFact.ConsultationAnswered => "收到征求的意见",
        CaseFact.Extended extended => $"经批准延长答复期限 {extended.Days} 个工作日",
        CaseFact.ReasonsAsked asked => $"请您在 {Day(asked.Until)} 前说明申请理由",
        CaseFact.ReasonsGiven => "收到您说明的理由",
        CaseFact.Deferred deferred => $"确定延迟到 {Day(deferred.Until)} 答复",
        CaseFact.FeeNoticed noticed => $"通知缴纳信息处理费{(noticed.Yuan > 0 ? $" {noticed.Yuan} 元" : "")}",
        CaseFact.FeePaid => "收到缴费",
        CaseFact.Answered answered => answered.By switch
        {
            Service.ByHand => "答复已当面送达",
            Service.ByPost => "答复已寄出",
            Service.Electronically => "答复已通过电子方式送达",
        },
        CaseFact.Withdrawn => "您撤回了申请",
        CaseFact.ConsultationReached or CaseFact.Routed or CaseFact.Returned or CaseFact.Decided or CaseFact.Filed => null,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
    };
}
