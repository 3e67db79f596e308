using System.Globalization;

namespace Gongkai.Rules.Tests;

/// <summary>The worked examples of the specification, and what the notices say.</summary>
public sealed class WorkingCalendarTests
{
    static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-01-28", 7, "2026-02-06")]
    [InlineData("2026-01-28", 20, "2026-03-03")]
    [InlineData("2026-01-28", 40, "2026-03-31")]
    [InlineData("2026-09-15", 7, "2026-09-23")]
    [InlineData("2026-09-15", 20, "2026-10-19")]
    [InlineData("2026-04-25", 20, "2026-05-26")]
    [InlineData("2026-04-27", 20, "2026-05-27")]
    [InlineData("2026-03-02", 7, "2026-03-11")]
    [InlineData("2026-03-20", 20, "2026-04-20")]
    [InlineData("2026-03-02", 20, "2026-03-30")]
    [InlineData("2026-03-11", 15, "2026-04-01")]
    [InlineData("2026-03-30", 12, "2026-04-16")]
    [InlineData("2026-03-30", 20, "2026-04-28")]
    [InlineData("2026-05-06", 20, "2026-06-02")]
    [InlineData("2026-05-20", 20, "2026-06-17")]
    [InlineData("2026-02-10", 20, "2026-03-16")]
    [InlineData("2026-09-29", 3, "2026-10-09")]
    [InlineData("2026-09-29", 7, "2026-10-14")]
    [InlineData("2026-09-29", 20, "2026-11-02")]
    public void A_period_of_working_days_ends_as_in_the_worked_examples(string start, int count, string end) =>
        Assert.Equal(Day(end), Calendar.Add(Day(start), count));

    [Fact]
    public void The_days_of_a_consultation_are_counted_after_its_dispatch_and_through_the_answer() =>
        Assert.Equal(12, Calendar.Count(Day("2026-03-09"), Day("2026-03-25")));

    [Theory]
    [InlineData("2026-08-03", "2026-10-08")]
    [InlineData("2026-07-31", "2026-09-29")]
    public void Sixty_calendar_days_that_end_on_a_holiday_end_after_it(string served, string end) =>
        Assert.Equal(Day(end), Calendar.AddCalendarDays(Day(served), 60));

