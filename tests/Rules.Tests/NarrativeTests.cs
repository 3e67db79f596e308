using Gongkai.Rules.AnnualReports;

namespace Gongkai.Rules.Tests;

/// <summary>Sentences in the manner of published reports, against the vector: 新收52（自然人41）、结转4、办结53、结转下年3.</summary>
public class NarrativeTests
{
    static readonly Report Clean = Samples.Clean;

    [Theory]
    [MemberData(nameof(Sentences.Innocent), MemberType = typeof(Sentences))]
    public void What_is_right_or_may_mean_something_else_is_not_accused(int section, string sentence) =>
        Assert.Empty(Checks.Of(Clean.Saying(section, sentence)).Select(f => $"{f.Rule} {f.Severity} {f.Message}"));

    [Theory]
    [MemberData(nameof(Sentences.Wrong), MemberType = typeof(Sentences))]
    public void A_number_that_is_not_the_tables_is_told(string rule, Severity severity, string sentence)
    {
        var findings = Checks.Of(Clean.Saying(1, sentence));
        Assert.Contains(findings, f => f.Rule == rule && f.Severity == severity);
        Assert.All(findings, f => Assert.Equal(rule, f.Rule));
    }

    [Fact]
    public void Two_hundred_and_fifty_eight_is_the_column_of_persons_alone()
    {
        var report = Clean.With(("t3.granted.person", 256), ("t3.granted.business", 14), ("t3.granted.research", 0), ("t3.granted.welfare", 1), ("t3.granted.legalService", 1), ("t3.granted.otherBody", 0), ("t3.granted.total", 272),
            ("t3.partlyGranted.person", 2), ("t3.partlyGranted.total", 3));
        var finding = Checks.Of(report.Saying(1, "2023年收到政府信息公开申请52件，予以公开及部分公开258件。")).Single(f => f.Rule == "text-vs-table");
        Assert.Equal((275m, 258m), (finding.Expected, finding.Actual));
        Assert.Contains("258恰为“自然人”一列的数", finding.Message, StringComparison.Ordinal);
        Assert.Equal(["t3.granted.total", "t3.partlyGranted.total"], finding.Cells.Select(c => c.Key));
    }

    [Fact]
    public void The_message_quotes_the_sentence_and_names_the_cell() =>
        Assert.Equal("正文说“2023年，我局共收到政府信息公开申请25件”，其中的25与表三“一、本年新收政府信息公开申请数量”“总计”的52不一致。可能是相邻两个数字写颠倒了。请核对后改正其中之一。",
            Checks.Of(Clean.Saying(1, "2023年，我局共收到政府信息公开申请25件。")).Single().Message);

    [Theory]
    [InlineData("全县共收到政府信息公开申请52件，其中县政府收到政府信息公开申请12件。")]
    [InlineData("全县各级行政机关办结政府信息公开申请800件。")]
    [InlineData("青山县人民政府办公室收到政府信息公开申请9件。")]
    public void A_governments_own_office_is_only_a_part(string sentence)
    {
        var government = Clean with { Agency = "青山县人民政府", Title = "青山县人民政府2023年政府信息公开工作年度报告" };
        Assert.DoesNotContain(Checks.Of(government.Saying(1, sentence)), f => f.Severity == Severity.Error);
    }

    [Fact]
    public void A_list_that_adds_up_is_confirmed()
    {
        var sum = Assert.Single(Narrative.Sums(Samples.Seed));
        Assert.Equal("2+4+88+25=119", sum.ToString());
        Assert.Equal(["概况类", "政策法规类", "工作动态类", "审批服务类"], sum.Parts.Select(part => part.Label));
        Assert.True(sum.Holds);
    }

    [Theory]
    [InlineData("公开信息22条，其中人事信息2条，动态信息2条，财务信息2条（其中预算1条、决算1条），计划总结5条，审计计划1条，审计结果4条，审计整改1条，其他信息5条。", "2+2+2+5+1+4+1+5=22")]
    [InlineData("主动公开政府信息9条（条例1个、公开指南1则、年度决算1则、年度预算1则、年度报告1篇、工作通告4篇）。", "1+1+1+1+1+4=9")]
    [InlineData("累计公开214条，其中基本信息180条，重点领域信息34条；通过微信公众号发布信息89条。", "180+34=214")]
    [InlineData("主动公开政府信息12条。其中，公开指南1条，占8%；其他公文5条，占41%；预决算2条，占17%；采购目录2条，占17%；公示公告2条，占17%。", "1+5+2+2+2=12")]
    [InlineData("主动公开信息1,119条，其中概况类１１９条、动态类1000条。", "119+1000=1119")]
    public void Lists_are_read_as_they_are_written(string sentence, string sum) =>
        Assert.Equal(sum, Narrative.Sums(Clean with { Sections = [new(1, "一、总体情况", [sentence])] })[0].ToString());

    [Theory]
    [InlineData("主动公开政府信息12190余条，其中要闻285条，公告303条。")]
    [InlineData("我局设有3个科室，其中综合科负责政府信息公开。")]
    [InlineData("全年组织培训2次，其中线上培训1次。")]
    public void Where_nothing_claims_to_add_up_nothing_is_added(string sentence) =>
        Assert.Empty(Narrative.Sums(Clean with { Sections = [new(1, "一、总体情况", [sentence])] }));

    [Fact]
    public void A_text_without_a_year_of_its_own_makes_no_claim_about_years() =>
        Assert.Empty(Checks.Of(Clean with { Year = null, Title = null, Introduction = [], Sections = Samples.SectionsOf(Clean.Form, "我局2022年新收政府信息公开申请17件。", "不足。") }));
}
