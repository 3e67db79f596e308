using Gongkai.Rules.Organizations;

namespace Gongkai.Rules.Tests;

/// <summary>The steps of a task, its light, and its reminders.</summary>
public sealed class TaskTests
{
    static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;
    static readonly TaskHand Holder = new(true, false, false), Giver = new(false, true, false), Director = new(false, false, true), Stranger = new(false, false, false);
    static readonly DateOnly Today = new(2026, 6, 1);

    [Fact]
    public void A_task_is_given_for_today_or_later_to_a_person_of_the_department()
    {
        Assert.Null(TaskSteps.ToGiving(Today, Today, true, true));
        Assert.Null(TaskSteps.ToGiving(Today, Today, null, false));
        Assert.Equal("办结期限 2026-05-31 已经过去，请填写今天或以后的日期。", TaskSteps.ToGiving(Today.AddDays(-1), Today, true, true)!.Reason);
        Assert.Equal("该人员已离岗，不能再承担任务，请改选承办人。", TaskSteps.ToGiving(Today, Today, false, true)!.Reason);
        Assert.Equal("承办人不在承办科室，请改选该科室的人员。", TaskSteps.ToGiving(Today, Today, true, false)!.Reason);
    }

    [Fact]
    public void Who_holds_a_task_accepts_it_once()
    {
        Assert.Null(TaskSteps.ToAccepting(TaskState.Open, Holder));
        Assert.Null(TaskSteps.ToAccepting(TaskState.HandedOver, Holder));
        Assert.Equal("任务已经接收，正在办理，不用再接收。", TaskSteps.ToAccepting(TaskState.Accepted, Holder)!.Reason);
        Assert.Equal("任务不在您名下，由承办人或者代管人接收。", TaskSteps.ToAccepting(TaskState.Open, Giver)!.Reason);
    }

    [Fact]
    public void A_task_is_finished_after_it_was_accepted_and_by_who_holds_it()
    {
        Assert.Null(TaskSteps.ToFinishing(TaskState.Accepted, Holder));
        Assert.Equal("请先接收任务，再登记办结。", TaskSteps.ToFinishing(TaskState.Open, Holder)!.Reason);
        Assert.Equal("任务不在您名下，由承办人或者代管人办结。", TaskSteps.ToFinishing(TaskState.Accepted, Director)!.Reason);
    }

    [Fact]
    public void A_task_is_handed_over_by_who_holds_it_or_directs()
    {
        Assert.Null(TaskSteps.ToHandingOver(TaskState.Accepted, Holder));
        Assert.Null(TaskSteps.ToHandingOver(TaskState.Open, Director));
        Assert.Equal("任务不在您名下，由承办人或者分派任务的人移交。", TaskSteps.ToHandingOver(TaskState.Open, Stranger)!.Reason);
        Assert.Equal("任务本来就在这个人名下，请另选接手人。", TaskSteps.ToReceiving(true, true)!.Reason);
        Assert.Equal("该人员已离岗，不能接手，请另选接手人。", TaskSteps.ToReceiving(false, false)!.Reason);
        Assert.Null(TaskSteps.ToReceiving(false, true));
    }

    [Fact]
    public void A_task_is_withdrawn_by_who_gave_it()
    {
        Assert.Null(TaskSteps.ToWithdrawing(TaskState.Accepted, Giver));
        Assert.Equal("任务由分派的人撤回。", TaskSteps.ToWithdrawing(TaskState.Accepted, Holder)!.Reason);
    }

    [Theory, InlineData(TaskState.Done, "任务已经办结，不能再办理。"), InlineData(TaskState.Withdrawn, "任务已经撤回，不能再办理。")]
    public void Nothing_happens_to_a_task_that_has_ended(TaskState state, string reason)
    {
        var all = new TaskHand(true, true, true);
        Assert.Equal([reason, reason, reason, reason],
            new[] { TaskSteps.ToAccepting(state, all), TaskSteps.ToHandingOver(state, all), TaskSteps.ToFinishing(state, all), TaskSteps.ToWithdrawing(state, all) }.Select(impediment => impediment!.Reason));
    }

