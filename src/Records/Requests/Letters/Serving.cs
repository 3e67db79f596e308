using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Records.Requests.Letters;

/// <summary>What a letter puts into the file of its case, and when: a decision at its signature, everything else when it is served or reaches whom it is for.</summary>
public static class Serving
{
    extension(CaseLetter letter)
    {
        /// <summary>What its signature settles.</summary>
        public CaseFact? AtSignature(DateOnly on) => letter.Outcome is { } outcome and not Outcome.Withdrawn ? new CaseFact.Decided(on, outcome) : null;

        /// <summary>What its service settles; several facts where it reached them on the same day.</summary>
        /// <param name="matter">The number of the consultation, where it begins one.</param>
        public IReadOnlyList<CaseFact> AtService(DateOnly on, Service by, int matter) => letter.Kind switch
        {
            RequestLetter.CorrectionNotice => [new CaseFact.CorrectionAsked(on, letter.Until!.Value)],
            RequestLetter.ReasonsNotice => [new CaseFact.ReasonsAsked(on, letter.Until!.Value)],
            RequestLetter.ExtensionNotice => [new CaseFact.Extended(on, letter.Days!.Value)],
            RequestLetter.DeferralNotice => [new CaseFact.Deferred(on, letter.Until!.Value)],
            RequestLetter.ThirdPartyConsultation => Consulted(on, by, matter, Consultee.ThirdParty, null),
            RequestLetter.JointMakerConsultation => Consulted(on, by, matter, Consultee.JointMaker, null),
            RequestLetter.Assistance => Consulted(on, by, matter, Consultee.OtherAgency, letter.Until),
            // 自收到收费通知次日起: by post it is not there yet.
            RequestLetter.FeeNotice when by is not Service.ByPost => [new CaseFact.FeeNoticed(on, letter.Yuan!.Value)],
            _ when letter.Outcome is not (null or Outcome.Withdrawn) => [new CaseFact.Answered(on, by)],
            _ => [],
        };

        /// <summary>What its arrival settles, where it went by post.</summary>
        public CaseFact? AtArrival(DateOnly on) => letter.Kind switch
        {
            RequestLetter.FeeNotice => new CaseFact.FeeNoticed(on, letter.Yuan!.Value),
            RequestLetter.ThirdPartyConsultation or RequestLetter.JointMakerConsultation or RequestLetter.Assistance => new CaseFact.ConsultationReached(on, letter.Matter!.Value),
            _ => null,
        };
    }

    static IReadOnlyList<CaseFact> Consulted(DateOnly on, Service by, int matter, Consultee with, DateOnly? until) => by is Service.ByPost
        ? [new CaseFact.Consulted(on, matter, with, until)]
        : [new CaseFact.Consulted(on, matter, with, until), new CaseFact.ConsultationReached(on, matter)];
}
