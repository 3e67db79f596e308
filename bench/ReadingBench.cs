using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using Gongkai.Documents.Printing;
using Gongkai.Documents.Reading;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Bench;

/// <summary>Reading and checking a report, against the bare cost of parsing the same bytes with the library that we read them with.</summary>
static class ReadingBench
{
    const double Goal = 1.5;

    /// <summary>The files that are raced: our own prints, and the same as Word would have saved them.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Files()
    {
        var report = SampleReport.Of(seed: 7);
        var (html, docx) = (Print(report, PrintFormat.Html), Print(report, PrintFormat.Docx));
        return [("printed.html", html), ("word.html", WordLike.Html(html)), ("printed.docx", docx), ("word.docx", WordLike.Docx(docx))];
    }

    public static Chapter Run(TimeSpan each) => new(
        "Reports read and checked",
        """
        One report of a usual size (200 cells, about 3,000 characters of prose) in memory, read and checked against every rule, in turns with
        parsing alone: AngleSharp's `HtmlParser` building the document, the Open XML SDK opening the package and walking every element of the
        body. `word.*` are the same report as Word saves it: a run for every five characters, each with its own formatting. Times are of one
        thread. Before the race every file is read once, and must give back every cell.
        """,
        [.. Files().Select(file => Line(file.Name, file.Bytes, each))]);

    static Outcome Line(string name, byte[] bytes, TimeSpan each)
    {
        MustBeRight(name, bytes);
        var race = Race.Run(name.EndsWith(".html", StringComparison.Ordinal) ? () => ParseHtml(bytes) : () => ParseDocx(bytes), () => ReadAndCheck(name, bytes), each);
        return new($"{name} ({bytes.Length / 1024} KB)", $"≤ {Goal}× parsing", Chapter.Ratio(race), race.Ratio <= Goal,
            $"{Chapter.Rate(race.Ours)} against {Chapter.Rate(race.Reference)}; {Chapter.Milliseconds(race.Ours)} against {Chapter.Milliseconds(race.Reference)}; {race.Rounds} rounds");
    }

    public static IReadOnlyList<Finding> ReadAndCheck(string name, byte[] bytes)
    {
        using var file = new MemoryStream(bytes, writable: false);
        return Checks.Of(ReportReader.Read(file, name));
    }

    public static void ParseHtml(byte[] bytes)
    {
        using var file = new MemoryStream(bytes, writable: false);
        using var page = new HtmlParser().ParseDocument(file);
        if (page.Body!.ChildElementCount == 0) throw new InvalidOperationException("The page is empty.");
    }

    public static void ParseDocx(byte[] bytes)
    {
        using var file = new MemoryStream(bytes, writable: false);
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        var elements = 0;
        foreach (var _ in document.MainDocumentPart!.Document!.Body!.Descendants()) elements++;
        if (elements == 0) throw new InvalidOperationException("The document is empty.");
    }

    // A fast reader that reads wrongly would win every race.
    static void MustBeRight(string name, byte[] bytes)
    {
        var made = SampleReport.Of(seed: 7);
        using var file = new MemoryStream(bytes, writable: false);
        var read = ReportReader.Read(file, name);
        var wrong = made.Form.Cells.Where(cell => read.Cells[read.Form[cell.Key]].Number != made.Cells[cell].Number).ToList();
        if (wrong.Count > 0) throw new InvalidOperationException($"{name} was read wrongly in {wrong.Count} cells, first {wrong[0].Key}.");
    }

    static byte[] Print(Report report, PrintFormat format)
    {
        using var to = new MemoryStream();
        ReportPrinter.Print(report, format, to);
        return to.ToArray();
    }
}
