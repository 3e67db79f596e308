namespace Gongkai.Rules.AnnualReports;

/// <summary>A report in preparation as the rules see it: what stands in the way of each step (编制、校验、审签、公布、更正).</summary>
/// <param name="Year">The year that it reports on.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Digest">What its content hashes to now.</param>
public sealed record Preparation(int Year, DraftState State, string Digest)
{
    /// <summary>Which version it will be: 1, or more for a correction.</summary>
    public int Version { get; init; } = 1;

    /// <summary>更正说明, where it is a correction.</summary>
    public string? Correction { get; init; }

    /// <summary>Everyone who wrote in it or checked it.</summary>
    public IReadOnlyCollection<Guid> Hands { get; init; } = [];

    public int Errors { get; init; }

    /// <summary>Warnings beside which nobody has said why they may stand.</summary>
    public int Unexplained { get; init; }

    /// <summary>What it hashed to when it was checked, and when it was signed.</summary>
    public string? CheckedDigest { get; init; }

    public string? SignedDigest { get; init; }

    /// <summary>The supervising office looks at it before it is published (先备案后公布).</summary>
    public bool FiledFirst { get; init; }

    /// <summary>What it hashed to when the supervising office had no objection.</summary>
    public string? ClearedDigest { get; init; }

    /// <summary>Another draft of the same year is on its way.</summary>
    public bool CorrectionUnderWay { get; init; }

    /// <summary>Why nothing in it may be changed.</summary>
    public Impediment? ToEditing() => State switch
    {
        DraftState.Preparing or DraftState.Checked or DraftState.Returned => null,
        DraftState.Signed => new("报告已经审签，内容不能再改。确需修改，请审签领导先退回。"),
        DraftState.Published => new("报告已经公布，不能直接修改。请用“更正”写明更正说明，形成新的版本。"),
    };

    /// <summary>Why it may not be handed to the one who signs.</summary>
    // 条例第四十九条、第五十条：报告应当准确、完整；勾稽不成立的不送审签。
    [Law(Statute.Regulation, "50")]
    public Impediment? ToHandingOver() =>
        ToEditing() ?? (State == DraftState.Checked && CheckedDigest == Digest ? new Impediment("报告已经送审签，正在等待领导审签。") : null) ?? Faults();

    /// <summary>Why this person may not sign it today.</summary>
    /// <param name="signer">Who would sign.</param>
    /// <param name="today">The day; the year that is reported on must be over: the report on 2026 from 2027-01-01.</param>
    [Law(Statute.Regulation, "49")]
    public Impediment? ToSigning(Guid signer, DateOnly today)
    {
        if (State == DraftState.Signed) return new("报告已经审签，可以公布。");
        if (State == DraftState.Published) return new("报告已经公布。");
        if (State != DraftState.Checked) return new("报告还没有送审签。请编制人员校验通过后送审签。");
        if (Hands.Contains(signer)) return new("您参与了这份报告的编制或者校验，不能再审签。请由另一位领导审签。");
        if (CheckedDigest != Digest) return new("送审签以后内容又有改动。请编制人员重新校验、重新送审签。");
        if (today.Year <= Year) return new($"{Year}年的统计期限到12月31日才结束，{Year + 1}年1月1日起才能审签。");
        return Faults();
    }

    /// <summary>Why it may not be sent back to those who prepared it.</summary>
    public Impediment? ToReturning() => State switch
    {
        DraftState.Checked or DraftState.Signed => null,
        DraftState.Preparing or DraftState.Returned => new("报告还在编制，没有送审签，不需要退回。"),
        DraftState.Published => new("报告已经公布，不能退回。内容有误的，请用“更正”形成新的版本。"),
    };

    /// <summary>Why it may not be published today.</summary>
    [Law(Statute.Regulation, "49")]
    public Impediment? ToPublishing()
    {
        if (State == DraftState.Published) return new("报告已经公布。");
        if (State != DraftState.Signed) return new("报告还没有审签，审签后才能公布。");
        if (SignedDigest != Digest) return new("审签以后内容有改动，和审签时不一致。请退回，重新校验、重新审签。");
        if (Version > 1 && string.IsNullOrWhiteSpace(Correction)) return new("更正报告要有更正说明，请退回补写。");
        if (FiledFirst && ClearedDigest != Digest) return new("本机关实行先备案后公布：请先报送主管部门，登记“备案通过”后再公布。");
        return null;
    }

    /// <summary>Why it may not be submitted upward.</summary>
    // 条例第四十九条第一款：……应当在每年1月31日前向本级政府信息公开工作主管部门提交……
    [Law(Statute.Regulation, "49")]
    public Impediment? ToSubmitting() => State is DraftState.Signed or DraftState.Published ? null : new("报告还没有审签，审签后才能报送。");

    /// <summary>Why no correction may be begun.</summary>
    [Law(Statute.Regulation, "47")]
    public Impediment? ToCorrecting()
    {
        if (State != DraftState.Published) return new("报告还没有公布，直接修改就可以，不需要更正。");
        return CorrectionUnderWay ? new("这一年度已经有一份更正正在办理，请先办完那一份。") : null;
    }

    /// <summary>Why it may never be withdrawn: what was said in public stays said.</summary>
    [Law(Statute.Regulation, "49")]
    public static Impediment ToWithdrawing { get; } = new("已经公布的年度报告不能撤回或者删除：法律要求按期公布，公众也可能已经引用。内容有误的，请用“更正”公布新的版本，原来的版本照样可以查到。");

    Impediment? Faults() =>
        Errors > 0 ? new($"还有{Errors}处错误没有改正，改正后才能送审签。")
        : Unexplained > 0 ? new($"还有{Unexplained}处提醒没有写说明。请核实后逐条写明情况，或者更正。")
        : Version > 1 && string.IsNullOrWhiteSpace(Correction) ? new("这是一份更正，请先写明更正说明。")
        : null;
}
