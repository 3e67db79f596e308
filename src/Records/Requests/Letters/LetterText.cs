using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Records.Requests.Letters;

/// <summary>What its writer typed into a letter (文书内容); the form of each kind asks for its part of it, and the rest of the letter the law gives. It may name people, so the trail keeps it apart.</summary>
public sealed record LetterText
{
    /// <summary>The reasons for a correction.</summary>
    public IReadOnlyList<CorrectionReason> Corrections { get; init; } = [];

    /// <summary>The points to correct, the information about which someone is consulted, what another agency is asked for; one a line.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>事实: what was found out.</summary>
    public string Found { get; init; } = "";

    public string Reasons { get; init; } = "";

    /// <summary>Why what may be open cannot be separated from what may not (art. 37).</summary>
    public string WhyWhole { get; init; } = "";

    /// <summary>What of a partial answer is withheld.</summary>
    public IReadOnlyList<WithheldPart> Withheld { get; init; } = [];

    /// <summary>How, where and when it can be had.</summary>
    public string Provision { get; init; } = "";

    /// <summary>The law or rule, other than the Regulation, that the decision turns on.</summary>
    public CitedNorm? Norm { get; init; }

    public SecretMark? Secret { get; init; }
    public ResponsibleAgency? Responsible { get; init; }
    public bool ResponsibleUnknown { get; init; }
    public EarlierLetter? Earlier { get; init; }

    /// <summary>Who gets it, where that is not the applicant: a name and where the letter goes.</summary>
    public string? Addressee { get; init; }

    public string? Address { get; init; }
}