    [Fact]
    public void Another_stands_in_for_a_time_that_is_not_over_and_not_taken()
    {
        Guid away = Guid.CreateVersion7(), substitute = Guid.CreateVersion7();
        Assert.Null(TaskSteps.ToStandingIn(away, substitute, Today.AddDays(-3), Today, Today, false));
        Assert.Equal("代管人不能是本人，请另选代管人。", TaskSteps.ToStandingIn(away, away, Today, Today, Today, false)!.Reason);
        Assert.Equal("结束日期早于开始日期，请检查两个日期。", TaskSteps.ToStandingIn(away, substitute, Today, Today.AddDays(-1), Today, false)!.Reason);
        Assert.Equal("代管期间已经过去，请填写今天或以后的结束日期。", TaskSteps.ToStandingIn(away, substitute, Today.AddDays(-3), Today.AddDays(-1), Today, false)!.Reason);
        Assert.StartsWith("这段时间已经有人代管", TaskSteps.ToStandingIn(away, substitute, Today, Today, Today, true)!.Reason, StringComparison.Ordinal);
    }

    // Monday 1 June 2026; a plain week, no holiday before the 19th.
    [Theory]
    [InlineData("2026-06-09", Nearness.Fine, 6, "正常 剩 6 个工作日")]
    [InlineData("2026-06-08", Nearness.Soon, 5, "临期 剩 5 个工作日")]
    [InlineData("2026-06-04", Nearness.Soon, 3, "临期 剩 3 个工作日")]
    [InlineData("2026-06-03", Nearness.Urgent, 2, "紧急 剩 2 个工作日")]
    [InlineData("2026-06-01", Nearness.Urgent, 0, "紧急 今天到期")]
    [InlineData("2026-05-29", Nearness.Overdue, 1, "超期 1 个工作日")]
    [InlineData("2026-05-31", Nearness.Overdue, 1, "超期 1 个工作日")]
    [InlineData("2026-05-28", Nearness.Overdue, 2, "超期 2 个工作日")]
    public void A_light_says_how_many_working_days_are_left(string due, Nearness nearness, int days, string words)
    {
        var light = DueLight.Of(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), Today, Calendar);
        Assert.Equal((nearness, days, words), (light.Nearness, light.Days, light.Words));
    }

    [Fact]
    public void A_light_counts_no_holiday_and_says_late_at_once()
    {
        // 2026: 1 October to 7 October off, Saturday 10 October worked.
        Assert.Equal(2, DueLight.Of(new(2026, 10, 9), new(2026, 9, 30), Calendar).Days);
        Assert.Equal((Nearness.Overdue, 1), (DueLight.Of(new(2026, 9, 30), new(2026, 10, 1), Calendar) is var light ? (light.Nearness, light.Days) : default));
    }

    [Fact]
    public void Where_lights_change_is_a_setting()
    {
        Assert.Equal(Nearness.Soon, DueLight.Of(new(2026, 6, 15), Today, Calendar, new(Soon: 10, Urgent: 1)).Nearness);
        Assert.Equal(Nearness.Soon, DueLight.Of(new(2026, 6, 3), Today, Calendar, new(Soon: 10, Urgent: 1)).Nearness);
        Assert.Equal(Nearness.Urgent, DueLight.Of(new(2026, 6, 2), Today, Calendar, new(Soon: 10, Urgent: 1)).Nearness);
    }

    [Fact]
    public void Every_light_has_a_shape_of_its_own() =>
        Assert.Equal(6, Enum.GetValues<Nearness>().Select(nearness => new DueLight(nearness, 1).Shape).Distinct().Count());

    [Theory]
    [InlineData("2026-06-08", "还剩 5 个工作日")]
    [InlineData("2026-06-05", null)]
    [InlineData("2026-06-03", "还剩 2 个工作日")]
    [InlineData("2026-06-02", null)]
    [InlineData("2026-06-01", "今天到期")]
    [InlineData("2026-05-29", "已超期 1 个工作日")]
    [InlineData("2026-05-28", "已超期 2 个工作日")]
    public void Reminders_come_5_2_and_0_working_days_before_and_every_day_after(string due, string? words) =>
        Assert.Equal(words, Reminders.Usual.On(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), Today, Calendar));

    [Fact]
    public void Nobody_is_reminded_on_a_day_off() => Assert.Null(Reminders.Usual.On(new(2026, 5, 29), new(2026, 5, 31), Calendar));

    [Fact]
    public void What_falls_due_on_a_day_off_is_said_on_the_last_working_day_before() =>
        Assert.Equal("2026-06-07 到期，今天是此前最后一个工作日", Reminders.Usual.On(new(2026, 6, 7), new(2026, 6, 5), Calendar));

    [Fact]
    public void Reminders_after_the_day_may_be_spaced_or_left_out()
    {
        Assert.Null(new Reminders([0], 0).On(new(2026, 5, 29), Today, Calendar));
        Assert.Null(new Reminders([0], 2).On(new(2026, 5, 29), Today, Calendar));
        Assert.NotNull(new Reminders([0], 2).On(new(2026, 5, 28), Today, Calendar));
    }
}
