namespace Gongkai.Documents.Redaction;

/// <summary>A rectangle in points on a page as it is seen; down is more, and the upper left corner is nought.</summary>
readonly record struct Area(double Left, double Top, double Right, double Bottom)
{
    /// <summary>What antialiasing puts around a stroke, and the error of two programs that measure one glyph.</summary>
    const double Slack = 0.3;

    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public bool IsEmpty => !(Width > 0.05 && Height > 0.05);

    public (double X, double Y) Middle => ((Left + Right) / 2, (Top + Bottom) / 2);

    public static Area Of(RedactionBox box, double width, double height) => new Area(box.Left * width, box.Top * height, (box.Left + box.Width) * width, (box.Top + box.Height) * height).On(width, height);

    /// <summary>Whether they share more than the edge; of something thin, a quarter of it is more.</summary>
    public bool Touches(Area other) =>
        Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > Math.Min(Slack, Math.Min(Width, other.Width) / 4)
        && Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) > Math.Min(Slack, Math.Min(Height, other.Height) / 4);

    public bool Holds((double X, double Y) point) => point.X >= Left && point.X <= Right && point.Y >= Top && point.Y <= Bottom;

    public Area With(Area other) => new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    public Area Wider(double by) => new(Left - by, Top - by, Right + by, Bottom + by);

    /// <summary>What of it lies on a page.</summary>
    public Area On(double width, double height) => new(Math.Clamp(Left, 0, width), Math.Clamp(Top, 0, height), Math.Clamp(Right, 0, width), Math.Clamp(Bottom, 0, height));

    /// <summary>The pixels that it reaches into, at so many a point.</summary>
    public (int Left, int Top, int Right, int Bottom) Pixels(double scaleX, double scaleY, int width, int height) =>
        (Math.Clamp((int)Math.Floor(Left * scaleX), 0, width), Math.Clamp((int)Math.Floor(Top * scaleY), 0, height),
         Math.Clamp((int)Math.Ceiling(Right * scaleX), 0, width), Math.Clamp((int)Math.Ceiling(Bottom * scaleY), 0, height));
}
