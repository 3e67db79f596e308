using System.Text;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>One way in which reports are published.</summary>
/// <param name="Name">What it looks like.</param>
/// <param name="Blanks">Whether a blank cell leaves a trace; where it does not, no report with blanks is put into this shape.</param>
/// <param name="Publish">Makes the file.</param>
public sealed record Shape(string Name, bool Blanks, Func<ReportSource, Random, Published> Publish)
{
    public override string ToString() => Name;

    /// <summary>The same shape, for which prose is not compared.</summary>
    public Shape WithoutProse() => this with { Publish = (source, random) => Publish(source, random) is var file ? file with { Truth = file.Truth.WithoutProse() } : file };

    static Shape() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<Shape> All { get; } = [.. TextShapes.All, .. PipeShapes.All, .. LayoutShapes.All, .. JoinedShapes.All, .. HtmlShapes.All, .. DocxShapes.All, .. XlsxShapes.All, .. MarkdownShapes.All, .. OddShapes.All];

    /// <summary>Prose and tables, one after the other; <paramref name="table"/> draws a table as lines.</summary>
    public static List<string> Lines(ReportSource source, Func<int, IEnumerable<string>> table, string indent = "")
    {
        List<string> lines = [.. source.Title.Split('\n'), .. source.Introduction.Select(paragraph => indent + paragraph)];
        foreach (var section in source.Sections)
        {
            lines.Add(section.Heading);
            lines.AddRange(section.Paragraphs.Select(paragraph => indent + paragraph));
            if (source.Tabled(section))
                lines.AddRange(table(section.Number));
        }
        lines.AddRange(source.Signature);
        return lines;
    }

    public static Published Text(ReportSource source, IEnumerable<string> lines, Encoding? encoding = null, string end = "\n", string name = "report.txt")
    {
        var text = string.Join(end, lines) + end;
        encoding ??= new UTF8Encoding(false);
        return new(name, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)], Truth.Of(source));
    }
}
