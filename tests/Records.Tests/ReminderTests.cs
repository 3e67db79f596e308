using Gongkai.Records.Accounts;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Calendars;
using Gongkai.Records.Notices;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

/// <summary>Reminders for many agencies: asked together, and right for each.</summary>
public sealed class ReminderTests(TestStores stores)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Forty_agencies_cost_no_more_questions_than_one(StoreKind kind)
    {
        var (store, counting, services) = Counting.Open(stores.Ready(kind));
        await using var kept = services;
        List<Agency> agencies = [];
        for (var n = 0; n < 40; n++) agencies.Add(new() { Code = $"a{n:00}", Name = $"某区第{n}局" });
        store.AddRange(agencies);
        foreach (var agency in agencies)
        {
            var department = new Department { AgencyId = agency.Id, Name = "办公室", Order = 1 };
            var person = new Person { AgencyId = agency.Id, DepartmentId = department.Id, Name = "演示" };
            store.AddRange(department, person, new WorkTask { AgencyId = agency.Id, Title = "核对", DepartmentId = department.Id, PersonId = person.Id, DueOn = new(2026, 6, 1), GivenById = null, GivenByName = "演示", GivenAt = TestActs.Now });
        }
        // One of them has a festival of its own on that day.
        store.Add(new LocalDay { AgencyId = agencies[7].Id, Day = new(2026, 6, 1), Off = true, Name = "地方节日", Basis = "某办发〔2026〕1号" });
        await store.Save(TestActs.Test);

        var none = counting.Questions;
        await store.RemindersOf(agencies[0], new(2026, 3, 1));
        var one = counting.Questions - none;
        var told = await store.RemindersOf(agencies, new(2026, 3, 1));
        Assert.True(one > 0);
        Assert.Equal(one, counting.Questions - none - one);
        Assert.All(agencies, agency => Assert.Equal("2025年度报告应于2026-01-31前公布", Assert.Single(told[agency.Id]).Words));

        var before = counting.Questions;
        var due = await store.RemindersOn(new(2026, 6, 1), Reminders.Usual, store.CalendarsOf).ToListAsync(Cancelled);
        Assert.InRange(counting.Questions - before, 1, 8);
        Assert.Equal(39, due.Count);
        Assert.DoesNotContain(due, one => one.Task.AgencyId == agencies[7].Id);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Several_things_are_told_together_each_once(StoreKind kind)
    {
        var (store, counting, services) = Counting.Open(stores.Ready(kind));
        await using var kept = services;
        var readers = Enumerable.Range(0, 30).Select(n => new Account { SignInName = $"reader{n}", Name = "演示", Stamp = "x" }).ToList();
        store.AddRange(readers);
        store.Add(new MailChoice { AccountId = readers[3].Id, Address = new("sealed"), Topics = [NoticeTopic.Tasks] });
        await store.Save(TestActs.Test);
        Telling.Told[] all = [.. readers.Select(reader => new Telling.Told(reader.Id, NoticeTopic.Tasks, "任务今天到期。", "/office/tasks", "task:1:20260601"))];
        var before = counting.Questions;
        await store.Tell(all, TestActs.Now);
        await store.Tell([.. all, .. all], TestActs.Now);

        var questions = counting.Questions - before;
        Assert.Equal((30, 1), (await store.Notices.CountAsync(Cancelled), await store.Outbox.CountAsync(Cancelled)));
        Assert.True(questions < 10, $"{questions}");
    }
}
