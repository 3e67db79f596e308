namespace Gongkai.Documents.Redaction;

/// <summary>A place that must be covered in a released file: a mark, or a sign that it touches.</summary>
sealed record CoveredPlace(int Mark, int Page, Area Area);

/// <summary>What the marks of one page take away: the places, the signs, and what they said.</summary>
sealed class PageCover
{
    readonly HashSet<Glyph> gone = new(ReferenceEqualityComparer.Instance);
    readonly List<CoveredPlace> places = [];

    public IReadOnlyList<CoveredPlace> Places => places;

    public IReadOnlyList<CoveredText.Word> Words { get; private init; } = [];

    /// <summary>Whether a sign goes: a mark takes it, or most of it is covered with one that a mark takes.</summary>
    public bool Takes(Glyph glyph) => gone.Contains(glyph) || places.Exists(place => place.Area.Holds(glyph.Body.Middle));

    public static PageCover Of(SourcePage page, int number, RedactionPlan plan)
    {
        var marks = plan.Marks.Index().Where(mark => mark.Item.Page == number).Select(mark => (Number: mark.Index, Box: Area.Of(mark.Item.Box, page.Width, page.Height))).ToList();
        if (marks.Count == 0) return new();
        List<(int, IReadOnlyList<Glyph>, IReadOnlyList<string>)> taken = [];
        // Two programs seldom err in the same way about where a sign stands.
        var second = page.SecondReading();
        List<Glyph> gone = [];
        List<CoveredPlace> places = [];
        foreach (var (mark, box) in marks)
        {
            var touched = page.Glyphs.Where(glyph => glyph.IsIn(box)).ToList();
            gone.AddRange(touched);
            places.Add(new(mark, number, box));
            // A sign is taken whole, so that no part of it tells what it was.
            places.AddRange(touched.Where(glyph => !glyph.IsSpace).Select(glyph => new CoveredPlace(mark, number, glyph.Ink.With(glyph.Body).Wider(0.5).On(page.Width, page.Height))));
            taken.Add((mark, touched, [.. page.Notes.Where(note => box.Touches(note.Place)).Select(note => note.Text), .. second.SelectMany(word => word.Within(box))]));
        }
        var cover = new PageCover { Words = [.. CoveredText.Of(taken)] };
        cover.gone.UnionWith(gone);
        cover.places.AddRange(places);
        return cover;
    }
}

/// <summary>A word as another program reads it, of which only the whole is placed.</summary>
sealed record PlacedWord(string Text, Area Place)
{
    /// <summary>The parts of it whose signs have their middle in a box, as far as that can be told from the whole.</summary>
    public IEnumerable<string> Within(Area box)
    {
        if (!box.Touches(Place)) yield break;
        // Chinese signs are twice as wide as others.
        double[] wide = [.. Text.Select(sign => sign > 0x2E80 ? 2.0 : 1.0)];
        var all = wide.Sum();
        var upright = Place.Height > 1.5 * Place.Width && Text.Length > 1;
        var part = "";
        var before = 0.0;
        foreach (var (i, sign) in Text.Index())
        {
            var share = (before + wide[i] / 2) / all;
            before += wide[i];
            var (x, y) = upright ? (Place.Middle.X, Place.Top + share * Place.Height) : (Place.Left + share * Place.Width, Place.Middle.Y);
            if (box.Holds((x, y))) part += sign;
            else if (part.Length > 0)
            {
                yield return part;
                part = "";
            }
        }
        if (part.Length > 0) yield return part;
    }
}
