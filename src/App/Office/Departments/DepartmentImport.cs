using Gongkai.App.Office.Imports;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Departments;

/// <summary>The departments of an agency from a list (导入科室). A department is known by its name; what the list leaves empty stays.</summary>
public sealed class DepartmentImport : IImport
{
    const string Name = "科室名称", Kind = "类别", Above = "上级科室", Work = "职能", Telephone = "电话", Order = "排序";

    static readonly Dictionary<string, bool> Kinds = new() { ["科室"] = false, ["局属单位"] = true };

    public string Code => "departments";
    string IImport.Name => "科室和局属单位";
    public string About => "登记或修改科室和局属单位。名称相同的视为同一个科室；空着的格子不改原来的内容。撤销科室请在科室页面办理。";
    public Permission Permission => Permission.ManageOrganization;
    public Deed Deed => OrganizationDeeds.DepartmentsImported;
    public (string, string) Seen => (Organization.Index.Path, "机构设置");

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Name, "科室或局属单位的名称，不能与别的科室相同。", "示例科") { Must = true },
        new(Kind, "填“科室”或“局属单位”，不填按科室。", "科室"),
        new(Above, "属于哪个科室；可以是本表前面的行。", ""),
        new(Work, "主要职能，最多 1000 个字。", "负责示例工作") { Longest = 1000 },
        new(Telephone, "对外的办公电话，座机请带区号。", "0571-00000000"),
        new(Order, "在名单中的次序，1 到 999；不填排在最后。", "1"),
    ];

    public async Task<ITakeRows> Open(ImportPlace place) => new Taking(place, await place.Store.DepartmentsOf(place.Agency).ToListAsync(),
        await place.Store.Departments.Where(one => one.AgencyId == place.Agency).MaxAsync(one => (int?)one.Order) ?? 0);

    sealed class Taking(ImportPlace place, List<Department> known, int last) : ITakeRows
    {
        readonly HashSet<string> seen = [];

        public Task<RowTaken> Take(ImportRow row)
        {
            List<RowProblem> problems = [];
            var name = row[Name];
            if (seen.Contains(name)) problems.Add(new(Name, $"“{name}”在本表前面已经有一行，请只留一行。"));
            var isUnit = row.OneOf(Kind, Kinds, problems);
            var order = row.WholeNumber(Order, 999, problems);
            var department = known.Find(one => one.Name == name);
            Department? above = null;
            if (row.Said(Above) is { } named)
            {
                if ((above = known.Find(one => one.Name == named)) is null) problems.Add(new(Above, $"没有名为“{named}”的科室，请先登记，或把它的行移到前面。"));
                else if (department is not null && AgencyChanges.ToPlacing(department.Id, Line(above), aboveIsAbolished: false) is { } circle) problems.Add(new(Above, circle.Reason));
            }
            if (problems is not []) return Task.FromResult(RowTaken.Wrong(problems));

            seen.Add(name);
            var isNew = department is null;
            if (department is null)
            {
                department = new() { AgencyId = place.Agency, Name = name, Order = ++last };
                known.Add(department);
                place.Store.Add(department);
            }
            department.IsUnit = isUnit ?? department.IsUnit;
            department.ParentId = above?.Id ?? department.ParentId;
            department.Work = row.Said(Work) ?? department.Work;
            department.Telephone = row.Said(Telephone) ?? department.Telephone;
            department.Order = order ?? department.Order;
            return Task.FromResult(new RowTaken(isNew));
        }

        List<Guid> Line(Department above)
        {
            List<Guid> line = [];
            for (var next = above; next is not null && !line.Contains(next.Id); next = known.Find(one => one.Id == next.ParentId)) line.Add(next.Id);
            return line;
        }
    }
}
