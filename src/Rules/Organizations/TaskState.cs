namespace Gongkai.Rules.Organizations;

/// <summary>Where a task stands (任务状态).</summary>
public enum TaskState
{
    /// <summary>待接收: given, and not yet taken.</summary>
    Open = 1,

    /// <summary>办理中.</summary>
    Accepted,

    /// <summary>已移交: handed to someone else, who has not taken it yet.</summary>
    HandedOver,

    /// <summary>已办结.</summary>
    Done,

    /// <summary>已撤回 by who gave it.</summary>
    Withdrawn,
}

/// <summary>How much a task matters (重要程度).</summary>
public enum Importance
{
    /// <summary>一般.</summary>
    Normal = 1,

    /// <summary>重要.</summary>
    Important,

    /// <summary>特急.</summary>
    Pressing,
}

/// <summary>Who someone is to a task.</summary>
/// <param name="Holds">It is this person's, or of someone for whom this person stands in.</param>
/// <param name="Gave">This person gave it.</param>
/// <param name="Directs">This person may give tasks in the department.</param>
public sealed record TaskHand(bool Holds, bool Gave, bool Directs);

/// <summary>What stands in the way of each step of a task.</summary>
public static class TaskSteps
{
    /// <summary>Gives it to a department and a person.</summary>
    public static Impediment? ToGiving(DateOnly due, DateOnly today, bool? personIsActive, bool personIsOfDepartment)
    {
        if (due < today) return new($"办结期限 {due:yyyy-MM-dd} 已经过去，请填写今天或以后的日期。");
        if (personIsActive == false) return new("该人员已离岗，不能再承担任务，请改选承办人。");
        return personIsActive == true && !personIsOfDepartment ? new("承办人不在承办科室，请改选该科室的人员。") : null;
    }

    /// <summary>Takes it (接收).</summary>
    public static Impediment? ToAccepting(TaskState state, TaskHand hand) =>
        Ended(state) ?? (state == TaskState.Accepted ? new("任务已经接收，正在办理，不用再接收。")
        : hand.Holds ? null : new("任务不在您名下，由承办人或者代管人接收。"));

    /// <summary>Hands it to someone else (移交), with a reason.</summary>
    public static Impediment? ToHandingOver(TaskState state, TaskHand hand) =>
        Ended(state) ?? (hand.Holds || hand.Directs ? null : new("任务不在您名下，由承办人或者分派任务的人移交。"));

    /// <summary>Hands it to a certain person.</summary>
    public static Impediment? ToReceiving(bool isHolder, bool isActive) =>
        isHolder ? new("任务本来就在这个人名下，请另选接手人。")
        : isActive ? null : new("该人员已离岗，不能接手，请另选接手人。");

    /// <summary>Finishes it (办结), with what proves it.</summary>
    public static Impediment? ToFinishing(TaskState state, TaskHand hand) => Ended(state) ?? state switch
    {
        _ when !hand.Holds => new("任务不在您名下，由承办人或者代管人办结。"),
        TaskState.Open or TaskState.HandedOver => new("请先接收任务，再登记办结。"),
        _ => null,
    };

    /// <summary>Takes it back (撤回): who gave it may, and who directs the department.</summary>
    public static Impediment? ToWithdrawing(TaskState state, TaskHand hand) =>
        Ended(state) ?? (hand.Gave || hand.Directs ? null : new("任务由分派的人撤回。"));

    /// <summary>Lets someone stand in for another (代管).</summary>
    public static Impediment? ToStandingIn(Guid away, Guid substitute, DateOnly from, DateOnly to, DateOnly today, bool overlaps)
    {
        if (away == substitute) return new("代管人不能是本人，请另选代管人。");
        if (to < from) return new("结束日期早于开始日期，请检查两个日期。");
        if (to < today) return new("代管期间已经过去，请填写今天或以后的结束日期。");
        return overlaps ? new("这段时间已经有人代管，请先结束原来的代管，或调整日期。") : null;
    }

    static Impediment? Ended(TaskState state) => state switch
    {
        TaskState.Done => new("任务已经办结，不能再办理。"),
        TaskState.Withdrawn => new("任务已经撤回，不能再办理。"),
        _ => null,
    };

    /// <summary>Whether something is still to do.</summary>
    public static bool IsOpen(this TaskState state) => state is TaskState.Open or TaskState.Accepted or TaskState.HandedOver;
}

/// <summary>The Chinese name of a task's state.</summary>
public static class TaskStateName
{
    extension(TaskState state)
    {
        public string Name => state switch
        {
            TaskState.Open => "待接收",
            TaskState.Accepted => "办理中",
            TaskState.HandedOver => "移交待接收",
            TaskState.Done => "已办结",
            TaskState.Withdrawn => "已撤回",
        };
    }
}

/// <summary>The Chinese name of an importance.</summary>
public static class ImportanceName
{
    extension(Importance importance)
    {
        public string Name => importance switch
        {
            Importance.Normal => "一般",
            Importance.Important => "重要",
            Importance.Pressing => "特急",
        };
    }
}
