namespace Gongkai.Rules.Disclosure;

/// <summary>What the lint knows of a column.</summary>
public sealed record LintedColumn(string Slug, string Name, string Description, ColumnKind Kind, string Type, string? Matter, bool IsOpen);

/// <summary>What it says of the columns of an agency.</summary>
/// <param name="Slug">Of which column; none: of all.</param>
/// <param name="Serious">It must be mended; otherwise it is to be looked at.</param>
public sealed record ColumnFinding(string? Slug, bool Serious, string Message);

/// <summary>Whether columns are what the unified platform asks (专栏姓专): statutory content alone, described, nothing of articles 20 and 21 left out.</summary>
public static class ColumnLint
{
    /// <summary>Types that a column of 政府信息公开 may have (ColumnType).</summary>
    public static IReadOnlyList<string> Types { get; } = ["概况信息", "政策文件", "政策解读", "信息公开目录", "通知公告"];

    // 国办公开办函〔2019〕61号: 专栏姓专; what does not belong in it is told by the practice of the sites.
    static readonly string[] Foreign = ["工作动态", "新闻动态", "要闻", "领导活动", "领导讲话", "宣传", "互动交流", "办事服务"];

    /// <summary>Why a column may not have this type or this name.</summary>
    public static Impediment? ToType(ColumnKind kind, string type, string name) =>
        Array.Find(Foreign, word => type.Contains(word, StringComparison.Ordinal)) is { } refused
            ? new($"“{kind.Name}”下的栏目不能是“{refused}”一类：政府信息公开专栏只放法定主动公开的内容，动态、宣传类内容请发布在网站其他栏目。")
        : Array.Find(Foreign, word => name.Contains(word, StringComparison.Ordinal)) is { } named
            ? new($"栏目名称含“{named}”：政府信息公开专栏只放法定主动公开的内容，请改用所公开事项的名称，或把栏目设在网站其他位置。")
        : null;

    /// <summary>Why this may not be a column's place in addresses.</summary>
    public static Impediment? ToSlug(string slug) =>
        slug is { Length: >= 2 and <= 20 } && slug[0] is >= 'a' and <= 'z' && slug.All(letter => letter is >= 'a' and <= 'z' or >= '0' and <= '9')
            ? null
            : new("栏目代码用 2 到 20 个小写字母和数字，以字母开头，建议用名称的拼音首字母，例如 zcwj。");

    /// <summary>All that is to be said.</summary>
    /// <param name="disclosed">Codes of matters that the catalogue's entries name besides the columns.</param>
    [Law(Statute.Regulation, "20")]
    [Law(Statute.Regulation, "21")]
    public static IReadOnlyList<ColumnFinding> Of(IReadOnlyCollection<LintedColumn> columns, IReadOnlyCollection<string> disclosed)
    {
        List<ColumnFinding> found = [];
        var open = columns.Where(column => column.IsOpen).ToList();
        foreach (var column in open)
        {
            if (ToType(column.Kind, column.Type, column.Name) is { } foreign) found.Add(new(column.Slug, true, foreign.Reason));
            if (string.IsNullOrWhiteSpace(column.Description)) found.Add(new(column.Slug, true, $"栏目“{column.Name}”没有说明，请写明设置目的和主要内容。"));
            if (Matter.Find(column.Matter) is null) found.Add(new(column.Slug, true, $"栏目“{column.Name}”没有对应条例第二十条、第二十一条的事项，请选择；不属于法定主动公开内容的，请关闭。"));
        }
        foreach (var same in open.GroupBy(column => column.Name).Where(same => same.Count() > 1)) found.Add(new(same.First().Slug, false, $"有 {same.Count()} 个栏目都叫“{same.Key}”，请改名，使公众分得清。"));
        var covered = open.Select(column => column.Matter).Concat(disclosed).ToHashSet();
        foreach (var matter in Matter.Article20.Where(matter => !covered.Contains(matter.Code))) found.Add(new(null, true, $"{matter.Cited}“{matter.Name}”没有栏目，也没有目录事项。属于本机关职责的，请设置；不涉及的，请在“其他法定信息”中说明。"));
        foreach (var matter in Matter.Article21.Where(matter => !covered.Contains(matter.Code))) found.Add(new(null, false, $"{matter.Cited}“{matter.Name}”没有栏目，也没有目录事项。不属于本机关职责的，可以不设。"));
        return found;
    }
}
