using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Gongkai.Documents.Reading;

namespace Gongkai.Documents.Tests;

/// <summary>A small table that someone imports.</summary>
public sealed class TableFileTests
{
    [Fact]
    public void A_CSV_is_read_in_UTF_8_and_in_GB18030()
    {
        const string text = "元旦,2027-01-01,放假\r\n\"说“\"\"”\",2,3";
        _ = TableFile.Rows(Encoding.UTF8.GetBytes(text));

        foreach (var bytes in (byte[][])[Encoding.UTF8.GetBytes("\uFEFF" + text), Encoding.GetEncoding("GB18030").GetBytes(text)])
            Assert.Equal([["元旦", "2027-01-01", "放假"], ["说“\"”", "2", "3"]], TableFile.Rows(bytes));
    }

    [Fact]
    public void A_workbook_is_read_by_its_first_visible_sheet_gaps_kept()
    {
        var rows = TableFile.Rows(Workbook());

        Assert.Equal([["元旦", "", "46388"], ["TRUE", "共享"]], rows);
    }

    [Theory]
    [InlineData("", "文件是空的，请检查后重新选择。")]
    [InlineData("PK\u0003\u0004x", "Excel 文件已损坏或不完整，请重新导出后再试。")]
    [InlineData("a\0b", "无法识别文件格式，请提供 XLSX 或 CSV。")]
    public void What_is_no_table_says_what_to_do(string file, string message) =>
        Assert.Equal(message, Assert.Throws<UnreadableTableException>(() => TableFile.Rows(Encoding.Latin1.GetBytes(file))).Message);

    [Fact]
    public void A_file_that_is_too_large_is_refused() =>
        Assert.Equal("文件超过 2 MB，不像一张表，请检查是否选错。", Assert.Throws<UnreadableTableException>(() => TableFile.Rows(new byte[3_000_000])).Message);

    static byte[] Workbook()
    {
        using MemoryStream file = new();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<SharedStringTablePart>("strings").SharedStringTable = new(new SharedStringItem(new Text("共享")));
            workbook.AddNewPart<WorksheetPart>("hidden").Worksheet = new(new SheetData(new Row(new Cell { CellReference = "A1", CellValue = new("1") })));
            workbook.AddNewPart<WorksheetPart>("shown").Worksheet = new(new SheetData(
                new Row(new Cell { CellReference = "A1", DataType = CellValues.InlineString, InlineString = new(new Text("元旦")) }, new Cell { CellReference = "C1", CellValue = new("46388") }),
                new Row(new Cell { CellReference = "A2", DataType = CellValues.Boolean, CellValue = new("1") }, new Cell { CellReference = "B2", DataType = CellValues.SharedString, CellValue = new("0") })));
            workbook.Workbook = new(new Sheets(
                new Sheet { Name = "藏", SheetId = 1, Id = "hidden", State = SheetStateValues.Hidden },
                new Sheet { Name = "表", SheetId = 2, Id = "shown" }));
        }
        return file.ToArray();
    }
}
