using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Demo;

/// <summary>The demo bureau's organization: departments, people with plainly invented names, the leading group, duties, meetings and tasks.</summary>
/// <remarks>Some of it is wrong on purpose, so that the pages have something to find: an empty department, a duty of nobody, a task that is late, one of someone who has left.</remarks>
public static class DemoOrganization
{
    /// <summary>What the bureau's guide says of the office for disclosure.</summary>
    public static DisclosureOffice DisclosureOffice { get; } = new()
    {
        Name = "办公室（政务公开办）", Address = "某区望湖大道1号二楼201", Hours = "工作日上午9:00—12:00，下午14:00—18:00", Telephone = "0000-20000001", Fax = "0000-20000009", Online = "www.example.gov.cn/zfxxgk/ysqgk/",
    };

    /// <summary>Adds the organization to the demo bureau where it has none yet. Nothing is saved.</summary>
    /// <param name="store">A store in which the bureau stands, saved or about to be.</param>
    /// <param name="at">The time; meetings and tasks lie around this day.</param>
    public static void Add(Store store, DateTimeOffset at)
    {
        var bureau = store.Agencies.Local.SingleOrDefault(agency => agency.Code == DemoAgency.Bureau.Code) ?? store.Agencies.WithCode(DemoAgency.Bureau.Code).SingleOrDefault();
        if (bureau is null || store.Departments.Any(department => department.AgencyId == bureau.Id)) return;
        new Making(store, bureau, at.DayAtOffice, at).All();
    }

    sealed class Making(Store store, Agency bureau, DateOnly today, DateTimeOffset at)
    {
        readonly DateOnly founded = new(today.Year - 2, 3, 1);
        int order;

        public void All()
        {
            Department office = Department("办公室（政务公开办）", "政府信息公开日常工作"), law = Department("政策法规科", "法制审核、行政复议和诉讼"), housing = Department("住房保障科", "公共租赁住房、保障资格"),
                building = Department("建筑业管理科", "施工许可、建筑市场监管"), property = Department("物业管理科", "物业服务监管"), archive = Department("城建档案室", "城建档案"),
                levy = Department("房屋征收事务中心", "国有土地上房屋征收与补偿", unit: true);
            _ = archive;

            Person chief = Person("甲一", null, "局长", Rank.Chief), leader = Person("乙二", null, "副局长", Rank.Leader), other = Person("丙三", null, "副局长", Rank.Leader);
            Person director = Person("丁四", office, "办公室主任", Rank.DepartmentHead), clerk = Person("戊五", office, "科员", Rank.Staff), editor = Person("己六", office, "科员", Rank.Staff);
            Person lawyer = Person("庚七", law, "科长", Rank.DepartmentHead), houser = Person("辛八", housing, "科长", Rank.DepartmentHead), helper = Person("壬九", housing, "科员", Rank.Staff);
            Person builder = Person("癸十", building, "科长", Rank.DepartmentHead), keeper = Person("子一", property, "科长", Rank.DepartmentHead), mover = Person("丑二", levy, "主任", Rank.DepartmentHead);
            // Who runs, guards and audits the system, and who looks at other agencies.
            foreach (var (name, title) in new[] { ("卯四", "科员（系统管理）"), ("辰五", "科员（安全保密）"), ("巳六", "科员（安全审计）"), ("午七", "科员（监督考核）") }) Person(name, office, title, Rank.Staff);
            var gone = Person("寅三", building, "科员", Rank.Staff);
            gone.Leave(today.AddDays(-20));

            Group("演示住建〔" + (today.Year - 2) + "〕3号", founded, new(today.Year, 1, 15), chief, office, director, [(leader, GroupRole.Deputy), (lawyer, GroupRole.Member), (houser, GroupRole.Member)]);
            Group("演示住建〔" + today.Year + "〕2号", new(today.Year, 1, 15), null, leader, office, director,
                [(other, GroupRole.Deputy), (director, GroupRole.Member), (lawyer, GroupRole.Member), (houser, GroupRole.Member), (builder, GroupRole.Member), (keeper, GroupRole.Member), (mover, GroupRole.Member)]);

            Duty("办理政府信息公开申请", DutyKind.Handling, leader, director, office, clerk);
            Duty("维护更新信息公开专栏", DutyKind.Updating, leader, director, office, editor);
            var report = Duty("编制并公布年度报告", DutyKind.Reporting, leader, director, office, clerk);
            Duty("编制公开指南和目录", DutyKind.Compiling, leader, director, office, editor);
            Duty("拟公开信息的保密和法制审查", DutyKind.Reviewing, other, null, law, lawyer);
            Duty("施工许可结果公开", DutyKind.Other, other, builder, building, gone);
            Duty("物业服务信息公开", DutyKind.Other, other, null, property, null);
            Duty("信息公开考核评议", DutyKind.Appraising, null, null, null, null);

            var meeting = Meeting(MeetingKind.Special, "政府信息公开专题工作会议", today.AddDays(-12), null, leader,
                "一、通报上季度公开情况；二、部署年度报告编制；三、落实各科室责任。", "会议议定：年度报告由办公室牵头，各科室按期报送数据；住房保障分配结果月底前公开。", [director, clerk, lawyer, houser, builder, keeper], absent: keeper);
            Meeting(MeetingKind.Training, "新修订政府信息公开制度培训", today.AddDays(-40), 4, director, "申请办理、期限计算、答复文书。", "培训后测试全部合格。", [clerk, editor, helper, builder, mover], absent: null);

            Task("报送住房保障数据", meeting, null, housing, helper, today.AddDays(-6), Importance.Important, accepted: true);
            Task("公开保障房分配结果", meeting, null, housing, houser, today.AddDays(1), Importance.Pressing, accepted: true);
            Task("汇总年度报告数据", meeting, report, office, clerk, today.AddDays(6), Importance.Important, accepted: false);
            Task("审核年度报告初稿", meeting, report, office, director, today.AddDays(9), Importance.Important, accepted: true);
            Task("法制审核拟公开文件", null, null, law, lawyer, today.AddDays(4), Importance.Normal, accepted: true);
            Task("更新公开指南联系方式", null, null, office, editor, today.AddDays(25), Importance.Normal, accepted: false);
            Task("补报物业服务信息", meeting, null, property, null, today.AddDays(3), Importance.Normal, accepted: false);
            Task("核对施工许可公示", null, null, building, gone, today.AddDays(-3), Importance.Normal, accepted: true);
            Task("清理过期公开信息", null, null, office, editor, today.AddDays(-15), Importance.Normal, accepted: true).Finish(at.AddDays(-16), "清理过期信息 12 条，清单已存档。", null);
        }

