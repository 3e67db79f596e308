using System.Text.RegularExpressions;

namespace Gongkai.Documents.Reading.Papers;

/// <summary>Plain text, Markdown and CSV as lines: cells parted by bars, tabs, commas, runs of spaces, or by nothing but the line's end.</summary>
static partial class TextPaper
{
    public static Paper Read(string text)
    {
        var lines = PageNumbers.Without(text.ReplaceLineEndings("\n").Split('\n', '\f', '\v'));
        lines = Continued(lines);
        if (lines.Count(line => line.StartsWith('\t')) >= 40) return new(TabbedCells(lines));
        // Where a bar ends every cell, a bar alone is an empty cell and parts nothing.
        if (lines.Count(line => line.AsSpan().Trim() is "|" or "｜") >= 40 && lines.Count(line => line.AsSpan().Trim() is [not ('|' or '｜'), .., '|' or '｜']) < 40) return new(LoneBars(lines));
        return new(LineByLine(lines), Wrapped: IsWrapped(lines));
    }

    /// <summary>Comma separated values, quoted where they must be.</summary>
    public static Paper ReadCsv(string text)
    {
        List<Line> lines = [];
        foreach (var fields in CsvFields.Rows(text))
        {
            while (fields.Count > 0 && fields[^1].Length == 0 && fields.Count > 16) fields.RemoveAt(fields.Count - 1);
            lines.Add(fields.Count(field => field.Trim().Length > 0) <= 1 && !fields.Exists(field => PrintedNumber.Fits(field.Trim()))
                ? Line.Of(fields.Find(field => field.Trim().Length > 0)?.Trim() ?? "", LineKind.Prose)
                : new(LineKind.Row, [.. fields.Select((field, i) => new Box(OneLine(field), i))]));
        }
        return new([.. lines.Where(line => line.Text.Length > 0)]);
    }

    // Where no row opens with a bar, a line that does goes on with the row above: an empty cell there held a line's end.
    static string[] Continued(string[] lines)
    {
        static bool Opens(string line) => line.StartsWith('|');
        if (lines.Count(line => Opens(line) && line.Length > 2 && line.AsSpan().ContainsAnyExcept('|', ' ')) is var opening && (opening < 8 || opening > lines.Count(Opens) / 2 || opening >= lines.Count(line => !Opens(line) && line.Contains('|')))) return lines;
        List<string> joined = new(lines.Length);
        foreach (var line in lines)
        {
            if (Opens(line) && joined.Count > 0 && joined[^1].TrimEnd().EndsWith('|')) joined[^1] = joined[^1].TrimEnd() + line;
            else joined.Add(line);
        }
        return [.. joined];
    }

    // As word processors copy tables into plain text: a tab opens a cell, an empty line closes a row, a line without a tab goes on.
    static List<Line> TabbedCells(string[] lines)
    {
        List<Line> read = [];
        List<string> row = [];
        void Close()
        {
            if (row.Count == 1) read.Add(row[0].Length == 0 ? Line.BlankCell : Line.Of(row[0], LineKind.Raw));
            else if (row.Count > 1) read.Add(new(LineKind.Row, [.. row.Select((cell, i) => new Box(cell, i))]));
            row.Clear();
        }

        foreach (var line in lines)
        {
            if (line.StartsWith('\t')) row.AddRange(line[1..].Split('\t').Select(OneLine));
            else if (line.AsSpan().Trim().IsEmpty) Close();
            else if (row.Count > 0 && !HeadingLike(line)) row[^1] += OneLine(line);
            else { Close(); read.Add(Line.Of(OneLine(line))); }
        }
        Close();
        return read;
    }

    // A bar on a line of its own parts two cells; two bars with nothing between them hold an empty one.
    static List<Line> LoneBars(string[] lines)
    {
        List<Line> read = [];
        var afterBar = false;
        foreach (var line in lines)
        {
            var text = OneLine(line);
            if (text.Length == 0) continue;
            if (text is "|" or "｜")
            {
                if (afterBar) read.Add(Line.BlankCell);
                afterBar = true;
                continue;
            }
            afterBar = false;
            read.Add(text.Contains('|') ? Bars(text, Edges.Both) : Line.Of(text, LineKind.Raw));
        }
        return read;
    }

