using Gongkai.App.Office;
using Gongkai.App.Office.Jobs;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Jobs;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gongkai.App.Tests.Office.Works;

/// <summary>Nodes that work on one platform's store, under a clock that the test moves.</summary>
static class Workshop
{
    /// <summary>Tests that order jobs on the one platform stand in one line: a node takes whatever waits longest, whoever ordered it.</summary>
    public const string Line = "jobs";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Lets the platform's own node work until nothing waits, also what a test before has left.</summary>
    public static async Task WorkOff(this Platform platform)
    {
        while (await platform.Services.GetRequiredService<JobWorker>().RunNext(Cancelled)) { }
    }

    /// <summary>A node that knows one kind of work.</summary>
    public static JobWorker Worker(this Platform platform, IJobKind kind, TimeProvider clock, string node = "a") => new(
        platform.Services.GetRequiredService<IServiceScopeFactory>(), [kind], new JobFolder(platform.Services.GetRequiredService<IConfiguration>()),
        platform.Services.GetRequiredService<Func<Store>>(), new Node(node), new JobBell(clock), clock, NullLogger<JobWorker>.Instance);

    /// <summary>Orders a job for someone.</summary>
    public static async Task<Job> Order(this Platform platform, Account owner, IJobKind kind, DateTimeOffset at)
    {
        var job = new Job { Kind = kind.Code, Name = kind.Name, OwnerId = owner.Id, OwnerName = owner.Name, AgencyId = owner.AgencyId, OrderedAt = at };
        await platform.In(store => store.Order(job, new(JobDeeds.Ordered, new(owner.Id, owner.Name, "127.0.0.1"), at)));
        return job;
    }

    /// <summary>A job as it stands now.</summary>
    public static async Task<Job> Now(this Platform platform, Job job)
    {
        Job now = null!;
        await platform.In(async store => now = await store.Jobs.AsNoTracking().SingleAsync(one => one.Id == job.Id, Cancelled));
        return now;
    }
}

/// <summary>Work of which a test says what it does. Its code is its own, so that no other test's node takes it.</summary>
sealed class TestWork(Func<JobRun, CancellationToken, Task<string>> run, bool repeats = false) : IJobKind
{
    public string Code { get; } = $"test.{Handle.Next()}";
    public string Name => "测试任务";
    public string About => "测试。";
    public Permission Permission => Permission.UseOffice;
    public bool Repeats => repeats;
    public string? ParametersFor(App.Access.Me me) => "{}";
    public Task<string> Run(JobRun run1, CancellationToken cancelled) => run(run1, cancelled);
}
