using System.Text;
using Gongkai.Documents.Reading;

namespace Gongkai.Documents.Tests;

/// <summary>Bars that end cells, and empty cells that held a line's end.</summary>
public sealed class BarTests
{
    // Every row: 4 persons, 5 empty cells, and the total.
    [Theory]
    [InlineData("{0} | 4 |\n|\n|\n|\n|\n| 4 |\n")]
    [InlineData("{0} |\n4 |\n|\n|\n|\n|\n|\n4 |\n")]
    public void Empty_cells_between_bars_keep_their_places(string row)
    {
        var text = new StringBuilder("青山县水务局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 |\n自然人 | 法人或其他组织 | 总计 |\n商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |\n");
        foreach (var label in Rules.AnnualReports.ReportForm.Of2021.Table3.Blocks[0].Rows) text.Append(row.Replace("{0}", label.Printed, StringComparison.Ordinal));
        var report = ReportReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "a.txt");
        foreach (var key in (string[])["received", "granted", "stateSecret", "notHeld", "total", "carriedOver"])
            Assert.Equal([4, null, null, null, null, null, 4], report.Form.Cells.Where(cell => cell.Key.StartsWith($"t3.{key}.", StringComparison.Ordinal)).Select(cell => report.Cells[cell].Number));
    }
}
