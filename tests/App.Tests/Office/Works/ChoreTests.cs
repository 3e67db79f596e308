using Gongkai.App.Office;
using Gongkai.App.Office.Chores;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Drafts;
using Gongkai.Records.Jobs;
using Gongkai.Records.Notices;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gongkai.App.Tests.Office.Works;

/// <summary>A platform of this test alone: chores sweep through everything.</summary>
public sealed class ChorePlatform : Platform;

public sealed class ChoreTests(ChorePlatform platform) : IClassFixture<ChorePlatform>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chore_that_fails_harms_no_other_is_tried_again_and_is_told_once_a_day()
    {
        var (keeper, _) = await platform.Officer(Role.SystemAdministrator);
        var clock = new HandClock(Platform.Now);
        var (failing, fine) = (new TestChore("test.failing", () => throw new IOException("secret")), new TestChore("test.fine", () => { }));
        var caretaker = Caretaker(clock, failing, fine);
        await caretaker.GoRound(Cancelled);
        await caretaker.GoRound(Cancelled);
        Assert.Equal((1, 1), (failing.Times, fine.Times));
        clock.Advance(TimeSpan.FromMinutes(5));
        await caretaker.GoRound(Cancelled);
        Assert.Equal((2, 1), (failing.Times, fine.Times));

        await platform.In(async store =>
        {
            var chore = await store.Chores.AsNoTracking().SingleAsync(chore => chore.Name == "test.failing", Cancelled);
            Assert.Equal((Platform.Now, "IOException"), (chore.FailingSince!.Value, chore.Fault));
            Assert.Equal("定时工作“测试”没有做成，请到运行健康页查看。", (await store.Notices.SingleAsync(notice => notice.AccountId == keeper.Id, Cancelled)).Text);
        });
    }

    [Fact]
    public async Task Two_nodes_do_a_chore_once()
    {
        var chore = new TestChore("test.once", () => { });
        var clock = new HandClock(Platform.Now);
        await Task.WhenAll(Caretaker(clock, chore).GoRound(Cancelled), Caretaker(clock, chore, "b").GoRound(Cancelled));

        Assert.Equal(1, chore.Times);
    }

    [Fact]
    public async Task What_somebody_began_to_fill_in_and_did_not_send_is_erased_when_its_time_is_over()
    {
        await platform.In(async store =>
        {
            store.AddRange(new RequestDraft { Key = new('a', 64), Content = [1], EndsAt = Platform.Now }, new RequestDraft { Key = new('b', 64), Content = [2], EndsAt = Platform.Now.AddMinutes(2) });
            await store.SaveChangesAsync(Cancelled);
        });
        await Do<ExpiredRequestDrafts>(Platform.Now.AddMinutes(1));
        await platform.In(async store => Assert.Equal([new string('b', 64)], await store.RequestDrafts.Select(draft => draft.Key).ToListAsync(Cancelled)));
    }

    [Fact]
    public async Task Checkpoints_are_signed_each_hour_when_something_has_happened()
    {
        // Later than what the other tests of this platform sign, whichever comes first.
        var later = Platform.Now.AddDays(3);
        await platform.Officer(Role.Editor);
        await Do<CheckpointEveryHour>(later);
        var folder = Path.Combine(platform.Data, "checkpoints");
        var first = Directory.GetFiles(folder, "checkpoint-*.txt").Length;
        await Do<CheckpointEveryHour>(later + TimeSpan.FromHours(1));
        Assert.Equal(first, Directory.GetFiles(folder, "checkpoint-*.txt").Length);
        await platform.Officer(Role.Editor);
        await Do<CheckpointEveryHour>(later + TimeSpan.FromHours(2));

        Assert.Equal(first + 1, Directory.GetFiles(folder, "checkpoint-*.txt").Length);
        Assert.True(File.Exists(Path.Combine(platform.Data, "keys", "checkpoint.pem")));
    }

    [Fact]
    public async Task Whatever_was_done_since_the_last_hour_is_signed_when_the_platform_stops()
    {
        await Do<CheckpointEveryHour>(Platform.Now.AddDays(1));
        await platform.Officer(Role.Editor);
        var folder = Path.Combine(platform.Data, "checkpoints");
        var before = Directory.GetFiles(folder, "checkpoint-*.txt").Length;
        var services = platform.Services;
        await new CheckpointAtStop(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<Gongkai.Records.Trail.Checkpoints>(), new HandClock(Platform.Now.AddDays(2)), NullLogger<CheckpointAtStop>.Instance).StopAsync(Cancelled);

        Assert.Equal(before + 1, Directory.GetFiles(folder, "checkpoint-*.txt").Length);
    }

    [Fact]
    public async Task Ended_sessions_and_forgotten_drafts_are_cleared_away_and_no_others()
    {
        var (account, _) = await platform.Officer(Role.Editor);
        await platform.In(async store =>
        {
            foreach (var (key, idle, end) in ((byte, int, int)[])[(1, 1, 1), (2, -1, 1), (3, 1, -1)])
                store.Add(new Session
                {
                    Key = [key], AccountId = account.Id, Stamp = account.Stamp, Ticket = [], OpenedAt = Platform.Now, From = "127.0.0.1",
                    IdleEndsAt = Platform.Now.AddHours(idle), EndsAt = Platform.Now.AddHours(end),
                });
            foreach (var days in (int[])[29, 31]) store.Add(new Draft { AccountId = account.Id, Page = $"/office/test/{days}", Fields = [], KeptAt = Platform.Now.AddDays(-days) });
            await store.SaveChangesAsync(Cancelled);
        });
        await Do<EndedSessions>(Platform.Now);
        await Do<ForgottenDrafts>(Platform.Now);

        await platform.In(async store =>
        {
            Assert.Equal([1], (await store.Sessions.Where(session => session.AccountId == account.Id).ToListAsync(Cancelled)).Select(session => session.Key[0]));
            Assert.Equal("/office/test/29", (await store.Set<Draft>().SingleAsync(draft => draft.AccountId == account.Id, Cancelled)).Page);
        });
    }

    [Fact]
    public async Task Whoever_has_a_task_is_reminded_of_it_once_a_day_and_not_at_night()
    {
        var (account, _) = await platform.Officer(Role.Handler);
        // Monday, 1 June 2026; the platform's noon in UTC is the evening in Beijing.
        var today = DateOnly.FromDateTime(Platform.Now.DateTime);
        await platform.In(async store =>
        {
            var agency = account.AgencyId!.Value;
            var department = new Department { AgencyId = agency, Name = "测试科", Order = 99 };
            var person = new Person { AgencyId = agency, DepartmentId = department.Id, Name = "测试人员" };
            store.AddRange(department, person);
            store.Add(new WorkTask { AgencyId = agency, Title = "测试任务一", DepartmentId = department.Id, PersonId = person.Id, DueOn = today, GivenById = null, GivenByName = "测试", GivenAt = Platform.Now });
            (await store.Accounts.SingleAsync(one => one.Id == account.Id, Cancelled)).PersonId = person.Id;
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });
        await Do<Reminding>(new(2026, 5, 31, 20, 0, 0, TimeSpan.Zero));
        await platform.In(async store => Assert.Empty(await store.Notices.Of(account.Id).ToListAsync(Cancelled)));
        await Do<Reminding>(Platform.Now);
        await Do<Reminding>(Platform.Now);

        await platform.In(async store => Assert.Equal("任务“测试任务一”今天到期。", (await store.Notices.Of(account.Id).SingleAsync(Cancelled)).Text));
    }

    [Fact]
    public async Task From_November_on_the_keepers_of_the_calendar_hear_that_next_years_holidays_are_missing()
    {
        var (reviewer, _) = await platform.Officer(Role.Reviewer);
        var (handler, _) = await platform.Officer(Role.Handler);
        await platform.In(async store =>
        {
            Assert.Empty(await new HolidayReminders().Due(store, new(2030, 10, 31)).ToListAsync(Cancelled));
            var due = await new HolidayReminders().Due(store, new(2030, 11, 1)).ToListAsync(Cancelled);
            Assert.Contains("2031", Assert.Single(due, one => one.Account == reviewer.Id).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(due, one => one.Account == handler.Id);
        });
    }

    [Fact]
    public async Task Old_notices_messages_and_files_of_jobs_are_cleared_away()
    {
        var (owner, _) = await platform.Officer(Role.Editor);
        var work = new TestWork(async (run, cancelled) =>
        {
            await run.Result("结果.csv").WriteAsync("1"u8.ToArray(), cancelled);
            return "做完了。";
        });
        var job = await platform.Order(owner, work, Platform.Now);
        await platform.Worker(work, new HandClock(Platform.Now)).RunNext(Cancelled);
        await platform.In(store => store.Notices.Of(owner.Id).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, Platform.Now), Cancelled));
        await Do<OldWork>(Platform.Now.AddDays(29));
        Assert.NotNull((await platform.Now(job)).Result);
        await Do<OldWork>(Platform.Now.AddDays(181));

        Assert.Null((await platform.Now(job)).Result);
        await platform.In(async store => Assert.Empty(await store.Notices.Of(owner.Id).ToListAsync(Cancelled)));
    }

    async Task Do<T>(DateTimeOffset now) where T : IChore =>
        await platform.In(store => platform.Services.GetServices<IChore>().OfType<T>().Single().Do(store, now, Cancelled));

    Caretaker Caretaker(TimeProvider clock, params IChore[] chores) => Caretaker(clock, chores, "a");

    Caretaker Caretaker(TimeProvider clock, IChore chore, string node) => Caretaker(clock, [chore], node);

    Caretaker Caretaker(TimeProvider clock, IChore[] chores, string node) => new(platform.Services.GetRequiredService<IServiceScopeFactory>(), chores, new Node(node), clock, NullLogger<Caretaker>.Instance);

    sealed class TestChore(string name, Action work) : IChore
    {
        int times;

        public int Times => times;
        public string Name => name;
        public string Title => "测试";
        public TimeSpan Every => TimeSpan.FromHours(1);

        public Task Do(Store store, DateTimeOffset now, CancellationToken stopping)
        {
            Interlocked.Increment(ref times);
            work();
            return Task.CompletedTask;
        }
    }
}
