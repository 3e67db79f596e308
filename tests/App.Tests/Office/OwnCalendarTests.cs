using Gongkai.App.Office.Chores;
using Gongkai.App.Tests.Accounts;
using Gongkai.Records;
using Gongkai.Records.Calendars;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office;

/// <summary>What is left until a date is counted with the days of the agency whose desk it is (地方休息日), wherever it is shown or said.</summary>
public sealed class OwnCalendarTests(Door door) : IClassFixture<Door>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    // The first of June 2026 is a Monday; the Wednesday is off at the one agency and not at the other.
    [Theory]
    [InlineData("zjj", "2026-06-05", "临期 剩 3 个工作日")]
    [InlineData("cgj", "2026-06-05", "临期 剩 4 个工作日")]
    [InlineData("zjj", "2026-06-04", "紧急 剩 2 个工作日")]
    [InlineData("cgj", "2026-06-04", "临期 剩 3 个工作日")]
    public async Task Every_light_and_every_reminder_knows_the_agencys_own_days(string code, string due, string words)
    {
        var (account, _) = await door.Officer(Role.Reviewer, code);
        WorkTask task = null!;
        Department department = null!;
        Person person = null!;
        Duty duty = null!;
        await door.In(async store =>
        {
            var agency = account.AgencyId!.Value;
            var wednesday = new DateOnly(2026, 6, 3);
            if (code == "zjj" && !await store.LocalDays.AnyAsync(day => day.AgencyId == agency && day.Day == wednesday, Cancelled)) store.Add(new LocalDay { AgencyId = agency, Day = wednesday, Off = true, Name = "某节", Basis = "某文件" });
            department = new() { AgencyId = agency, Name = $"日历科{Handle.Next().ToString()[..6]}", Order = 960 };
            person = new() { AgencyId = agency, DepartmentId = department.Id, Name = $"演示·{Handle.Next().ToString()[..6]}" };
            duty = new() { AgencyId = agency, Name = "日历职责", Kind = Rules.Organizations.DutyKind.Other, Basis = "测试", From = new(2026, 1, 1) };
            task = new() { AgencyId = agency, Title = $"日历任务{Handle.Next().ToString()[..6]}", DepartmentId = department.Id, PersonId = person.Id, DutyId = duty.Id, DueOn = DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), GivenById = account.Id, GivenByName = "测试", GivenAt = Platform.Now };
            store.AddRange(department, person, duty, task);
            (await store.Accounts.SingleAsync(one => one.Id == account.Id, Cancelled)).PersonId = person.Id;
            account.PersonId = person.Id;
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });
        var desk = await door.As(account);

        foreach (var (path, part) in new[]
        {
            ("/office", "[data-testid=mine] tbody"), ("/office", "[data-testid=given] tbody"), ($"/office/tasks?q={task.Title}", "tbody"), ($"/office/tasks/{task.Handle}", "main"),
            ($"/office/people/{person.Handle}", "main"), ($"/office/departments/{department.Handle}", "main"),
        })
            Assert.Contains(words, (await desk.Open(path)).QuerySelector(part).Words(), StringComparison.Ordinal);

        var said = new List<string>();
        await door.In(async store =>
        {
            await foreach (var reminder in new TaskReminders().Due(store, new(2026, 6, 1))) if (reminder.Account == account.Id) said.Add(reminder.Text);
        });
        Assert.Equal(words.EndsWith("剩 2 个工作日", StringComparison.Ordinal) ? [$"任务“{task.Title}”还剩 2 个工作日。"] : [], said);
    }
}
