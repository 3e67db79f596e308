using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace Gongkai.Documents.Redaction;

/// <summary>One sign of a page's text: what it says, where it is drawn and how it is drawn. A ligature is one sign that says several characters.</summary>
/// <param name="Ink">Where it is drawn.</param>
/// <param name="Body">The place that its line keeps for it: from the start to the end of its advance, as high as its size.</param>
/// <param name="Start">Of its advance on the base line, in points, upwards from the lower edge.</param>
/// <param name="Size">In points.</param>
/// <param name="Colour">What fills it; <c>null</c> for none that is one colour.</param>
/// <param name="IsDrawn">Whether its way of drawing leaves anything on the page.</param>
sealed record Glyph(string Text, Area Ink, Area Body, (double X, double Y) Start, (double X, double Y) End, double Size, (byte R, byte G, byte B)? Colour, bool IsDrawn)
{
    public bool IsSpace => string.IsNullOrWhiteSpace(Text);

    /// <summary>Whether a box takes it away: it touches the ink, or covers the middle.</summary>
    public bool IsIn(Area box) => box.Touches(Ink) || box.Holds(Body.Middle) || box.Holds(Ink.Middle);

    /// <param name="height">Of the page, by which heights are turned round.</param>
    public static Glyph Of(Letter letter, double height)
    {
        var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
        var hull = Hull(letter.BoundingBox, height);
        var size = Math.Clamp(Math.Max(letter.PointSize, Math.Min(hull.Width, hull.Height)), 1, 2000);
        var (dx, dy) = (end.X - start.X, end.Y - start.Y);
        var length = Math.Sqrt(dx * dx + dy * dy);
        var (ux, uy) = length > 0.01 ? (dx / length, dy / length) : (1, 0);
        if (length <= 0.01) (dx, dy) = (Math.Max(hull.Width, 0.1), 0);
        // Above the line four fifths of the size, below it one: as Chinese fonts and most others are drawn.
        (double X, double Y)[] corners =
        [
            (start.X + uy * size * 0.2, start.Y - ux * size * 0.2), (start.X - uy * size * 0.85, start.Y + ux * size * 0.85),
            (start.X + dx + uy * size * 0.2, start.Y + dy - ux * size * 0.2), (start.X + dx - uy * size * 0.85, start.Y + dy + ux * size * 0.85),
        ];
        var body = new Area(corners.Min(corner => corner.X), height - corners.Max(corner => corner.Y), corners.Max(corner => corner.X), height - corners.Min(corner => corner.Y));
        var drawn = letter.RenderingMode is not (TextRenderingMode.Neither or TextRenderingMode.NeitherClip);
        return new(letter.Value ?? "", hull.IsEmpty ? body : hull, body, (start.X, start.Y), (start.X + dx, start.Y + dy), size, Rgb(letter.Color), drawn);
    }

    static Area Hull(PdfRectangle box, double height)
    {
        double[] x = [box.TopLeft.X, box.TopRight.X, box.BottomLeft.X, box.BottomRight.X], y = [box.TopLeft.Y, box.TopRight.Y, box.BottomLeft.Y, box.BottomRight.Y];
        return new(x.Min(), height - y.Max(), x.Max(), height - y.Min());
    }

    static (byte, byte, byte)? Rgb(IColor? colour)
    {
        try
        {
            if (colour?.ToRGBValues() is not { } rgb) return null;
            return (Byte(rgb.r), Byte(rgb.g), Byte(rgb.b));
        }
        catch (InvalidOperationException)
        {
            // A pattern has no one colour.
            return null;
        }
    }

    static byte Byte(double part) => (byte)Math.Round(Math.Clamp(part, 0, 1) * 255);
}
