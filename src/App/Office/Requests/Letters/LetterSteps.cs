using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.App.Office.Requests.Letters;

/// <summary>Asks the file whether a letter may be begun, and what it will do there.</summary>
public static class LetterSteps
{
    // A term that every letter of a kind allows: the question is whether it may be written at all.
    const int SomeDays = 15;

    /// <summary>Why this letter may not be begun today; <c>null</c>: it may.</summary>
    public static Impediment? ToBeginning(CaseFile file, RequestLetter kind, DateOnly today)
    {
        var later = file.Calendar.Add(today, SomeDays);
        return kind switch
        {
            RequestLetter.CorrectionNotice => file.To(new CaseFact.CorrectionAsked(today, later)),
            RequestLetter.ReasonsNotice => file.To(new CaseFact.ReasonsAsked(today, later)),
            RequestLetter.ThirdPartyConsultation => file.To(new CaseFact.Consulted(today, file.NextMatter, Consultee.ThirdParty)),
            RequestLetter.JointMakerConsultation => file.To(new CaseFact.Consulted(today, file.NextMatter, Consultee.JointMaker)),
            RequestLetter.Assistance => file.To(new CaseFact.Consulted(today, file.NextMatter, Consultee.OtherAgency, later)),
            RequestLetter.ExtensionNotice => file.To(new CaseFact.Extended(today)),
            RequestLetter.DeferralNotice => file.To(new CaseFact.Deferred(today, file.Calendar.Add(file.Clock.Due ?? today, SomeDays))),
            RequestLetter.FeeNotice => file.To(new CaseFact.FeeNoticed(today, 1)),
            RequestLetter.ConsultationNotice => file.Clock.Consultations is [] ? new("还没有征求过意见，不用告知申请人。") : null,
            RequestLetter.Withdrawn => file.Clock.WithdrawnOn is null ? new("申请人还没有撤回，请先登记撤回。") : null,
            _ when kind.Facts.Outcome is { } outcome => file.To(new CaseFact.Decided(today, outcome)),
            _ => null,
        };
    }

    /// <summary>Why no answer may be drafted today: while the applicant has to act, only that the term has passed.</summary>
    public static Impediment? ToAnswering(CaseFile file, DateOnly today) => file.To(new CaseFact.Decided(today, Outcome.NotGovernmentInformation)) is not { } bar
        || file.To(new CaseFact.Decided(today, Outcome.NotCorrected)) is null || file.To(new CaseFact.Decided(today, Outcome.NotPaid)) is null ? null : bar;

    /// <summary>What the due day becomes when a letter goes out on a day, in words; <c>null</c> where it stays.</summary>
    public static string? Effect(CaseFile file, CaseLetter letter, DateOnly on)
    {
        var facts = letter.AtService(on, Service.ByHand, letter.Matter ?? file.NextMatter);
        if (facts is [] || letter.Outcome is not null || facts.Any(fact => file.To(fact) is not null && fact is not CaseFact.ConsultationReached)) return null;
        var (before, after) = (file.Clock, facts.Aggregate(file.Clock, (clock, fact) => clock.After(fact)));
        return (before.Due, after.Due, after.Awaits) switch
        {
            (var was, var due, Awaiting.Consultation) => $"{on:yyyy-MM-dd} 送达的，征求意见的时间不计入期限：对方最晚 {after.AwaitsUntil:yyyy-MM-dd} 答复，答复期限由 {was:yyyy-MM-dd} 最晚顺延到 {due:yyyy-MM-dd}。",
            ({ } was, null, _) => $"{on:yyyy-MM-dd} 送达的，期限暂停（原为 {was:yyyy-MM-dd}），{after.Awaits.Name}后重新计算；最晚等到 {after.AwaitsUntil:yyyy-MM-dd}。",
            ({ } was, { } due, _) when was != due => $"{on:yyyy-MM-dd} 送达的，答复期限由 {was:yyyy-MM-dd} 变为 {due:yyyy-MM-dd}。",
            _ => null,
        };
    }

    /// <summary>What must be explained before it goes out.</summary>
    public static string? Caution(CaseFile file, CaseLetter letter, DateOnly on) =>
        letter.AtSignature(on) is { } decided ? file.Clock.Caution(decided) : letter.AtService(on, Service.ByHand, file.NextMatter) is [var first, ..] ? file.Clock.Caution(first) : null;
}
