namespace Gongkai.Rules.Requests;

/// <summary>What the law says of one letter: on which article it rests, to whom it goes, who must approve it, what it does and whether it tells how to contest it.</summary>
/// <param name="Number">D01 to D80, the number of the catalogue of letters; it never changes.</param>
/// <param name="Name">As people tell it from the others: 政府信息不予公开告知书（国家秘密）.</param>
/// <param name="Basis">What it must cite.</param>
/// <param name="To">主送.</param>
/// <param name="Approval">Who must have approved it.</param>
/// <param name="Effect">What it does to the clock.</param>
/// <param name="Numbered">Whether it bears a 发文字号.</param>
public sealed record LetterFacts(string Number, string Name, IReadOnlyList<Citation> Basis, Addressee To, Approval Approval, LetterEffect Effect, bool Numbered = true)
{
    /// <summary>The outcome that it tells; none for a step on the way.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>How what it says can be contested; of a partial answer, its refused part.</summary>
    public RemedyClass Remedy { get; init; } = RemedyClass.None;

    /// <summary>Whether it may not go out without saying how to contest it.</summary>
    public bool TellsRemedy => Remedy is not RemedyClass.None;

    /// <summary>As it is printed over the text: without what tells it from its like.</summary>
    public string Title => Name.Split('（')[0];
}

/// <summary>To whom a letter goes (主送).</summary>
public enum Addressee
{
    /// <summary>申请人.</summary>
    Applicant,

    /// <summary>第三方.</summary>
    ThirdParty,

    /// <summary>共同制作机关.</summary>
    JointMaker,

    /// <summary>其他行政机关.</summary>
    OtherAgency,

    /// <summary>Nobody: a form that is filled in and handed back.</summary>
    Nobody,
}

/// <summary>Who approves a letter before it goes out (审批).</summary>
public enum Approval
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>政府信息公开工作机构负责人.</summary>
    DisclosureOffice,

    /// <summary>审签 by the leader.</summary>
    SignOff,
}