    [Theory]
    [InlineData("2026-03-10", 6, "2026-09-10")]
    [InlineData("2026-08-31", 6, "2027-03-01")]
    [InlineData("2025-08-31", 6, "2026-02-28")]
    [InlineData("2026-04-01", 6, "2026-10-08")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    public void Months_end_on_the_same_number_or_the_last_of_the_month_and_then_on_a_working_day(string start, int months, string end) =>
        Assert.Equal(Day(end), Calendar.AddMonths(Day(start), months));

    [Fact]
    public void A_day_before_which_something_must_be_done_is_not_extended()
    {
        Assert.Equal(Day("2026-01-30"), Calendar.OnOrBefore(Day("2026-01-31")));
        Assert.Equal(Day("2027-01-29"), Calendar.OnOrBefore(Day("2027-01-31")));
        Assert.Equal(Day("2026-09-20"), Calendar.OnOrBefore(Day("2026-09-20")));
    }

    [Fact]
    public void Days_before_are_counted_back() => Assert.Equal(Day("2026-10-08"), Calendar.Before(Day("2026-10-12"), 3));

    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_so_many_working_days(int year, int days) =>
        Assert.Equal(days, Calendar.Count(new(year - 1, 12, 31), new(year, 12, 31)));

    [Theory]
    [InlineData("2018-12-29", true)]
    [InlineData("2018-12-31", false)]
    [InlineData("2019-05-02", false)]
    [InlineData("2019-05-05", true)]
    [InlineData("2020-01-31", false)]
    [InlineData("2020-02-01", false)]
    [InlineData("2020-02-03", true)]
    [InlineData("2022-10-09", true)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-09-25", false)]
    [InlineData("2026-09-28", true)]
    public void A_later_notice_overrides_an_earlier(string day, bool worked) => Assert.Equal(worked, Calendar.IsWorkingDay(Day(day)));

    [Fact]
    public void Every_built_in_notice_names_its_source_and_moves_work_onto_weekends_only()
    {
        Assert.Equal(Enumerable.Range(2019, 8), HolidayNotice.BuiltIn.Select(notice => notice.Year));
        Assert.All(HolidayNotice.BuiltIn, notice =>
        {
            Assert.All(notice.Sources, source => Assert.Matches(@"^国办发明电〔20\d\d〕\d+号$", source.Number));
            Assert.All(notice.Sources, source => Assert.StartsWith("https://www.gov.cn/zhengce/", source.Url, StringComparison.Ordinal));
            Assert.All(notice.Days.Where(day => !day.Off), day => Assert.True(WorkingCalendar.IsWeekend(day.Day), $"{day}"));
            Assert.All(notice.Days, day => Assert.InRange(day.Day, new(notice.Year - 1, 12, 25), new(notice.Year, 12, 31)));
        });
    }

    [Fact]
    public void A_notice_that_is_written_down_reads_back() =>
        Assert.All(HolidayNotice.BuiltIn, notice =>
        {
            var again = HolidayNotice.Read(notice.Year, notice.Text);
            Assert.Equal(notice.Days, again.Days);
            Assert.Equal(notice.Sources, again.Sources);
        });

    [Theory]
    [InlineData("off 2026-02-30 春节", "没有“2026-02-30”这一天。")]
    [InlineData("off 2026-02-03 2026-02-01 春节", "起止日期不对：“off 2026-02-03 2026-02-01 春节”。")]
    [InlineData("rest 2026-02-03", "看不懂这一行：“rest 2026-02-03”。")]
    public void A_line_that_is_no_day_is_named(string line, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => HolidayNotice.Read(2026, line)).Message);

    [Fact]
    public void A_year_without_a_notice_is_estimated_and_says_so()
    {
        Assert.Null(Calendar.Caution(Day("2019-01-02"), Day("2026-12-24")));
        Assert.Equal("2027 年节假日尚未导入，期限按周一至周五估算", Calendar.Caution(Day("2026-12-20"), Day("2027-01-18")));
        Assert.Equal("2027、2028 年节假日尚未导入，期限按周一至周五估算", Calendar.Caution(Day("2026-12-20"), Day("2028-01-18")));
        Assert.Equal(Day("2027-01-18"), Calendar.Add(Day("2026-12-21"), 20));
    }

    [Fact]
    public void The_last_week_of_December_waits_for_the_next_notice() => Assert.Equal([2027], Calendar.Estimated(Day("2026-12-01"), Day("2026-12-29")));

    [Fact]
    public void A_local_day_holds_here_only_and_overrides_the_notice()
    {
        SpecialDay[] local = [new(Day("2026-03-30"), Off: true, "古尔邦节"), new(Day("2026-10-10"), Off: true, "自治区成立纪念日")];
        var here = new WorkingCalendar(HolidayNotice.BuiltIn, local);

        Assert.Equal(Day("2026-03-31"), here.Add(Day("2026-03-02"), 20));
        Assert.False(here.IsWorkingDay(Day("2026-10-10")));
        Assert.True(Calendar.IsWorkingDay(Day("2026-10-10")));
    }

    [Fact]
    public void An_imported_notice_takes_the_place_of_the_one_that_came_with_the_program()
    {
        var changed = new WorkingCalendar([.. HolidayNotice.BuiltIn, HolidayNotice.Read(2026, "off 2026-01-01 元旦")]);

        Assert.True(changed.IsWorkingDay(Day("2026-10-01")));
        Assert.False(changed.IsWorkingDay(Day("2026-01-01")));
        Assert.False(changed.IsWorkingDay(Day("2025-10-01")));
    }

    [Theory]
    [InlineData("2026-10-31", null)]
    [InlineData("2026-11-01", "2027 年节假日尚未导入，跨年的期限按周一至周五估算。国务院办公厅一般在 11 月发布通知，请在发布后导入。")]
    [InlineData("2025-12-01", null)]
    public void From_November_on_a_missing_notice_is_asked_for(string today, string? words) => Assert.Equal(words, Calendar.Missing(Day(today)));

    [Fact]
    public void The_days_that_a_notice_changes_are_told()
    {
        var changed = new WorkingCalendar([.. HolidayNotice.BuiltIn, HolidayNotice.Read(2027, "off 2026-12-31 2027-01-02 元旦\non 2027-01-03 元旦")]);

        Assert.Equal([Day("2026-12-31"), Day("2027-01-01"), Day("2027-01-03")], changed.DifferencesFrom(Calendar, 2027));
    }
}
