using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Rules;

/// <summary>A day that is not what its place in the week makes it: a holiday (放假), or a day of the weekend that is worked (调休上班).</summary>
public sealed record SpecialDay(DateOnly Day, bool Off, string Name);

/// <summary>A notice of the State Council by its number, with the day of its publication and its address, where they are known.</summary>
public sealed record NoticeSource(string? Number, DateOnly? On = null, string? Url = null);

/// <summary>What the State Council's notices say of one year's holidays (国务院办公厅关于某年部分节假日安排的通知), with every later change of it.</summary>
/// <remarks>The year is the one in the notice's title: that of 2019 begins on 29 December 2018.</remarks>
public sealed partial class HolidayNotice
{
    const int LongestText = 100_000;

    public int Year { get; }
    public IReadOnlyList<NoticeSource> Sources { get; }

    /// <summary>In the order of the calendar, each day once.</summary>
    public IReadOnlyList<SpecialDay> Days { get; }

    /// <param name="year">The year in the title.</param>
    /// <param name="sources">The notices themselves; the first, and those that changed it.</param>
    /// <param name="days">Where a day is named twice, the later word holds, as a later notice overrides an earlier.</param>
    public HolidayNotice(int year, IEnumerable<NoticeSource> sources, IEnumerable<SpecialDay> days)
    {
        Year = year;
        Sources = [.. sources];
        var last = new SortedDictionary<DateOnly, SpecialDay>();
        foreach (var day in days) last[day.Day] = day;
        Days = [.. last.Values];
    }

    /// <summary>Those that came with this program, oldest first: 2019 to 2026.</summary>
    [Law(Statute.Holidays, "2")]
    public static IReadOnlyList<HolidayNotice> BuiltIn { get; } = [.. Embedded().OrderBy(notice => notice.Year)];

    /// <summary>The notice in our own words: <c>notice NUMBER DATE URL</c>, <c>off 2026-01-01 2026-01-03 元旦</c> is a holiday from the first day through the second, <c>on 2026-01-04 元旦</c> a worked weekend day.</summary>
    public string Text => string.Concat([
        .. Sources.Select(source => $"notice {source.Number ?? "-"}{(source.On is { } on ? $" {on:yyyy-MM-dd}" : "")}{(source.Url is { } url ? $" {url}" : "")}\n"),
        .. Days.Select(day => $"{(day.Off ? "off" : "on ")} {day.Day:yyyy-MM-dd} {day.Name}\n"),
    ]);

    /// <summary>Reads what <see cref="Text"/> writes, and days that are written from–to.</summary>
    /// <exception cref="FormatException">A line that is none of ours; the message is a Chinese sentence that names it.</exception>
    public static HolidayNotice Read(int year, string text)
    {
        if (text.Length > LongestText) throw new FormatException("节假日安排过长，请检查文件是否选错。");
        List<NoticeSource> sources = [];
        List<SpecialDay> days = [];
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('#')) continue;
            if (Source().Match(line) is { Success: true } source)
                sources.Add(new(source.Groups["number"].Value is not "-" and var number ? number : null, source.Groups["on"] is { Success: true, Value: var on } ? Date(on) : null, source.Groups["url"] is { Success: true, Value: var url } ? url : null));
            else if (RunOfDays().Match(line) is { Success: true } run)
                days.AddRange(DaysOf(run));
            else
                throw new FormatException($"看不懂这一行：“{line}”。");
        }
        return new(year, sources, days);
    }

    static IEnumerable<SpecialDay> DaysOf(Match run)
    {
        var first = Date(run.Groups["first"].Value);
        var last = run.Groups["last"] is { Success: true, Value: var end } ? Date(end) : first;
        if (last < first || last.DayNumber - first.DayNumber > 60) throw new FormatException($"起止日期不对：“{run.Value}”。");
        for (var day = first; day <= last; day = day.AddDays(1))
            yield return new(day, run.Groups["kind"].Value == "off", run.Groups["name"].Value);
    }

    static DateOnly Date(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new FormatException($"没有“{text}”这一天。");

    static IEnumerable<HolidayNotice> Embedded()
    {
        var here = typeof(HolidayNotice).Assembly;
        foreach (var name in here.GetManifestResourceNames().Where(name => name.StartsWith("Holidays/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(here.GetManifestResourceStream(name)!);
            yield return Read(int.Parse(name["Holidays/".Length..^".txt".Length], CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }

    [GeneratedRegex(@"^notice +(?<number>\S+)(?: +(?<on>\d{4}-\d\d-\d\d))?(?: +(?<url>https?://\S+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Source();

    [GeneratedRegex(@"^(?<kind>on|off) +(?<first>\d{4}-\d\d-\d\d)(?: +(?<last>\d{4}-\d\d-\d\d))?(?: +(?<name>\S.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex RunOfDays();
}
