using Gongkai.Rules.Organizations;

namespace Gongkai.Rules.Tests;

/// <summary>Who stands under whom, who reports, who answers for what.</summary>
public sealed class OrganizationTests
{
    static readonly Guid Unit = Guid.CreateVersion7(), Above = Guid.CreateVersion7(), Top = Guid.CreateVersion7();

    [Fact]
    public void A_unit_is_not_above_itself() => Assert.Equal("单位不能隶属于自己，请另选上级单位。", AgencyChanges.ToPlacing(Unit, [Unit], false)!.Reason);

    [Fact]
    public void A_unit_does_not_come_under_one_that_is_under_it() =>
        Assert.Equal("所选的上级单位本身就在这个单位之下，请另选上级单位。", AgencyChanges.ToPlacing(Unit, [Above, Unit, Top], false)!.Reason);

    [Fact]
    public void A_unit_comes_under_another_that_exists()
    {
        Assert.Null(AgencyChanges.ToPlacing(Unit, [Above, Top], false));
        Assert.Equal("所选的上级单位已经撤销，请另选上级单位。", AgencyChanges.ToPlacing(Unit, [Above, Top], true)!.Reason);
    }

    [Fact]
    public void A_vertical_system_stands_outside_the_governments_tree()
    {
        Assert.StartsWith("垂直管理部门在本系统内编报", AgencyChanges.ToStandingUnder(AgencyKind.Vertical, AgencyKind.Government)!.Reason, StringComparison.Ordinal);
        Assert.Null(AgencyChanges.ToStandingUnder(AgencyKind.Vertical, AgencyKind.Vertical));
        Assert.Null(AgencyChanges.ToStandingUnder(AgencyKind.Vertical, null));
    }

    [Fact]
    public void A_subordinate_unit_has_someone_above_it()
    {
        Assert.Equal("所属单位必须有上级单位，请选择它的主管部门。", AgencyChanges.ToStandingUnder(AgencyKind.Subordinate, null)!.Reason);
        Assert.Null(AgencyChanges.ToStandingUnder(AgencyKind.Subordinate, AgencyKind.Department));
    }

    [Fact]
    public void A_government_is_under_a_government_or_none()
    {
        Assert.Null(AgencyChanges.ToStandingUnder(AgencyKind.Government, AgencyKind.Government));
        Assert.Null(AgencyChanges.ToStandingUnder(AgencyKind.Government, null));
        Assert.NotNull(AgencyChanges.ToStandingUnder(AgencyKind.Government, AgencyKind.Department));
    }

    [Fact]
    public void An_abolished_unit_takes_on_nothing_new()
    {
        Assert.Null(AgencyChanges.ToTakingOn("某站", null));
        Assert.Equal("某站已于 2026-03-01 撤销，不能再承担新的职责，请改选承接单位。", AgencyChanges.ToTakingOn("某站", new(2026, 3, 1))!.Reason);
    }

    [Fact]
    public void Who_leaves_something_behind_names_a_successor()
    {
        Assert.Equal("还有 1 项人员、职责或任务没有去处，请选择承接单位。", AgencyChanges.ToAbolishing(Unit, null, null, null, 1, 0)!.Reason);
        Assert.Equal("下面还有 2 个单位，请先调整它们的隶属关系，或选择承接单位。", AgencyChanges.ToAbolishing(Unit, null, null, null, 0, 2)!.Reason);
        Assert.Null(AgencyChanges.ToAbolishing(Unit, null, null, null, 0, 0));
        Assert.Null(AgencyChanges.ToAbolishing(Unit, null, Above, null, 9, 2));
    }

