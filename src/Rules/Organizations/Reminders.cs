namespace Gongkai.Rules.Organizations;

/// <summary>When a person is reminded of what falls due (提醒): some working days before, on the day, and after it every so often.</summary>
/// <param name="Before">Working days before the due date; 0 is the day itself, or the working day before it where it is none.</param>
/// <param name="EveryAfter">Overdue, a reminder comes every so many working days; 0 for none.</param>
public sealed record Reminders(IReadOnlyList<int> Before, int EveryAfter)
{
    /// <summary>5, 2 and 0 working days before, and after that every working day.</summary>
    public static Reminders Usual { get; } = new([5, 2, 0], 1);

    /// <summary>What is said on a day about something due; <c>null</c> on a day without a reminder.</summary>
    /// <param name="due">The last day on which it may be done.</param>
    /// <param name="today">Reminders come on working days only.</param>
    public string? On(DateOnly due, DateOnly today, WorkingCalendar calendar)
    {
        if (!calendar.IsWorkingDay(today)) return null;
        if (today > due)
        {
            var late = calendar.Count(due, today);
            return EveryAfter > 0 && late > 0 && late % EveryAfter == 0 ? $"已超期 {late} 个工作日" : null;
        }

        // A day off has no reminder of its own: what falls due on it is said on the working day before.
        var left = calendar.Count(today, calendar.OnOrBefore(due));
        return left < 0 || !Before.Contains(left) ? null : left == 0 ? due == today ? "今天到期" : $"{due:yyyy-MM-dd} 到期，今天是此前最后一个工作日" : $"还剩 {left} 个工作日";
    }
}
