namespace Gongkai.Rules.Requests.Letters;

/// <summary>How far a letter has come (文书状态). It goes forward one step at a time; returned, it is a draft again.</summary>
public enum LetterState
{
    /// <summary>拟稿.</summary>
    Draft,

    /// <summary>待审核: with the head of the office in charge of disclosure.</summary>
    WithReviewer,

    /// <summary>待法制审核.</summary>
    WithLegal,

    /// <summary>待审签.</summary>
    WithLeader,

    /// <summary>已签发.</summary>
    Signed,

    /// <summary>已编号.</summary>
    Numbered,

    /// <summary>已用印.</summary>
    Sealed,

    /// <summary>已送达: sent, posted or handed over.</summary>
    Served,

    /// <summary>已作废.</summary>
    Void,
}

/// <summary>What the states are called.</summary>
public static class LetterStateNames
{
    extension(LetterState state)
    {
        public string Name => state switch
        {
            LetterState.Draft => "拟稿",
            LetterState.WithReviewer => "待审核",
            LetterState.WithLegal => "待法制审核",
            LetterState.WithLeader => "待审签",
            LetterState.Signed => "待编号",
            LetterState.Numbered => "待用印",
            LetterState.Sealed => "待送达",
            LetterState.Served => "已送达",
            LetterState.Void => "已作废",
        };

        /// <summary>Someone's opinion is awaited.</summary>
        public bool IsAwaitingOpinion => state is LetterState.WithReviewer or LetterState.WithLegal or LetterState.WithLeader;

        /// <summary>It is neither served nor void.</summary>
        public bool IsOpen => state is not (LetterState.Served or LetterState.Void);
    }
}
