using Gongkai.Rules.Requests;

namespace Gongkai.Records.Requests;

/// <summary>What a letter says (文书内容), as its writer typed it; the form of each kind asks for its part of it. It may name people, so the trail keeps it apart.</summary>
public sealed record LetterContent
{
    /// <summary>The reasons for a correction.</summary>
    public IReadOnlyList<CorrectionReason> Corrections { get; init; } = [];

    /// <summary>What is said: the points to correct, why it is put off, what is asked, the reasons of a decision.</summary>
    public string Text { get; init; } = "";

    /// <summary>检索情况 or 事实.</summary>
    public string? Findings { get; init; }

    /// <summary>The special law or rule that the decision turns on, with its article.</summary>
    public string? SpecialLaw { get; init; }

    /// <summary>提供的方式、途径和时间; where it can be got; who is responsible and how to reach them.</summary>
    public string? Provision { get; init; }

    /// <summary>An earlier answer that this one refers to.</summary>
    public string? EarlierAnswer { get; init; }

    /// <summary>Why what may be open cannot be separated from what may not (art. 37).</summary>
    public string? Inseparable { get; init; }

    /// <summary>Who is consulted: a name and where the letter goes.</summary>
    public string? AddresseeName { get; init; }

    public string? AddresseeAddress { get; init; }

    /// <summary>What of a partial answer is withheld.</summary>
    public IReadOnlyList<WithheldPart> Withheld { get; init; } = [];
}

/// <summary>One part that a partial answer withholds (区分处理).</summary>
/// <param name="Place">Where it stands: document and page.</param>
/// <param name="What">What it is, without saying it.</param>
/// <param name="Ground">For which of the reasons of articles 14 to 16.</param>
/// <param name="Why">Why the reason holds here.</param>
public sealed record WithheldPart(string Place, string What, Outcome Ground, string Why);
