using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Documents.Reading.Papers;

namespace Gongkai.Documents.Reading;

/// <summary>What a report says of itself before its first part: title, agency, year.</summary>
sealed record Masthead(string? Title, string? Agency, int? Year, int TitleLine)
{
    /// <summary>Reads the lines before <paramref name="end"/>; the prose behind it tells the year where no title does.</summary>
    public static Masthead Read(Paper paper, IReadOnlyList<Line> lines, int end, List<string> notes)
    {
        var (line, title) = Titles.Find(lines, end);
        title ??= Titles.Of(paper.Title);
        var year = YearIn(title);
        var agency = Titles.Agency(title) ?? AgencyAbove(lines, line);
        agency ??= AgencyIn(lines, end);
        // The site may be a government's that shows its bureaus' reports; the source is whose report it is.
        if (agency is null && paper.Publisher?.Trim() is { Length: > 2 and < 40 } publisher && Titles.AgencyName().IsMatch(publisher)) agency = publisher;
        if (title is null) notes.Add("文件中没有年度报告标题。");
        if (agency is null) notes.Add("文件中没有写明机关名称。");
        if (year is null && (year = YearOfProse(lines)) is not null) notes.Add($"标题没有写明年度，按正文所述的统计年度读为 {year} 年。");
        return new(title, agency, year, line);
    }

    static int? YearIn(string? text) =>
        text is not null && Titles.Year().Match(Folding.Narrow(text)) is { Success: true } found ? Number(found.Groups["year"].Value) : null;

    // The statistics period names the year; failing that, the year that the first part's sentences open with.
    static int? YearOfProse(IReadOnlyList<Line> lines)
    {
        Dictionary<int, int> votes = [];
        foreach (var line in lines.Where(line => line.Kind != LineKind.Row))
        {
            var text = Folding.Narrow(line.Text);
            if (Titles.Period().Match(text) is { Success: true } period) return Number(period.Groups["year"].Value);
            foreach (Match opening in Titles.OpeningYear().Matches(text))
                votes[Number(opening.Groups["year"].Value)] = votes.GetValueOrDefault(Number(opening.Groups["year"].Value)) + 1;
        }
        return votes.Count == 0 ? null : votes.MaxBy(vote => vote.Value).Key;
    }

    // A long title breaks after the agency's name.
    static string? AgencyAbove(IReadOnlyList<Line> lines, int title)
    {
        if (title <= 0) return null;
        var above = Folding.Narrow(lines[title - 1].Text).Replace(" ", "", StringComparison.Ordinal);
        return lines[title - 1].Kind != LineKind.Row && Titles.AgencyName().IsMatch(above) ? above : null;
    }

    static string? AgencyIn(IReadOnlyList<Line> lines, int end)
    {
        for (var i = 0; i < end; i++)
            if (Titles.Author().Match(Folding.Narrow(lines[i].Text)) is { Success: true } author) return author.Groups["agency"].Value;
        return null;
    }

    static int Number(string digits) => int.Parse(Titles.Digits(digits), CultureInfo.InvariantCulture);
}
