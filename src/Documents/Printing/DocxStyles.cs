using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Documents.Printing;

/// <summary>The faces and sizes of GB/T 9704—2012: body 3号仿宋, title 2号小标宋, headings 黑体 and 楷体, tables 五号宋体.</summary>
static class DocxStyles
{
    public const string Title = "Title", Heading1 = "Heading1", Heading2 = "Heading2", RunInHeading = "RunInHeading";
    public const string TableHead = "TableHead", TableLabel = "TableLabel", TableNumber = "TableNumber", AfterTable = "AfterTable";
    public const string OddFooter = "OddFooter", EvenFooter = "EvenFooter";

    /// <summary>五号, in half points.</summary>
    public const int TableSize = 21;

    const string FangSong = "仿宋_GB2312", Kai = "楷体_GB2312", Hei = "黑体", Song = "宋体", TitleSong = "方正小标宋简体";

    // 16 pt − 15.75 pt, in twentieths of a point: 28 characters in 156 mm without a grid of characters.
    const int Tightening = -5;

    /// <param name="main">Gets the styles.</param>
    /// <param name="characterGrid">Whether the page's grid spaces the characters; otherwise the style does.</param>
    public static void AddTo(MainDocumentPart main, bool characterGrid)
    {
        var normal = Run(FangSong, 32);
        if (!characterGrid) normal.InsertAfter(new Spacing { Val = Tightening }, normal.RunFonts);
        main.AddNewPart<FontTablePart>("fonts").Fonts = new(
            Face(FangSong, "仿宋,FangSong,FangSong_GB2312", FontFamilyValues.Modern),
            Face(Kai, "楷体,KaiTi,KaiTi_GB2312", FontFamilyValues.Modern),
            Face(Hei, "SimHei,Noto Sans CJK SC", FontFamilyValues.Swiss),
            Face(Song, "SimSun,Noto Serif CJK SC", FontFamilyValues.Roman),
            Face(TitleSong, "FZXiaoBiaoSong-B05S,宋体,SimSun", FontFamilyValues.Roman));
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = new(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    Fonts(FangSong), new FontSize { Val = "32" }, new FontSizeComplexScript { Val = "32" },
                    new Languages { Val = "en-US", EastAsia = "zh-CN", Bidi = "ar-SA" })),
                new ParagraphPropertiesDefault()),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle(), Lines(Indent()), normal) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
            Of(Title, "Title", Edge(JustificationValues.Center, NoIndent(), line: TitleLine, after: DocxPage.LinePitch), Run(TitleSong, 44)),
            Of(Heading1, "heading 1", Lines(Indent(), keep: true, outline: 0), Run(Hei, 32)),
            Of(Heading2, "heading 2", Lines(Indent(), keep: true, outline: 1), Run(Kai, 32)),
            new Style(new StyleName { Val = "Run-in Heading" }, Run(Kai, 32)) { Type = StyleValues.Character, StyleId = RunInHeading, CustomStyle = true },
            Of(TableHead, "Table Head", Compact(JustificationValues.Center), Run(Song, TableSize)),
            Of(TableLabel, "Table Label", Compact(JustificationValues.Left), Run(Song, TableSize)),
            Of(TableNumber, "Table Number", Compact(JustificationValues.Center), Run(Song, TableSize)),
            Of(AfterTable, "After Table", Compact(JustificationValues.Left), Run(Song, TableSize)),
            Of(OddFooter, "Odd Footer", Edge(JustificationValues.Right, new Indentation { RightChars = 100, Right = "280", FirstLineChars = 0, FirstLine = "0" }), Run(Song, 28)),
            Of(EvenFooter, "Even Footer", Edge(JustificationValues.Left, new Indentation { LeftChars = 100, Left = "280", FirstLineChars = 0, FirstLine = "0" }), Run(Song, 28)));
    }

    /// <summary>A face for every script, so that digits and quotation marks stand in it too.</summary>
    static RunFonts Fonts(string face) => new() { Ascii = face, HighAnsi = face, EastAsia = face, ComplexScript = face, Hint = FontTypeHintValues.EastAsia };

    static StyleRunProperties Run(string face, int halfPoints) =>
        new(Fonts(face), new FontSize { Val = $"{halfPoints}" }, new FontSizeComplexScript { Val = $"{halfPoints}" });

    static Style Of(string id, string name, StyleParagraphProperties paragraph, StyleRunProperties run)
    {
        var own = name is not ("Title" or "heading 1" or "heading 2");
        return new(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run)
        {
            Type = StyleValues.Paragraph, StyleId = id, CustomStyle = own ? true : null,
        };
    }

    // 7.3.2: 每个自然段左空二字.
    static Indentation Indent() => new() { FirstLineChars = 200, FirstLine = "632" };
    static Indentation NoIndent() => new() { FirstLineChars = 0, FirstLine = "0" };

    // A title in 2号 is higher than a line of the grid.
    const int TitleLine = 640;

    // A line of the grid: 3号字的高度加 7/8.
    static StyleParagraphProperties Lines(Indentation indent, bool keep = false, int? outline = null)
    {
        StyleParagraphProperties lines = new();
        if (keep) lines.Append(new KeepNext());
        lines.Append(
            new WidowControl { Val = false },
            new SpacingBetweenLines { Before = "0", After = "0", Line = $"{DocxPage.LinePitch}", LineRule = LineSpacingRuleValues.Exact },
            indent,
            new Justification { Val = JustificationValues.Both });
        if (outline is { } level) lines.Append(new OutlineLevel { Val = level });
        return lines;
    }

    // In a table, and outside the prose: as high as its own letters, off the grid.
    static StyleParagraphProperties Compact(JustificationValues across) => Edge(across, NoIndent());

    static StyleParagraphProperties Edge(JustificationValues across, Indentation indent, int? line = null, int after = 0) => new(
        new AutoSpaceDE { Val = false },
        new AutoSpaceDN { Val = false },
        new SnapToGrid { Val = false },
        new SpacingBetweenLines
        {
            Before = "0", After = $"{after}", Line = $"{line ?? 240}", LineRule = line is null ? LineSpacingRuleValues.Auto : LineSpacingRuleValues.Exact,
        },
        indent,
        new Justification { Val = across });

    // Where a machine has not the face itself, Word takes the first of the others that it has.
    static Font Face(string name, string others, FontFamilyValues family) => new(
        new AltName { Val = others }, new FontCharSet { Val = "86" }, new FontFamily { Val = family }, new Pitch { Val = FontPitchValues.Default })
    { Name = name };
}
