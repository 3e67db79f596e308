using System.Text;
using Gongkai.App.Office.Jobs;
using Gongkai.Records.Jobs;
using Gongkai.Records.Notices;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office.Works;

/// <summary>A node at its work: it finishes, stops within a second when it should, and never works on what is no longer its own.</summary>
[Collection(Workshop.Line)]
public sealed class JobWorkerTests(Platform platform)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_leaves_its_file_and_tells_its_owner()
    {
        var (owner, _) = await platform.Officer(Role.Editor);
        var work = new TestWork(async (run, cancelled) =>
        {
            await run.Result("结果.csv").WriteAsync(Encoding.UTF8.GetBytes("一,二\r\n"), cancelled);
            run.Count(3000, 3000);
            return "做完了。";
        });
        var job = await platform.Order(owner, work, Platform.Now);
        Assert.True(await platform.Worker(work, new HandClock(Platform.Now)).RunNext(Cancelled));
        Assert.False(await platform.Worker(work, new HandClock(Platform.Now)).RunNext(Cancelled));

        var done = await platform.Now(job);
        Assert.Equal((JobState.Done, "做完了。", "已处理 3,000 / 3,000 行", "结果.csv"), (done.State, done.Message, done.Progress, done.Result!.Name));
        await platform.In(async store => Assert.Equal("测试任务：做完了。", (await store.Notices.SingleAsync(notice => notice.AccountId == owner.Id, Cancelled)).Text));
        var file = await (await platform.As(owner)).GetAsync($"/office/jobs/{job.Handle}/result", Cancelled);
        Assert.Equal("一,二\r\n", await file.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        await platform.In(async store => Assert.True(await store.Trail.AnyAsync(entry => entry.Deed == "job.fetched" && entry.Account == owner.Id, Cancelled)));
        Assert.Equal(404, (int)(await (await platform.As(Role.Editor)).GetAsync($"/office/jobs/{job.Handle}/result", Cancelled)).StatusCode);
        Assert.Equal(404, (int)(await (await platform.As(Role.SystemAdministrator)).GetAsync($"/office/jobs/{job.Handle}/result", Cancelled)).StatusCode);
        Assert.Equal(404, (int)(await (await platform.As(owner)).GetAsync($"/office/jobs/{job.Handle}/errors", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_job_that_is_cancelled_stops_within_a_second_and_leaves_no_file()
    {
        var (owner, _) = await platform.Officer(Role.Editor);
        var begun = new TaskCompletionSource();
        var work = new TestWork(async (run, cancelled) =>
        {
            run.Result("结果.csv");
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancelled);
            return "";
        });
        var job = await platform.Order(owner, work, Platform.Now);
        var clock = new HandClock(Platform.Now);
        var running = platform.Worker(work, clock).RunNext(Cancelled);
        await begun.Task;
        await Post(await platform.As(owner), "/office/jobs?handler=Cancel", ("handle", job.Handle.ToString()));
        await clock.Armed;
        Assert.True(JobWorker.Look < TimeSpan.FromSeconds(1));
        clock.Advance(JobWorker.Look);
        await running.WaitAsync(Cancelled);

        var ended = await platform.Now(job);
        Assert.Equal((JobState.Cancelled, "已取消。", null), (ended.State, ended.Message, ended.Result));
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(platform.Data, "jobs")), file => file.Contains(job.Handle.ToString(), StringComparison.Ordinal));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_node_that_stops_gives_back_what_may_be_repeated_and_marks_the_rest(bool repeats)
    {
        var (owner, _) = await platform.Officer(Role.Editor);
        using var stop = new CancellationTokenSource();
        var rounds = 0;
        var work = new TestWork(async (_, cancelled) =>
        {
            if (++rounds > 1) return "第二次做完了。";
            await stop.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancelled);
            return "";
        }, repeats);
        var job = await platform.Order(owner, work, Platform.Now);
        await platform.Worker(work, new HandClock(Platform.Now)).RunNext(stop.Token);

        Assert.Equal(repeats ? JobState.Waiting : JobState.Interrupted, (await platform.Now(job)).State);
        Assert.Equal(repeats, await platform.Worker(work, new HandClock(Platform.Now), "b").RunNext(Cancelled));
        var after = await platform.Now(job);
        Assert.Equal(repeats ? (JobState.Done, "第二次做完了。") : (JobState.Interrupted, "中断，可重新运行。"), (after.State, after.Message!));
    }

    [Fact]
    public async Task After_a_crash_the_next_node_takes_over_when_the_lease_is_out()
    {
        var (owner, _) = await platform.Officer(Role.Editor);
        var work = new TestWork((_, _) => Task.FromResult("做完了。"), repeats: true);
        var job = await platform.Order(owner, work, Platform.Now);
        await platform.In(store => store.Claim([work.Code], "crashed", Platform.Now, JobWorker.Lease));
        Assert.False(await platform.Worker(work, new HandClock(Platform.Now + JobWorker.Lease)).RunNext(Cancelled));
        Assert.True(await platform.Worker(work, new HandClock(Platform.Now + JobWorker.Lease + TimeSpan.FromSeconds(1))).RunNext(Cancelled));

        Assert.Equal(JobState.Done, (await platform.Now(job)).State);
    }

    [Fact]
    public async Task A_frozen_node_stops_when_it_finds_that_the_job_is_no_longer_its_own()
    {
        var (owner, _) = await platform.Officer(Role.Editor);
        var begun = new TaskCompletionSource();
        var rounds = 0;
        var work = new TestWork(async (run, cancelled) =>
        {
            if (++rounds > 1) return "另一台做完了。";
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancelled);
            return "";
        }, repeats: true);
        var job = await platform.Order(owner, work, Platform.Now);
        var clock = new HandClock(Platform.Now);
        var frozen = platform.Worker(work, clock, "frozen").RunNext(Cancelled);
        await begun.Task;
        await clock.Armed;
        Assert.True(await platform.Worker(work, new HandClock(Platform.Now + JobWorker.Lease + TimeSpan.FromSeconds(1)), "other").RunNext(Cancelled));
        // It thaws: its own clock has gone on, and its next heartbeat finds nothing to keep.
        clock.Advance(JobWorker.Lease);
        for (; !frozen.IsCompleted; clock.Advance(JobWorker.Lease)) await Task.WhenAny(clock.Armed, frozen);
        await frozen;

        Assert.Equal("另一台做完了。", (await platform.Now(job)).Message);
    }

    [Fact]
    public async Task A_fault_is_told_as_a_sentence_and_keeps_the_rows_in_error()
    {
        var (owner, _) = await platform.Officer(Role.Editor);
        var work = new TestWork(async (run, cancelled) =>
        {
            await run.Errors("错误行.csv").WriteAsync(Encoding.UTF8.GetBytes("第 3 行"), cancelled);
            throw new JobRefusedException("有 1 行看不懂，请改正后重新导入。");
        });
        var refused = await platform.Order(owner, work, Platform.Now);
        await platform.Worker(work, new HandClock(Platform.Now)).RunNext(Cancelled);
        var broken = new TestWork((_, _) => throw new InvalidDataException("secret"));
        var failed = await platform.Order(owner, broken, Platform.Now);
        await platform.Worker(broken, new HandClock(Platform.Now)).RunNext(Cancelled);

        Assert.Equal((JobState.Failed, "有 1 行看不懂，请改正后重新导入。", "错误行.csv"), ((await platform.Now(refused)).State, (await platform.Now(refused)).Message, (await platform.Now(refused)).Errors!.Name));
        Assert.Equal("没有做完，程序出错（InvalidDataException）。请重新运行；仍不行时，把任务名称和时间告诉管理员。", (await platform.Now(failed)).Message);
    }

    internal static async Task<HttpResponseMessage> Post(HttpClient officer, string path, params (string Name, string Value)[] fields)
    {
        var page = await officer.GetAsync(path.Split('?')[0], Cancelled);
        var token = (await page.Html()).QuerySelector("input[name='_form']")!.GetAttribute("value")!;
        var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("_form", token)]);
        return await officer.PostAsync(path, form, Cancelled);
    }
}
