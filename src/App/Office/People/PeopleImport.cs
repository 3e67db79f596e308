using System.Text.RegularExpressions;
using Gongkai.App.Access;
using Gongkai.App.Office.Imports;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.People;

/// <summary>The people of an agency and their posts from a list (导入人员和职务). Someone is known by name and department; a second row with another title is a second post.</summary>
public sealed partial class PeopleImport(IDataProtectionProvider protection) : IImport
{
    const string Name = "姓名", Department = "科室", Title = "职务", RankOf = "职务层级", From = "任职日期", Telephone = "办公电话", Mobile = "手机", Order = "排序";

    static readonly Dictionary<string, Rank> Ranks = new()
    {
        ["主要负责人"] = Rank.Chief, ["分管领导"] = Rank.Leader, ["科室负责人"] = Rank.DepartmentHead, ["科室副职"] = Rank.DeputyDepartmentHead, ["工作人员"] = Rank.Staff,
    };

    public string Code => "people";
    string IImport.Name => "人员和职务";
    public string About => "登记或修改在岗人员和他们的职务。同一科室、姓名相同的视为同一人；同一人兼任几个职务就写几行。空着的格子不改原来的内容。离岗、调动请在人员页面办理。手机号加密保存。";
    public Permission Permission => Permission.ManageOrganization;
    public Deed Deed => OrganizationDeeds.PeopleImported;
    public (string, string) Seen => (Organization.Index.Path, "机构设置");

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Name, "与身份证件一致的姓名。", "示例甲") { Must = true },
        new(Department, "所在科室的名称，须已登记；局领导不填。", "示例科"),
        new(Title, "现任职务。同一人有几个职务就写几行。", "科长"),
        new(RankOf, $"填其中之一：{string.Join("、", Ranks.Keys)}。不填按工作人员。", "科室负责人"),
        new(From, "任职的日期，如 2026-09-21；不填按导入当天。已登记的职务不改日期。", "2026-01-01"),
        new(Telephone, "办公电话，座机请带区号。", "0571-00000000"),
        new(Mobile, "11 位手机号，加密保存，只有获准的人可以查看。", "13000000000"),
        new(Order, "在名单中的次序，1 到 9999；不填排在最后。", "1"),
    ];

    public async Task<ITakeRows> Open(ImportPlace place) => new Taking(place, new Vault(protection, place.Store),
        await place.Store.DepartmentsOf(place.Agency).ToListAsync(), await place.Store.PeopleOf(place.Agency).ToListAsync(),
        await place.Store.Posts.Where(post => post.AgencyId == place.Agency && post.Until == null).ToListAsync(),
        await place.Store.People.Where(one => one.AgencyId == place.Agency).MaxAsync(one => (int?)one.Order) ?? 0);

    sealed class Taking(ImportPlace place, Vault vault, List<Department> departments, List<Person> people, List<Post> posts, int last) : ITakeRows
    {
        readonly HashSet<(Guid, string?)> seen = [];

        public Task<RowTaken> Take(ImportRow row)
        {
            List<RowProblem> problems = [];
            var (name, title) = (row[Name], row.Said(Title));
            var rank = row.OneOf(RankOf, Ranks, problems);
            var from = row.Day(From, problems);
            var order = row.WholeNumber(Order, 9999, problems);
            var mobile = row.Said(Mobile) is { } typed ? Typed.Digits(typed).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal) : null;
            // The number itself does not stand in a file of errors.
            if (mobile is not null && !MobileNumber().IsMatch(mobile)) problems.Add(new(Mobile, $"手机号应为 11 位数字，以 1 开头，现在有 {mobile.Length} 位，请核对。"));
            if (from > place.Today) problems.Add(new(From, $"任职日期 {from:yyyy-MM-dd} 还没有到，请到任后再登记。"));
            if (name.All(char.IsAsciiDigit)) problems.Add(new(Name, "姓名中不能只有数字，请填写与身份证件一致的姓名。"));
            var department = row.Said(Department) is { } named ? departments.Find(one => one.Name == named) : null;
            if (row.Said(Department) is { } missing && department is null) problems.Add(new(Department, $"没有名为“{missing}”的科室，请先登记科室，或先导入科室名单。"));
            else if (Same(name, department) is { } person && seen.Contains((person.Id, title))) problems.Add(new("", $"“{name}”{(title is null ? "" : $"的职务“{title}”")}在本表前面已经有一行，请只留一行。"));
            else if (Doubt(name, department) is { } doubt) problems.Add(new(Name, doubt));
            return Task.FromResult(problems is not [] ? RowTaken.Wrong(problems) : Put(name, department, title, rank ?? Rank.Staff, from ?? place.Today, row, mobile, order));
        }

        RowTaken Put(string name, Department? department, string? title, Rank rank, DateOnly from, ImportRow row, string? mobile, int? order)
        {
            var person = Same(name, department);
            var isNew = person is null;
            if (person is null)
            {
                person = new() { AgencyId = place.Agency, DepartmentId = department?.Id, Name = name, Order = ++last };
                people.Add(person);
                place.Store.Add(person);
            }
            person.Telephone = row.Said(Telephone) ?? person.Telephone;
            person.Order = order ?? person.Order;
            if (mobile is not null && (person.Mobile is not { } known || vault.Read(known) != mobile)) person.Mobile = vault.Seal(mobile);
            seen.Add((person.Id, title));
            if (title is null) return new(isNew);
            var held = posts.Find(post => post.PersonId == person.Id && post.Title == title);
            if (held?.Rank == rank || held is not null && row.Said(RankOf) is null) return new(isNew);
            // What someone was stays as it was; a post of another rank is another post.
            held?.End(place.Today);
            if (held is not null) posts.Remove(held);
            var post = new Post { AgencyId = place.Agency, PersonId = person.Id, DepartmentId = department?.Id, Title = title, Rank = rank, From = from };
            posts.Add(post);
            place.Store.Add(post);
            return new(isNew);
        }

        Person? Same(string name, Department? department) => people.Find(one => one.Name == name && one.DepartmentId == department?.Id);

        string? Doubt(string name, Department? department)
        {
            var named = people.Where(one => one.Name == name).ToList();
            if (named.Count(one => one.DepartmentId == department?.Id) > 1) return $"{Place(department?.Id)}有两名“{name}”，分不清是哪一位，请在人员页面逐个修改。";
            return named.Count > 0 && Same(name, department) is null
                ? $"“{name}”已登记在{Place(named[0].DepartmentId)}。如果是同一人调动，请先在人员页面改科室；如果是同名的另一人，请先在人员页面登记。" : null;
        }

        string Place(Guid? department) => department is { } id ? $"“{departments.Find(one => one.Id == id)?.Name ?? "已撤销的科室"}”" : "局领导";
    }

    [GeneratedRegex(@"^1\d{10}$")]
    private static partial Regex MobileNumber();
}
