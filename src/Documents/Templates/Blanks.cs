using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Documents.Templates;

/// <summary>Finds the blanks <c>{{字段}}</c> of a Word file, which Word cuts into pieces as it likes, and its content controls.</summary>
static partial class Blanks
{
    /// <summary>One blank in a paragraph's text.</summary>
    /// <param name="Name">Without the white space that somebody may have typed around it.</param>
    public readonly record struct Blank(string Name, int At, int Length);

    /// <summary>The parts that print: text, heads and feet, notes.</summary>
    public static IEnumerable<OpenXmlPartRootElement> Roots(WordprocessingDocument document)
    {
        if (document.MainDocumentPart is not { Document: { } text } main) yield break;
        yield return text;
        foreach (var part in main.HeaderParts) if (part.Header is { } root) yield return root;
        foreach (var part in main.FooterParts) if (part.Footer is { } root) yield return root;
        if (main.FootnotesPart?.Footnotes is { } footnotes) yield return footnotes;
        if (main.EndnotesPart?.Endnotes is { } endnotes) yield return endnotes;
    }

    /// <summary>The texts of a paragraph itself, not of a text box that hangs on it.</summary>
    public static List<Text> Texts(Paragraph paragraph) =>
        [.. paragraph.Descendants<Text>().Where(text => text.Ancestors<Paragraph>().First() == paragraph)];

    public static string Whole(IEnumerable<Text> texts) => string.Concat(texts.Select(text => text.Text));

    /// <summary>The blanks of a text, from left to right. Chinese keyboards give wide braces; they count too.</summary>
    public static IReadOnlyList<Blank> In(string text) => [.. Pattern().Matches(text).Select(found => new Blank(found.Groups[1].Value.Trim(), found.Index, found.Length))];

    /// <summary>Braces that open or close no blank.</summary>
    public static bool HasLoose(string text) => Loose().IsMatch(Pattern().Replace(text, ""));

    /// <summary>The field that a content control stands for: its tag, or else its title.</summary>
    public static string? NameOf(SdtElement control)
    {
        var properties = control.SdtProperties;
        var tag = properties?.GetFirstChild<Tag>()?.Val?.Value;
        return string.IsNullOrWhiteSpace(tag) ? properties?.GetFirstChild<SdtAlias>()?.Val?.Value?.Trim() : tag.Trim();
    }

    /// <summary>Puts a text in the place of some characters that may stand in several pieces: the first piece takes it, the others lose theirs.</summary>
    public static void Replace(List<Text> texts, int at, int length, string by)
    {
        var start = 0;
        var left = length;
        foreach (var piece in texts)
        {
            var old = piece.Text;
            var end = start + old.Length;
            if (end > at && left > 0)
            {
                var from = Math.Max(0, at + (length - left) - start);
                var taken = Math.Min(left, old.Length - from);
                piece.Text = new StringBuilder(old).Remove(from, taken).Insert(from, left == length ? by : "").ToString();
                piece.Space = SpaceProcessingModeValues.Preserve;
                left -= taken;
            }
            start = end;
        }
    }

    [GeneratedRegex(@"(?:\{\{|｛｛)([^{}｛｝\r\n]{0,60})(?:\}\}|｝｝)")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\{\{|\}\}|｛｛|｝｝")]
    private static partial Regex Loose();
}
