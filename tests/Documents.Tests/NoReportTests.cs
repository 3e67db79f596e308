using System.Text;
using Gongkai.Documents.Reading;

namespace Gongkai.Documents.Tests;

/// <summary>What only speaks of reports is none.</summary>
public sealed class NoReportTests
{
    const string Refusal = "文件中没有政府信息公开工作年度报告的各个部分和表格，不像一份年度报告；请检查是否选错了文件。";

    [Theory]
    [InlineData("区政府办公室公布2020年政府信息公开工作年度报告\n今年1月，各单位的年度报告已在门户网站公布，欢迎查阅。")]
    [InlineData("某区住房和城乡建设局2020年政府信息公开工作年度报告\n某区住房和城乡建设局2019年政府信息公开工作年度报告\n共2条")]
    [InlineData("表三怎么填\n一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n（一）予以公开\n（七）总计\n以上各行都要填。")]
    public void News_lists_and_instructions_are_refused(string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.Equal(Refusal, Assert.Throws<UnreadableReportException>(() => ReportReader.Read(file, "a.txt")).Message);
    }
}
