using System.Globalization;

namespace Gongkai.Records.Demo.Items;

/// <summary>One column of the demo bureau's 法定主动公开内容, as <c>columns.txt</c> tells it.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Parent">The slug of the column that it is part of.</param>
/// <param name="Category">概况类、政策法规类、工作动态类 or 审批服务类.</param>
/// <param name="Matter">20.n for an item of article 20, 21.… for a word of article 21.</param>
/// <param name="Department">The department that keeps it.</param>
public sealed record DemoColumn(string Slug, string? Parent, string Name, string Type, string Category, string Matter, string Department, int? MaxGapDays, int? MinCount, string Description, string Keywords)
{
    /// <summary>All of them, a parent before its children.</summary>
    public static IReadOnlyList<DemoColumn> All { get; } = [.. DemoText.Lines("columns.txt").Select(Read)];

    static DemoColumn Read(string line)
    {
        var part = line.Split('|');
        return new(part[0], Text(part[1]), part[2], part[3], part[4], part[5], part[6], Number(part[7]), Number(part[8]), part[9], part[10]);
    }

    static string? Text(string part) => part.Length == 0 ? null : part;

    static int? Number(string part) => part.Length == 0 ? null : int.Parse(part, CultureInfo.InvariantCulture);
}
