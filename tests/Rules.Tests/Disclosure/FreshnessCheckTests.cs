using Gongkai.Rules.Disclosure;

namespace Gongkai.Rules.Tests.Disclosure;

/// <summary>What a self-check says of how fresh a site is, on both sides of each line.</summary>
public sealed class FreshnessCheckTests
{
    static readonly DateOnly Today = new(2026, 3, 16);

    static (string, Upkeep) Column(string name, int? gap = null, DateOnly? newest = null, int count = 1, int least = 1, string type = "信息公开目录") => (name, new(type, true, gap, least, newest, count));

    static CheckLine Line(CheckRule rule, DateOnly? newest, params (string, Upkeep)[] columns) => FreshnessCheck.Of(columns, newest, Today, RedLineTerms.Usual).First(line => line.Rule == rule.Code);

    [Theory]
    [InlineData("2026-03-16", CheckVerdict.Fine, "最近一条公开于 2026-03-16，就在今天；红线为 14 天。")]
    [InlineData("2026-03-08", CheckVerdict.Fine, "最近一条公开于 2026-03-08，距今 8 天；红线为 14 天。")]
    [InlineData("2026-03-07", CheckVerdict.Near, "最近一条公开于 2026-03-07，距今 9 天；红线为 14 天。")]
    [InlineData("2026-03-02", CheckVerdict.Near, "最近一条公开于 2026-03-02，距今 14 天；红线为 14 天。")]
    [InlineData("2026-03-01", CheckVerdict.RedLine, "最近一条公开于 2026-03-01，距今 15 天；红线为 14 天。")]
    public void The_home_page_is_spoken_of_after_nine_days_and_fails_after_two_weeks(string newest, CheckVerdict verdict, string evidence)
    {
        var line = Line(CheckRule.Home, DateOnly.Parse(newest, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((verdict, evidence), (line.Verdict, line.Evidence));
        Assert.Equal(verdict is CheckVerdict.Fine, line.Todo is null);
    }

    [Fact]
    public void Nothing_public_at_all_is_a_red_line() => Assert.Equal((CheckVerdict.RedLine, "还没有公开过信息。"), (Line(CheckRule.Home, null).Verdict, Line(CheckRule.Home, null).Evidence));

    [Theory]
    [InlineData(0, CheckVerdict.Fine, "没有空白栏目；红线为 5 个。")]
    [InlineData(3, CheckVerdict.Deduction, "3 个栏目没有内容，距红线还差 2 个：空1、空2、空3。")]
    [InlineData(4, CheckVerdict.Near, "4 个栏目没有内容，距红线还差 1 个：空1、空2、空3、空4。")]
    [InlineData(5, CheckVerdict.RedLine, "5 个栏目没有内容，红线为 5 个：空1、空2、空3、空4、空5。")]
    public void Blank_columns_are_counted_and_named(int count, CheckVerdict verdict, string evidence)
    {
        var line = Line(CheckRule.Blank, Today, [.. Enumerable.Range(1, count).Select(i => Column($"空{i}", count: 0))]);

        Assert.Equal((verdict, evidence), (line.Verdict, line.Evidence));
    }

    [Fact]
    public void What_does_not_apply_gives_no_alarm_and_is_named()
    {
        var lines = FreshnessCheck.Of([.. Enumerable.Range(1, 6).Select(i => Column($"免{i}", count: 0, least: 0)), Column("动态", newest: new(2020, 1, 1), least: 0, type: "工作动态")], Today, Today, RedLineTerms.Usual).ToList();

        Assert.DoesNotContain(lines, line => line.Verdict is CheckVerdict.RedLine or CheckVerdict.Near or CheckVerdict.Deduction);
        Assert.StartsWith("免1、免2、免3、免4、免5、免6、动态 已设为不适用", lines.Single(line => line.Verdict is CheckVerdict.NotApplicable).Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_hold_from_their_day_on()
    {
        RedLineTerms[] known = [new() { From = new(2026, 7, 1), HomeGap = 10 }, new() { From = new(2019, 1, 1) }];

        Assert.Equal((14, 10), (RedLineTerms.On(known, new(2026, 6, 30)).HomeGap, RedLineTerms.On(known, new(2026, 7, 1)).HomeGap));
        Assert.Equal(RedLineTerms.Usual, RedLineTerms.On([], new(2026, 7, 1)));
    }

    [Theory]
    [InlineData(4, true, false, "首页再过 5 天没有新的信息就触及红线")]
    [InlineData(20, false, true, "首页超过 14 天没有新的信息")]
    public void How_near_the_nearest_line_is_stands_in_one_sentence(int days, bool near, bool fails, string words)
    {
        var lines = RedLines.Of([], Today.AddDays(days == 4 ? -9 : -days), Today, RedLineTerms.Usual);

        Assert.Equal((near, fails, words), (lines.IsNear, lines.Fails, lines.Words));
    }
}
