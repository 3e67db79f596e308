namespace Gongkai.Records.Jobs;

/// <summary>What happens to jobs that the trail keeps.</summary>
public static class JobDeeds
{
    public static Deed Ordered { get; } = new("job.ordered", "启动后台任务");
    public static Deed Cancelled { get; } = new("job.cancelled", "取消后台任务");
    public static Deed Ended { get; } = new("job.ended", "后台任务结束");
    public static Deed Interrupted { get; } = new("job.interrupted", "后台任务中断");
    public static Deed Fetched { get; } = new("job.fetched", "取走任务文件");
}
