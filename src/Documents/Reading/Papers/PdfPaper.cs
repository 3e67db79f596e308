using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Gongkai.Documents.Reading.Papers;

/// <summary>A PDF with a text layer as lines: glyphs on one height are a line, a gap as wide as a character parts boxes.</summary>
static class PdfPaper
{
    const int MostPages = 300;
    const int MostGlyphs = 2_000_000;

    /// <summary>Owns the lines of a drawn page: their boxes stand where the page puts them, to the point.</summary>
    public static object Drawn { get; } = new();

    public static Paper Read(byte[] bytes)
    {
        PdfStreams.Measure(bytes);
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true });
            List<Line> lines = [];
            var glyphs = 0;
            for (var number = 1; number <= Math.Min(document.NumberOfPages, MostPages) && glyphs < MostGlyphs; number++)
            {
                var page = document.GetPage(number);
                glyphs += page.Letters.Count;
                lines.AddRange(Lines(page));
            }
            if (lines.Sum(line => line.Text.Length) < 20) throw new UnreadableReportException("PDF 中没有文字（可能是扫描件或图片），无法读取；请提供带文字层的 PDF，或 Word、网页格式的年度报告。");
            return new(lines, Wrapped: true);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new UnreadableReportException("PDF 设有打开密码，请去除密码后再提供。");
        }
        catch (Exception fault) when (fault is not (UnreadableReportException or OutOfMemoryException))
        {
            // The library reports damage with exceptions of every kind.
            throw FileBytes.Damaged("PDF");
        }
    }

    static IEnumerable<Line> Lines(Page page)
    {
        var letters = page.Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).Select(Glyph.Of).ToList();
        letters.Sort((a, b) => b.Y.CompareTo(a.Y));
        List<List<Glyph>> heights = [];
        foreach (var glyph in letters)
        {
            var line = heights.Count > 0 ? heights[^1] : null;
            if (line is null || line[0].Y - glyph.Y > Math.Max(2, 0.35 * glyph.Size)) heights.Add(line = []);
            line.Add(glyph);
        }

        foreach (var height in heights)
        {
            height.Sort((a, b) => a.Left.CompareTo(b.Left));
            var boxes = Boxes(height);
            // A page's number stands alone in its margin.
            var y = height[0].Y / page.Height;
            if (y is < 0.1 or > 0.93 && boxes.Count <= 3 && boxes.All(box => IsPageMark(box.Text))) continue;
            yield return new(LineKind.Raw, boxes, Owner: Drawn);
        }
    }

    static List<Box> Boxes(List<Glyph> height)
    {
        List<Box> boxes = [];
        var start = 0;
        for (var i = 1; i <= height.Count; i++)
        {
            if (i < height.Count && height[i].Left - height[i - 1].Right < Gap(height[i - 1], height[i])) continue;
            boxes.Add(new(Folding.Plain(string.Concat(height.Skip(start).Take(i - start).Select(glyph => glyph.Text))), (height[start].Left + height[i - 1].Right) / 2));
            start = i;
        }
        return boxes;
    }

    // Digits of one number stand close: a third of a character between two is the line between two cells.
    static double Gap(Glyph left, Glyph right) =>
        (char.IsAsciiDigit(left.Text[^1]) && char.IsAsciiDigit(right.Text[0]) ? 0.35 : 0.6) * Math.Max(left.Size, right.Size);

    static bool IsPageMark(string text) => text.Length <= 8 && text.All(c => char.IsAsciiDigit(c) || c is '-' or '—' or '–' or '/' or '第' or '页' or '共' or ' ');

    readonly record struct Glyph(string Text, double Left, double Right, double Y, double Size)
    {
        public static Glyph Of(Letter letter)
        {
            var box = letter.BoundingBox;
            var left = Math.Min(letter.StartBaseLine.X, letter.EndBaseLine.X);
            var right = Math.Max(letter.StartBaseLine.X, letter.EndBaseLine.X);
            if (right <= left) (left, right) = (box.Left, box.Right);
            return new(letter.Value, left, right, letter.StartBaseLine.Y, Math.Max(letter.PointSize, 1));
        }
    }
}
