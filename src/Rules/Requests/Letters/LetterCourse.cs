namespace Gongkai.Rules.Requests.Letters;

/// <summary>Who has someone before them, and what they may do with letters of this case.</summary>
public sealed record LetterHand(Guid? Account, bool Handles, bool Reviews, bool ReviewsByLaw, bool Signs, bool Registers);

/// <summary>The way of a letter from its draft to its service: what comes next, and who may do it. Nobody does two of its steps.</summary>
/// <param name="Author">The account of whoever drafted it.</param>
/// <param name="Passed">Who passed it at which step, as often as it went round.</param>
public sealed record LetterCourse(RequestLetter Kind, LetterState State, Guid? Author, IReadOnlyCollection<(LetterState Step, Guid? By)> Passed)
{
    /// <summary>Where it goes when it is handed in or passed.</summary>
    public LetterState Next => (State, Kind.Facts.Approval) switch
    {
        (LetterState.Draft, Approval.None) => LetterState.Signed,
        (LetterState.Draft, _) => LetterState.WithReviewer,
        // 应当经政府信息公开工作机构负责人同意: for a step on the way that is all.
        (LetterState.WithReviewer, Approval.DisclosureOffice) => LetterState.Signed,
        (LetterState.WithReviewer, _) => LetterState.WithLegal,
        (LetterState.WithLegal, _) => LetterState.WithLeader,
        (LetterState.WithLeader, _) => LetterState.Signed,
        _ => State,
    };

    /// <summary>Why this person may not change the draft or hand it in.</summary>
    public Impediment? ToRevising(LetterHand hand) =>
        State is not LetterState.Draft ? new($"文书{State.Name}，不能再修改；需要修改的，请由审核人退回。")
        : hand.Account != Author ? new("只有拟稿人可以修改这份文书。")
        : null;

    /// <summary>Why this person may not say yes or no now.</summary>
    // 不得由同一人办理两个环节: what one person wrote and approved, nobody has looked at.
    public Impediment? ToJudging(LetterHand hand) =>
        !State.IsAwaitingOpinion ? new($"文书{State.Name}，现在没有要审核的环节。")
        : State is LetterState.WithReviewer && !hand.Reviews ? new("这份文书正等政府信息公开工作机构审核。")
        : State is LetterState.WithLegal && !hand.ReviewsByLaw ? new("这份文书正等法制审核。")
        : State is LetterState.WithLeader && !hand.Signs ? new("这份文书正等领导审签。")
        : hand.Account == Author ? new("您是这份文书的拟稿人，不能自己审核，请由其他人办理。")
        : Passed.Any(one => one.By == hand.Account && one.Step != State) ? new("您已经办理过这份文书的另一个环节，同一人不能办理两个环节，请由其他人办理。")
        : null;

    /// <summary>Why it may not be returned with these words.</summary>
    public Impediment? ToReturning(LetterHand hand, string? opinion) => ToJudging(hand) ?? (string.IsNullOrWhiteSpace(opinion) ? new("退回时请填写意见，写明要修改什么。") : null);

    public Impediment? ToNumbering(LetterHand hand) => ToRegistering(hand, LetterState.Signed, "签发");

    public Impediment? ToSealing(LetterHand hand) => ToRegistering(hand, LetterState.Numbered, "编号");

    public Impediment? ToServing(LetterHand hand) => ToRegistering(hand, LetterState.Sealed, "用印");

    /// <summary>Why it may not be made void: what has gone out has gone out.</summary>
    public Impediment? ToVoiding(LetterHand hand, string? reason) =>
        State is LetterState.Served ? new("文书已经送达，不能作废；确有错误的，请另行更正。")
        : State is LetterState.Void ? new("文书已经作废。")
        : Kind.Facts.Outcome is not null && State is (LetterState.Signed or LetterState.Numbered or LetterState.Sealed) ? new("答复已经审签，不能作废；请编号、用印后送达。")
        : !(hand.Account == Author || hand.Reviews) ? new("只有拟稿人或者审核人可以作废这份文书。")
        : string.IsNullOrWhiteSpace(reason) ? new("请填写作废的原因。")
        : null;

    Impediment? ToRegistering(LetterHand hand, LetterState state, string after) =>
        State == state ? hand.Registers ? null : new("这一步由收件登记人员办理。")
        : State > state ? new($"文书{State.Name}，这一步已经办过。")
        : new($"文书还没有{after}，请先办理前面的环节。");
}
