using System.Text;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>Word documents as Word and WPS write them, part by part.</summary>
public static class DocxShapes
{
    /// <summary>What a document does besides the plain thing.</summary>
    sealed record Style(bool Split = false, bool Tracked = false, bool Nested = false, bool Controls = false, bool Boxed = false,
        bool Unmerged = false, bool Old = false, bool Numbered = false, bool Cut = false, bool Strict = false, bool Narrow = false);

    public static IEnumerable<Shape> All =>
    [
        Of("docx: merged cells, a run for each character", new(Split: true)),
        Of("docx: plain runs", new()),
        Of("docx: tracked changes, the old numbers still inside", new(Tracked: true, Split: true)),
        Of("docx: tables in a table", new(Nested: true)),
        Of("docx: tables and paragraphs in content controls", new(Controls: true)),
        Of("docx: title and signature in text boxes", new(Boxed: true, Split: true)),
        Of("docx: cells not merged but left blank", new(Unmerged: true)),
        Of("docx: cells merged in the old way", new(Old: true)),
        Of("docx: headings and labels numbered by Word", new(Numbered: true)),
        Of("docx: table 3 in two tables", new(Cut: true)),
        Of("docx: strict namespaces", new(Strict: true)),
    ];

    static Shape Of(string name, Style style) => new(name, true, (source, _) => new("report.docx", Bytes(source, style), Truth.Of(source)));

    /// <summary>A plain document, such as LibreOffice turns into a PDF.</summary>
    public static byte[] Plain(ReportSource source) => Bytes(source, new(Split: true));

    /// <summary>Columns so narrow that labels break, numbers beside them.</summary>
    public static byte[] Narrow(ReportSource source) => Bytes(source, new(Narrow: true));

