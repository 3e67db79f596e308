using Gongkai.Documents.Reading.Papers;
using Gongkai.Documents.Reading.Tables;
using Gongkai.Documents.Printing;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Reading;

/// <summary>Reads a published annual report, in whatever format and layout, into its form.</summary>
public static class ReportReader
{
    /// <summary>Reads one file.</summary>
    /// <param name="file">The bytes.</param>
    /// <param name="name">The file's name; its ending is a hint where the content leaves a choice (CSV and text).</param>
    /// <exception cref="UnreadableReportException">The file cannot be read as a report; its message is a Chinese sentence that says what to do.</exception>
    public static Report Read(Stream file, string name)
    {
        var bytes = FileBytes.Take(file);
        return IsJson(bytes) ? ReportJson.Read(new MemoryStream(bytes)) : Read(Open(bytes, name));
    }

    // Our own print, or another system's in the contract's shape.
    static bool IsJson(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        return bytes.TrimStart(" \t\r\n"u8).StartsWith("{"u8) && bytes.TrimStart("{ \t\r\n"u8).StartsWith("\""u8);
    }

    static Paper Open(byte[] bytes, string name) => FileBytes.Sniff(bytes) switch
    {
        FileKind.Docx => DocxPaper.Read(bytes),
        FileKind.Xlsx => XlsxPaper.Read(bytes),
        FileKind.Pdf => PdfPaper.Read(bytes),
        FileKind.Text => OfText(Folding.Plain(TextEncodings.Decode(bytes)), name),
    };

    static Paper OfText(string text, string name)
    {
        if (text.AsSpan().Count('<') > MostTags) throw new UnreadableReportException("网页过于庞大，不像一份年度报告；请只提供年度报告本身的页面。");
        HtmlNesting.Measure(text);
        if (LooksLikeHtml(text)) return HtmlPaper.Read(text);
        if (text.Contains("<table", StringComparison.OrdinalIgnoreCase)) return MixedPaper.Read(text);
        return name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? TextPaper.ReadCsv(text) : TextPaper.Read(text);
    }

    const string Unread = "一行的各格无法确定，按未读出处理。";

    // A browser's tree of as many elements takes some 300 MB; Word's longest reports have a tenth.
    const int MostTags = 400_000;

    static readonly string[] Tags = ["<!doctype html", "<html", "<body", "</p>", "</div>", "</span>"];

    static bool LooksLikeHtml(string text) => Tags.Any(tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase));

    // A table's caption is no prose.
    static readonly HashSet<string> Captions = [.. ReportForm.Of2019.Tables.Concat(ReportForm.Of2021.Tables).Select(table => table.PrintedCaption)];

    static Report Read(Paper paper)
    {
        var lines = Outline.Unfolded(paper.Lines);
        var (table2, table3, table4) = Outline.Tables(lines);
        int[] tables = [-1, -1, table2, table3, table4];
        var headings = Outline.Headings(lines, (section, from, to) => section is >= 2 and <= 4 && tables[section] > from && tables[section] < to);
        // News of a report, or a list of reports, has a title like one, but neither its parts nor its tables.
        if (table2 < 0 && table3 < 0 && table4 < 0 && headings.Count < 2) throw NoReport();
        // A table's headings may stand a line above its sign; its part's heading stands above both.
        int End(int start) => headings.Select(heading => heading.Line).Concat(tables).Where(line => line > start).DefaultIfEmpty(lines.Count).Min();

        List<string> notes = [.. paper.Notes];
        var cells = new Dictionary<string, CellValue>();
        var tabular = new bool[lines.Count];
        void Take(int from, int? to)
        {
            if (to is { } last) Array.Fill(tabular, true, from, Math.Min(last, lines.Count - 1) - from + 1);
        }

        var (edition2, edition3) = (Editions.OfTable2(lines, table2, table2 < 0 ? 0 : End(table2)), Editions.OfTable3(lines, table3, table3 < 0 ? 0 : End(table3)));
        var head = headings.Count > 0 ? headings[0].Line : tables.Where(line => line >= 0).DefaultIfEmpty(lines.Count).Min();
        var masthead = Masthead.Read(paper, lines, head, notes);
        var form = ReportForm.Of(
            edition2 ?? edition3 ?? ReportForm.For(masthead.Year ?? 2021).Edition,
            edition3 ?? edition2 ?? ReportForm.For(masthead.Year ?? 2021).Edition);

        if (table2 >= 0) Take(table2, DisclosureTable.Read(lines, table2, End(table2), form.Table2, cells, notes));
        if (table3 >= 0) Take(RequestTable.Top(lines, table3, form.Table3), RequestTable.Read(lines, table3, End(table3), form.Table3, cells, notes));
        if (table4 >= 0) Take(table4, RemedyTable.Read(lines, table4, End(table4), cells, notes));

        // A text about the form has its labels, and nothing stands in their cells.
        if (cells.Values.All(cell => cell.Reading == CellReading.Unread) && headings.Count < 4) throw NoReport();

        HtmlContent.LeaveOutside(lines, [.. headings.Select(heading => heading.Line), .. tables.Where(line => line >= 0)], tabular);
        List<ReportSection> sections = [];
        for (var i = 0; i < headings.Count; i++)
            sections.Add(new(headings[i].Section, headings[i].Text, Between(headings[i].Line + 1, i + 1 < headings.Count ? headings[i + 1].Line : lines.Count)));

        return new()
        {
            Form = form,
            Agency = masthead.Agency,
            Year = masthead.Year,
            Title = masthead.Title,
            Introduction = Between(masthead.TitleLine + 1, head),
            Sections = sections,
            Cells = CellValues.Of(form, cells),
            Notes = Gathered(notes),
        };

        // Many rows that could not be told are one thing to know.
        static List<string> Gathered(List<string> notes)
        {
            var unread = notes.Where(note => note.EndsWith(Unread, StringComparison.Ordinal)).ToList();
            if (unread.Count < 6) return notes;
            return [.. notes.Except(unread), $"有 {unread.Count} 行的各格无法确定，按未读出处理，如：{unread[0]}"];
        }

        static UnreadableReportException NoReport() => new("文件中没有政府信息公开工作年度报告的各个部分和表格，不像一份年度报告；请检查是否选错了文件。");

        List<string> Between(int from, int to) =>
            Prose.Paragraphs(Enumerable.Range(from, Math.Max(0, to - from)).Where(i => !tabular[i] && !Captions.Contains(lines[i].Text)).Select(i => lines[i]), paper.Wrapped);
    }
}

/// <summary>A file that cannot be read as a report. The message is one Chinese sentence for the person who gave it.</summary>
public sealed class UnreadableReportException(string message) : Exception(message);
