using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Gongkai.App.Ui;
using AppCell = Gongkai.App.Ui.Cell;
using AppSheet = Gongkai.App.Ui.Sheet;

namespace Gongkai.App.Tests;

/// <summary>What a stranger typed never becomes a formula in a file of ours (AC-10).</summary>
public sealed partial class SheetTests
{
    /// <summary>Every sign that starts a formula, alone, before a payload, after blanks and after marks that nobody sees.</summary>
    public static TheoryData<string> Hostile =>
    [
        .. from sign in (string[])["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
           from before in (string[])["", " ", "\u00A0", "\u3000", "\u200B", "\uFEFF", "\u202E"]
           from after in (string[])["", "1+1", "cmd|' /C calc'!A0", "HYPERLINK(\"http://x\",\"点\")"]
           select before + sign + after,
    ];

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static AppSheet Of(IReadOnlyList<string> above, params IReadOnlyList<AppCell>[] rows) => new("台账", above, ["一", "二"], rows.ToAsyncEnumerable());

    static async Task<byte[]> Written(AppSheet sheet, SheetFormat format)
    {
        using var file = new MemoryStream();
        await Gongkai.App.Ui.Sheets.Write(sheet, format, new OneWay(file), Cancelled);
        return file.ToArray();
    }

    [Theory, MemberData(nameof(Hostile))]
    public async Task No_cell_of_a_CSV_is_a_formula(string typed)
    {
        var text = Encoding.UTF8.GetString(await Written(Of([typed], [typed, typed]), SheetFormat.Csv)).TrimStart('\uFEFF');
        var cells = Quoted().Matches(text).Select(cell => cell.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal)).ToList();

        Assert.Equal(["'" + typed, "一", "二", "'" + typed, "'" + typed], cells);
        // Nothing stands outside the quotes but what parts the cells.
        Assert.Equal("\r\n,\r\n,\r\n", Quoted().Replace(text, ""));
    }

    [Theory, MemberData(nameof(Hostile))]
    public async Task Every_text_of_a_workbook_is_typed_as_text_and_comes_back_as_it_was(string typed)
    {
        var bytes = await Written(Of([], [typed, "x"]), SheetFormat.Xlsx);
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        var cell = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().ElementAt(2);

        Assert.Equal(DocumentFormat.OpenXml.Spreadsheet.CellValues.InlineString, cell.DataType!.Value);
        Assert.Null(cell.CellFormula);
        Assert.Equal(typed, cell.InlineString!.InnerText.Replace("_x000D_", "\r", StringComparison.Ordinal));
        // … and stays text when someone edits it.
        var format = workbook.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0));
        Assert.True(format.QuotePrefix?.Value);
    }

    [Fact]
    public async Task A_workbook_is_valid_has_its_lines_above_and_keeps_numbers_as_numbers()
    {
        var bytes = await Written(Of(["某区住房和城乡建设局　台账", "导出时间：2026-06-01 20:00　操作人：陈"], ["甲<&>\u0007\ud800", 12], ["_x0041_", -3.50m], ["", 1234567890123456m]), SheetFormat.Xlsx);
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        var rows = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(row => row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToList()).ToList();

        Assert.Empty(new OpenXmlValidator().Validate(workbook, Cancelled).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        Assert.Equal(["某区住房和城乡建设局　台账", "导出时间：2026-06-01 20:00　操作人：陈", "一", "甲<&>_x0007_\uFFFD", "_x005F_x0041_", ""], rows.Select(row => row[0].InnerText));
        Assert.Equal((null, "12"), (rows[3][1].DataType?.Value.ToString(), rows[3][1].CellValue?.Text));
        Assert.Equal("-3.50", rows[4][1].CellValue?.Text);
        // Excel would round it.
        Assert.Equal("1234567890123456", rows[5][1].InlineString?.InnerText);
        Assert.Equal("台账", workbook.WorkbookPart.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single().Name!.Value);
    }

    [Fact]
    public async Task A_CSV_begins_with_the_mark_that_Excel_looks_for_and_doubles_quotes()
    {
        var bytes = await Written(Of(["头"], ["说“\"”", -5]), SheetFormat.Csv);

        Assert.Equal("\uFEFF\"头\"\r\n\"一\",\"二\"\r\n\"说“\"\"”\",-5\r\n", Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public async Task Rows_beyond_what_a_sheet_holds_go_on_in_the_next()
    {
        using var file = new MemoryStream();
        await Xlsx.Write(new("台账", ["头"], ["一"], Enumerable.Range(1, 7).Select(IReadOnlyList<AppCell> (number) => [number]).ToAsyncEnumerable()), file, Cancelled, most: 4);
        file.Position = 0;
        using var workbook = SpreadsheetDocument.Open(file, false);
        var parts = workbook.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
            .Select(sheet => ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<Row>().Select(row => row.InnerText).ToArray()).ToList();

        Assert.Equal([["头", "一", "1", "2"], ["一", "3", "4", "5"], ["一", "6", "7"]], parts);
        Assert.Empty(new OpenXmlValidator().Validate(workbook, Cancelled));
    }

    [Fact]
    public async Task A_long_list_goes_sentwhile_it_is_read()
    {
        var read = 0;
        var sent = new Watching();
        long early = 0;
        async IAsyncEnumerable<IReadOnlyList<AppCell>> Rows()
        {
            for (; read < 50_000; read++)
            {
                if (read == 25_000) early = sent.Length;
                if (read % 1000 == 0) await Task.Yield();
                yield return [Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(read))), read];
            }
        }

        await Gongkai.App.Ui.Sheets.Write(new("台账", [], ["一", "二"], Rows()), SheetFormat.Xlsx, sent, Cancelled);

        Assert.InRange(early, 500_000, sent.Length - 500_000);
    }

    [Fact]
    public async Task What_is_too_long_for_a_cell_is_cut_and_says_so()
    {
        var bytes = await Written(Of([], [new string('甲', 40_000), ""]), SheetFormat.Xlsx);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var sheet = XDocument.Load(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var text = sheet.Descendants().Where(element => element.Name.LocalName == "t").Select(element => element.Value).ElementAt(2);

        Assert.Equal(32_767, text.Length);
        Assert.EndsWith("甲…", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_on_the_way_is_not_hidden() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Gongkai.App.Ui.Sheets.Write(new("台账", [], ["一"], Failing()), SheetFormat.Csv, Stream.Null, Cancelled));

    static async IAsyncEnumerable<IReadOnlyList<AppCell>> Failing()
    {
        await Task.CompletedTask;
        yield return ["一"];
        throw new InvalidOperationException("The store is gone.");
    }

    [GeneratedRegex("\"((?:[^\"]|\"\")*)\"")]
    private static partial Regex Quoted();

    /// <summary>Like a response's body: it goes one way, and only in the asynchronous lane.</summary>
    class OneWay(Stream inner) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => throw new NotSupportedException("Synchronous.");
        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Synchronous.");
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);
        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => inner.WriteAsync(buffer, offset, count, cancellationToken);
    }

    sealed class Watching() : OneWay(Null)
    {
        long length;
        public override long Length => length;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            length += buffer.Length;
            return default;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            length += count;
            return Task.CompletedTask;
        }
    }
}