    static byte[] Bytes(ReportSource source, Style style)
    {
        var body = new StringBuilder();
        foreach (var line in source.Title.Split('\n')) body.Append(style.Boxed ? Box(line) : Paragraph(line, style, "<w:jc w:val=\"center\"/>"));
        foreach (var paragraph in source.Introduction) body.Append(Paragraph(paragraph, style));
        foreach (var section in source.Sections)
        {
            body.Append(Heading(section.Heading, style));
            foreach (var paragraph in section.Paragraphs) body.Append(Paragraph(paragraph, style));
            if (!source.Tabled(section)) continue;
            var sheet = Sheet.Of(source, section.Number);
            var table = style.Cut && sheet.Table == 3 ? Table(sheet, style, 0, 12) + Paragraph("", style) + Table(sheet, style, 12, sheet.Lines.Count) : Table(sheet, style, 0, sheet.Lines.Count);
            if (style.Nested) table = $"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>{table}<w:p/></w:tc></w:tr></w:tbl>";
            body.Append(style.Controls ? $"<w:sdt><w:sdtPr><w:id w:val=\"7\"/></w:sdtPr><w:sdtContent>{table}</w:sdtContent></w:sdt>" : table).Append(Paragraph("", style));
        }
        foreach (var line in source.Signature) body.Append(style.Boxed ? Box(line) : Paragraph(line, style));

        const string Office = "http://schemas.openxmlformats.org";
        var word = style.Strict ? "http://purl.oclc.org/ooxml/wordprocessingml/main" : $"{Office}/wordprocessingml/2006/main";
        var relations = style.Strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : $"{Office}/officeDocument/2006/relationships";
        return Package.Of(
            ("[Content_Types].xml", $"<Types xmlns=\"{Office}/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/></Types>"),
            ("_rels/.rels", $"<Relationships xmlns=\"{Office}/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{relations}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"{Office}/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{relations}/numbering\" Target=\"numbering.xml\"/></Relationships>"),
            ("word/numbering.xml", Numbering(word)),
            ("word/document.xml", $"<w:document xmlns:w=\"{word}\" xmlns:mc=\"{Office}/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:wp=\"{Office}/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"{Office}/drawingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>"));
    }

    static string Heading(string heading, Style style) => style.Numbered
        ? Paragraph(heading[(heading.IndexOf('、') + 1)..], style, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")
        : Paragraph(heading, style);

    static string Paragraph(string text, Style style, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr>{(style.Split ? string.Concat(text.Select((c, i) => Run(c.ToString(), i))) : Run(text, 0))}</w:p>";

    static string Run(string text, int i) => text.Length == 0 ? ""
        : $"<w:r w:rsidRPr=\"00A{i % 10}7712\"><w:rPr><w:rFonts w:ascii=\"仿宋\" w:eastAsia=\"仿宋\" w:hint=\"eastAsia\"/></w:rPr>"
          + string.Join("<w:br/>", text.Split('\n').Select(part => $"<w:t xml:space=\"preserve\">{Package.Escape(part)}</w:t>")) + "</w:r>";

    /// <summary>Word says the text of a box twice: once for itself and once for older programs.</summary>
    static string Box(string text)
    {
        var inside = $"<w:txbxContent><w:p>{Run(text, 0)}</w:p></w:txbxContent>";
        return $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    }

    static string Table(Sheet sheet, Style style, int from, int to)
    {
        var grid = sheet.Grid();
        var rows = new StringBuilder("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders><w:top w:val=\"single\"/><w:insideH w:val=\"single\"/><w:insideV w:val=\"single\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>" + string.Concat(Widths(sheet, style).Select(width => $"<w:gridCol w:w=\"{width}\"/>")) + "</w:tblGrid>");
        var widths = Widths(sheet, style);
        for (var y = from; y < to; y++)
        {
            rows.Append("<w:tr>").Append(y == 0 && from == 0 ? "<w:trPr><w:cantSplit/></w:trPr>" : "");
            for (var x = 0; x < sheet.Width; x++)
            {
                var (box, top, left) = grid[y][x];
                if (!left && !style.Unmerged && !style.Old) continue;
                var text = top && left ? box.Text : "";
                var merge = style.Unmerged ? "" : style.Old
                    ? (box.Columns > 1 ? $"<w:hMerge{(left ? " w:val=\"restart\"" : "")}/>" : "") + Down(box, top || y == from)
                    : (box.Columns > 1 ? $"<w:gridSpan w:val=\"{box.Columns}\"/>" : "") + Down(box, top || y == from);
                rows.Append($"<w:tc><w:tcPr><w:tcW w:w=\"{widths.Skip(x).Take(style.Unmerged || style.Old ? 1 : box.Columns).Sum()}\" w:type=\"dxa\"/>{merge}</w:tcPr>{Cell(box, text, style)}</w:tc>");
            }
            rows.Append("</w:tr>");
        }
        return rows.Append("</w:tbl>").ToString();
    }

    /// <summary>In twentieths of a point; a page has about 9000 between its margins.</summary>
    static int[] Widths(Sheet sheet, Style style) => sheet.Table switch
    {
        2 => [2600, 2100, 2100, 2100],
        3 => style.Narrow ? [480, 480, 1800, 800, 800, 800, 800, 800, 800, 900] : [700, 900, 2400, 700, 700, 700, 700, 700, 700, 700],
        _ => [.. Enumerable.Repeat(style.Narrow ? 500 : 590, 15)],
    };

    static string Down(LayoutBox box, bool first) => box.Rows == 1 ? "" : first ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";

    static string Cell(LayoutBox box, string text, Style style)
    {
        if (style.Tracked && box.Cell is not null && text.Length > 0)
            return "<w:p><w:pPr><w:rPr><w:ins w:id=\"1\" w:author=\"甲\"/></w:rPr></w:pPr><w:del w:id=\"2\" w:author=\"甲\"><w:r><w:delText>9</w:delText></w:r></w:del>"
                + $"<w:ins w:id=\"3\" w:author=\"甲\">{string.Concat(text.Select((c, i) => Run(c.ToString(), i)))}</w:ins></w:p>";
        if (style.Numbered && text.Length > 2 && char.IsAsciiDigit(text[0]) && text[1] == '.')
            return Paragraph(text[2..], style, $"<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"{(text[0] == '1' ? 2 : 1)}\"/></w:numPr>");
        return Paragraph(text, style);
    }

    static string Numbering(string word) =>
        $"<w:numbering xmlns:w=\"{word}\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
}
