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
            new("任务", "/office/tasks", Permission.SeeOrganization),
            new("代管", "/office/standins", Permission.SeeOrganization),
        ]),
        new("组织领导",
        [
            new("机构设置", "/office/organization", Permission.SeeOrganization),
            new("领导小组", "/office/group", Permission.SeeOrganization),
            new("职责和责任链", "/office/duties", Permission.SeeOrganization),
            new("会议和培训", "/office/meetings", Permission.SeeOrganization),
        ]),
        new("年度报告",
        [
            new("年度报告", "/office/reports", Permission.SeeReports),
        new("审计",
        [
            new("审计日志", Trail.Index.Path, Permission.ReadTrail),
        new("设置",
        [
            new("文号", "/office/numbers", Permission.ManageSettings),
            new("工作日历", "/office/calendar", Permission.ManageSettings),
            new("我的账号", "/office/me", Permission.UseOffice),
        ]),
        new("系统",
        [
            new("账号", "/office/accounts", Permission.SeeAccounts),
        ]),
    ];

    /// <summary>What someone sees of it.</summary>
    public static IEnumerable<Section> For(Me me) => All
        .Select(section => section with { Entries = [.. section.Entries.Where(entry => me.May(entry.Permission))] })
        .Where(section => section.Entries is not []);
}
