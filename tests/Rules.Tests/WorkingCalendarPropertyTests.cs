using CsCheck;

namespace Gongkai.Rules.Tests;

/// <summary>The arithmetic against one that steps from day to day.</summary>
public sealed class WorkingCalendarPropertyTests
{
    static readonly DateOnly From = new(2017, 1, 1);
    static readonly WorkingCalendar Empty = new([]);

    static readonly Gen<DateOnly> Day = Gen.Int[0, 365 * 12].Select(From.AddDays);

    static readonly Gen<WorkingCalendar> Any = Gen.OneOf(
        Gen.Const(WorkingCalendar.BuiltIn),
        Gen.Const(Empty),
        Gen.Select(Day, Gen.Bool, (day, off) => new SpecialDay(day, off, "")).Array[0, 60].Select(days => new WorkingCalendar([], days)));

    [Fact]
    public void Adding_is_stepping() =>
        Gen.Select(Any, Day, Gen.Int[0, 700]).Sample((calendar, start, count) =>
        {
            var day = start;
            for (var left = count; left > 0; left -= calendar.IsWorkingDay(day) ? 1 : 0) day = day.AddDays(1);
            Assert.Equal(day, calendar.Add(start, count));
        }, iter: 3000);

    [Fact]
    public void Counting_back_is_stepping_back() =>
        Gen.Select(Any, Day, Gen.Int[0, 300]).Sample((calendar, start, count) =>
        {
            var day = start;
            for (var left = count; left > 0; left -= calendar.IsWorkingDay(day) ? 1 : 0) day = day.AddDays(-1);
            Assert.Equal(day, calendar.Before(start, count));
        }, iter: 3000);

    [Fact]
    public void Counting_is_looking_at_each_day() =>
        Gen.Select(Any, Day, Gen.Int[0, 900]).Sample((calendar, from, length) =>
        {
            var to = from.AddDays(length);
            var days = Enumerable.Range(1, length).Count(step => calendar.IsWorkingDay(from.AddDays(step)));
            Assert.Equal(days, calendar.Count(from, to));
            Assert.Equal(-days, calendar.Count(to, from));
        }, iter: 3000);

    [Fact]
    public void What_was_added_is_counted() =>
        Gen.Select(Any, Day, Gen.Int[1, 700]).Sample((calendar, start, count) =>
        {
            var end = calendar.Add(start, count);
            Assert.True(calendar.IsWorkingDay(end));
            Assert.Equal(count, calendar.Count(start, end));
        }, iter: 3000);

    [Fact]
    public void The_next_working_day_is_the_first_that_is_one() =>
        Gen.Select(Any, Day).Sample((calendar, day) =>
        {
            var next = calendar.OnOrAfter(day);
            Assert.True(calendar.IsWorkingDay(next) && next >= day);
            Assert.All(Enumerable.Range(0, next.DayNumber - day.DayNumber), step => Assert.False(calendar.IsWorkingDay(day.AddDays(step))));
        }, iter: 3000);

    [Fact]
    public void An_unknown_year_is_counted_from_Monday_to_Friday() =>
        Day.Sample(day => Assert.Equal(day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday), Empty.IsWorkingDay(day)), iter: 1000);
}
