using Gongkai.Documents.Printing;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Printing;

public class MarkdownPrinterTests
{
    static string[] Lines(Report report) => Printed.Text(report, PrintFormat.Markdown).Split('\n');

    [Fact]
    public void A_block_of_table_2_is_a_table_of_its_own()
    {
        var text = Printed.Text(SampleReports.Of2019, PrintFormat.Markdown);
        Assert.Contains("""
            **第二十条第（五）项**

            | 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
            | --- | ---: | ---: | ---: |
            | 行政许可 | 172 | 38 | 134 |
            | 其他对外管理服务事项 | 0 | 0 | 0 |

            **第二十条第（六）项**
            """, text);
        Assert.Contains("| 政府集中采购 | 5 | 4469000 |", text);
    }

    [Fact]
    public void Every_row_of_table_3_names_the_groups_that_it_stands_in()
    {
        var lines = Lines(SampleReports.Of2021);
        Assert.Contains("| 三、本年度办理结果 | （三）不予公开 | 6.属于四类过程性信息 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |", lines);
        Assert.Contains("| 三、本年度办理结果 | （七）总计 |  | 42 | 6 | 0 | 1 | 3 | 1 | 53 |", lines);
        Assert.Contains("| 四、结转下年度继续办理 |  |  | 2 | 0 | 0 | 0 | 1 | 0 | 3 |", lines);
        Assert.Contains("|  |  |  | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |", lines);
    }

    [Theory, MemberData(nameof(Printed.Samples), MemberType = typeof(Printed))]
    public void Every_line_of_a_table_has_as_many_places_as_the_one_above(string sample)
    {
        var lines = Lines(Printed.ByName[sample]);
        Assert.All(lines.Zip(lines.Skip(1)).Where(pair => pair.First.StartsWith('|') && pair.Second.StartsWith('|')),
            pair => Assert.Equal(pair.First.Count(c => c == '|'), pair.Second.Count(c => c == '|')));
    }

    [Fact]
    public void What_Markdown_would_take_for_its_own_signs_is_escaped()
    {
        var report = SampleReports.Of2021 with
        {
            Sections = [new(1, "一、总体情况", ["1.建立*三项*制度", "# 不是标题", "见<附件>|表二_说明", "3.5万元"])],
            Cells = CellValues.Of(ReportForm.Of2021, new Dictionary<string, CellValue> { ["t2.rules.issued"] = CellValue.Text("1|2", null) }, 0),
        };
        var lines = Lines(report);
        Assert.Contains(@"1\.建立\*三项\*制度", lines);
        Assert.Contains(@"\# 不是标题", lines);
        Assert.Contains(@"见\<附件\>\|表二\_说明", lines);
        Assert.Contains(@"| 规章 | 1\|2 | 0 | 0 |", lines);
    }
}
