namespace Gongkai.Rules.Requests;

// What may be done, but not without a reason in the file.
public sealed partial record Clock
{
    /// <summary>What must be explained before a fact enters the file, as a sentence that asks for it; <c>null</c>: nothing. It never bars the step.</summary>
    public string? Caution(CaseFact next) => next switch
    {
        CaseFact.Received when SubmittedOn is { } submitted && next.On > ConfirmationTerm.Within(submitted, calendar) => ConfirmationTerm.TooLate(submitted, calendar),
        CaseFact.CorrectionAsked => OfAskingForCorrection(next.On),
        CaseFact.Corrected when next.On > Correction?.Until => $"补正期限 {Correction.Until:yyyy-MM-dd} 已过，申请人有正当理由的才能继续办理，请填写理由。",
        CaseFact.Decided when next.On > Due => $"答复期限 {Due:yyyy-MM-dd} 已过，请填写逾期的原因后继续。",
        CaseFact.Answered when next.On > Due => $"答复期限 {Due:yyyy-MM-dd} 已过，请填写逾期的原因后继续。",
        _ => null,
    };

    // A late notice is our fault and not the applicant's: the request must still become clear.
    [Law(Statute.Regulation, "30")]
    string? OfAskingForCorrection(DateOnly on) => on > CorrectionNoticeDue
        ? $"补正告知已超过 {CorrectionNoticeDays} 个工作日（应于 {CorrectionNoticeDue:yyyy-MM-dd} 前发出），请填写说明后继续。" : null;

    /// <summary>What must be said beside a date that rests on a year without a notice of holidays; <c>null</c> where it stands.</summary>
    public string? Estimated => ReceivedOn is { } received && (Due ?? AwaitsUntil) is { } last ? calendar.Caution(received, last) : null;
}