        Department Department(string name, string work, bool unit = false)
        {
            var department = new Department { AgencyId = bureau.Id, Name = name, Work = work, IsUnit = unit, Order = ++order, Telephone = $"0000-{20000000 + order}" };
            store.Add(department);
            return department;
        }

        Person Person(string name, Department? department, string title, Rank rank)
        {
            var person = new Person { AgencyId = bureau.Id, DepartmentId = department?.Id, Name = $"演示·{name}", Order = ++order, Telephone = department?.Telephone };
            store.AddRange(person, new Post { AgencyId = bureau.Id, PersonId = person.Id, DepartmentId = department?.Id, Title = title, Rank = rank, From = founded });
            return person;
        }

        void Group(string document, DateOnly from, DateOnly? until, Person head, Department office, Person director, (Person Person, GroupRole Role)[] others)
        {
            var group = new LeadingGroup { AgencyId = bureau.Id, Name = "政府信息公开工作领导小组", DocumentNumber = document, OfficeId = office.Id, DirectorId = director.Id, From = from };
            if (until is { } end) group.End(end);
            store.Add(group);
            foreach (var (place, (person, role)) in others.Prepend((head, GroupRole.Head)).Index())
            {
                var title = store.Posts.Local.First(post => post.PersonId == person.Id).Title;
                var member = new GroupMember { GroupId = group.Id, PersonId = person.Id, Name = person.Name, Title = title, Role = role, Order = place + 1, From = from };
                if (until is { } left) member.End(left);
                store.Add(member);
            }
        }

        Duty Duty(string name, DutyKind kind, Person? leader, Person? deputy, Department? department, Person? person)
        {
            var duty = new Duty { AgencyId = bureau.Id, Name = name, Kind = kind, Basis = kind.Basis, From = founded };
            store.Add(duty);
            if (department is not null) store.Add(new DutyAssignment { DutyId = duty.Id, LeaderId = leader?.Id, DeputyId = deputy?.Id, DepartmentId = department.Id, PersonId = person?.Id, From = founded });
            return duty;
        }

        Meeting Meeting(MeetingKind kind, string title, DateOnly on, decimal? hours, Person chair, string agenda, string minutes, Person[] asked, Person? absent)
        {
            var meeting = new Meeting { AgencyId = bureau.Id, Kind = kind, Title = title, On = on, At = new(9, 30), Place = "三楼会议室", Hours = hours, ChairId = chair.Id, RecorderId = asked[1].Id, ContactId = asked[0].Id, Agenda = agenda, Minutes = minutes };
            store.Add(meeting);
            foreach (var person in asked) store.Add(new Attendance { MeetingId = meeting.Id, PersonId = person.Id, Presence = person == absent ? Presence.Absent : Presence.Present });
            return meeting;
        }

        WorkTask Task(string title, Meeting? meeting, Duty? duty, Department department, Person? person, DateOnly due, Importance importance, bool accepted)
        {
            var given = at.AddDays(-30);
            var task = new WorkTask
            {
                AgencyId = bureau.Id, Title = title, MeetingId = meeting?.Id, DutyId = duty?.Id, DepartmentId = department.Id, PersonId = person?.Id, DueOn = due, Importance = importance,
                GivenById = null, GivenByName = "演示·丁四", GivenAt = given,
            };
            if (accepted) task.Accept();
            store.AddRange(task, new TaskStep { TaskId = task.Id, At = given, What = "分派", By = "演示·丁四", ToId = person?.Id });
            return task;
        }
    }
}