    static List<Line> LineByLine(string[] lines)
    {
        List<Line> read = [];
        var edges = Edges.Of(lines);
        foreach (var line in lines)
        {
            var text = line.TrimEnd(' ', '\r', '　').Trim('\uFEFF');
            if (text.AsSpan().Trim().IsEmpty)
            {
                // Whether an empty line is an empty cell or only air is told later, from its neighbours.
                read.Add(new(LineKind.Raw, []));
                continue;
            }
            if (PageMark().IsMatch(text) || MarkdownRule().IsMatch(text)) continue;
            text = MarkdownHeading().Replace(text, "").Replace("**", "", StringComparison.Ordinal);
            var emphasis = line.TrimStart().StartsWith('#') ? 1 : 0;
            read.Add(LineOf(text, emphasis, null, edges));
        }
        return Air.Taken(read);
    }

    /// <summary>One printed line, with its boxes as bars, tabs or runs of spaces part them.</summary>
    public static Line LineOf(string text, int emphasis = 0, object? owner = null, Edges? edges = null) =>
        (HasBars(text) ? Bars(text, edges ?? Edges.Both) : text.Trim().Contains('\t') ? Parted(text.TrimStart(' '), '\t') : Spaced(text, emphasis)) with { Owner = owner };

    static bool HasBars(string text) => text.AsSpan().IndexOfAny('|', '｜', '│') >= 0 && (text.Count(c => c is '|' or '｜' or '│') > 1 || text.Trim().Length < 60);

    static Line Bars(string text, Edges edges)
    {
        var bare = text.Trim().Replace("\\|", "\u0001", StringComparison.Ordinal).Replace('｜', '|').Replace('│', '|');
        if (edges.Start && bare.StartsWith('|')) bare = bare[1..];
        if (edges.End && bare.EndsWith('|')) bare = bare[..^1];
        return Parted(bare, '|');
    }

    static Line Parted(string text, char mark)
    {
        var cells = text.Split(mark).Select(cell => OneLine(cell.Replace('\u0001', '|').Replace("<br>", "", StringComparison.OrdinalIgnoreCase))).ToList();
        return cells.Count == 1 ? (cells[0].Length == 0 ? Line.BlankCell : Line.Of(cells[0], LineKind.Raw)) : new(LineKind.Row, [.. cells.Select((cell, i) => new Box(cell, i))]);
    }

    // Two spaces or more part boxes; a wide character takes two places, so the middles of a column's cells agree.
    static Line Spaced(string text, int emphasis)
    {
        List<Box> boxes = [];
        var place = 0.0;
        var start = -1;
        double from = 0, to = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var end = i == text.Length || (text[i] == ' ' && (i + 1 == text.Length || text[i + 1] == ' ')) || text[i] is '　' or '\t';
            if (!end && start < 0 && text[i] != ' ') (start, from) = (i, place);
            if (end && start >= 0)
            {
                boxes.Add(new(text[start..i].Trim(), (from + to) / 2));
                start = -1;
            }
            if (i == text.Length) break;
            place += text[i] > '\u2E80' ? 2 : 1;
            if (text[i] != ' ') to = place;
        }
        return new(LineKind.Raw, boxes, emphasis);
    }

    // Text made from pages breaks its lines where the page ended: many lines end in the middle of a sentence, at the same width.
    static bool IsWrapped(string[] lines)
    {
        var prose = lines.Select(line => line.Trim()).Where(line => line.Length > 20).ToList();
        return prose.Count > 8 && prose.Count(line => !Ends(line)) * 2 > prose.Count;
    }

    internal static bool Ends(string line) => line.Length > 0 && line[^1] is '。' or '；' or '！' or '？' or '：' or ';' or ':' or '.' or '”' or '）' or ')';

    internal static string OneLine(string text) => Lines().Replace(text, "").Trim();

    static bool HeadingLike(string line) => Heading().IsMatch(line);

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex Lines();

    [GeneratedRegex(@"^\s*[一二三四五六七八九十]、|^\s*（[一二三四五六七八九十]）.{0,30}$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*([-—–－]+\s*\d{1,3}\s*[-—–－]+|第\s*\d{1,3}\s*页.{0,14}|\d{1,3}\s*/\s*\d{1,3}|[Pp](age|\.)?\s*\d+.{0,40})\s*$")]
    private static partial Regex PageMark();

    [GeneratedRegex(@"^[\s|:｜+-]*-{3,}[\s|:｜+-]*$|^\s*[-*_=~]{3,}\s*$")]
    private static partial Regex MarkdownRule();

    [GeneratedRegex(@"^\s{0,3}(#{1,6}|>)\s*")]
    private static partial Regex MarkdownHeading();
}
