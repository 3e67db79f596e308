using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Documents.Printing;

/// <summary>The page of GB/T 9704—2012: A4, its margins, its grid of 22 lines with 28 characters, its page numbers. In twentieths of a point.</summary>
static class DocxPage
{
    // 5.2.1: 天头 37 mm，订口 28 mm，版心 156 mm × 225 mm.
    const int Top = 2098, Left = 1587, Right = 1474, Bottom = 1984;

    /// <summary>版心: 156 mm.</summary>
    public const int TextWidth = 11906 - Left - Right;

    // 5.2.3: 每面排 22 行，每行排 28 个字. 225 mm ÷ 22 = 28.95 pt.
    public const int LinePitch = 579;

    // 156 mm ÷ 28 = 15.79 pt, and a character of size 3 is 16 pt wide: 0.207 pt less, in 4096ths of a point.
    const int CharacterSpace = -848;

    // 7.5: 页码 stands 7 mm under the 版心, 4号 high; so its lower edge is 23 mm above the paper's.
    const uint FooterDistance = 1304;

    /// <summary>Adds the footers and settings, and gives the section's properties.</summary>
    public static SectionProperties AddTo(MainDocumentPart main, bool characterGrid)
    {
        main.AddNewPart<FooterPart>("oddFooter").Footer = PageNumber(DocxStyles.OddFooter);
        main.AddNewPart<FooterPart>("evenFooter").Footer = PageNumber(DocxStyles.EvenFooter);
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = new(
            new EvenAndOddHeaders(),
            new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
            new Compatibility(new CompatibilitySetting
            {
                Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15",
            }),
            new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" });
        return new(
            new FooterReference { Type = HeaderFooterValues.Default, Id = "oddFooter" },
            new FooterReference { Type = HeaderFooterValues.Even, Id = "evenFooter" },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = Top, Right = Right, Bottom = Bottom, Left = Left, Header = 851, Footer = FooterDistance, Gutter = 0 },
            characterGrid
                ? new DocGrid { Type = DocGridValues.LinesAndChars, LinePitch = LinePitch, CharacterSpace = CharacterSpace }
                : new DocGrid { Type = DocGridValues.Lines, LinePitch = LinePitch });
    }

    /// <summary>A title for whoever lists the file; no person and no time stands in it.</summary>
    public static void Describe(WordprocessingDocument document, string title)
    {
        var part = document.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "core");
        using var xml = System.Xml.XmlWriter.Create(part.GetStream(FileMode.Create));
        xml.WriteStartElement("cp", "coreProperties", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        xml.WriteElementString("dc", "title", "http://purl.org/dc/elements/1.1/", title);
        xml.WriteElementString("dc", "language", "http://purl.org/dc/elements/1.1/", "zh-CN");
        xml.WriteEndElement();
    }

    // 7.5: 4号半角宋体阿拉伯数字, 左右各放一条一字线.
    static Footer PageNumber(string style) => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = style }),
        DocxPrinter.RunOf("— "),
        new SimpleField(DocxPrinter.RunOf("1")) { Instruction = "PAGE" },
        DocxPrinter.RunOf(" —")));
}
