using System.Globalization;
using System.Text;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;

namespace Gongkai.Records.Disclosure;

/// <summary>What an entry of the catalogue says, as the cells of the standard catalogues say it, and read back: what is written here is read as the same.</summary>
public static class CatalogueText
{
    const char Must = '●', May = '〇', MustUse = '■', MayUse = '□';
    const string Everyone = "全社会", Some = "特定群体：";

    public static string Written(IEnumerable<RequiredElement> elements) => Lines(elements.Select(one => $"{(one.Required ? Must : May)}{one.Text}"));

    public static string Written(IEnumerable<RequiredChannel> channels) => Lines(channels.Select(one => $"{(one.Required ? MustUse : MayUse)}{one.Channel.Name}"));

    public static string Written(IEnumerable<TimeRule> rules) => Lines(rules.Select(TimeRuleText.Written));

    public static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    /// <summary>公开对象.</summary>
    public static string Audience(string? group) => group is null ? Everyone : Some + group;

    /// <summary>公开对象 read back; <c>null</c> is everyone.</summary>
    public static string? Group(string cell)
    {
        var text = cell.Trim();
        if (text.Length == 0 || text == Everyone) return null;
        foreach (var head in (string[])[Some, "特定群体:", "特定群众：", "特定群众:"])
            if (text.StartsWith(head, StringComparison.Ordinal)) return text[head.Length..].Trim();
        return text;
    }

    /// <summary>Elements: each line, or each part after ● or 〇; what bears no mark must be there.</summary>
    public static IReadOnlyList<RequiredElement> Elements(string cell) => [.. Parts(cell, Must, May, '○', '◯').Select(part => new RequiredElement(part.Text, part.Mark is not (May or '○' or '◯')))];

    /// <summary>Channels; what is none is named among the unknown.</summary>
    public static IReadOnlyList<RequiredChannel> ReadChannels(string cell, ICollection<string> unknown)
    {
        List<RequiredChannel> channels = [];
        foreach (var (mark, text) in Parts(cell, MustUse, MayUse))
            if (Named(text) is { } channel) channels.Add(new(channel, mark != MayUse));
            else unknown.Add(text);
        return [.. channels.DistinctBy(one => one.Channel)];
    }

    /// <summary>Terms; what says none is named among the unknown, but 长期公开, which says the mode.</summary>
    public static IReadOnlyList<TimeRule> Times(string cell, ICollection<string> unknown)
    {
        List<TimeRule> rules = [];
        foreach (var line in LinesOf(cell))
            if (TimeRuleText.Read(line) is { } rule) rules.Add(rule);
            else if (!line.StartsWith("长期公开", StringComparison.Ordinal)) unknown.Add(line);
        return [.. rules.Distinct()];
    }

    public static IReadOnlyList<string> LinesOf(string cell) => [.. cell.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>All of it as paragraphs, for setting two versions side by side.</summary>
    public static IReadOnlyList<string> Paragraphs(this CatalogueContent says) =>
    [
        $"公开事项：{says.Name}",
        .. says.Elements.Select(one => $"要素：{(one.Required ? Must : May)}{one.Text}"),
        .. says.Bases.Select(basis => $"依据：{basis}"),
        $"类别：{says.Mode.Name}",
        .. says.Times.Select(rule => $"时限：{rule.Written()}"),
        $"公开主体：{says.Subject}",
        .. says.Channels.Select(one => $"渠道：{(one.Required ? MustUse : MayUse)}{one.Channel.Name}"),
        $"公开对象：{Audience(says.Group)}",
        $"公开方式：{(says.OnRequest ? "依申请" : "主动")}",
        $"公开层级：{says.Levels}",
        $"条例事项：{(Matter.Find(says.Matter) is { } matter ? $"{matter.Cited} {matter.Name}" : "未对应")}",
    ];

    // The variant names of the catalogues that are in use.
    static Channel? Named(string text)
    {
        var narrow = Typed.Narrow(text);
        foreach (var channel in Enum.GetValues<Channel>())
            if (Typed.Narrow(channel.Name) == narrow) return channel;
        return narrow switch
        {
            "发布会听证会" or "发布会、听证会" or "新闻发布会" => Channel.Conference,
            "公共查阅点" or "查阅点" => Channel.ReadingPlace,
            "公示栏" or "社区/企事业单位/村公示栏" or "公告栏" => Channel.NoticeBoard,
            "12345" or "12345热线" => Channel.Hotline,
            _ => null,
        };
    }

    static IEnumerable<(char Mark, string Text)> Parts(string cell, params char[] marks)
    {
        foreach (var line in LinesOf(cell))
        {
            var (mark, text) = (marks[0], new StringBuilder());
            foreach (var letter in line)
                if (marks.Contains(letter))
                {
                    if (Clean(text) is { } part) yield return (mark, part);
                    (mark, text) = (letter, new());
                }
                else text.Append(letter);
            if (Clean(text) is { } last) yield return (mark, last);
        }
    }

    static string? Clean(StringBuilder text) => text.ToString().Trim().TrimEnd('；', ';', '、') is { Length: > 0 } clean ? clean : null;

    /// <summary>How a version is named, such as 第2版（2026-06-01起）.</summary>
    public static string VersionWords(int number, DateOnly from) => string.Create(CultureInfo.InvariantCulture, $"第{number}版（{from:yyyy-MM-dd} 起）");
}
