using Gongkai.Rules;

namespace Gongkai.App.Office.Calendar;

/// <summary>One month of a calendar as it is drawn: weeks from Monday, each day with what it is in a word.</summary>
public sealed record Month(int Year, int Number, IReadOnlyList<IReadOnlyList<Month.Day?>> Weeks)
{
    /// <summary>A day: 休 is a holiday, 班 a weekend day that is worked; an ordinary day has no mark.</summary>
    /// <param name="Mark">休, 班, or nothing.</param>
    /// <param name="Words">What it is, for those who hear it and as a tip.</param>
    /// <param name="Look">Its class.</param>
    public sealed record Day(DateOnly On, string? Mark, string Words, string Look);

    public static Month Of(WorkingCalendar calendar, int year, int month, DateOnly today)
    {
        var first = new DateOnly(year, month, 1);
        List<Day?> days = [.. Enumerable.Repeat<Day?>(null, ((int)first.DayOfWeek + 6) % 7)];
        for (var day = first; day.Month == month; day = day.AddDays(1)) days.Add(DayOf(calendar, day, today));
        return new(year, month, [.. days.Chunk(7).Select(IReadOnlyList<Day?> (week) => [.. week, .. Enumerable.Repeat<Day?>(null, 7 - week.Length)])]);
    }

    static Day DayOf(WorkingCalendar calendar, DateOnly day, DateOnly today)
    {
        var special = calendar.Special(day);
        var (mark, words, look) = special switch
        {
            { Off: true, Name: var name } => ("休", $"{name}，放假", "holiday"),
            { Off: false, Name: var name } when WorkingCalendar.IsWeekend(day) => ("班", $"{name}，调休上班", "worked"),
            _ => (null, WorkingCalendar.IsWeekend(day) ? "周末" : "工作日", WorkingCalendar.IsWeekend(day) ? "weekend" : "plain"),
        };
        return new(day, mark, day == today ? $"今天，{words}" : words, day == today ? look + " today" : look);
    }
}
