using System.Buffers.Binary;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Gongkai.Documents.Printing;

/// <summary>A picture in a paragraph of its own, no wider than the text and no higher than a page.</summary>
static class DocxPicture
{
    // 156 mm × 200 mm; a pixel is a 96th of an inch.
    const long Widest = 5_616_000, Highest = 7_200_000, Pixel = 9525;

    /// <returns>None where it is neither PNG nor JPEG.</returns>
    public static Paragraph? Of(MainDocumentPart main, byte[] bytes, int number, string words)
    {
        if (SizeOf(bytes) is not (> 0, > 0) size) return null;
        var scale = Math.Min(1, Math.Min((double)Widest / (size.Width * Pixel), (double)Highest / (size.Height * Pixel)));
        var (width, height) = (Math.Max(1, (long)(size.Width * Pixel * scale)), Math.Max(1, (long)(size.Height * Pixel * scale)));
        var name = $"picture{number}";
        var part = main.AddNewPart<ImagePart>(bytes[0] == 0x89 ? "image/png" : "image/jpeg", name);
        using (var stream = new MemoryStream(bytes)) part.FeedData(stream);
        return new(
            new ParagraphProperties(new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto }, new Indentation { FirstLineChars = 0, FirstLine = "0" }, new Justification { Val = JustificationValues.Center }),
            new Run(new Drawing(new W.Inline(
                new W.Extent { Cx = width, Cy = height },
                new W.DocProperties { Id = (uint)number, Name = name, Description = DocxHtml.Plain(words) },
                new A.Graphic(new A.GraphicData(new P.Picture(
                    new P.NonVisualPictureProperties(new P.NonVisualDrawingProperties { Id = (uint)number, Name = name }, new P.NonVisualPictureDrawingProperties()),
                    new P.BlipFill(new A.Blip { Embed = name }, new A.Stretch(new A.FillRectangle())),
                    new P.ShapeProperties(
                        new A.Transform2D(new A.Offset { X = 0L, Y = 0L }, new A.Extents { Cx = width, Cy = height }),
                        new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
                { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
            { DistanceFromTop = 0U, DistanceFromBottom = 0U, DistanceFromLeft = 0U, DistanceFromRight = 0U })));
    }

    static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 24 && bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        if (bytes is not [0xFF, 0xD8, ..]) return null;
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            if (bytes[at + 1] is 0xFF) { at++; continue; }
            // The frame, of whatever coding, says how large it is.
            if (bytes[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return null;
    }
}
