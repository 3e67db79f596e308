using Gongkai.Rules.AnnualReports;

namespace Gongkai.Rules.Tests;

public class ConfirmationTests
{
    static IEnumerable<string> Said(Report report, Report? previous = null) => Confirmations.Of(report, previous).Select(confirmation => confirmation.Sentence);

    [Fact]
    public void The_published_report_balances_and_its_list_adds_up() =>
        Assert.Equal(
        [
            "表三7列都平：第一项加第二项等于第三项加第四项。", "表三7列的办理结果总计都等于各项之和。", "表三23行的总计都等于各列之和。", "表四3组的总计都等于各项结果之和。",
            "正文列举的各部分加得起来：2+4+88+25=119。", "表格用的是2019年的式样，与2019年度相符。",
        ], Said(Samples.Seed));

    [Fact]
    public void What_last_year_left_open_was_taken_over_in_seven_columns() =>
        Assert.Contains("7列的上年结转都与上一年报告的结转下年度一致。", Said(Samples.Clean, Samples.LastYear(Samples.Clean)));

    [Fact]
    public void A_blank_leaves_the_rest_confirmed_and_says_so() =>
        Assert.Contains("表三6列都平：第一项加第二项等于第三项加第四项。另有1处因有空白或无法辨认的数，不能核对。", Said(Samples.Clean.With(("t3.received.person", CellValue.Blank))));

    [Fact]
    public void What_fails_is_not_confirmed()
    {
        var failing = Samples.Clean.With(("t3.received.person", 40)).Saying(1, "共收到政府信息公开申请51件。");
        Assert.Equal(["outcome-sum", "table4-sum", "form-year", "period"], Confirmations.Of(failing).Select(c => c.Rule));
    }

    [Fact]
    public void Numbers_in_the_text_that_agree_are_counted() =>
        Assert.Contains("正文有3处说到表中的数，都与表一致。", Said(Samples.Clean.Saying(1, "共收到政府信息公开申请52件，办结53件，结转下年度3件。")));
}
