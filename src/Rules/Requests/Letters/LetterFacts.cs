namespace Gongkai.Rules.Requests.Letters;

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

/// <summary>The Chinese names of who is written to, who approves and what it does.</summary>
public static class LetterFactNames
{
    extension(Addressee to)
    {
        public string Name => to switch
        {
            Addressee.Applicant => "申请人",
            Addressee.ThirdParty => "第三方",
            Addressee.JointMaker => "共同制作机关",
            Addressee.OtherAgency => "其他行政机关",
            Addressee.Nobody => "填写后交回",
        };
    }

    extension(Approval approval)
    {
        public string Name => approval switch
        {
            Approval.None => "不需要审批",
            Approval.DisclosureOffice => "政府信息公开工作机构负责人同意",
            Approval.SignOff => "审签",
        };
    }

    extension(LetterEffect effect)
    {
        public string Name => effect switch
        {
            LetterEffect.None => "不影响",
            LetterEffect.FixesReceipt => "写明收到申请之日",
            LetterEffect.WaitsForCorrection => "等待补正，补正后重新计算",
            LetterEffect.Extends => "延长，最长20个工作日",
            LetterEffect.Defers => "另定延迟答复的日期",
            LetterEffect.BeginsExclusion => "征求意见期间不计算在内（开始）",
            LetterEffect.EndsExclusion => "征求意见期间不计算在内（结束）",
            LetterEffect.WaitsForPayment => "等待缴费，缴费后重新计算",
            LetterEffect.Closes => "办结",
            LetterEffect.ProvesService => "证明送达日期",
        };
    }
}
