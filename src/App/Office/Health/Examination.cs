using System.Globalization;
using Gongkai.App.Access;
using Gongkai.App.Office.Chores;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Office.Outbox;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Backups;
using Gongkai.Records.Files;
using Gongkai.Records.Jobs;
using Gongkai.Records.Notices;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Health;

/// <summary>Looks the system over (运行健康): the database, queues, backups, keys, checkpoints, disk, what is set up and what is not.</summary>
public sealed partial class Examination(Store store, IConfiguration configuration, IEnumerable<IChannel> channels, IEnumerable<IChore> chores, Scanner scanner, TimeProvider time, SteadyTime steady)
{
    readonly StorePlace place = Data.Place(configuration);

    static readonly TimeSpan Hour = TimeSpan.FromHours(1), Day = TimeSpan.FromDays(1), Minute = TimeSpan.FromMinutes(1);

    public async IAsyncEnumerable<Finding> Run()
    {
        yield return await OfDatabase();
        foreach (var channel in channels) yield return await OfChannel(channel);
        yield return await OfJobs();
        foreach (var finding in OfDisks()) yield return finding;
        yield return OfClock();
        yield return OfAge("备份", LastBackup.At(place.Data), Day * 2, Day * 7, "还没有用 gongkai store backup 备份过。", "请每天运行 gongkai store backup，并把备份放到另一台机器上。");
        yield return OfKeys();
        yield return OfClock();
        yield return await OfCheckpoints();
        yield return await OfVerification();
        yield return await OfScanner();
        foreach (var finding in await OfChores()) yield return finding;
    }

    async Task<Finding> OfChannel(IChannel channel)
    {
        var name = channel.Kind.Name;
        var waiting = store.Outbox.Where(message => message.Channel == channel.Kind && (message.State == OutboxState.Waiting || message.State == OutboxState.Sending));
        var count = await waiting.CountAsync();
        var oldest = await waiting.MinAsync(message => (DateTimeOffset?)message.At);
        var lost = await store.Outbox.CountAsync(message => message.Channel == channel.Kind && message.State == OutboxState.GivenUp);
        var says = count == 0 ? "没有待发的消息" : $"待发 {count:N0} 条，最早的一条产生于 {oldest!.Value.InBeijing()}";
        if (lost > 0) says += $"；未能发出 {lost:N0} 条";
        if (!channel.IsConfigured)
            return new(name, count > 0 ? Grade.Watch : Grade.Off, $"{name}未配置；{says}。", channel.Kind == OutboxChannel.Mail ? "需要发邮件时，请配置 Mail:Host 和 Mail:From。" : "需要发短信时，请配置 Sms:Url 和 Sms:Secret。", Outbox.Index.Path);
        return lost > 0 ? new(name, Grade.Act, $"{says}。", "请到发件箱查看原因，改正后重发。", Outbox.Index.Path)
            : oldest < time.Now - Hour ? new(name, Grade.Watch, $"{says}。", $"请检查{name}服务器是否能连通；恢复后会自动发出。", Outbox.Index.Path)
            : new(name, Grade.Fine, $"{says}。", Path: Outbox.Index.Path);
    }

    async Task<Finding> OfJobs()
    {
        var since = time.Now - Day * 7;
        var waiting = await store.Jobs.CountAsync(job => job.State == JobState.Waiting);
        var oldest = await store.Jobs.Where(job => job.State == JobState.Waiting).MinAsync(job => (DateTimeOffset?)job.OrderedAt);
        var running = await store.Jobs.CountAsync(job => job.State == JobState.Running);
        var failed = await store.Jobs.CountAsync(job => (job.State == JobState.Failed || job.State == JobState.Interrupted) && job.EndedAt > since);
        var says = $"进行中 {running:N0} 个，排队 {waiting:N0} 个；七天内未完成或中断 {failed:N0} 个。";
        return oldest < time.Now - Hour ? new("后台任务", Grade.Act, says, "排队超过一小时，请确认至少有一台机器在处理后台任务（配置 Works 没有关闭）。", Jobs.Index.Path)
            : failed > 0 ? new("后台任务", Grade.Watch, says, "请到任务中心查看原因。", Jobs.Index.Path)
            : new("后台任务", Grade.Fine, says, Path: Jobs.Index.Path);
    }

    Finding OfClock()
    {
        var astray = steady.Astray;
        var says = string.Create(CultureInfo.InvariantCulture, $"程序启动后，本机时钟被{(astray < TimeSpan.Zero ? "拨慢" : "拨快")} {Math.Abs(astray.TotalSeconds):N0} 秒");
        return astray.Duration() > Minute ? new("本机时钟", Grade.Watch, $"{says}；登录时限仍按启动时的时钟计算。", "请检查对时服务（NTP），确认时间准确后重新启动程序。")
            : new("本机时钟", Grade.Fine, "程序启动后没有被调整。");
    }

    async Task<Finding> OfVerification()
    {
        var last = await store.Jobs.AsNoTracking().Where(job => job.Kind == VerifyTrail.Kind && job.State == JobState.Done).OrderByDescending(job => job.EndedAt).FirstOrDefaultAsync();
        var finding = OfAge("审计核对", last?.EndedAt, Day * 31, Day * 92, "还没有核对过审计链。", "请安全审计员在任务中心启动“核对审计链”，每月至少一次。");
        return last is { Sound: false } ? finding with { Grade = Grade.Act, Says = $"{finding.Says}{last.Message}", Do = "请安全审计员查看核对结果。" } : finding;
    }

    async Task<Finding> OfScanner() => !scanner.IsConfigured ? new("病毒扫描", Grade.Off, "没有配置，上传的文件不经扫描。", "需要扫描时，请安装 ClamAV 并配置 Scanner。")
        : await scanner.Answers() ? new("病毒扫描", Grade.Fine, "扫描程序有回应。")
        : new("病毒扫描", Grade.Act, "扫描程序没有回应，新上传的文件会先隔离。", "请检查 clamd 是否在运行；恢复后会自动补扫。");

    async Task<IReadOnlyList<Finding>> OfChores()
    {
        var known = await store.Chores.AsNoTracking().ToDictionaryAsync(chore => chore.Name);
        return [.. chores.Select(chore => known.GetValueOrDefault(chore.Name) switch
        {
            { FailingSince: { } since, Fault: var fault } => new Finding($"定时工作：{chore.Title}", Grade.Act, $"从 {since.InBeijing()} 起没有做成（{fault}）。", "请查看系统日志；原因消除后会自动重做。"),
            { DoneAt: { } done } when done >= time.Now - chore.Every - Hour => new($"定时工作：{chore.Title}", Grade.Fine, $"上次完成于 {done.InBeijing()}。"),
            { DoneAt: { } late } => new($"定时工作：{chore.Title}", Grade.Watch, $"上次完成于 {late.InBeijing()}，已经过了时间。", "请确认至少有一台机器在做定时工作（配置 Works 没有关闭）。"),
            _ => new($"定时工作：{chore.Title}", Grade.Watch, "还没有做过。", "刚启动时请稍等；否则请确认配置 Works 没有关闭。"),
        })];
    }

    Finding OfAge(string what, DateTimeOffset? last, TimeSpan soon, TimeSpan late, string never, string advice) => last is not { } at ? new(what, Grade.Act, never, advice)
        : time.Now - at > late ? new(what, Grade.Act, $"上一次在 {at.InBeijing()}。", advice)
        : time.Now - at > soon ? new(what, Grade.Watch, $"上一次在 {at.InBeijing()}。", advice)
        : new(what, Grade.Fine, $"上一次在 {at.InBeijing()}。");
}
