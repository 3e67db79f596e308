using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Documents.Printing;

namespace Gongkai.Documents.Templates;

/// <summary>Fills a template with values: a Word file with no blank left in it.</summary>
public static class Letter
{
    /// <param name="template">Checked before; see <see cref="TemplateCheck"/>.</param>
    /// <param name="values">By field; a field without a value is empty. A line break makes a new paragraph where the field stands alone.</param>
    /// <returns>The same bytes for the same values.</returns>
    public static byte[] Write(byte[] template, IReadOnlyDictionary<string, string> values)
    {
        using var package = new MemoryStream();
        package.Write(template);
        using (var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(package, isEditable: true))
            foreach (var root in Blanks.Roots(document).ToList())
            {
                foreach (var control in root.Descendants<SdtElement>().ToList()) Fill(control, values);
                foreach (var paragraph in root.Descendants<Paragraph>().ToList()) Fill(paragraph, values);
                root.Save();
            }
        using var copy = new MemoryStream();
        FixedPackage.Copy(package, copy);
        return copy.ToArray();
    }

    /// <summary>What a letter says, paragraph by paragraph, for a look at it on a page.</summary>
    public static IReadOnlyList<string> Text(byte[] letter)
    {
        using var document = TemplateCheck.Open(letter, "");
        return [.. document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(paragraph => Blanks.Whole(Blanks.Texts(paragraph))).Where(text => text.Length > 0)];
    }

    // A control is its content from then on: in a letter nobody clicks into a field.
    static void Fill(SdtElement control, IReadOnlyDictionary<string, string> values)
    {
        if (control.Parent is null || Blanks.NameOf(control) is not { } name || !values.TryGetValue(name, out var value)) return;
        var content = control.ChildElements.FirstOrDefault(child => child is SdtContentBlock or SdtContentRun or SdtContentCell or SdtContentRow);
        if (content is null) return;
        if (content.Descendants<Text>().FirstOrDefault() is { } first)
        {
            foreach (var other in content.Descendants<Text>().Skip(1).ToList()) other.Remove();
            // Grey, as long as nothing was typed.
            foreach (var style in content.Descendants<RunStyle>().Where(style => style.Val?.Value == "PlaceholderText").ToList()) style.Remove();
            foreach (var further in content.Elements<Paragraph>().Skip(1).ToList()) further.Remove();
            Set(first, value);
        }
        else if (content is SdtContentRun) content.Append(DocxPrinter.RunOf(Plain(value)));
        foreach (var child in content.ChildElements.ToList())
        {
            child.Remove();
            control.InsertBeforeSelf(child);
        }
        control.Remove();
    }

    static void Fill(Paragraph paragraph, IReadOnlyDictionary<string, string> values)
    {
        var texts = Blanks.Texts(paragraph);
        var whole = Blanks.Whole(texts);
        var blanks = Blanks.In(whole);
        if (blanks.Count == 0) return;
        var filled = blanks.Select(blank => Plain(values.GetValueOrDefault(blank.Name, ""))).ToList();
        if (filled.TrueForAll(value => value.Length == 0) && whole.Trim() != "" && Leave(paragraph, whole)) return;

        if (blanks is [var only] && filled[0].Contains('\n') && whole.Trim().Length == only.Length)
        {
            // Each line is a paragraph like this one.
            foreach (var line in filled[0].Split('\n'))
            {
                var copy = (Paragraph)paragraph.CloneNode(true);
                paragraph.InsertBeforeSelf(copy);
                Blanks.Replace(Blanks.Texts(copy), only.At, only.Length, line);
            }
            paragraph.Remove();
            return;
        }
        // From the right, so that the places of the others stay.
        for (var i = blanks.Count - 1; i >= 0; i--) Blanks.Replace(texts, blanks[i].At, blanks[i].Length, filled[i]);
        foreach (var text in texts.Where(text => text.Text.Contains('\n'))) Set(text, text.Text);
    }

    // A paragraph or a row of which nothing would be said is left out; a cell keeps its paragraph, and a row that says more its place.
    static bool Leave(Paragraph paragraph, string whole)
    {
        if (paragraph.Parent is not TableCell cell)
        {
            paragraph.Remove();
            return true;
        }
        if (whole.EndsWith('　') || cell.Parent is not TableRow row || row.Parent is not Table table || table.Elements<TableRow>().Count() == 1 || row.Elements<TableCell>().Count() > 2) return false;
        row.Remove();
        return true;
    }

    static void Set(Text text, string value)
    {
        var lines = Plain(value).Split('\n');
        text.Text = lines[0];
        text.Space = SpaceProcessingModeValues.Preserve;
        OpenXmlElement last = text;
        foreach (var line in lines.Skip(1))
        {
            last = last.InsertAfterSelf(new Break());
            last = last.InsertAfterSelf(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
    }

    // What XML cannot hold is left out; breaks are of one kind.
    static string Plain(string value)
    {
        StringBuilder plain = new(value.Length);
        foreach (var rune in value.ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)) plain.Append(rune);
        return plain.ToString().Trim('\n');
    }
}
