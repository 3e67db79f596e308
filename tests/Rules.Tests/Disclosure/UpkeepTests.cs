using Gongkai.Rules.Disclosure;

namespace Gongkai.Rules.Tests.Disclosure;

/// <summary>How long a column is up to date, and how far a site is from the red lines of the inspection.</summary>
public sealed class UpkeepTests
{
    static Upkeep Column(int? gap, DateOnly? newest, int count = 1, int least = 1, string type = "信息公开目录", bool isTop = true) => new(type, isTop, gap, least, newest, count);

    [Fact]
    public void A_column_is_up_to_date_through_the_last_day_of_its_gap()
    {
        var column = Column(20, new(2026, 3, 1));

        Assert.Equal((new DateOnly(2026, 3, 21), 20), (column.FreshUntil, column.DaysLeft(new(2026, 3, 1))));
        Assert.Equal(UpkeepState.Fresh, column.On(new(2026, 3, 15)));
        Assert.Equal(UpkeepState.Soon, column.On(new(2026, 3, 16)));
        Assert.Equal(UpkeepState.Soon, column.On(new(2026, 3, 21)));
        Assert.Equal(UpkeepState.Stale, column.On(new(2026, 3, 22)));
    }

    [Fact]
    public void A_column_without_a_gap_changes_when_its_matter_does_and_may_still_be_empty()
    {
        Assert.Equal(UpkeepState.AsItComes, Column(null, new(2019, 1, 1)).On(new(2026, 1, 1)));
        Assert.Equal(UpkeepState.Empty, Column(null, null, count: 0).On(new(2026, 1, 1)));
        Assert.Equal(UpkeepState.NotApplicable, Column(null, null, count: 0, least: 0).On(new(2026, 1, 1)));
        Assert.Equal(UpkeepState.Few, Column(90, new(2026, 1, 1), count: 3, least: 4).On(new(2026, 1, 2)));
    }

    [Fact]
    public void The_home_page_fails_after_two_weeks_without_anything_new()
    {
        Assert.Equal(0, RedLines.Of([], new(2026, 3, 1), new(2026, 3, 15), RedLineTerms.Usual).HomeDaysLeft);
        Assert.False(RedLines.Of([], new(2026, 3, 1), new(2026, 3, 15), RedLineTerms.Usual).Fails);
        Assert.True(RedLines.Of([], new(2026, 3, 1), new(2026, 3, 16), RedLineTerms.Usual).Fails);
        Assert.True(RedLines.Of([], null, new(2026, 3, 16), RedLineTerms.Usual).Fails);
    }

    [Fact]
    public void Five_columns_of_news_and_policies_ten_others_or_five_blank_ones_fail_a_site()
    {
        DateOnly today = new(2026, 3, 16);
        var news = Column(null, new(2026, 3, 1), type: "要闻动态");
        var policies = Column(null, new(2025, 9, 15), type: "政策文件");

        Assert.Equal(5, RedLines.Of([news, news, policies, policies, policies], today, today, RedLineTerms.Usual).Unkept);
        Assert.True(RedLines.Of([news, news, policies, policies, policies], today, today, RedLineTerms.Usual).Fails);
        Assert.False(RedLines.Of([news, news, policies, policies, policies with { Newest = new(2025, 9, 16) }], today, today, RedLineTerms.Usual).Fails);
        Assert.Equal(0, RedLines.Of([policies with { IsTop = false }], today, today, RedLineTerms.Usual).Unkept);
        Assert.True(RedLines.Of([.. Enumerable.Repeat(Column(10, new(2026, 1, 1)), 10)], today, today, RedLineTerms.Usual).Fails);
        Assert.False(RedLines.Of([.. Enumerable.Repeat(Column(10, new(2026, 1, 1)), 9), .. Enumerable.Repeat(Column(null, null, count: 0), 4)], today, today, RedLineTerms.Usual).Fails);
        Assert.True(RedLines.Of([.. Enumerable.Repeat(Column(null, null, count: 0), 5)], today, today, RedLineTerms.Usual).Fails);
    }
}