    [Fact]
    public void A_unit_is_abolished_once_and_not_into_itself_or_another_abolished_one()
    {
        Assert.Equal("该单位已于 2026-01-02 撤销，不用再办。", AgencyChanges.ToAbolishing(Unit, new(2026, 1, 2), Above, null, 0, 0)!.Reason);
        Assert.Equal("承接单位不能是被撤销的单位自己，请另选承接单位。", AgencyChanges.ToAbolishing(Unit, null, Unit, null, 0, 0)!.Reason);
        Assert.Equal("所选的承接单位已经撤销，请另选承接单位。", AgencyChanges.ToAbolishing(Unit, null, Above, new(2026, 1, 2), 0, 0)!.Reason);
    }

    [Fact]
    public void A_department_says_what_it_leaves()
    {
        Assert.Null(AgencyChanges.ToAbolishingDepartment(null, 0, 0, 0, 0));
        Assert.Equal("还有 2 名人员、 1 项未办结任务，请先调整到其他科室，或选择承接科室。", AgencyChanges.ToAbolishingDepartment(null, 2, 0, 1, 0)!.Reason);
    }

    [Theory]
    [InlineData(AgencyKind.Department, Level.County, false, true)]
    [InlineData(AgencyKind.Subordinate, Level.County, false, false)]
    [InlineData(AgencyKind.Subordinate, Level.County, true, true)]
    [InlineData(AgencyKind.Vertical, Level.County, false, true)]
    public void Who_publishes_a_report_of_its_own(AgencyKind kind, Level level, bool separately, bool reports) => Assert.Equal(reports, new Standing(kind, level, separately).Reports);

    [Fact]
    public void Each_unit_enters_the_sum_once()
    {
        Assert.Equal(Counted.ByItsOwnReport, new Standing(AgencyKind.Department, Level.County).CountedByParent);
        Assert.Equal(Counted.InsideParent, new Standing(AgencyKind.Subordinate, Level.County).CountedByParent);
        Assert.Equal(Counted.ByItsOwnReport, new Standing(AgencyKind.Subordinate, Level.County, ReportsSeparately: true).CountedByParent);
        Assert.Equal(Counted.Elsewhere, new Standing(AgencyKind.Vertical, Level.County).CountedByParent);
    }

