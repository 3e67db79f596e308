using System.Text;

namespace Gongkai.Documents.Redaction;

/// <summary>What stood under the marks, as the strings that must be found nowhere in what goes out.</summary>
static class CoveredText
{
    /// <summary>A text under a mark.</summary>
    /// <param name="Mark">Its number, from 0.</param>
    public sealed record Word(int Mark, string Text);

    /// <summary>The strings of one page's marks: each word, each line, each mark as a whole, and marks joined with the next one.</summary>
    /// <param name="marks">The number of each mark, and the glyphs that it takes away, in the order of the file.</param>
    public static IEnumerable<Word> Of(IReadOnlyList<(int Mark, IReadOnlyList<Glyph> Glyphs, IReadOnlyList<string> Notes)> marks)
    {
        var whole = new List<(int Mark, string Text)>();
        foreach (var (mark, glyphs, notes) in marks)
        {
            var lines = Lines(glyphs);
            foreach (var line in lines)
            {
                yield return new(mark, line);
                foreach (var word in Words(line)) yield return new(mark, word);
            }
            var seen = string.Concat(lines);
            yield return new(mark, seen);
            // As the file tells it: two columns run into each other when they are read by height.
            yield return new(mark, string.Concat(glyphs.Select(glyph => glyph.Text)));
            foreach (var note in notes) yield return new(mark, note);
            whole.Add((mark, seen));
        }
        foreach (var (first, second) in whole.Zip(whole.Skip(1))) yield return new(first.Mark, first.Text + second.Text);
        if (whole.Count > 2) yield return new(whole[0].Mark, string.Concat(whole.Select(one => one.Text)));
    }

    /// <summary>Lines from above; a gap as wide as half a sign is a space, and what is printed twice for boldness stands once.</summary>
    static List<string> Lines(IReadOnlyList<Glyph> glyphs)
    {
        List<List<Glyph>> lines = [];
        foreach (var glyph in glyphs.OrderBy(glyph => glyph.Body.Middle.Y).ThenBy(glyph => glyph.Body.Left))
        {
            var line = lines.Find(line => Math.Abs(line[0].Body.Middle.Y - glyph.Body.Middle.Y) < 0.4 * Math.Max(line[0].Size, glyph.Size));
            if (line is null) lines.Add(line = []);
            line.Add(glyph);
        }
        return [.. lines.Select(Line)];
    }

    static string Line(List<Glyph> line)
    {
        line.Sort((a, b) => a.Body.Left.CompareTo(b.Body.Left));
        var text = new StringBuilder();
        Glyph? last = null;
        foreach (var glyph in line)
        {
            if (last is not null && glyph.Text == last.Text && glyph.Body.Left - last.Body.Left < 0.2 * glyph.Size) continue;
            if (last is not null && glyph.Body.Left - last.Body.Right > 0.5 * glyph.Size) text.Append(' ');
            text.Append(glyph.Text);
            last = glyph;
        }
        return text.ToString();
    }

    static IEnumerable<string> Words(string line)
    {
        var start = 0;
        for (var at = 0; at <= line.Length; at++)
        {
            if (at < line.Length && (char.IsLetterOrDigit(line[at]) || char.IsSurrogate(line[at]))) continue;
            if (at > start) yield return line[start..at];
            start = at + 1;
        }
    }
}
