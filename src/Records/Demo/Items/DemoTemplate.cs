using System.Globalization;
using Gongkai.Rules;

namespace Gongkai.Records.Demo.Items;

/// <summary>A text with gaps, and when it came out: once on a day, or in some months of some years.</summary>
/// <remarks>
/// A block begins with <c>== title</c>; then come lines of <c>name: value</c>, then the text. <c>时间: 2019:1-12; 2020-2026:1,4</c> names years and months,
/// <c>日: 8-14</c> the days to choose from; <c>发布: 2026-03-11 10:30</c> one moment. What a gap may hold, <see cref="Filling"/> says.
/// </remarks>
sealed class DemoTemplate
{
    static readonly string[] Names = ["栏目", "目录", "体裁", "文号", "发文", "成文", "发布", "时间", "日", "施行", "失效", "关键词", "摘要", "解读", "废止文件", "依据", "附件"];

    readonly string title;
    readonly Dictionary<string, string> head = [];
    readonly List<string> text = [];

    DemoTemplate(string title) => this.title = title;

    public static DemoTemplate Read(IReadOnlyList<string> block)
    {
        var template = new DemoTemplate(block[0][3..]);
        foreach (var line in block.Skip(1))
        {
            var at = line.IndexOf(": ", StringComparison.Ordinal);
            if (template.text.Count == 0 && at > 0 && Names.Contains(line[..at])) template.head[line[..at]] = line[(at + 2)..];
            else template.text.Add(line);
        }
        return template;
    }

    /// <summary>What was ever published of it, in order.</summary>
    public IEnumerable<DemoItem> All()
    {
        if (head.TryGetValue("发布", out var moment))
        {
            var published = DateTime.ParseExact(moment, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            yield return Made(published, 0, 0, Day(head["成文"]));
            yield break;
        }
        var index = 0;
        foreach (var (year, months) in Years(head["时间"]))
            foreach (var (place, month) in months.Index())
            {
                var draw = Numbers.For(title, (year * 100) + month, "item");
                var (first, last) = Range(head["日"]);
                var day = WorkingCalendar.BuiltIn.OnOrAfter(new(year, month, draw.Between(first, last)));
                int[] hours = [9, 10, 11, 14, 15, 16];
                var published = day.ToDateTime(new(hours[draw.Between(0, 5)], draw.Between(3, 57)));
                yield return Made(published, index++, place, WorkingCalendar.BuiltIn.Before(day, draw.Between(1, 3)));
            }
    }

    DemoItem Made(DateTime published, int index, int place, DateOnly formed)
    {
        var filling = new Filling(title, published, index, place, formed);
        var named = filling.Fill(title);
        List<string> lines = [.. text.SelectMany(filling.Lines)];
        return new(head["栏目"], named, head["体裁"], formed, published.OnOfficeClock, lines, [.. Links()])
        {
            DocumentNumber = head.TryGetValue("文号", out var number) ? filling.Fill(number) : null,
            Issuer = head.GetValueOrDefault("发文"),
            Keywords = head.GetValueOrDefault("关键词"),
            Entry = head.GetValueOrDefault("目录"),
            Summary = head.TryGetValue("摘要", out var summary) ? filling.Fill(summary) : Begins(lines),
            EffectiveOn = head.TryGetValue("施行", out var from) ? Day(from, formed.Year) : null,
            EndsOn = head.TryGetValue("失效", out var until) ? until == "次年" ? new(formed.Year + 1, 3, 31) : Day(until) : null,
            Attachment = head.TryGetValue("附件", out var file) && filling.Fill(file).Split('|') is [var name, var rows] ? (name, rows.Split(';')) : null,
        };
    }

    IEnumerable<(string Kind, string Title)> Links() =>
        from kind in (string[])["解读", "废止文件", "依据"]
        where head.ContainsKey(kind)
        select (kind, head[kind]);

    // The first sentence that says something, cut where a reader still follows.
    static string Begins(List<string> lines)
    {
        var first = lines.First(line => line[0] is not '|' and not '>' && !line.EndsWith('：') && line.Length > 12);
        return first.Length <= 110 ? first : first[..first.LastIndexOf('，', 110)] + "。";
    }

    static DateOnly Day(string text, int year = 0) => text.Length > 5
        ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : DateOnly.ParseExact($"{year}-{text}", "yyyy-M-d", CultureInfo.InvariantCulture);

    static IEnumerable<(int Year, int[] Months)> Years(string text) =>
        from part in text.Split("; ")
        let halves = part.Split(':')
        from year in Numbered(halves[0])
        select (year, Numbered(halves[1]).ToArray());

    static IEnumerable<int> Numbered(string text) => text.Split(',').Select(Range).SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1));

    static (int First, int Last) Range(string text)
    {
        var ends = text.Split('-');
        return (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[^1], CultureInfo.InvariantCulture));
    }
}
