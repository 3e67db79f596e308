using Gongkai.App.Office.Imports;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Duties;

/// <summary>The duties of an agency, and the department and person for each, from a list (导入职责分工). A duty is known by its name.</summary>
public sealed class DutyImport : IImport
{
    const string Name = "职责名称", Kind = "类别", Basis = "依据", Detail = "内容", Department = "责任科室", Leader = "负责领导", Deputy = "协管领导", Person = "责任人";

    static readonly Dictionary<string, DutyKind> Kinds = Enum.GetValues<DutyKind>().ToDictionary(kind => kind.Name);

    public string Code => "duties";
    string IImport.Name => "职责分工";
    public string About => "登记或修改职责，并落实到领导、科室和人。名称相同的视为同一项职责；空着的格子不改原来的内容。请先导入科室和人员。";
    public Permission Permission => Permission.ManageOrganization;
    public Deed Deed => OrganizationDeeds.DutiesImported;
    public (string, string) Seen => (Index.Path, "职责和责任链");

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Name, "职责的名称，不能与别的职责相同。", "示例：办理依申请公开") { Must = true, Longest = 100 },
        new(Kind, $"填其中之一：{string.Join("、", Kinds.Keys)}。", "办理公开事宜") { Must = true },
        new(Basis, "法律法规的条款或者文件；不填按类别写条例的条款。", "") { Longest = 200 },
        new(Detail, "具体内容。", "") { Longest = 2000 },
        new(Department, "承担的科室，须已登记。", "示例科"),
        new(Leader, "主要负责人或者分管领导的姓名。", "示例乙"),
        new(Deputy, "协管的领导或科室负责人的姓名。", ""),
        new(Person, "责任科室中具体承办的人员。", "示例甲"),
    ];

    public async Task<ITakeRows> Open(ImportPlace place)
    {
        var duties = await place.Store.Duties.Where(duty => duty.AgencyId == place.Agency && duty.EndedOn == null).ToListAsync();
        var ids = duties.Select(duty => duty.Id).ToList();
        return new Taking(place, duties, await place.Store.DutyAssignments.Where(one => ids.Contains(one.DutyId) && one.Until == null).ToListAsync(),
            await place.Store.DepartmentsOf(place.Agency).ToListAsync(), await place.Store.PeopleOf(place.Agency).ToListAsync(), await place.Store.RanksOf(place.Agency));
    }

    sealed class Taking(ImportPlace place, List<Duty> duties, List<DutyAssignment> assignments, List<Department> departments, List<Person> people, Dictionary<Guid, (Rank Rank, string Title)> ranks) : ITakeRows
    {
        readonly HashSet<string> seen = [];

        public Task<RowTaken> Take(ImportRow row)
        {
            List<RowProblem> problems = [];
            var name = row[Name];
            if (seen.Contains(name)) problems.Add(new(Name, $"“{name}”在本表前面已经有一行，请只留一行。"));
            var kind = row.OneOf(Kind, Kinds, problems);
            var department = row.Said(Department) is { } named ? departments.Find(one => one.Name == named) : null;
            if (row.Said(Department) is { } missing && department is null) problems.Add(new(Department, $"没有名为“{missing}”的科室，请先登记科室，或先导入科室名单。"));
            var (leader, deputy) = (Named(row, Leader, people, problems), Named(row, Deputy, people, problems));
            var person = Named(row, Person, department is null ? people : [.. people.Where(one => one.DepartmentId == department.Id)], problems);
            if (row.Said(Department) is null && (row.Said(Leader) ?? row.Said(Deputy) ?? row.Said(Person)) is not null) problems.Add(new(Department, "职责必须落实到科室，请填写责任科室。"));
            if (problems is [] && department is not null && DutyAssigning.To(true, department.Name, department.AbolishedOn, leader is not null,
                leader is not null && ranks.TryGetValue(leader.Id, out var held) ? held.Rank : null, person is null ? null : true, person?.DepartmentId == department.Id) is { } impediment)
                problems.Add(new("", impediment.Reason));
            if (problems is not []) return Task.FromResult(RowTaken.Wrong(problems));

            seen.Add(name);
            var duty = duties.Find(one => one.Name == name);
            var isNew = duty is null;
            if (duty is null)
            {
                duty = new() { AgencyId = place.Agency, Name = name, Kind = kind!.Value, Basis = kind.Value.Basis, From = place.Today };
                duties.Add(duty);
                place.Store.Add(duty);
            }
            duty.Kind = kind!.Value;
            duty.Basis = row.Said(Basis) ?? duty.Basis;
            duty.Detail = row.Said(Detail) ?? duty.Detail;
            if (department is not null) Assign(duty, department.Id, leader?.Id, deputy?.Id, person?.Id);
            return Task.FromResult(new RowTaken(isNew));
        }

        // An empty cell leaves who is there, as long as the duty stays in its department.
        void Assign(Duty duty, Guid department, Guid? leader, Guid? deputy, Guid? person)
        {
            var now = assignments.Find(one => one.DutyId == duty.Id);
            (leader, deputy) = (leader ?? now?.LeaderId, deputy ?? now?.DeputyId);
            if (now?.DepartmentId == department) person ??= now.PersonId;
            if (now is not null && (now.DepartmentId, now.LeaderId, now.DeputyId, now.PersonId) == (department, leader, deputy, person)) return;
            if (now is not null) assignments.Remove(now);
            now?.End(place.Today);
            var next = new DutyAssignment { DutyId = duty.Id, LeaderId = leader, DeputyId = deputy, DepartmentId = department, PersonId = person, From = place.Today };
            assignments.Add(next);
            place.Store.Add(next);
        }

        static Person? Named(ImportRow row, string column, List<Person> among, List<RowProblem> problems)
        {
            if (row.Said(column) is not { } name) return null;
            var found = among.Where(one => one.Name == name).ToList();
            if (found is [var only]) return only;
            problems.Add(new(column, found is [] ? $"{(column == Person ? "责任科室" : "本单位")}没有在岗的“{name}”，请先登记或导入人员。" : $"有 {found.Count} 名“{name}”，分不清是哪一位，请在职责页面落实。"));
            return null;
        }
    }
}
