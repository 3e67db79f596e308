using Gongkai.Rules.Disclosure;

namespace Gongkai.Rules.Tests.Disclosure;

/// <summary>By when something must be disclosed.</summary>
public sealed class TimeRuleTests
{
    static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;

    // Monday 21 September 2026: Friday the 25th is off, and so is 1 to 7 October; Saturday 10 October is worked.
    [Theory]
    [InlineData("2026-09-21", 20, "2026-10-26")]
    [InlineData("2026-09-21", 7, "2026-10-08")]
    [InlineData("2026-09-30", 2, "2026-10-09")]
    public void Working_days_count_from_the_day_after(string formed, int days, string due) =>
        Assert.Equal(DateOnly.Parse(due, null), new TimeRule(TimeRuleKind.WorkingDays, days).Due(DateOnly.Parse(formed, null), Calendar));

    [Fact]
    public void Of_two_terms_the_shorter_counts()
    {
        var (due, rule) = TimeRule.Shortest(new(2026, 9, 21), [new(TimeRuleKind.WorkingDays, 7), new(TimeRuleKind.WorkingDays, 30)], Calendar);

        Assert.Equal((new DateOnly(2026, 10, 8), 7), (due, rule.Days));
    }

    [Fact]
    public void Without_a_term_of_its_own_it_is_twenty_working_days() =>
        Assert.Equal(TimeRule.Usual, TimeRule.Shortest(new(2026, 9, 21), [], Calendar).Rule);

    [Theory]
    [InlineData(3, "2026-02-03", "2026-03-31")]
    [InlineData(6, "2026-07-01", "2026-12-31")]
    [InlineData(1, "2028-02-10", "2028-02-29")]
    public void A_period_ends_with_its_last_month(int months, string day, string end) =>
        Assert.Equal(DateOnly.Parse(end, null), new TimeRule(TimeRuleKind.EveryMonths, Months: months).EndOfPeriod(DateOnly.Parse(day, null)));

    [Fact]
    public void What_is_due_by_a_day_of_the_year_is_due_in_the_next_when_the_day_has_passed()
    {
        var rule = new TimeRule(TimeRuleKind.YearlyBy, By: new DateOnly(2000, 1, 31));

        // 31 January 2027 is a Sunday: before it, not after.
        Assert.Equal(new DateOnly(2027, 1, 29), rule.Due(new(2026, 6, 1), Calendar));
    }

    [Fact]
    public void The_fifteen_items_and_what_article_21_adds_stand_as_the_Regulation_has_them()
    {
        Assert.Equal(15, Matter.Article20.Count);
        Assert.Equal(7, Matter.Article21.Count);
        Assert.Equal("第二十条第（五）项", Matter.Find("20.5")!.Cited);
        Assert.Equal("房屋征收", Matter.Find("21.5")!.Name);
        Assert.All(PlannedColumn.Usual, column => Assert.NotNull(Matter.Find(column.Matter)));
        Assert.Equal(PlannedColumn.Usual.Count, PlannedColumn.Usual.Select(column => column.Slug).Distinct().Count());
        Assert.All(Matter.Article20, matter => Assert.Contains(PlannedColumn.Usual, column => column.Matter == matter.Code));
    }

    [Theory]
    [InlineData(Validity.InForce, null, "2026-06-30", "2026-07-01", Validity.Lapsed)]
    [InlineData(Validity.InForce, null, "2026-06-30", "2026-06-30", Validity.InForce)]
    [InlineData(Validity.InForce, "2026-07-01", null, "2026-06-30", Validity.NotYet)]
    [InlineData(Validity.NotYet, "2026-07-01", null, "2026-07-01", Validity.InForce)]
    [InlineData(Validity.Repealed, "2026-07-01", null, "2026-07-01", Validity.Repealed)]
    [InlineData(Validity.Unmarked, "2026-07-01", null, "2026-06-01", Validity.Unmarked)]
    public void A_document_comes_into_force_and_lapses_by_itself(Validity marked, string? from, string? last, string day, Validity holds) =>
        Assert.Equal(holds, marked.On(DateOnly.Parse(day, null), from is null ? null : DateOnly.Parse(from, null), last is null ? null : DateOnly.Parse(last, null)));

    [Fact]
    public void An_index_number_is_the_organ_code_the_period_and_a_serial_number()
    {
        Assert.Equal("000014349/2022-33981", new IndexNumberPattern("000014349").Write(2022, 33981));
        Assert.Equal("11341702486344515H/202110-00013", new IndexNumberPattern("11341702486344515H", ByMonth: true).Write(202110, 13));
        Assert.Equal("486344515", IndexNumberPattern.Of("11341702486344515H").Agency);
        Assert.Equal("2022-33981", IndexNumberPattern.Short("000014349/2022-33981"));
    }
}
