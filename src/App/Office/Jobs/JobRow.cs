using System.Globalization;
using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Jobs;
using Gongkai.Rules.Access;

namespace Gongkai.App.Office.Jobs;

/// <summary>A job as a line of the task centre.</summary>
public sealed record JobRow(Handle Handle, string Kind, string Name, Guid OwnerId, string OwnerName, DateTimeOffset OrderedAt, JobState State, string Progress, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, bool CancelAsked, string? Message, JobFile? Result, JobFile? Errors)
{
    public static JobRow Of(Job job) => new(job.Handle, job.Kind, job.Name, job.OwnerId, job.OwnerName, job.OrderedAt, job.State, job.Progress, job.StartedAt, job.EndedAt, job.CancelAskedAt is not null, job.Message, job.Result, job.Errors);

    public bool IsOpen => State is JobState.Waiting or JobState.Running;

    /// <summary>The state in words, with a shape before it.</summary>
    public string Words => State switch
    {
        JobState.Waiting => "○ 排队中",
        JobState.Running when CancelAsked => "◐ 正在取消",
        JobState.Running => "◐ 进行中",
        JobState.Done => "● 已完成",
        JobState.Failed => "✕ 未完成",
        JobState.Cancelled => "－ 已取消",
        JobState.Interrupted => "▲ 中断",
    };

    public string Tone => State switch
    {
        JobState.Waiting or JobState.Cancelled => "",
        JobState.Running => "paused",
        JobState.Done => "fine",
        JobState.Failed => "late",
        JobState.Interrupted => "soon",
    };

    /// <summary>用时 3 分 20 秒; nothing before it began.</summary>
    public string Elapsed(DateTimeOffset now) => StartedAt is not { } started ? "" : ((EndedAt ?? now) - started) switch
    {
        { TotalSeconds: < 60 } short_ => string.Create(CultureInfo.InvariantCulture, $"{(int)short_.TotalSeconds} 秒"),
        { TotalHours: < 1 } some => string.Create(CultureInfo.InvariantCulture, $"{some.Minutes} 分 {some.Seconds} 秒"),
        var long_ => string.Create(CultureInfo.InvariantCulture, $"{(int)long_.TotalHours} 小时 {long_.Minutes} 分"),
    };
}

/// <summary>Which jobs someone sees.</summary>
static class JobQueries
{
    /// <summary>One's own; who runs the system also those of others at the same desk, or of all.</summary>
    public static IQueryable<Job> Visible(this IQueryable<Job> jobs, Me me) =>
        me.MayEverywhere(Permission.WatchHealth) ? jobs
        : me.May(Permission.WatchHealth) ? jobs.Where(job => job.OwnerId == me.Account || job.AgencyId == me.Agency)
        : jobs.Where(job => job.OwnerId == me.Account);
}
