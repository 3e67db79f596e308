using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Printing;

/// <summary>Prints a report as Markdown that reads well unrendered; tables are pipe tables.</summary>
static partial class MarkdownPrinter
{
    public static void Print(Report report, Stream to)
    {
        StringBuilder text = new();
        void Paragraph(string paragraph) => text.Append(paragraph).Append("\n\n");

        Paragraph($"# {Inline(report.PrintedTitle)}");
        foreach (var paragraph in report.Introduction) Paragraph(Line(paragraph));
        foreach (var part in report.PrintedParts)
        {
            if (part.Section is { } section)
            {
                Paragraph($"## {Inline(section.Heading)}");
                foreach (var paragraph in section.Paragraphs)
                    Paragraph(Subheading.Is(paragraph) ? $"### {Inline(paragraph)}" : Line(paragraph));
            }
            foreach (var table in part.Tables) MarkdownTable.Append(text, report, table);
        }
        to.Write(Encoding.UTF8.GetBytes(text.ToString().TrimEnd('\n') + "\n"));
    }

    /// <summary>Text that Markdown would take for its own signs, made safe.</summary>
    internal static string Inline(string text) => Signs.Replace(text, @"\$0");

    // What begins a list, a heading, a quotation or a rule only at the start of a line.
    static string Line(string text) => Starts.Replace(Inline(text), @"$1\$2");

    [GeneratedRegex(@"[\\`*_\[\]<>|~&]")]
    private static partial Regex Signs { get; }

    [GeneratedRegex(@"^(\s*\d{0,9})([#+\-=.)])", RegexOptions.ECMAScript)]
    private static partial Regex Starts { get; }
}
