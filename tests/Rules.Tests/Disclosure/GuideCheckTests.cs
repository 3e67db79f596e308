using Gongkai.Rules.Disclosure;

namespace Gongkai.Rules.Tests.Disclosure;

/// <summary>The guide: complete, true, confirmed each year.</summary>
public sealed class GuideCheckTests
{
    static readonly DateOnly Written = new(2026, 3, 2), Today = new(2026, 11, 23);

    static GuideFacts Facts(params (string, string)[] facts) => new(facts.ToDictionary(fact => fact.Item1, fact => fact.Item2));

    [Fact]
    public void The_usual_text_says_all_that_article_12_asks_of_a_text()
    {
        Assert.Null(GuideText.Usual.ToHandIn());
        Assert.Equal(["信息分类", "编排体系", "获取方式", "申请程序", "收费", "救济途径"], GuideText.Usual.Parts.Select(part => part.Heading));
        Assert.Equal("请填写“收费”。", (GuideText.Usual with { Fees = " " }).ToHandIn()!.Reason);
    }

    [Fact]
    public void A_guide_that_nobody_wrote_is_missed()
    {
        var found = Assert.Single(GuideCheck.Of([], Facts(), null, null, Today));
        Assert.True(found.Serious);
        Assert.StartsWith("还没有发布本机关的政府信息公开指南", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moved_office_makes_the_guide_out_of_date_until_somebody_confirms()
    {
        var (then, now) = (Facts(("办公地址", "旧址"), ("传真号码", "")), Facts(("办公地址", "新址"), ("传真号码", "0")));
        var found = Assert.Single(GuideCheck.Of([], now, then, Written, Today));
        Assert.Equal("指南未及时更新：办公地址由“旧址”改为“新址”；传真号码新填为“0”。请核对指南后确认或者修改。", found.Message);
        Assert.Empty(GuideCheck.Of([], now, now, Written, Today));
    }

    [Theory, InlineData("2025-11-23", 0), InlineData("2025-11-22", 1)]
    public void It_is_confirmed_once_a_year(string last, int findings) =>
        Assert.Equal(findings, GuideCheck.Of([], Facts(), Facts(), DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), Today).Count);

    [Fact]
    public void What_the_regulation_asks_and_nobody_entered_is_named() =>
        Assert.Equal("指南缺少传真号码、办公时间，请在机构设置中填写政府信息公开工作机构。", GuideCheck.Of(["传真号码", "办公时间"], Facts(), Facts(), Written, Today)[0].Message);
}
