namespace Gongkai.Rules;

// Periods. The day of the event is day zero and is not counted; a step costs the same whether it is 3 days or 3 000.
public sealed partial class WorkingCalendar
{
    // Days are counted from 1 January of the year 1, a Monday. From `first` on for as long as the notices reach, `through[i]` is how many
    // working days there were through the day first + i, and `working` the working days themselves; elsewhere every week has five.
    readonly int first;
    readonly int[] through;
    readonly int[] working;

    int Last => first + through.Length - 1;

    (int First, int[] Through, int[] Working) Tabulate()
    {
        if (special.Count == 0) return (0, [], []);
        int start = special.Keys.Min().DayNumber, end = special.Keys.Max().DayNumber;
        var counts = new int[end - start + 1];
        List<int> days = [];
        for (var day = start; day <= end; day++)
        {
            if (IsWorkingDay(DateOnly.FromDayNumber(day))) days.Add(day);
            counts[day - start] = days.Count;
        }
        return (start, counts, [.. days]);
    }

    /// <summary>The last of a number of working days after the start, which is day zero: 20 after Wednesday 28 January 2026 is Tuesday 3 March.</summary>
    /// <param name="start">The day of the event; it may be any day.</param>
    /// <param name="count">0 gives the start itself, whether it is worked or not.</param>
    [Law(Statute.CivilProcedure, "85")]
    public DateOnly Add(DateOnly start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count == 0 ? start : Nth(Through(start.DayNumber) + count);
    }

    /// <summary>The first of a number of working days before a day, which is not counted itself: 3 before Monday 12 October 2026 is Thursday 8 October.</summary>
    public DateOnly Before(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count == 0 ? day : Nth(Through(day.DayNumber - 1) - count + 1);
    }

    /// <summary>How many working days lie after one day, up to and including another; negative where the other is earlier.</summary>
    public int Count(DateOnly from, DateOnly to) => Through(to.DayNumber) - Through(from.DayNumber);

    /// <summary>The day itself where it is worked, or else the next that is: Friday 2 October 2026 becomes Thursday 8 October.</summary>
    // 期间届满的最后一日是法定休假日的，以法定休假日后的第一日为期间届满的日期。
    [Law(Statute.CivilProcedure, "85")]
    public DateOnly OnOrAfter(DateOnly day) => IsWorkingDay(day) ? day : Add(day, 1);

    /// <summary>The day itself where it is worked, or else the last before it that is. A day "before the 31st" is not extended: Sunday 31 January 2027 becomes Friday 29 January.</summary>
    public DateOnly OnOrBefore(DateOnly day) => IsWorkingDay(day) ? day : Before(day, 1);

    /// <summary>The end of a period of calendar days: 60 after Monday 3 August 2026 is Friday 2 October, a holiday, and so Thursday 8 October.</summary>
    // 期间的计算和送达，依照《中华人民共和国民事诉讼法》关于期间、送达的规定执行。
    [Law(Statute.Reconsideration, "88")]
    public DateOnly AddCalendarDays(DateOnly start, int count) => OnOrAfter(start.AddDays(count));

    /// <summary>The end of a period of months: the day of the same number, or the month's last where it has none, and then the next working day. 6 after 31 August 2026 is Sunday 28 February 2027, and so Monday 1 March.</summary>
    [Law(Statute.CivilProcedure, "85")]
    public DateOnly AddMonths(DateOnly start, int months) => OnOrAfter(start.AddMonths(months));

    /// <summary>How many working days there were from the year 1 through this day.</summary>
    int Through(int day) =>
        through.Length == 0 || day < first ? WeekdaysThrough(day)
        : WeekdaysThrough(first - 1) + through[Math.Min(day, Last) - first] + (day > Last ? WeekdaysThrough(day) - WeekdaysThrough(Last) : 0);

    /// <summary>The working day of this number, the first being 1.</summary>
    DateOnly Nth(int number)
    {
        var before = through.Length == 0 ? int.MaxValue : WeekdaysThrough(first - 1);
        return DateOnly.FromDayNumber(
            number <= before ? Weekday(number)
            : number - before <= working.Length ? working[number - before - 1]
            : Weekday(number - before - working.Length + WeekdaysThrough(Last)));
    }

    static int WeekdaysThrough(int day)
    {
        var (weeks, rest) = Math.DivRem(day + 1, 7);
        return weeks * 5 + Math.Min(rest, 5);
    }

    static int Weekday(int number)
    {
        var (weeks, rest) = Math.DivRem(number - 1, 5);
        return weeks * 7 + rest;
    }
}
