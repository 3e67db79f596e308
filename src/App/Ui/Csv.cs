namespace Gongkai.App.Ui;

/// <summary>The one writer of cells for spreadsheets: what a stranger typed never becomes a formula.</summary>
public static class Csv
{
    /// <summary>Excel takes a file without it for GB18030.</summary>
    public const char ByteOrderMark = '\uFEFF';

    const string Triggers = "=+-@\t\r\n＝＋－＠";

    public static string Line(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>Always in quotes; an apostrophe before what a spreadsheet would calculate.</summary>
    public static string Cell(string text)
    {
        var safe = text.TrimStart(' ') is [var first, ..] && Triggers.Contains(first, StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
