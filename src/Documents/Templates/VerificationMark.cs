using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Printing;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Gongkai.Documents.Templates;

/// <summary>核验码 and its QR code on a letter that goes out: whoever has the paper can see whether it is real.</summary>
public static class VerificationMark
{
    // 22 mm: large enough for a telephone to read from paper, small enough to stand at the foot.
    const long Side = 792_000;

    const string PictureId = "verification";

    /// <summary>Puts the picture under the paragraph with the code. A template of an older day has no such paragraph: then it is added at the end.</summary>
    /// <param name="letter">A letter that <see cref="Letter.Write"/> wrote.</param>
    /// <param name="code">As it is printed.</param>
    /// <param name="words">The paragraph, where the letter has none.</param>
    /// <param name="picture">The QR code, as PNG.</param>
    public static byte[] On(byte[] letter, string code, string words, byte[] picture)
    {
        using var package = new MemoryStream();
        package.Write(letter);
        using (var document = WordprocessingDocument.Open(package, isEditable: true))
        {
            var main = document.MainDocumentPart!;
            var body = main.Document!.Body!;
            var after = body.Descendants<Paragraph>().LastOrDefault(paragraph => Blanks.Whole(Blanks.Texts(paragraph)).Contains(code, StringComparison.Ordinal));
            if (after is null)
            {
                after = new(new ParagraphProperties(new KeepNext()), DocxPrinter.RunOf(words));
                if (body.Elements<SectionProperties>().LastOrDefault() is { } section) section.InsertBeforeSelf(after);
                else body.Append(after);
            }
            else (after.ParagraphProperties ??= new()).KeepNext = new();
            var part = main.AddNewPart<ImagePart>("image/png", PictureId);
            using (var bytes = new MemoryStream(picture)) part.FeedData(bytes);
            after.InsertAfterSelf(new Paragraph(
                new ParagraphProperties(new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto }, new Indentation { FirstLineChars = 0, FirstLine = "0" }), new Run(Picture(code))));
            main.Document.Save();
        }
        using var copy = new MemoryStream();
        FixedPackage.Copy(package, copy);
        return copy.ToArray();
    }

    /// <summary>Whether a Word file bears a code: one that came back from the word processor must still have it. Of any other file nothing is said.</summary>
    public static bool? Bears(byte[] file, string name, string code)
    {
        try
        {
            FileGate.Examine(file, name, Allowance.Attachment);
            using var document = TemplateCheck.Open(file, name);
            return Blanks.Roots(document).SelectMany(root => root.Descendants<Paragraph>()).Any(paragraph => Blanks.Whole(Blanks.Texts(paragraph)).Contains(code, StringComparison.Ordinal));
        }
        catch (RefusedFileException)
        {
            return null;
        }
    }

    static Drawing Picture(string code) => new(new W.Inline(
        new W.Extent { Cx = Side, Cy = Side },
        new W.DocProperties { Id = 901U, Name = "核验二维码", Description = $"二维码：核验码 {code}" },
        new A.Graphic(new A.GraphicData(new P.Picture(
            new P.NonVisualPictureProperties(new P.NonVisualDrawingProperties { Id = 902U, Name = "核验二维码" }, new P.NonVisualPictureDrawingProperties()),
            new P.BlipFill(new A.Blip { Embed = PictureId }, new A.Stretch(new A.FillRectangle())),
            new P.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0L, Y = 0L }, new A.Extents { Cx = Side, Cy = Side }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
        { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
    { DistanceFromTop = 0U, DistanceFromBottom = 0U, DistanceFromLeft = 0U, DistanceFromRight = 0U });
}
