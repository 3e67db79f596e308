using Gongkai.Rules.AnnualReports;

namespace Gongkai.Rules.Tests;

public class IdentityTests
{
    static readonly Report Clean = Samples.Clean;

    [Fact]
    public void A_title_of_another_year_is_told_and_the_form_is_not_blamed() =>
        Assert.Equal(["title-year"], (Clean with { Title = Clean.Title!.Replace("2023", "2020", StringComparison.Ordinal), Year = 2020 }).Rules());

    [Fact]
    public void A_title_against_a_period_alone_accuses_both() =>
        Assert.Equal(["title-year", "period"], (Clean with { Title = Clean.Title!.Replace("2023", "2022", StringComparison.Ordinal), Year = 2022, Sections = Samples.SectionsOf(Clean.Form, "我局持续做好公开。", "不足。") }).Rules());

    [Theory]
    [InlineData("2022年，我局更新了公开指南。", false)]
    [InlineData("2022年，我局更新了公开指南。2022年度，我局组织培训2次。", true)]
    [InlineData("2022年，我局更新了公开指南。2022年度，我局组织培训2次。2023年公开信息9条。", false)]
    [InlineData("2022年以来，我局更新了公开指南。2022年以来，我局组织培训2次。", false)]
    public void A_narrated_year_outweighs_the_title_only_where_it_is_the_only_one(string narrative, bool told) =>
        Assert.Equal(told ? ["title-year"] : [], (Clean with { Introduction = [], Sections = Samples.SectionsOf(Clean.Form, narrative, "不足。") }).Rules());

    [Theory]
    [InlineData("统计期限为2022年1月1日至2022年12月31日")]
    [InlineData("统计期限自2023年1月1日起至12月21日止")]
    [InlineData("数据统计时限为2023年1月1日至2023年11月30日")]
    [InlineData("统计期限为2023年2月1日至2023年12月31日")]
    [InlineData("统计期限为２０２２年１月１日至１２月３１日")]
    [InlineData("涵盖2023年1月1日至12月21日本机关的工作情况")]
    public void Another_period_is_told(string period) =>
        Assert.Equal(["period"], (Clean with { Introduction = [$"本报告根据条例编制，所列数据的{period}。"] }).Rules());

    [Theory]
    [InlineData("统计期限从2023年1月1日到12月31日止")]
    [InlineData("统计期限自2023年1月1日起，至2023年12月31日止")]
    [InlineData("统计时间为2023年1月1日—12月31日")]
    [InlineData("统计期限为2023.1.1-2023.12.31")]
    [InlineData("统计期限为2023年1月至12月")]
    [InlineData("统计时限为20231月1日至202312月31日")]
    [InlineData("统计期限自2023年3月15日本机关成立之日起至2023年12月31日止")]
    [InlineData("任务期限为2022年3月1日至2022年5月31日")]
    public void The_whole_year_however_it_is_written_is_no_fault(string period) =>
        Assert.Empty(Checks.Of(Clean with { Introduction = [$"本报告根据条例编制，所列数据的{period}。"] }));

    [Theory]
    [InlineData("根据《关于做好2022年政府信息公开工作年度报告编制工作的通知》（国办公开办函〔2021〕30号）要求，编制本报告。")]
    [InlineData("《中华人民共和国政府信息公开条例》于2019年5月15日起施行。")]
    [InlineData("1月31日前发布了2022年政府信息公开工作年度报告。")]
    [InlineData("2024年，我局将继续做好政府信息公开工作。")]
    [InlineData("按照2022年的经验，我局更新了公开指南。")]
    public void Other_years_are_named_for_good_reasons(string sentence) => Assert.Empty(Checks.Of(Clean.Saying(1, sentence)));

    [Fact]
    public void An_opening_copied_from_last_year_is_told() =>
        Assert.Equal(["title-year"], (Clean with { Introduction = [.. Clean.Introduction, "现公布云溪区住房和城乡建设局2022年度政府信息公开工作年度报告。"] }).Rules());

    [Theory]
    [InlineData("本报告由云溪区农业农村局编制。")]
    [InlineData("现公布南山区住房和城乡建设局2023年政府信息公开工作年度报告。")]
    public void A_report_taken_over_from_another_agency_is_told(string sentence) =>
        Assert.Equal(["agency-name"], (Clean with { Introduction = [.. Clean.Introduction, sentence] }).Rules());

    [Theory]
    [InlineData("本报告由区住建局编制。")]
    [InlineData("本报告由云州市云溪区住房和城乡建设局编制。")]
    [InlineData("本报告由区政务公开办公室汇总编制。")]
    [InlineData("如有疑问，请与云溪区人民政府办公室联系。")]
    [InlineData("现公布我局2023年政府信息公开工作年度报告。")]
    [InlineData("本报告由云溪区住房和城乡建设委员会结合有关统计数据编制。")]
    public void Short_forms_and_other_helpers_are_the_same_agency(string sentence) =>
        Assert.Empty(Checks.Of(Clean with { Introduction = [.. Clean.Introduction, sentence] }));

    [Fact]
    public void A_signature_of_another_bureau_is_told() => Assert.Equal(["agency-name"], Clean.Saying(6, "云溪区财政局", "2024年1月15日").Rules());

    [Fact]
    public void The_agencys_own_signature_is_no_fault() => Assert.Empty(Checks.Of(Clean.Saying(6, "云溪区住建局 2024年1月15日")));

    [Theory]
    [InlineData("某区住房和城乡建设局", true)]
    [InlineData("某县人民政府", true)]
    [InlineData("和平街道办事处", true)]
    [InlineData("某市城市管理局", true)]
    [InlineData("某省教育厅", true)]
    [InlineData("某市人民政府", false)]
    [InlineData("某市人民政府办公室", false)]
    [InlineData("某省人民政府", false)]
    [InlineData("某自治州人民政府", false)]
    [InlineData("内蒙古自治区人民政府", false)]
    [InlineData("住房和城乡建设部", false)]
    [InlineData("国家统计局", false)]
    public void Only_who_may_make_rules_reports_any(string agency, bool doubted)
    {
        var report = Samples.Of(2023, Clean) with { Agency = agency, Title = $"{agency}2023年政府信息公开工作年度报告" };
        Assert.Equal(doubted ? ["rule-power"] : [], report.With(("t2.rules.inForce", 3)).Rules());
        Assert.Empty(Checks.Of(report));
    }
}
