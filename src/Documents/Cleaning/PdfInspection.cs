using Gongkai.Documents.Intake;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Tokens;

namespace Gongkai.Documents.Cleaning;

/// <summary>Looks for what a PDF carries beside what its pages show: properties, earlier states, notes, text that nobody sees.</summary>
static class PdfInspection
{
    const int MostPages = 2000;

    /// <exception cref="FlawException">It cannot be read, so nobody can say what is in it.</exception>
    public static IEnumerable<Hidden> Inspect(byte[] bytes)
    {
        List<Hidden> found = [];
        var objects = PdfObjects.In(bytes).ToList();
        if (objects.Any(one => one.Names.Contains("Metadata") || one.Names.Contains("PieceInfo") || one.Names.Contains("Info"))) found.Add(new(HiddenKind.Metadata, "PDF 属性"));
        // A file that is made for the web ends twice from the first; else each further end is a later state over an earlier one.
        if (Count(bytes, "%%EOF"u8) > (objects.Any(one => one.Names.Contains("Linearized")) ? 2 : 1)) found.Add(new(HiddenKind.OlderState, "增量保存"));
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true });
            if (HasHiddenLayers(document)) found.Add(new(HiddenKind.Text, "关闭的图层"));
            for (var number = 1; number <= Math.Min(document.NumberOfPages, MostPages); number++) Page(document.GetPage(number), number, found);
            if (document.NumberOfPages > MostPages) found.Add(new(HiddenKind.Text, $"第 {MostPages} 页以后没有检查"));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw FlawException.Damaged;
        }
        return found;
    }

    static void Page(Page page, int number, List<Hidden> found)
    {
        foreach (var note in page.GetAnnotations())
            if (note.Type is not (AnnotationType.Link or AnnotationType.Widget)) found.Add(new(HiddenKind.Comment, $"第 {number} 页"));
        foreach (var picture in page.GetImages())
            if (picture.RawBytes.ToArray() is var bytes && InnerPictures.IsKnown(bytes)) found.AddRange(InnerPictures.Inspect(bytes, $"第 {number} 页的图片"));
        var over = Covering(page);
        var visible = page.CropBox.Bounds;
        var boxes = page.Paths.Where(path => path.IsFilled && !path.IsClipping).Select(path => (Box: path.GetBoundingRectangle(), path.FillColor)).Where(path => path.Box is not null).ToList();
        foreach (var letter in page.Letters)
        {
            if (string.IsNullOrWhiteSpace(letter.Value)) continue;
            var (x, y) = ((letter.BoundingBox.Left + letter.BoundingBox.Right) / 2, (letter.BoundingBox.Bottom + letter.BoundingBox.Top) / 2);
            if (letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip) found.Add(new(HiddenKind.Text, $"第 {number} 页：不显示的文字"));
            else if (x < visible.Left || x > visible.Right || y < visible.Bottom || y > visible.Top) found.Add(new(HiddenKind.Text, $"第 {number} 页：页面之外"));
            else if (over.Exists(picture => letter.TextSequence <= picture.Before && Covers(picture.Box, x, y))) found.Add(new(HiddenKind.Text, $"第 {number} 页：图片之下"));
            else
            {
                // What lies last at the place decides whether it can be read; boxes tell no order, so one of the text's own colour counts.
                var under = boxes.Where(box => Covers(box.Box!.Value, x, y)).ToList();
                if (under.Exists(box => Light(box.FillColor) is { } light && Light(letter.Color) is { } own && Math.Abs(light - own) < 0.1)) found.Add(new(HiddenKind.Text, $"第 {number} 页：色块之下"));
                else if (under.Count == 0 && Light(letter.Color) > 0.95) found.Add(new(HiddenKind.Text, $"第 {number} 页：白色文字"));
            }
        }
    }

    static bool HasHiddenLayers(PdfDocument document) =>
        document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create("OCProperties"), document.Structure.TokenScanner, out DictionaryToken? layers)
        && layers.TryGet(NameToken.D, document.Structure.TokenScanner, out DictionaryToken? shown) && shown.TryGet(NameToken.Create("OFF"), document.Structure.TokenScanner, out ArrayToken? off) && off.Length > 0;

    // Pictures that let nothing through, and how many pieces of text were drawn before each: a seal has a mask, and what lies under a caption was drawn first.
    static List<(PdfRectangle Box, int Before)> Covering(Page page)
    {
        var pictures = page.GetImages().ToList();
        if (pictures.Count == 0) return [];
        var (said, before) = (0, new List<int>());
        foreach (var operation in page.Operations)
        {
            if (operation.Operator is "Tj" or "TJ" or "'" or "\"") said++;
            else if (operation.Operator is "Do" or "EI") before.Add(said);
        }
        // With forms in between nobody knows which is which; then the last place counts.
        return [.. pictures.Index().Where(picture => !picture.Item.IsImageMask && !picture.Item.ImageDictionary.ContainsKey(NameToken.Smask) && !picture.Item.ImageDictionary.ContainsKey(NameToken.Mask))
            .Select(picture => (picture.Item.BoundingBox, before.Count == pictures.Count ? before[picture.Index] : before.Count > 0 && said > 0 ? before[^1] : 0))];
    }

    static bool Covers(PdfRectangle box, double x, double y) => x >= box.Left && x <= box.Right && y >= box.Bottom && y <= box.Top;

    static double? Light(IColor? colour)
    {
        if (colour is null) return null;
        try
        {
            var (r, g, b) = colour.ToRGBValues();
            return 0.299 * r + 0.587 * g + 0.114 * b;
        }
        catch (InvalidOperationException)
        {
            // A pattern has no one colour.
            return null;
        }
    }

    static int Count(byte[] bytes, ReadOnlySpan<byte> mark)
    {
        var count = 0;
        for (ReadOnlySpan<byte> rest = bytes; rest.IndexOf(mark) is >= 0 and var at; rest = rest[(at + mark.Length)..]) count++;
        return count;
    }
}
