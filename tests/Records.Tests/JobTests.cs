using Gongkai.Records.Accounts;
using Gongkai.Records.Jobs;
using Gongkai.Records.Notices;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

/// <summary>However many nodes stand at the line, each job is done by one, and none is lost with its node.</summary>
public sealed class JobTests(TestStores stores)
{
    static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    static readonly string[] Kinds = ["test.work"];

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Two_nodes_never_take_the_same_job(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        const int jobs = 24;
        await Ordered(connection, jobs);

        async Task<List<Guid>> Work(string node)
        {
            var taken = new List<Guid>();
            await using var store = StoreChoice.Open(connection);
            while (await store.Claim(Kinds, node, TestActs.Now, Lease) is { } job) taken.Add(job.Id);
            return taken;
        }
        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => Work($"node-{number}"), Cancelled)));

        Assert.Equal(jobs, taken.Sum(some => some.Count));
        Assert.Equal(jobs, taken.SelectMany(some => some).Distinct().Count());
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_job_is_done_and_its_owner_is_told_in_the_same_breath_as_the_trail(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        var owner = await Ordered(connection);
        await using var store = StoreChoice.Open(connection);
        var job = await store.Claim(Kinds, "a", TestActs.Now, Lease);
        Assert.True(await store.End(job!, new(JobState.Done, "核对完成，没有发现问题。") { Done = 1240, Total = 1240, Unit = "条" }, TestActs.Test));

        var done = await store.Jobs.AsNoTracking().SingleAsync(Cancelled);
        Assert.Equal((JobState.Done, "已处理 1,240 / 1,240 条"), (done.State, done.Progress));
        Assert.Equal("测试任务：核对完成，没有发现问题。", (await store.Notices.SingleAsync(notice => notice.AccountId == owner, Cancelled)).Text);
        Assert.Equal(["job.ordered", "job.ended"], await store.Trail.Where(entry => entry.Deed.StartsWith("job.")).OrderBy(entry => entry.Sequence).Select(entry => entry.Deed).ToListAsync(Cancelled));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_node_that_was_taken_for_dead_can_no_longer_end_its_job(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        await Ordered(connection);
        await using var frozen = StoreChoice.Open(connection);
        await using var other = StoreChoice.Open(connection);
        var held = (await frozen.Claim(Kinds, "frozen", TestActs.Now, Lease))!;
        var later = TestActs.Test with { At = TestActs.Now + Lease + TimeSpan.FromSeconds(1) };
        Assert.Equal(1, await other.InterruptLapsed(Kinds, later));
        var again = await other.Claim(Kinds, "other", later.At, Lease);

        Assert.NotNull(again);
        Assert.Equal((false, false), await frozen.Keep(held, new(JobState.Running, ""), later.At, Lease));
        Assert.False(await frozen.End(held, new(JobState.Done, "迟到的结果。"), later));
        Assert.True(await other.End(again, new(JobState.Done, "真正的结果。"), later));
        Assert.Equal("真正的结果。", (await other.Jobs.AsNoTracking().SingleAsync(Cancelled)).Message);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_job_whose_node_died_is_repeated_only_if_its_kind_may_be(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        var owner = await Ordered(connection);
        await using var store = StoreChoice.Open(connection);
        await store.Claim(Kinds, "dead", TestActs.Now, Lease);
        Assert.Equal(0, await store.InterruptLapsed([], TestActs.Test with { At = TestActs.Now + Lease }));
        Assert.Equal(1, await store.InterruptLapsed([], TestActs.Test with { At = TestActs.Now + Lease + TimeSpan.FromSeconds(1) }));

        Assert.Equal(JobState.Interrupted, (await store.Jobs.AsNoTracking().SingleAsync(Cancelled)).State);
        Assert.Equal("测试任务：中断，可重新运行。", (await store.Notices.SingleAsync(notice => notice.AccountId == owner, Cancelled)).Text);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_heartbeat_keeps_the_job_and_hears_that_it_is_no_longer_wanted(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        await Ordered(connection);
        await using var node = StoreChoice.Open(connection);
        await using var page = StoreChoice.Open(connection);
        var job = (await node.Claim(Kinds, "a", TestActs.Now, Lease))!;
        Assert.Equal((true, false), await node.Keep(job, new(JobState.Running, "") { Done = 5, Total = 10 }, TestActs.Now + TimeSpan.FromSeconds(29), Lease));
        Assert.Equal(0, await page.InterruptLapsed(Kinds, TestActs.Test with { At = TestActs.Now + TimeSpan.FromSeconds(58) }));
        Assert.True(await page.AskToCancel(job.Id, TestActs.Test));

        Assert.Equal((true, true), await node.Keep(job, new(JobState.Running, "") { Done = 6, Total = 10 }, TestActs.Now, Lease));
        Assert.True(await node.End(job, new(JobState.Cancelled, "已取消。"), TestActs.Test));
        Assert.Equal(JobState.Cancelled, (await page.Jobs.AsNoTracking().SingleAsync(Cancelled)).State);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_job_that_waits_is_cancelled_at_once_and_never_taken(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        await Ordered(connection);
        await using var store = StoreChoice.Open(connection);
        var id = await store.Jobs.Select(job => job.Id).SingleAsync(Cancelled);
        Assert.True(await store.AskToCancel(id, TestActs.Test));

        Assert.Null(await store.Claim(Kinds, "a", TestActs.Now, Lease));
        Assert.False(await store.AskToCancel(id, TestActs.Test));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_chore_is_done_by_one_node_each_time_that_it_is_due(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        var hour = TimeSpan.FromHours(1);
        async Task<bool> Take(string node, DateTimeOffset at)
        {
            await using var store = StoreChoice.Open(connection);
            return await store.Take("checkpoints", node, at, Lease);
        }
        var first = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => Take($"node-{number}", TestActs.Now), Cancelled)));
        Assert.Single(first, took => took);

        await using var store = StoreChoice.Open(connection);
        var node = (await store.Chores.AsNoTracking().SingleAsync(Cancelled)).Node!;
        await store.Leave("checkpoints", node, TestActs.Now, TestActs.Now + hour, "IOException");
        var failed = await store.Chores.AsNoTracking().SingleAsync(Cancelled);
        Assert.Equal((TestActs.Now, "IOException"), (failed.FailingSince!.Value, failed.Fault));
        Assert.False(await Take("late", TestActs.Now + hour - TimeSpan.FromSeconds(1)));
        Assert.True(await Take("next", TestActs.Now + hour));
        // It dies: another takes over when its lease is out.
        Assert.False(await Take("other", TestActs.Now + hour + Lease));
        Assert.True(await Take("other", TestActs.Now + hour + Lease + TimeSpan.FromSeconds(1)));
        await store.Leave("checkpoints", "next", TestActs.Now + hour, TestActs.Now + hour * 9, null);
        await store.Leave("checkpoints", "other", TestActs.Now + hour, TestActs.Now + hour * 2, null);
        var done = await store.Chores.AsNoTracking().SingleAsync(Cancelled);
        Assert.Equal((TestActs.Now + hour * 2, null), (done.NextAt, done.FailingSince));
    }

    static async Task<Guid> Ordered(string connection, int count = 1)
    {
        await using var store = StoreChoice.Open(connection);
        var owner = new Account { SignInName = "t", Name = "测试审计员", Stamp = "1" };
        store.Add(owner);
        await store.Save(TestActs.Test);
        for (var i = 0; i < count; i++)
            await store.Order(new() { Kind = Kinds[0], Name = "测试任务", OwnerId = owner.Id, OwnerName = owner.Name, OrderedAt = TestActs.Now }, TestActs.Test);
        return owner.Id;
    }
}
