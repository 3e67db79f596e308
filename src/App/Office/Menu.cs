using Gongkai.App.Access;
using Gongkai.Rules.Access;

namespace Gongkai.App.Office;

/// <summary>The office's menu: every entry with the permission that its page asks for. Who may not open a page does not see its entry.</summary>
public static class Menu
{
    /// <param name="Section">The heading that it stands under.</param>
    /// <param name="Name">What people call the page.</param>
    /// <param name="Path">Its address; also the key by which a page says where it stands (<c>Frame.Under</c>).</param>
    /// <param name="InDepartment">Whether a role in one department opens the page too.</param>
    public sealed record Entry(string Section, string Name, string Path, Permission Permission, bool InDepartment = false);

    /// <summary>One line an entry; those of a section stand together.</summary>
    public static IReadOnlyList<Entry> All { get; } =
    [
        new("我的工作", "工作台", "/office/", Permission.UseOffice),
        new("我的工作", "消息", Notices.Index.Path, Permission.UseOffice),
        new("我的工作", "任务", "/office/tasks", Permission.SeeOrganization, InDepartment: true),
        new("我的工作", "代管", "/office/standins", Permission.SeeOrganization, InDepartment: true),
        new("我的工作", "任务中心", Jobs.Index.Path, Permission.UseOffice),
        new("依申请公开", "收件登记", Requests.Register.Path, Permission.RegisterRequests),
        new("依申请公开", "申请件", Requests.Index.Path, Permission.SeeRequests, InDepartment: true),
        new("组织领导", "机构设置", "/office/organization", Permission.SeeOrganization, InDepartment: true),
        new("组织领导", "领导小组", "/office/group", Permission.SeeOrganization),
        new("组织领导", "职责和责任链", "/office/duties", Permission.SeeOrganization, InDepartment: true),
        new("组织领导", "会议和培训", "/office/meetings", Permission.SeeOrganization),
        new("依申请公开", "复议诉讼", Reviews.Index.Path, Permission.SeeRequests),
        new("依申请公开", "转主动公开", Suggestions.Index.Path, Permission.SeeRequests),
        new("依申请公开", "台账与统计", Statistics.Index.Path, Permission.SeeRequests),
        new("主动公开", "主动公开目录", Catalogue.Index.Path, Permission.SeeItems),
        new("主动公开", "栏目", Columns.Index.Path, Permission.SeeItems),
        new("主动公开", "公开指南", Guide.Index.Path, Permission.SeeItems),
        new("主动公开", "文件清理", Cleanup.Index.Path, Permission.SeeItems),
        new("主动公开", "主动公开台账", Registers.RegisterPlaces.Path, Permission.SeeItems),
        new("主动公开", "公开批次", Registers.Batches.Path, Permission.SeeItems),
        new("主动公开", "信息采编和审核", Items.Index.Path, Permission.SeeItems),
        new("主动公开", "公开渠道", Channels.Index.Path, Permission.SeeItems),
        new("主动公开", "查阅场所移送", Channels.Handovers.Path, Permission.SeeItems),
        new("主动公开", "主动公开统计", Channels.Statistics.Path, Permission.SeeItems),
        new("主动公开", "更新监测", Channels.Watch.Path, Permission.SeeItems),
        new("主动公开", "自查", SelfCheck.Index.Path, Permission.SeeItems),
        new("主动公开", "检索同义词", Search.Index.Path, Permission.ManageColumns),
        new("年度报告", "年度报告", "/office/reports", Permission.SeeReports),
        new("设置", "文号", "/office/numbers", Permission.ManageSettings),
        new("设置", "文书模板", Templates.Index.Path, Permission.ManageSettings),
        new("设置", "依申请公开设置", Terms.Index.Path, Permission.ManageSettings),
        new("设置", "工作日历", "/office/calendar", Permission.ManageSettings),
        new("系统", "账号", "/office/accounts", Permission.SeeAccounts),
        new("系统", "审计日志", Trail.Index.Path, Permission.ReadTrail),
        new("系统", "个人信息查看记录", Trail.Looks.Path, Permission.ReadTrail),
        new("系统", "运行健康", Health.Index.Path, Permission.WatchHealth),
        new("系统", "发件箱", Outbox.Index.Path, Permission.WatchHealth),
        new("系统", "我的账号", "/office/me", Permission.UseOffice),
    ];

    /// <summary>What someone sees of it, section by section.</summary>
    public static IEnumerable<IGrouping<string, Entry>> For(Me me) => All.Where(entry => entry.InDepartment ? me.MaySomewhere(entry.Permission) : me.May(entry.Permission)).GroupBy(entry => entry.Section);
}
