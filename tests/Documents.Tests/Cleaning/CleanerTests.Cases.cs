using System.Text;
using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Tests.Intake;
using static Gongkai.Documents.Tests.Intake.Wares;

namespace Gongkai.Documents.Tests.Cleaning;

/// <summary>Every place in which a canary was hidden.</summary>
public sealed partial class CleanerTests
{
    /// <param name="Held">What must be told after cleaning, because only a person can decide; nothing where the canary must be gone.</param>
    internal sealed record Case(string Name, FileType Type, Func<byte[]> Make, HiddenKind? Held = null);

    internal static IEnumerable<Case> Cases =>
    [
        new("EXIF", FileType.Jpeg, () => Jpeg(4, 4, (0xE1, [.. "Exif\0\0"u8, .. "MM\0*"u8, .. "CANARY-1"u8, .. new byte[20]]))),
        new("XMP in a photograph", FileType.Jpeg, () => Jpeg(4, 4, (0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. "CANARY-1"u8]))),
        new("IPTC", FileType.Jpeg, () => Jpeg(4, 4, (0xED, [.. "Photoshop 3.0\0CANARY-1"u8]))),
        new("a comment in a photograph", FileType.Jpeg, () => Jpeg(4, 4, (0xFE, "CANARY-1"u8.ToArray()))),
        new("a second picture behind a photograph", FileType.Jpeg, () => [.. Jpeg(), .. Jpeg(4, 4, (0xFE, "CANARY-1"u8.ToArray()))]),
        new("PNG text", FileType.Png, () => Png(2, 2, ("tEXt", "Author\0CANARY-1"u8.ToArray()), ("iTXt", "XML:com.adobe.xmp\0\0\0\0\0CANARY-2"u8.ToArray()), ("eXIf", "MM\0*CANARY-3"u8.ToArray()))),
        new("packed PNG text", FileType.Png, () => Png(2, 2, ("zTXt", [.. "Comment\0\0"u8, .. Deflated("CANARY-1")]))),
        new("the author of a document", FileType.Docx, () => Docx(more: [("docProps/core.xml", "<c>CANARY-1</c>"), ("docProps/app.xml", "<c>CANARY-2</c>"), ("docProps/custom.xml", "<c>CANARY-3</c>"), ("customXml/item1.xml", "<c>CANARY-4</c>")])),
        new("a tracked change", FileType.Docx, () => Docx("<w:p><w:r><w:t>留</w:t></w:r><w:del w:id=\"1\" w:author=\"CANARY-1\"><w:r><w:delText>CANARY-2</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"CANARY-3\" w:date=\"2026-01-01T00:00:00Z\"><w:r><w:t>加</w:t></w:r></w:ins></w:p>")),
        new("a moved paragraph", FileType.Docx, () => Docx("<w:p><w:moveFrom w:id=\"1\" w:author=\"x\"><w:r><w:t>CANARY-1</w:t></w:r></w:moveFrom><w:r><w:t>留加</w:t></w:r></w:p>")),
        new("a deleted row", FileType.Docx, () => Docx("<w:p><w:r><w:t>留加</w:t></w:r></w:p><w:tbl><w:tr><w:trPr><w:del w:id=\"1\" w:author=\"x\"/></w:trPr><w:tc><w:p><w:r><w:t>CANARY-1</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")),
        new("a change of form", FileType.Docx, () => Docx("<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id=\"1\" w:author=\"CANARY-1\"><w:rPr/></w:rPrChange></w:rPr><w:t>留加</w:t></w:r></w:p>")),
        new("a comment in a document", FileType.Docx, () => Docx("<w:p><w:commentRangeStart w:id=\"1\"/><w:r><w:t>留加</w:t></w:r><w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>", Link("comments", "comments.xml"),
            ("word/comments.xml", $"<w:comments xmlns:w=\"{Word}\"><w:comment w:id=\"1\" w:author=\"CANARY-1\"><w:p><w:r><w:t>CANARY-2</w:t></w:r></w:p></w:comment></w:comments>"), ("word/people.xml", "<p>CANARY-3</p>"))),
        new("hidden text", FileType.Docx, () => Docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>CANARY-1</w:t></w:r><w:r><w:t>留加</w:t></w:r></w:p>")),
        new("white text", FileType.Docx, () => Docx("<w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>CANARY-1</w:t></w:r></w:p>"), HiddenKind.Text),
        new("variables of a document", FileType.Docx, () => Docx(more: ("word/settings.xml", $"<w:settings xmlns:w=\"{Word}\"><w:docVars><w:docVar w:name=\"a\" w:val=\"CANARY-1\"/></w:docVars></w:settings>"))),
        new("the workbook of a chart", FileType.Docx, () => HostileUpload.Zip([.. DocxParts("").Select(part => (part.Item1, Encoding.UTF8.GetBytes(part.Item2))), ("word/embeddings/a.xlsx", Xlsx("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>CANARY-1</v></c></row>"))]), HiddenKind.KeptData),
        new("the author of a document where another program keeps it", FileType.Docx, () => Docx(links: "<Relationship Id=\"p\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"/package/services/metadata/core-properties/a.psmdcp\"/>",
            more: ("package/services/metadata/core-properties/a.psmdcp", "<c>CANARY-1</c>"))),
        new("the author of a workbook", FileType.Xlsx, () => Xlsx(more: ("docProps/core.xml", "<c>CANARY-1</c>"))),
        new("a comment in a workbook", FileType.Xlsx, () => Xlsx(more: [("xl/comments1.xml", "<c>CANARY-1</c>"), ("xl/threadedComments/threadedComment1.xml", "<c>CANARY-2</c>"), ("xl/persons/person.xml", "<c>CANARY-3</c>"), ("xl/drawings/vmlDrawing1.vml", "<x>CANARY-4</x>")])),
        new("a string that no cell shows", FileType.Xlsx, () => Xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", Link("sharedStrings", "sharedStrings.xml"), more: ("xl/sharedStrings.xml", $"<sst xmlns=\"{Sheet}\"><si><t>留加</t></si><si><t>CANARY-1</t></si></sst>"))),
        new("a hidden sheet", FileType.Xlsx, () => Package("state=\"veryHidden\""), HiddenKind.Sheet),
        new("a hidden column", FileType.Xlsx, () => Xlsx("<row r=\"1\" hidden=\"1\"><c r=\"A1\" t=\"str\"><v>CANARY-1</v></c></row>"), HiddenKind.RowOrColumn),
        new("a row without height", FileType.Xlsx, () => Xlsx("<row r=\"1\" ht=\"0\"><c r=\"A1\" t=\"str\"><v>CANARY-1</v></c></row>"), HiddenKind.RowOrColumn),
        new("a pivot table's copy", FileType.Xlsx, () => Xlsx(more: ("xl/pivotCache/pivotCacheRecords1.xml", "<c>CANARY-1</c>")), HiddenKind.KeptData),
        new("PDF properties", FileType.Pdf, () => Pdf(trailer: "/Info 5 0 R ", more: "<< /Author (CANARY-1) /Title (CANARY-2) >>")),
        new("XMP in a PDF", FileType.Pdf, () => Pdf("/Metadata 5 0 R", more: Packed("/Type /Metadata /Subtype /XML", "<x>CANARY-1</x>"))),
        new("what a program left in a PDF", FileType.Pdf, () => Pdf("/PieceInfo << /X << /Private (CANARY-1) >> >>")),
        new("an earlier state of a PDF", FileType.Pdf, () => Later(Pdf(content: "BT (CANARY-1) Tj ET"), 4, Stream("", "0 0 100 100 re f"))),
        new("an object that nothing uses", FileType.Pdf, () => Pdf(more: Packed("", "CANARY-1"))),
        new("a note on a page", FileType.Pdf, () => PageOf("/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (CANARY-1) >>]", "")),
        new("a stamp on a page", FileType.Pdf, () => PageOf("/Annots [<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /Contents (CANARY-1) >>]", ""), HiddenKind.Comment),
        new("text that is not drawn", FileType.Pdf, () => PageOf("", "BT /F 12 Tf 3 Tr 50 700 Td (CANARY-1) Tj ET"), HiddenKind.Text),
        new("text off the page", FileType.Pdf, () => PageOf("", "BT /F 12 Tf 900 700 Td (CANARY-1) Tj ET"), HiddenKind.Text),
        new("white text on a page", FileType.Pdf, () => PageOf("", "1 g BT /F 12 Tf 50 700 Td (CANARY-1) Tj ET"), HiddenKind.Text),
        new("text under a black box", FileType.Pdf, () => PageOf("", "0 g BT /F 12 Tf 50 700 Td (CANARY-1) Tj ET 40 690 300 40 re f"), HiddenKind.Text),
        new("a photograph in a document", FileType.Docx, () => HostileUpload.Zip([.. DocxParts("").Select(part => (part.Item1, Encoding.UTF8.GetBytes(part.Item2))), ("word/media/image1.jpeg", Jpeg(4, 4, (0xFE, "CANARY-1"u8.ToArray())))])),
        new("a picture in a document that nobody can look into", FileType.Docx, () => HostileUpload.Zip([.. DocxParts("").Select(part => (part.Item1, Encoding.UTF8.GetBytes(part.Item2))), ("word/media/image1.emf", "\u0001\0\0\0CANARY-1"u8.ToArray())]), HiddenKind.KeptData),
        new("a photograph in a PDF", FileType.Pdf, () => PageOf("/XObject << /I 5 0 R >>", "", Stream("/Type /XObject /Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode", Encoding.Latin1.GetString(Jpeg(4, 4, (0xFE, "CANARY-1"u8.ToArray())))))),
        new("a comment in a GIF", FileType.Gif, () => Gif(extra: (0xFE, "CANARY-1"u8.ToArray()))),
        new("XMP in a GIF", FileType.Gif, () => Gif(extra: (0xFF, "XMP DataXMP<x>CANARY-1</x>"u8.ToArray()))),
        new("text that no program draws in a GIF", FileType.Gif, () => Gif(extra: (0x01, [.. new byte[12], .. "CANARY-1"u8]))),
        new("a loop that keeps more than its count", FileType.Gif, () => Gif(extra: (0xFF, "NETSCAPE2.0CANARY-1"u8.ToArray()))),
        new("a comment in a moving GIF", FileType.Gif, () => MovingGif([0x21, 0xFE, 8, .. "CANARY-1"u8, 0])),
        new("what lies behind a GIF", FileType.Gif, () => [.. Gif(), .. "CANARY-1"u8]),
        new("EXIF in a WebP", FileType.Webp, () => Webp(("EXIF", [.. "MM\0*"u8, .. "CANARY-1"u8, .. new byte[20]]))),
        new("XMP in a WebP", FileType.Webp, () => Webp(("XMP ", "<x>CANARY-1</x>"u8.ToArray()))),
        new("a chunk of a WebP that nobody knows", FileType.Webp, () => Webp(("meta", "CANARY-1"u8.ToArray()))),
        new("a chunk in a frame of a WebP", FileType.Webp, () => Webp(("ANMF", [.. new byte[16], .. Piece("VP8L", [0x2F, 0, 0, 0, 0x10]), .. Piece("note", "CANARY-1"u8.ToArray())]))),
        new("what lies behind a WebP", FileType.Webp, () => [.. Webp(), .. "CANARY-1"u8]),
        new("the properties of an OFD", FileType.Ofd, () => Ofd("<ofd:Title>CANARY-1</ofd:Title><ofd:Author>CANARY-2</ofd:Author><ofd:CreationDate>CANARY-3</ofd:CreationDate><ofd:Creator>CANARY-4</ofd:Creator><ofd:CustomDatas><ofd:CustomData Name=\"a\">CANARY-5</ofd:CustomData></ofd:CustomDatas><ofd:Keywords><ofd:Keyword>CANARY-6</ofd:Keyword></ofd:Keywords>")),
        new("the identity of an OFD", FileType.Ofd, () => HostileUpload.Zip(("OFD.xml", Encoding.UTF8.GetBytes("<OFD xmlns=\"http://www.ofdspec.org/2016\"><DocBody><DocInfo><DocID>CANARY-1</DocID></DocInfo></DocBody></OFD>")))),
        new("an earlier version of an OFD", FileType.Ofd, () => Ofd(body: "<ofd:Versions><ofd:Version ID=\"1\" Index=\"1\" BaseLoc=\"Doc_0/Versions/V.xml\"/></ofd:Versions>", more: Ofd("Doc_0/Versions/V.xml", "<v>CANARY-1</v>"))),
        new("a part of an OFD that nothing uses", FileType.Ofd, () => Ofd(more: ("Doc_0/Res/b.dat", "CANARY-1"u8.ToArray()))),
        new("tags and extensions of an OFD", FileType.Ofd, () => Ofd(document: "<ofd:CustomTags>Tags/T.xml</ofd:CustomTags><ofd:Extensions>E.xml</ofd:Extensions>", more: [Ofd("Doc_0/Tags/T.xml", "<t>CANARY-1</t>"), Ofd("Doc_0/E.xml", "<e>CANARY-2</e>")])),
        new("a remark in the XML of an OFD", FileType.Ofd, () => Ofd(document: "<!-- CANARY-1 -->")),
        new("what an OFD does not show", FileType.Ofd, () => Ofd(page: "<ofd:TextObject ID=\"5\" Boundary=\"10 20 50 5\" Visible=\"false\"><ofd:TextCode>CANARY-1</ofd:TextCode></ofd:TextObject>")),
        new("a picture's text in an OFD", FileType.Ofd, () => Ofd(more: ("Doc_0/Res/a.png", Png(2, 2, ("tEXt", "Author\0CANARY-1"u8.ToArray()))))),
        new("white text in an OFD", FileType.Ofd, () => Ofd(page: "<ofd:TextObject ID=\"5\" Boundary=\"10 20 50 5\"><ofd:FillColor Value=\"255 255 255\"/><ofd:TextCode>CANARY-1</ofd:TextCode></ofd:TextObject>"), HiddenKind.Text),
        new("text under a box in an OFD", FileType.Ofd, () => Ofd(page: "<ofd:TextObject ID=\"5\" Boundary=\"10 20 50 5\"><ofd:TextCode>CANARY-1</ofd:TextCode></ofd:TextObject><ofd:PathObject ID=\"6\" Boundary=\"5 15 100 20\" Fill=\"true\"/>"), HiddenKind.Text),
        new("transparent text in an OFD", FileType.Ofd, () => Ofd(page: "<ofd:TextObject ID=\"5\" Boundary=\"10 20 50 5\" Alpha=\"0\"><ofd:TextCode>CANARY-1</ofd:TextCode></ofd:TextObject>"), HiddenKind.Text),
        new("a note on a page of an OFD", FileType.Ofd, () => Ofd(document: "<ofd:Annotations>A.xml</ofd:Annotations>", more: Ofd("Doc_0/A.xml", "<PageAnnot><Annot Type=\"Stamp\"><Appearance>CANARY-1</Appearance></Annot></PageAnnot>")), HiddenKind.Comment),
        new("the author of a document in a ZIP file", FileType.Zip, () => HostileUpload.Zip(("材料/甲.docx", Docx(more: ("docProps/core.xml", "<c>CANARY-1</c>"))), ("乙.txt", "乙"u8.ToArray()))),
        new("the remark of a ZIP file", FileType.Zip, () => Remarked(HostileUpload.Zip(("a.txt", "x"u8.ToArray())), "CANARY-1")),
        new("white text in a ZIP file", FileType.Zip, () => HostileUpload.Zip(("a.docx", Docx("<w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>CANARY-1</w:t></w:r></w:p>"))), HiddenKind.Text),
    ];
}