    [Fact]
    public void A_department_publishes_by_31_January_a_government_by_31_March_a_township_when_its_rules_say()
    {
        Assert.Equal(new DateOnly(2027, 1, 31), new Standing(AgencyKind.Department, Level.County).PublishesReportBy(2026));
        Assert.Equal(new DateOnly(2027, 3, 31), new Standing(AgencyKind.Government, Level.County).PublishesReportBy(2026));
        Assert.Null(new Standing(AgencyKind.Government, Level.Township).PublishesReportBy(2026));
    }

    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData(" 91350100m000100y43 ")]
    public void A_credit_code_with_its_check_is_taken(string code) => Assert.Null(CreditCode.Fault(code));

    [Theory]
    [InlineData("91350100M000100Y44", "统一社会信用代码校验未通过，请对照登记证书检查（不含 I、O、S、V、Z）")]
    [InlineData("91350100M000100Y4", "统一社会信用代码应为 18 位，您填写了 17 位")]
    [InlineData("9135O100M000100Y43", "统一社会信用代码校验未通过，请对照登记证书检查（不含 I、O、S、V、Z）")]
    public void A_credit_code_with_a_slip_is_not(string code, string reason) => Assert.Equal(reason, CreditCode.Fault(code)!.Reason);

    [Fact]
    public void One_wrong_letter_or_two_turned_round_never_pass()
    {
        const string code = "91350100M000100Y43", letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (var place = 0; place < code.Length; place++)
            foreach (var letter in letters.Where(letter => letter != code[place])) Assert.NotNull(CreditCode.Fault(code[..place] + letter + code[(place + 1)..]));
        for (var place = 0; place < 16; place++)
            if (code[place] != code[place + 1]) Assert.NotNull(CreditCode.Fault(code[..place] + code[place + 1] + code[place] + code[(place + 2)..]));
    }

    [Fact]
    public void A_leading_group_has_one_head_who_is_a_leader_more_than_the_head_and_an_office()
    {
        Seat head = new(GroupRole.Head, Rank.Leader), member = new(GroupRole.Member, Rank.DepartmentHead);
        Assert.Null(Composition.ToForming([head, member], office: true));
        Assert.Equal("领导小组没有组长，请指定一名组长。", Composition.ToForming([member], true)!.Reason);
        Assert.Equal("领导小组只能有一名组长，现在有 2 名，请把其他人改为副组长或成员。", Composition.ToForming([head, head, member], true)!.Reason);
        Assert.Equal("组长应由主要负责人或者分管领导担任，请改选，或先登记该人员的领导职务。", Composition.ToForming([head with { Rank = Rank.DepartmentHead }, member], true)!.Reason);
        Assert.Equal("组长应由主要负责人或者分管领导担任，请改选，或先登记该人员的领导职务。", Composition.ToForming([head with { Rank = null }, member], true)!.Reason);
        Assert.Equal("领导小组只有组长一人，请加入各科室、局属单位负责人。", Composition.ToForming([head], true)!.Reason);
        Assert.Equal("领导小组没有办公室，请指定承担日常工作的科室。", Composition.ToForming([head, member], false)!.Reason);
    }

    [Fact]
    public void A_line_holds_from_the_leader_to_the_person_or_says_where_it_breaks()
    {
        Assert.True(new ResponsibilityLine(true, true, false, true, false).Holds);
        Assert.Equal(["没有负责的领导，请指定分管领导", "没有责任科室，请落实到科室", "没有责任人，请落实到人"], ResponsibilityLine.Nobody.Breaks());
        Assert.Equal(["责任科室已撤销，请改由现有科室承担"], new ResponsibilityLine(true, true, true, true, false).Breaks());
        Assert.Equal(["责任人已离岗，请重新指定"], new ResponsibilityLine(true, true, false, true, true).Breaks());
    }

    [Fact]
    public void A_duty_is_given_to_a_department_and_a_person_of_it()
    {
        Assert.Null(DutyAssigning.To(true, "办公室", null, true, Rank.Leader, true, true));
        Assert.Null(DutyAssigning.To(true, "办公室", null, false, null, null, false));
        Assert.Equal("职责必须落实到科室，请选择责任科室。", DutyAssigning.To(false, null, null, false, null, null, false)!.Reason);
        Assert.Equal("办公室已于 2026-05-01 撤销，不能再承担新的职责，请改选承接单位。", DutyAssigning.To(true, "办公室", new(2026, 5, 1), false, null, null, false)!.Reason);
        Assert.StartsWith("负责领导应是主要负责人或者分管领导", DutyAssigning.To(true, "办公室", null, true, Rank.Staff, null, false)!.Reason, StringComparison.Ordinal);
        Assert.Equal("该人员已离岗，不能再承担职责，请改选责任人。", DutyAssigning.To(true, "办公室", null, false, null, false, true)!.Reason);
        Assert.StartsWith("责任人不在责任科室", DutyAssigning.To(true, "办公室", null, false, null, true, false)!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(0.0, false)]
    [InlineData(0.5, true)]
    [InlineData(200.0, true)]
    [InlineData(201.0, false)]
    public void A_training_says_how_many_hours_it_took(double? hours, bool taken) => Assert.Equal(taken, Meetings.ToKeeping(MeetingKind.Training, (decimal?)hours) is null);

    [Fact]
    public void Nobody_came_to_a_meeting_that_is_still_to_be_held()
    {
        DateOnly day = new(2026, 6, 1);
        Assert.Null(Meetings.ToNoting(Presence.Present, false, day, day));
        Assert.Equal("会议定于 2026-06-02 召开，还没有开，会后再登记到会情况。", Meetings.ToNoting(Presence.Present, false, day.AddDays(1), day)!.Reason);
        Assert.Null(Meetings.ToNoting(Presence.Invited, false, day.AddDays(1), day));
        Assert.Equal("登记为委托他人参加的，请选择受委托人。", Meetings.ToNoting(Presence.Represented, false, day, day)!.Reason);
    }
}
