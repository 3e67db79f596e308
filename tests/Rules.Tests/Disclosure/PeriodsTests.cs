using Gongkai.Rules.Disclosure;

namespace Gongkai.Rules.Tests.Disclosure;

/// <summary>What is disclosed in periods, and terms as a table writes them.</summary>
public sealed class PeriodsTests
{
    static readonly TimeRule Quarterly = new(TimeRuleKind.EveryMonths, 10, 3), ByJanuary = new(TimeRuleKind.YearlyBy, By: new(2000, 1, 31));

    static IReadOnlyList<CheckedPeriod> Check(TimeRule rule, string today, params string[] days) =>
        Periods.Check(Periods.Of(rule, new(2026, 1, 1), Day(today), WorkingCalendar.BuiltIn), days.Select(Day), Day(today));

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void Each_quarter_has_its_own_last_day()
    {
        var periods = Periods.Of(Quarterly, new(2026, 2, 14), new(2026, 7, 1), WorkingCalendar.BuiltIn).ToList();
        Assert.Equal([new(2026, 3, 31), new(2026, 6, 30), new DateOnly(2026, 9, 30)], periods.Select(period => period.Last));
        Assert.Equal(new DateOnly(2026, 1, 1), periods[0].First);
        Assert.Equal(WorkingCalendar.BuiltIn.Add(new(2026, 3, 31), 10), periods[0].DueOn);
    }

    [Fact]
    public void A_quarter_without_anything_is_missing_from_the_day_after_its_last()
    {
        var due = WorkingCalendar.BuiltIn.Add(new(2026, 3, 31), 10);
        Assert.Equal(PeriodState.Pending, Check(Quarterly, $"{due:yyyy-MM-dd}")[0].State);
        Assert.Equal(PeriodState.Missing, Check(Quarterly, $"{due.AddDays(1):yyyy-MM-dd}")[0].State);
    }

    [Fact]
    public void One_publication_serves_one_period()
    {
        var found = Check(Quarterly, "2026-07-10", "2026-04-08");
        Assert.Equal([PeriodState.InTime, PeriodState.Pending, PeriodState.Pending], found.Select(one => one.State));
        Assert.Equal(PeriodState.Late, Check(Quarterly, "2026-06-01", "2026-05-20")[0].State);
        // Two in the first quarter: the second quarter still wants its own.
        Assert.Equal([PeriodState.InTime, PeriodState.Missing], Check(Quarterly, "2026-07-20", "2026-03-01", "2026-03-02").Take(2).Select(one => one.State));
    }

    [Fact]
    public void A_year_that_ends_in_January_runs_from_February()
    {
        var found = Check(ByJanuary, "2026-11-23", "2026-01-20");
        Assert.Equal([PeriodState.InTime, PeriodState.Pending], found.Select(one => one.State));
        // 31 January 2027 is a Sunday.
        Assert.Equal(new DateOnly(2027, 1, 29), found[1].Period.DueOn);
        Assert.Equal(new DateOnly(2026, 2, 1), found[1].Period.First);
    }

    [Fact]
    public void Of_several_terms_the_shortest_period_counts()
    {
        Assert.Equal(Quarterly, Periods.RuleOf([ByJanuary, Quarterly, TimeRule.Usual]));
        Assert.Null(Periods.RuleOf([TimeRule.Usual]));
    }

    [Fact]
    public void A_term_is_read_back_as_it_was_written()
    {
        var terms = PlannedEntry.Usual.SelectMany(entry => entry.Times).Concat([Quarterly, ByJanuary, new(TimeRuleKind.EveryMonths, 5, 1), new(TimeRuleKind.EveryMonths, 5, 2), new(TimeRuleKind.EveryMonths, 0, 6, Basis: "某文件（2026）第一条")]);
        foreach (var term in terms) Assert.Equal(term, TimeRuleText.Read(term.Written()));
    }

    [Theory]
    [InlineData("自信息形成（变更）之日起 20 个工作日内", TimeRuleKind.WorkingDays, 20)]
    [InlineData("作出决定之日起７个工作日内", TimeRuleKind.WorkingDays, 7)]
    [InlineData("征求意见时间不少于30天", TimeRuleKind.CommentDays, 30)]
    public void Terms_are_read_as_other_catalogues_write_them(string cell, TimeRuleKind kind, int days)
    {
        var read = TimeRuleText.Read(cell)!;
        Assert.Equal((kind, days), (read.Kind, read.Days));
        Assert.Null(TimeRuleText.Read("及时公开"));
    }
}
