using System.Text.RegularExpressions;
using Gongkai.Documents.Reading;

namespace Gongkai.Documents.Intake;

/// <summary>Plain text and tables of text: no page, no script, no formula that starts something.</summary>
static partial class Text
{
    /// <exception cref="FlawException">It is no text, or text that a program would run.</exception>
    public static void Check(byte[] bytes, FileType type)
    {
        if (bytes is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) && bytes.AsSpan().IndexOfAnyExcept(Printable) >= 0)
            throw new FlawException(Refusal.Kind, "的内容不是文字，请确认文件没有损坏，或转换为 PDF 后上传");
        var text = TextEncodings.Decode(bytes);
        if (text.Contains('\0')) throw new FlawException(Refusal.Kind, "的内容不是文字，请确认文件没有损坏，或转换为 PDF 后上传");
        if (IsPage(text[..Math.Min(4096, text.Length)]) || Opening().IsMatch(text)) throw FlawException.Unsafe("它是网页或脚本", "请另存为 PDF 或纯文本后上传");
        if (type == FileType.Csv && Starting().IsMatch(text)) throw FlawException.Unsafe("表格中有会启动程序的公式", "请去掉以 =、+、-、@ 开头的公式后上传");
    }

    /// <summary>Whether a browser that guesses would take it for a page.</summary>
    public static bool IsPage(string head) => Markup().IsMatch(head);

    static System.Buffers.SearchValues<byte> Printable { get; } =
        System.Buffers.SearchValues.Create([9, 10, 11, 12, 13, 26, .. Enumerable.Range(32, 224).Where(b => b != 127).Select(b => (byte)b)]);

    [GeneratedRegex(@"<\s*(?:!doctype\s|html\b|head\b|body\b|script\b|svg\b|iframe\b|object\b|embed\b|\?php)", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\A\s*(?:<[?!a-z]|<%|#!|@echo\b|\[InternetShortcut\]|\[autorun\]|Windows Registry Editor)", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    // =cmd|' /C calc'!A0, and the functions that fetch or run.
    [GeneratedRegex(@"(?:^|[,;\t""])\s*[=+\-@][^,;\t\r\n]{0,200}(?:\|[^\r\n]{0,200}!|\b(?:HYPERLINK|WEBSERVICE|IMPORT\w+|CALL|EXEC|REGISTER|RTD|DDE)\s*\()", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Starting();
}
