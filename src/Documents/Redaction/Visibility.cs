namespace Gongkai.Documents.Redaction;

/// <summary>Whether a sign that the file holds can be seen on the page as it is drawn. What nobody sees does not go into the text layer.</summary>
/// <remarks>
/// Text may lie under a picture, under a box of its own colour, outside the page, or be drawn in white or not at all: a clerk cannot mark
/// what does not show. So a sign passes only where the page shows its colour, against another colour around it, at its place; and none
/// passes where a picture lies, since the order of drawing is not known. The words of a scan that a program has recognized go with it.
/// </remarks>
sealed class Visibility(Picture page, double scaleX, double scaleY, IReadOnlyList<Area> pictures)
{
    /// <summary>Smaller is not read by anybody.</summary>
    const double Smallest = 2.5;

    /// <summary>How far the text's colour must be from what is around it, of at most 441.</summary>
    const double LeastContrast = 60;

    const double LeastInk = 0.02;

    public bool Shows(Glyph glyph)
    {
        if (!glyph.IsDrawn || glyph.Size < Smallest || glyph.Colour is not { } colour) return false;
        var (x, y) = glyph.Ink.Middle;
        if (x < 0 || y < 0 || x * scaleX >= page.Width || y * scaleY >= page.Height) return false;
        if (pictures.Any(picture => picture.Holds((x, y)) || picture.Touches(glyph.Ink))) return false;

        var ground = Around(glyph.Ink.Wider(Math.Max(1, glyph.Size * 0.12)));
        var (r, g, b) = (colour.R - ground.R, colour.G - ground.G, colour.B - ground.B);
        var contrast = r * r + g * g + b * b;
        if (contrast < LeastContrast * LeastContrast) return false;
        var (left, top, right, bottom) = glyph.Ink.Wider(0.5).Pixels(scaleX, scaleY, page.Width, page.Height);
        int inked = 0, all = 0;
        for (var py = top; py < bottom; py++)
            for (var px = left; px < right; px++, all++)
            {
                // How far from the ground towards the text's colour; thin strokes come out pale.
                var (pr, pg, pb) = page.At(px, py);
                if (((pr - ground.R) * r + (pg - ground.G) * g + (pb - ground.B) * b) / contrast >= 0.3) inked++;
            }
        return all > 0 && inked > LeastInk * all;
    }

    // The middle value of the pixels on the edge: neighbours reach into it, but seldom fill half of it.
    (double R, double G, double B) Around(Area area)
    {
        var (left, top, right, bottom) = area.Pixels(scaleX, scaleY, page.Width, page.Height);
        List<(byte R, byte G, byte B)> edge = [];
        for (var x = left; x < right; x++)
        {
            edge.Add(page.At(x, top));
            edge.Add(page.At(x, bottom - 1));
        }
        for (var y = top; y < bottom; y++)
        {
            edge.Add(page.At(left, y));
            edge.Add(page.At(right - 1, y));
        }
        if (edge.Count == 0) return (255, 255, 255);
        var middle = edge.OrderBy(pixel => pixel.R + pixel.G + pixel.B).ElementAt(edge.Count / 2);
        return (middle.R, middle.G, middle.B);
    }
}
