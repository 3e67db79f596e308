using System.Text;
using Gongkai.Documents.Reading;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests;

/// <summary>The six parts are found under whatever headings agencies print, and no part is found where none is.</summary>
public sealed class HeadingTests
{
    static readonly string[] Usual =
        ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"];

    [Theory]
    [InlineData(1, "一、总体情况。")]
    [InlineData(1, "一、总体工作情况")]
    [InlineData(1, "一、工作开展情况")]
    [InlineData(1, "一、总体情况 2023年，我局认真落实条例。")]
    [InlineData(1, "一、总体情况2023年，我局认真落实条例。")]
    [InlineData(6, "六、其他需要报告的事项：无。")]
    [InlineData(6, "六、其他需要报告的事项无。")]
    [InlineData(6, "六、其他需要说明的事项")]
    [InlineData(6, "六、其它情况")]
    public void A_part_is_found_under_an_unusual_heading(int part, string heading)
    {
        var report = Read([.. Usual.Select((usual, i) => i + 1 == part ? heading : usual)]);
        Assert.Equal([1, 2, 3, 4, 5, 6], report.Sections.Select(section => section.Number));
        Assert.DoesNotContain(Checks.Of(report), finding => finding.Rule is "section-missing" or "section-order" && finding.Severity == Severity.Error);
    }

    [Fact]
    public void Parts_numbered_in_brackets_are_found()
    {
        var report = Read([.. Usual.Select(usual => $"（{usual[0]}）{usual[2..]}")]);
        Assert.Equal([1, 2, 3, 4, 5, 6], report.Sections.Select(section => section.Number));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void A_part_without_a_heading_stays_missing(int part)
    {
        var report = Read([.. Usual.Select((usual, i) => i + 1 == part ? "（一）工作开展情况" : usual)]);
        Assert.Equal(Enumerable.Range(1, 6).Except([part]), report.Sections.Select(section => section.Number));
    }

    static Report Read(string[] headings) =>
        ReportReader.Read(new MemoryStream(Encoding.UTF8.GetBytes("青山县水务局2023年政府信息公开工作年度报告\n" + string.Concat(headings.Select(heading => $"{heading}\n工作平稳，没有变化。\n")))), "a.txt");
}
