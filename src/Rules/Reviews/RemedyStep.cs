namespace Gongkai.Rules.Reviews;

/// <summary>What happens in a case.</summary>
public enum RemedyStepKind
{
    /// <summary>收到副本.</summary>
    CopyReached = 1,

    /// <summary>提交答复（答辩）和证据.</summary>
    Answered,

    /// <summary>听证、开庭.</summary>
    Heard,

    /// <summary>中止.</summary>
    Suspended,

    /// <summary>恢复审理.</summary>
    Resumed,

    /// <summary>一审、二审裁判，尚未生效.</summary>
    Judged,

    /// <summary>进入下一审级：上诉、再审.</summary>
    NextInstance,

    /// <summary>结果生效.</summary>
    Concluded,

    /// <summary>履行完毕.</summary>
    Performed,
}

/// <summary>Where a case stands, and what the rules let happen next in it.</summary>
public sealed record RemedyState(RemedyKind Kind, DateOnly AcceptedOn)
{
    public DateOnly? CopyReachedOn { get; init; }
    public DateOnly? AnsweredOn { get; init; }
    public DateOnly? SuspendedOn { get; init; }
    public DateOnly? JudgedOn { get; init; }
    public Instance Instance { get; init; } = Instance.First;
    public RemedyResult? Result { get; init; }
    public DateOnly? ResultOn { get; init; }
    public DateOnly? PerformanceDue { get; init; }
    public DateOnly? PerformedOn { get; init; }

    /// <summary>A word for a list.</summary>
    public string Words =>
        PerformedOn is not null ? "已履行"
        : ResultOn is not null ? PerformanceDue is null ? "已审结" : "待履行"
        : SuspendedOn is not null ? "已中止"
        : JudgedOn is not null ? "已裁判，未生效"
        : CopyReachedOn is not null && AnsweredOn is null ? "待答复"
        : "审理中";

    /// <summary>Why this may not happen now; <c>null</c>: it may.</summary>
    public Impediment? To(RemedyStepKind step, DateOnly on) =>
        on < AcceptedOn ? new($"案件 {AcceptedOn:yyyy-MM-dd} 受理，日期不能早于这一天。")
        : step switch
        {
            RemedyStepKind.Performed => ResultOn is null ? new("案件还没有审结。") : PerformedOn is not null ? new("已经登记过履行。") : on < ResultOn ? new("履行日期不能早于结果日期。") : null,
            _ when ResultOn is not null => new("案件已经审结，不能再办理。"),
            RemedyStepKind.CopyReached => CopyReachedOn is null ? null : new("已经登记过收到副本。"),
            RemedyStepKind.Answered => CopyReachedOn is not { } copy ? new("请先登记收到副本的日期。") : AnsweredOn is not null ? new("已经登记过答复。") : on < copy ? new("答复日期不能早于收到副本的日期。") : null,
            RemedyStepKind.Suspended => SuspendedOn is null ? null : new("案件已经中止。"),
            RemedyStepKind.Resumed => SuspendedOn is not { } since ? new("案件没有中止。") : on < since ? new("恢复的日期不能早于中止的日期。") : null,
            _ when SuspendedOn is not null => new("案件已经中止，请先登记恢复审理。"),
            RemedyStepKind.Judged => Kind.IsSuit ? JudgedOn is null ? null : new("本审级的裁判已经登记过。") : new("行政复议决定请直接登记结果。"),
            RemedyStepKind.NextInstance => !Kind.IsSuit ? new("行政复议没有上诉，对决定不服的，请登记为复议后起诉。") : JudgedOn is null ? new("请先登记本审级的裁判。") : Instance == Instance.Retrial ? new("已经是再审。") : null,
            RemedyStepKind.Heard or RemedyStepKind.Concluded => null,
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };

    /// <summary>Why it cannot have ended so.</summary>
    public Impediment? ToConcluding(RemedyResult result, DateOnly on, DateOnly? performanceDue) =>
        To(RemedyStepKind.Concluded, on)
        ?? (!result.FitsIn(Kind) ? new($"{Kind.Name}没有这种结果，请另选结果。")
        : performanceDue is not null && !result.Orders ? new("这种结果没有要履行的内容，请不要填写履行期限。")
        : performanceDue < on ? new("履行期限不能早于结果日期。")
        : null);
}

/// <summary>The Chinese names of the steps.</summary>
public static class RemedyStepNames
{
    extension(RemedyStepKind step)
    {
        public string Name => step switch
        {
            RemedyStepKind.CopyReached => "收到副本",
            RemedyStepKind.Answered => "提交答复和证据",
            RemedyStepKind.Heard => "听证（开庭）",
            RemedyStepKind.Suspended => "中止",
            RemedyStepKind.Resumed => "恢复审理",
            RemedyStepKind.Judged => "裁判（未生效）",
            RemedyStepKind.NextInstance => "进入下一审级",
            RemedyStepKind.Concluded => "结果生效",
            RemedyStepKind.Performed => "履行完毕",
        };
    }
}
