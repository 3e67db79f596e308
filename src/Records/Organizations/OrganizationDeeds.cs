namespace Gongkai.Records.Organizations;

/// <summary>What people do to the organization, its duties, meetings and tasks, as the trail names it.</summary>
public static class OrganizationDeeds
{
    public static Deed InheritedOpened { get; } = new("agency.inherited-opened", "查阅已撤并单位的文件");
    public static Deed AgencyAdded { get; } = new("agency.added", "登记单位");
    public static Deed AgencyChanged { get; } = new("agency.changed", "修改单位");
    public static Deed AgencyAbolished { get; } = new("agency.abolished", "撤销单位并移交");
    public static Deed DepartmentAdded { get; } = new("department.added", "登记科室");
    public static Deed DepartmentChanged { get; } = new("department.changed", "修改科室");
    public static Deed DepartmentsImported { get; } = new("department.imported", "导入科室");
    public static Deed PeopleImported { get; } = new("person.imported", "导入人员");
    public static Deed DutiesImported { get; } = new("duty.imported", "导入职责分工");
    public static Deed DepartmentAbolished { get; } = new("department.abolished", "撤销科室");
    public static Deed PersonAdded { get; } = new("person.added", "登记人员");
    public static Deed PersonChanged { get; } = new("person.changed", "修改人员");
    public static Deed PersonLeft { get; } = new("person.left", "登记离岗");
    public static Deed PersonReturned { get; } = new("person.returned", "恢复在岗");
    public static Deed PostGiven { get; } = new("post.given", "登记职务");
    public static Deed PostEnded { get; } = new("post.ended", "免去职务");
    public static Deed MobileRead { get; } = new("person.mobile-read", "查看手机号", Looks: true);
    public static Deed GroupFormed { get; } = new("group.formed", "成立或调整领导小组");
    public static Deed DutyAdded { get; } = new("duty.added", "登记职责");
    public static Deed DutyChanged { get; } = new("duty.changed", "修改职责");
    public static Deed DutyAssigned { get; } = new("duty.assigned", "落实职责");
    public static Deed DutyEnded { get; } = new("duty.ended", "终止职责");
    public static Deed MeetingHeld { get; } = new("meeting.held", "登记会议");
    public static Deed MeetingChanged { get; } = new("meeting.changed", "修改会议");
    public static Deed AttendanceNoted { get; } = new("meeting.attendance", "登记到会情况");
    public static Deed TaskGiven { get; } = new("task.given", "分派任务");
    public static Deed TaskAccepted { get; } = new("task.accepted", "接收任务");
    public static Deed TaskHandedOver { get; } = new("task.handed-over", "移交任务");
    public static Deed TaskFinished { get; } = new("task.finished", "办结任务");
    public static Deed TaskWithdrawn { get; } = new("task.withdrawn", "撤回任务");
    public static Deed StandInSet { get; } = new("stand-in.set", "设置代管");
    public static Deed StandInEnded { get; } = new("stand-in.ended", "结束代管");
}
