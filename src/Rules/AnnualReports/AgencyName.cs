using System.Text.RegularExpressions;

namespace Gongkai.Rules.AnnualReports;

/// <summary>What the name of an agency tells: at which level it stands, whether it may make 规章, and whether another name is clearly another agency's.</summary>
/// <remarks>Short forms and left-out prefixes are the same agency: 区住建局 is 某区住房和城乡建设局. Where the names do not decide, nothing is claimed.</remarks>
static partial class AgencyName
{
    public enum Rank { Unknown, Nation, Province, City, County, Town }

    public static Rank RankOf(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return Rank.Unknown;
        if (National().IsMatch(name)) return Rank.Nation;
        if (Town().IsMatch(name)) return Rank.Town;
        var place = Place().Match(name);
        return place.Groups["county"].Success ? Rank.County : place.Groups["city"].Success ? Rank.City : place.Groups["province"].Success ? Rank.Province : Rank.Unknown;
    }

    // 立法法：国务院各部、委员会和具有行政管理职能的直属机构等；省、自治区、直辖市和设区的市、自治州的人民政府。
    // A government's office reports its government's 规章, and which cities have districts the name does not tell: neither is doubted.
    [Law(Statute.LegislationLaw, "规章制定权")]
    public static bool CannotMakeRules(string? name) => RankOf(name) switch
    {
        Rank.Nation or Rank.Unknown => false,
        Rank.County or Rank.Town => true,
        Rank.Province or Rank.City => !name!.Contains("人民政府", StringComparison.Ordinal) && Body().IsMatch(name),
    };

    /// <summary>Whether two names cannot be the same agency: other street or town, other county or city, or a wholly different line of work.</summary>
    public static bool ClearlyOther(string? one, string? two)
    {
        if (string.IsNullOrWhiteSpace(one) || string.IsNullOrWhiteSpace(two)) return false;
        var (a, b) = (Place().Match(one), Place().Match(two));
        if (Differ(a, b, "county") || !a.Groups["county"].Success && !b.Groups["county"].Success && Differ(a, b, "city")) return true;
        if (Town().Match(one[a.Length..]) is { Success: true } first && Town().Match(two[b.Length..]) is { Success: true } second)
            return Differ(first, second, "town");
        var (lines, others) = (Lines(one[a.Length..]), Lines(two[b.Length..]));
        return lines.Count > 0 && others.Count > 0 && !lines.Overlaps(others);
    }

    /// <summary>Whether one name is the other, or its short form: 区住建局, 云溪区住房和城乡建设局.</summary>
    public static bool Same(string one, string two)
    {
        var (a, b) = (Short(one), Short(two));
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        var taken = 0;
        foreach (var c in longer)
            if (taken < shorter.Length && shorter[taken] == c) taken++;
        return taken == shorter.Length && shorter.Length >= 3 && shorter[^1] == longer[^1] && !ClearlyOther(one, two);
    }

    static string Short(string name) => name.Replace("委员会", "委", StringComparison.Ordinal).Replace("办公室", "办", StringComparison.Ordinal)
        .Replace("街道办事处", "街道", StringComparison.Ordinal).Replace("街道办", "街道", StringComparison.Ordinal).Replace("人民政府", "政府", StringComparison.Ordinal);

    static bool Differ(Match a, Match b, string group)
    {
        var (one, two) = (a.Groups[group].Value, b.Groups[group].Value);
        // 区 or 县 alone names none, and 杨凌示范区 is 杨凌区.
        return one.Length > 1 && two.Length > 1 && one[..2] != two[..2] && !one.EndsWith(two, StringComparison.Ordinal) && !two.EndsWith(one, StringComparison.Ordinal);
    }

    static HashSet<int> Lines(string name) => [.. Enumerable.Range(0, LinesOfWork.Length).Where(line => LinesOfWork[line].Any(word => name.Contains(word, StringComparison.Ordinal)))];

    // Lines of work that no agency mistakes for another's; bodies that may combine two carry both.
    static readonly string[][] LinesOfWork =
    [
        ["住房", "住建", "建设局", "建委", "房管", "房产"], ["农业", "农村局", "农牧", "畜牧"], ["教育", "教体", "教科"], ["卫生", "卫健"], ["公安"], ["民政"], ["财政"], ["司法"], ["审计"],
        ["水利", "水务"], ["交通", "公路"], ["商务", "商贸"], ["统计"], ["文化", "文旅", "文广", "文体"], ["自然资源", "国土", "规划"], ["生态环境", "环保", "环境保护"],
        ["发展和改革", "发展改革", "发改", "发展与改革"], ["人力资源", "人社"], ["应急"], ["市场监督", "市场监管", "市监"], ["医疗保障", "医保"], ["退役军人"], ["税务"], ["气象"],
        ["林业", "林草", "园林"], ["科学技术", "科技", "科学和"], ["工业和信息化", "工信", "经信", "经济和信息"], ["信访"], ["体育", "教体", "文体"], ["城市管理", "城管", "综合行政执法", "综合执法"],
        ["烟草"], ["消防"], ["民族", "宗教", "民宗"], ["金融"], ["粮食", "储备"], ["国有资产", "国资"], ["行政审批", "政务服务"],
    ];

    [GeneratedRegex("^(?:国家|中国|中华人民共和国|国务院|海关总署|全国)|^[\\u4e00-\\u9fff]{2,12}(?:部|总局|总署)$")]
    private static partial Regex National();

    [GeneratedRegex("(?<town>[\\u4e00-\\u9fff]{1,8}?(?:街道|镇|乡))(?:办事处|办|人民政府|政府|党工委|$)")]
    private static partial Regex Town();

    [GeneratedRegex("^(?<province>[\\u4e00-\\u9fff]{1,3}省|[\\u4e00-\\u9fff]{2,8}?自治区|省)?(?<city>市(?![场政容中北南辖])|[\\u4e00-\\u9fff]{1,6}?(?:自治州|地区|盟|州(?!市)|市(?![场政容])))?(?<county>[\\u4e00-\\u9fff]{0,7}?(?:自治县|自治旗|县(?!域)|(?<!社|景|辖|小)区(?!域)|旗))?")]
    private static partial Regex Place();

    [GeneratedRegex("(?:局|委员会|委|办公室|厅|中心|政府|管委会|分局|支队|大队)$")]
    private static partial Regex Body();
}
