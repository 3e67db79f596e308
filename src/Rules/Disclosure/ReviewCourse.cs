namespace Gongkai.Rules.Disclosure;

/// <summary>Who has a version before them, and what they may do with it.</summary>
public sealed record ReviewHand(Guid? Account, string Name, bool Writes, bool Reviews, bool ReviewsSecrecy, bool Approves);

/// <summary>An opinion on a version as the course knows it.</summary>
/// <param name="Passed">Yes; no sent it back.</param>
/// <param name="Sound">It is about the text as it stands now, and not about one that was changed since.</param>
public sealed record Judged(ReviewStep Step, Guid? Account, string Name, bool Passed, bool Sound = true);

/// <summary>The way of a version to the public: what comes next, and who may do it (先审查、后公开，逐项审查).</summary>
/// <param name="Step">The step that waits.</param>
/// <param name="Opinions">All of this version, as often as it went round.</param>
public sealed record ReviewCourse(VersionState State, ReviewStep Step, Guid? Author, string AuthorName, IReadOnlyCollection<Judged> Opinions)
{
    /// <summary>Why this person may not change the draft.</summary>
    public Impediment? ToRevise(ReviewHand hand) =>
        State is not VersionState.Draft ? new($"这一稿{State.Name}，不能再修改；需要修改的，请由审核人退回。")
        : !hand.Writes ? new("只有信息采编人员可以修改。")
        : !IsAuthor(hand) ? new($"这一稿由{AuthorName}拟稿，请由拟稿人修改。")
        : null;

    /// <summary>Why this person may not say yes or no now.</summary>
    public Impediment? ToJudge(ReviewHand hand) =>
        State is not VersionState.InReview ? new($"这一稿{State.Name}，现在没有要审核的环节。")
        : Step is ReviewStep.Department && !hand.Reviews ? new("这一稿正等科室审核。")
        : Step is ReviewStep.Secrecy && !hand.ReviewsSecrecy ? new("这一稿正等保密审查。")
        : Step is ReviewStep.Leader && !hand.Approves ? new("这一稿正等领导审签。")
        : IsAuthor(hand) ? new("您是这一稿的拟稿人，不能审核自己拟的稿，请由其他人审核。")
        : Valid.Any(one => one.Step != Step && Same(one, hand)) ? new("您已经审核过这一稿的另一个环节，同一人不能审核两个环节，请由其他人办理。")
        : null;

    /// <summary>Why it may not be sent back with these words.</summary>
    public Impediment? ToReturn(ReviewHand hand, string? opinion) =>
        ToJudge(hand) ?? (string.IsNullOrWhiteSpace(opinion) ? new("退回时请填写意见，写明要修改什么。") : null);

    /// <summary>Why it may not go before the public: every step was passed, by as many people, for the text as it stands.</summary>
    // 机关、单位应当依法对拟公开的信息进行保密审查；行政机关公开政府信息应当先审查、后公开，逐项审查。
    [Law(Statute.Regulation, "17")]
    public Impediment? ToPublish()
    {
        if (State is not VersionState.Approved) return new($"这一稿{State.Name}，还没有走完审核，不能公开。");
        var passed = ReviewSteps.Judging.Select(step => Valid.LastOrDefault(one => one.Step == step)).ToList();
        if (passed.FindIndex(one => one is null) is >= 0 and var missing) return new($"还没有经过{ReviewSteps.Judging[missing].Name}，不能公开。");
        var hands = passed.Select(one => (one!.Account, one.Name)).Append((Author, AuthorName)).ToList();
        for (var i = 0; i < hands.Count; i++)
            for (var j = 0; j < i; j++)
                if (Same(hands[i], hands[j])) return new("拟稿和各个审核环节应当由不同的人办理，不能公开。");
        return null;
    }

    // What was sent back, and what was said of an earlier text, no longer counts.
    IEnumerable<Judged> Valid => Opinions.Where(one => one is { Passed: true, Sound: true });

    bool IsAuthor(ReviewHand hand) => Same((Author, AuthorName), (hand.Account, hand.Name));

    static bool Same(Judged one, ReviewHand hand) => Same((one.Account, one.Name), (hand.Account, hand.Name));

    // An account is one person; who has none is known by name alone.
    static bool Same((Guid? Account, string Name) one, (Guid? Account, string Name) other) =>
        one.Account is not null && other.Account is not null ? one.Account == other.Account : one.Name == other.Name;
}
