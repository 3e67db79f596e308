using System.Globalization;
using Gongkai.Rules.Disclosure;

namespace Gongkai.Records.Demo.Items;

/// <summary>One column of the demo bureau, as <c>columns.txt</c> tells it: a usual one, or one that it has added.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Department">The department that looks after it.</param>
/// <param name="MinCount">So many pieces of information that it must hold.</param>
/// <param name="Plan">What it is.</param>
public sealed record DemoColumn(string Slug, string Department, int MinCount, PlannedColumn Plan)
{
    /// <summary>All of them in their order, a parent before its children.</summary>
    public static IReadOnlyList<DemoColumn> All { get; } = [.. DemoText.Lines("columns.txt").Select(line => Read(line.Split('|')))];

    static DemoColumn Read(string[] part) => new(part[0], part[1], Number(part[2]), part.Length == 3
        ? PlannedColumn.Usual.First(plan => plan.Slug == part[0])
        : new(part[0], part[4], part[3].Length == 0 ? null : part[3], Enum.Parse<ItemCategory>(part[6]), part[7], part[5], part[9], Number(part[8])));

    static int Number(string part) => int.Parse(part, CultureInfo.InvariantCulture);
}
