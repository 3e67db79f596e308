namespace Gongkai.Rules.Requests;

/// <summary>Why information that was given to one should be disclosed to all (转主动公开).</summary>
public enum SuggestionGround
{
    /// <summary>涉及公众利益调整.</summary>
    PublicInterests,

    /// <summary>需要公众广泛知晓.</summary>
    WideKnowledge,

    /// <summary>需要公众参与决策.</summary>
    Participation,

    /// <summary>多个申请人就相同政府信息提出申请: what the office itself notices.</summary>
    SeveralApplicants,
}

/// <summary>What became of a suggestion.</summary>
public enum SuggestionAnswer { Open, Adopted, Declined }

/// <summary>Suggestions that what was disclosed on request be disclosed to everyone (建议纳入主动公开).</summary>
public static class Suggesting
{
    extension(SuggestionGround ground)
    {
        public string Name => ground switch
        {
            SuggestionGround.PublicInterests => "涉及公众利益调整",
            SuggestionGround.WideKnowledge => "需要公众广泛知晓",
            SuggestionGround.Participation => "需要公众参与决策",
            SuggestionGround.SeveralApplicants => "多个申请人申请相同的政府信息",
        };
    }

    extension(SuggestionAnswer answer)
    {
        public string Name => answer switch { SuggestionAnswer.Open => "待审核", SuggestionAnswer.Adopted => "纳入主动公开", SuggestionAnswer.Declined => "不纳入主动公开" };
    }

    /// <summary>The reasons that an applicant may give.</summary>
    public static IReadOnlyList<SuggestionGround> OfApplicants { get; } = [SuggestionGround.PublicInterests, SuggestionGround.WideKnowledge, SuggestionGround.Participation];

    // 对行政机关依申请公开的政府信息，申请人认为涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策的，可以建议行政机关将该信息纳入主动公开的范围。
    /// <summary>Why it may not be suggested; <c>null</c> where it may.</summary>
    [Law(Statute.Regulation, "44")]
    public static Impediment? To(Clock clock) => clock switch
    {
        { Answer: null } => new("答复以后才能建议主动公开。"),
        { Outcome: Outcome.Granted or Outcome.PartlyGranted } => null,
        _ => new("只有依申请公开了的政府信息，才能建议纳入主动公开的范围。"),
    };
}
