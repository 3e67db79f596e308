using System.Text.RegularExpressions;
using Gongkai.Documents.Reading.Papers;

namespace Gongkai.Documents.Reading;

/// <summary>Knows a report's title when it sees one, and what is in it.</summary>
static partial class Titles
{
    /// <summary>The line before <paramref name="end"/> that is most like a title, joined with the line above where it begins there.</summary>
    public static (int Line, string? Title) Find(IReadOnlyList<Line> lines, int end)
    {
        var (best, weight) = (-1, 0);
        for (var i = 0; i < end; i++)
        {
            var likeness = Weight(lines[i]);
            if (likeness > 0 && likeness + lines[i].Emphasis * 4 >= weight) (best, weight) = (i, likeness + lines[i].Emphasis * 4);
        }
        if (best < 0) return (-1, null);
        var title = Bare(lines[best].Text);
        // 某区住房和城乡建设局 / 2019年政府信息公开工作年度报告 on two lines, or the title's own end on the next.
        if (best > 0 && lines[best - 1].Kind != LineKind.Row && (AgencyName().IsMatch(Bare(lines[best - 1].Text)) || Beginning().IsMatch(Bare(lines[best - 1].Text)))) title = Bare(lines[best - 1].Text) + title;
        return (best, title);
    }

    /// <summary>The title in a page's own name for itself, which may go on with the site's.</summary>
    public static string? Of(string? name) =>
        name is null ? null : name.Split('_', '|', '-', '—', '–').Select(Bare).FirstOrDefault(part => part.Length <= 60 && !part.Contains('。') && Title().IsMatch(part));

    /// <summary>The agency that a title names.</summary>
    public static string? Agency(string? title)
    {
        if (title is null) return null;
        var text = Folding.Narrow(title).Replace(" ", "", StringComparison.Ordinal);
        var match = Subject().Match(text);
        if (!match.Success) return null;
        var agency = match.Groups["before"].Value + match.Groups["after"].Value;
        agency = Trailing().Replace(agency.Trim('《', '》', '关', '于'), "");
        return agency.Length >= 2 ? agency : null;
    }

    /// <summary>Arabic digits for a year that may be written 二〇一九.</summary>
    public static string Digits(string year) => string.Concat(year.Select(c => "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit) : c is '零' or '○' or 'O' ? '0' : c));

    static int Weight(Line line)
    {
        if (line.Kind == LineKind.Row && line.Boxes.Count(box => !box.Blank) != 1) return 0;
        var text = Bare(line.Text);
        if (text.Length is < 6 or > 70 || text.Contains('。') || text.Contains('>') || text.Contains('：') || !Title().IsMatch(text)) return 0;
        return 2 + (Year().IsMatch(Folding.Narrow(text)) ? 3 : 0) + (text.EndsWith("报告", StringComparison.Ordinal) || text.EndsWith('）') ? 1 : 0);
    }

    static string Bare(string text) => text.Trim().Trim('#', '*', ' ', '　', '《', '》').Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal);

    [GeneratedRegex(@"(信息公开|政务公开).{0,12}(年度报告|年报|报告)|^(19|20)\d\d年?度?(工作)?(年度报告|年报)$")]
    public static partial Regex Title();

    [GeneratedRegex(@"(?<!\d)(?<year>(19|20)\d\d|二[〇零○O][〇一二三四五六七八九零○]{2})\s*年?")]
    public static partial Regex Year();

    [GeneratedRegex(@"^(?<before>[^\d《]*?)(关于)?(?:(?:19|20)\d\d|二[〇零○O][〇一二三四五六七八九零○]{2})?年?度?(?<after>[^\d]*?)(政府)?(信息公开|政务公开)")]
    private static partial Regex Subject();

    [GeneratedRegex(@"(关于|年度|年|的|本级|开展)+$")]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^[\p{L}（）()·、]{2,40}(局|委|委员会|办|办公室|厅|部|院|府|镇|乡|街道|街道办事处|中心|队|支队|大队|所|站|处|署|社|行|公司|学校|区|县|市)$")]
    public static partial Regex AgencyName();

    [GeneratedRegex(@"^[^\d。，]{0,40}(19|20)\d\d年?度?$")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"(自|从|为|期限|时间)[^。\d]{0,12}(?<year>(19|20)\d\d)年1月1日(起)?(至|到|—|-|－)")]
    public static partial Regex Period();

    [GeneratedRegex(@"(?:^|[。；;）)、\s])(?<year>20\d\d)年(?:度)?[，,]")]
    public static partial Regex OpeningYear();

    [GeneratedRegex(@"(?:^|[，,。、\s])(?:现将|本报告由|由)?(?<agency>[\p{L}]{2,30}?(?:局|委员会|办公室|人民政府|街道办事处|中心))(?:根据|按照|编制|现将|依据|公布|向社会)")]
    public static partial Regex Author();
}
