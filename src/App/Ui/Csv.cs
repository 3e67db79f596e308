using System.Text;

namespace Gongkai.App.Ui;

/// <summary>Writes sheets as comma separated values: what a stranger typed never becomes a formula.</summary>
public static class Csv
{
    /// <summary>Excel takes a file without it for GB18030.</summary>
    public const char ByteOrderMark = '\uFEFF';

    public static async Task Write(Sheet sheet, Stream to, CancellationToken cancellation)
    {
        await using var csv = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await csv.WriteAsync(ByteOrderMark);
        foreach (var line in sheet.Above) await csv.WriteAsync(Line([line]));
        await csv.WriteAsync(Line(sheet.Headings.Select(heading => (Cell)heading)));
        await foreach (var row in sheet.Rows.WithCancellation(cancellation)) await csv.WriteAsync(Line(row));
    }

    static string Line(IEnumerable<Cell> cells) => string.Join(',', cells.Select(Written)) + "\r\n";

    /// <summary>Text always in quotes, with an apostrophe before what a spreadsheet would calculate; a number as it is.</summary>
    public static string Written(Cell cell) => cell.IsNumber
        ? cell.Text
        : $"\"{(cell.WouldBeCalculated ? "'" : "")}{cell.ToString().Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
