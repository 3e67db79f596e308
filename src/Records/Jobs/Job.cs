namespace Gongkai.Records.Jobs;

/// <summary>How far a job has come.</summary>
public enum JobState
{
    /// <summary>排队中.</summary>
    Waiting,

    /// <summary>进行中.</summary>
    Running,

    /// <summary>已完成.</summary>
    Done,

    /// <summary>未完成, for a reason that its message tells.</summary>
    Failed,

    /// <summary>已取消.</summary>
    Cancelled,

    /// <summary>中断，可重新运行: its node stopped or died.</summary>
    Interrupted,
}

/// <summary>Work that takes longer than anyone waits at a page (后台任务): ordered by someone, done by one node, and it survives a restart.</summary>
public sealed partial class Job
{
    public const string WhenInterrupted = "中断，可重新运行";

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Handle Handle { get; private init; } = Handle.Next();

    /// <summary>Which kind of work, such as <c>trail.verify</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>What it needs to know, as JSON; without personal data.</summary>
    public string Parameters { get; init; } = "{}";

    public required Guid OwnerId { get; init; }
    public required string OwnerName { get; init; }

    /// <summary>At whose desk it was ordered; none for the platform.</summary>
    public Guid? AgencyId { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }

    public JobState State { get; private set; }

    /// <summary>Counts each step from one state to the next; who saw an older one comes too late.</summary>
    public int Turn { get; private set; }

    public long Done { get; private set; }

    /// <summary>0 while it is not known.</summary>
    public long Total { get; private set; }

    /// <summary>What is counted: 行, 条.</summary>
    public string Unit { get; private set; } = "行";

    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who works on it.</summary>
    public string? Node { get; private set; }

    /// <summary>If the node has not said by then that it still works, it is taken for dead.</summary>
    public DateTimeOffset? LeaseEndsAt { get; private set; }

    public DateTimeOffset? CancelAskedAt { get; private set; }

    /// <summary>How it ended, as a sentence.</summary>
    public string? Message { get; private set; }

    /// <summary>False: it found what someone must look into.</summary>
    public bool Sound { get; private set; } = true;

    public JobFile? Result { get; private set; }

    /// <summary>The rows that could not be taken, and why.</summary>
    public JobFile? Errors { get; private set; }

    public bool IsOpen => State is JobState.Waiting or JobState.Running;

    /// <summary>已处理 1,240 / 3,000 行.</summary>
    public string Progress => (Done, Total) switch
    {
        (0, 0) => "",
        (_, 0) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"已处理 {Done:N0} {Unit}"),
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"已处理 {Done:N0} / {Total:N0} {Unit}"),
    };

    /// <summary>Asks it to stop. One that waits is cancelled at once; one that runs, by its node.</summary>
    public void AskToCancel(DateTimeOffset at)
    {
        if (State == JobState.Waiting) Close(JobState.Cancelled, "开始之前已取消。", at);
        else if (State == JobState.Running) CancelAskedAt ??= at;
    }

    /// <summary>Ends it.</summary>
    public void End(JobEnd end, DateTimeOffset at)
    {
        (Result, Errors, Sound) = (end.Result, end.Errors, end.Sound);
        (Done, Total, Unit) = (end.Done, end.Total, end.Unit);
        Close(end.State, end.Message, at);
    }

    /// <summary>Its node is gone: it waits again where it may be repeated, and says so where not.</summary>
    public void Interrupt(bool repeats, DateTimeOffset at)
    {
        if (CancelAskedAt is not null || !repeats)
        {
            Close(CancelAskedAt is null ? JobState.Interrupted : JobState.Cancelled, CancelAskedAt is null ? $"{WhenInterrupted}。" : "已取消。", at);
            return;
        }
        (State, Node, LeaseEndsAt, StartedAt, Done, Total) = (JobState.Waiting, null, null, null, 0, 0);
        Turn++;
    }

    /// <summary>Its files were cleared away.</summary>
    public void Forget() => (Result, Errors) = (null, null);

    void Close(JobState state, string message, DateTimeOffset at)
    {
        (State, Message, EndedAt, LeaseEndsAt) = (state, message, at, null);
        Turn++;
    }
}

/// <summary>A file that a job left.</summary>
/// <param name="Stored">Its name in the folder of jobs.</param>
/// <param name="Name">Its name for whoever takes it away.</param>
/// <param name="Length">In bytes.</param>
public sealed record JobFile(string Stored, string Name, long Length);

/// <summary>How a run ended.</summary>
public sealed record JobEnd(JobState State, string Message)
{
    public JobFile? Result { get; init; }
    public JobFile? Errors { get; init; }
    public long Done { get; init; }
    public long Total { get; init; }
    public string Unit { get; init; } = "行";

    /// <summary>False: what it looked over is not as it should be.</summary>
    public bool Sound { get; init; } = true;
}
