using Gongkai.App.Access;
using Gongkai.Rules.Access;

namespace Gongkai.App.Office;

/// <summary>The office's menu: every entry with the permission that its page asks for. Who may not open a page does not see its entry.</summary>
public static class Menu
{
    /// <param name="Name">What people call the page.</param>
    /// <param name="Path">Its address; also the key by which a page says where it stands (<c>Frame.Under</c>).</param>
    public sealed record Entry(string Name, string Path, Permission Permission);

    /// <param name="Name">The heading over some entries.</param>
    public sealed record Section(string Name, IReadOnlyList<Entry> Entries);

    public static IReadOnlyList<Section> All { get; } =
    [
        new("我的工作",
        [
            new("工作台", "/office/", Permission.UseOffice),
            new("消息", Notices.Index.Path, Permission.UseOffice),
            new("任务中心", Jobs.Index.Path, Permission.UseOffice),
        ]),
        new("系统",
        [
            new("运行健康", Health.Index.Path, Permission.WatchHealth),
            new("发件箱", Outbox.Index.Path, Permission.WatchHealth),
        ]),
        new("审计",
        [
            new("审计日志", Trail.Index.Path, Permission.ReadTrail),
        ]),
    ];

    /// <summary>What someone sees of it.</summary>
    public static IEnumerable<Section> For(Me me) => All
        .Select(section => section with { Entries = [.. section.Entries.Where(entry => me.May(entry.Permission))] })
        .Where(section => section.Entries is not []);
}
