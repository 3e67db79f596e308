using Gongkai.Documents.Personal;

namespace Gongkai.Documents.Redaction;

/// <summary>A word on a page that may be marked, and where it is printed.</summary>
public sealed record PageWord(string Text, RedactionBox Box);

/// <summary>A page as somebody who marks it sees it.</summary>
/// <param name="Width">In points.</param>
/// <param name="Words">In the order of the file; none on a page that is a picture.</param>
public sealed record PageLook(int Number, double Width, double Height, IReadOnlyList<PageWord> Words)
{
    readonly IReadOnlyList<Glyph> signs = [];

    internal PageLook(int number, SourcePage page) : this(number, page.Width, page.Height, [.. WordsOf(page).Select(word => new PageWord(string.Concat(word.Select(glyph => glyph.Text)), Box(word, page.Width, page.Height)))]) =>
        signs = [.. page.Glyphs.Where(glyph => !glyph.IsSpace)];

    /// <summary>Every place where these words are printed, whatever spaces stand between them and whichever width they have.</summary>
    public IReadOnlyList<RedactionBox> Find(string text)
    {
        var sought = LeakWords.Folded(text);
        List<RedactionBox> found = [];
        if (sought.Length == 0) return found;
        List<int> owners = [];
        var all = new System.Text.StringBuilder();
        foreach (var (i, glyph) in signs.Index())
            foreach (var sign in LeakWords.Folded(glyph.Text))
            {
                all.Append(sign);
                owners.Add(i);
            }
        var said = all.ToString();
        for (var at = 0; (at = said.IndexOf(sought, at, StringComparison.Ordinal)) >= 0; at += sought.Length)
            // A line's end within the words parts the box.
            found.AddRange(Lines([.. Enumerable.Range(owners[at], owners[at + sought.Length - 1] - owners[at] + 1).Select(i => signs[i])]).Select(line => Box(line, Width, Height)));
        return found;
    }

    /// <summary>Numbers on it that are somebody's: offered to whoever marks, who decides.</summary>
    public IReadOnlyList<PageHint> Hints
    {
        get
        {
            List<int> owners = [];
            var all = new System.Text.StringBuilder();
            Glyph? last = null;
            foreach (var (i, glyph) in signs.Index())
            {
                // Groups of digits stand apart, and still are one number; the next line is another text.
                if (last is not null && !IsBeside(last, glyph, 0.25)) Put(IsBeside(last, glyph, 1.2) ? " " : "\n", -1);
                Put(LeakWords.Folded(glyph.Text), i);
                last = glyph;
            }
            var said = all.ToString();
            return [.. from hint in PersonalNumbers.In(said)
                       let own = owners.GetRange(hint.At, hint.Length).Where(owner => owner >= 0).Distinct().Select(owner => signs[owner]).ToList()
                       select new PageHint(hint.Kind, string.Concat(own.Select(glyph => glyph.Text)), [.. Lines(own).Select(line => Box(line, Width, Height))])];

            void Put(string text, int owner)
            {
                all.Append(text);
                owners.AddRange(Enumerable.Repeat(owner, text.Length));
            }
        }
    }

    static IEnumerable<List<Glyph>> Lines(List<Glyph> glyphs)
    {
        List<Glyph> line = [];
        foreach (var glyph in glyphs)
        {
            if (line.Count > 0 && !IsBeside(line[^1], glyph, 5))
            {
                yield return line;
                line = [];
            }
            line.Add(glyph);
        }
        if (line.Count > 0) yield return line;
    }

    static IEnumerable<List<Glyph>> WordsOf(SourcePage page)
    {
        List<Glyph> word = [];
        foreach (var glyph in page.Glyphs)
        {
            var ends = glyph.IsSpace || !char.IsLetterOrDigit(glyph.Text, 0) && !char.IsSurrogate(glyph.Text[0]);
            if (word.Count > 0 && (ends || !IsBeside(word[^1], glyph, 0.5)))
            {
                yield return word;
                word = [];
            }
            if (!ends) word.Add(glyph);
        }
        if (word.Count > 0) yield return word;
    }

    // On one line, and no farther than so many of its sizes; lines that stand upright or on their head count as lines too.
    static bool IsBeside(Glyph left, Glyph right, double sizes)
    {
        var (dx, dy) = (left.End.X - left.Start.X, left.End.Y - left.Start.Y);
        var length = Math.Max(0.01, Math.Sqrt(dx * dx + dy * dy));
        var (x, y) = (right.Start.X - left.End.X, right.Start.Y - left.End.Y);
        return Math.Abs((x * dy - y * dx) / length) < 0.3 * left.Size && (x * dx + y * dy) / length is var gap && gap > -1.5 * left.Size && gap < sizes * left.Size;
    }

    static RedactionBox Box(IReadOnlyList<Glyph> glyphs, double width, double height)
    {
        var area = glyphs.Select(glyph => glyph.Ink).Aggregate((one, other) => one.With(other)).On(width, height);
        return new(area.Left / width, area.Top / height, area.Width / width, area.Height / height);
    }
}
