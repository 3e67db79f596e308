using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.People;

/// <summary>人员名单: everyone of the agency with department and post, as bureaus keep it in Excel; mobile numbers are not in it.</summary>
[Permits(Permission.SeeOrganization, InDepartment = true)]
public sealed class Index(Store store, Me me, Desk desk, ListFiles files, Views.ViewsOf views) : PageModel, IFramed
{
    public const string Path = "/office/people";
    const string Name = "人员名单";

    public sealed record Row(string Handle, string Name, string? Department, string? Title, Rank? Rank, string? Telephone, DateOnly? LeftOn);

    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    /// <summary>Part of a name.</summary>
    [FromQuery(Name = "q")] public string? Wanted { get; set; }

    /// <summary>The handle of a department; <c>leaders</c> for those in none.</summary>
    [FromQuery(Name = "department")] public string? Department { get; set; }

    [FromQuery(Name = "rank")] public Rank? Rank { get; set; }

    /// <summary>left, all; those who work here where none is asked.</summary>
    [FromQuery(Name = "state")] public string? State { get; set; }

    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public Listing List { get; private set; } = null!;
    public Views.ViewBar Views { get; private set; } = null!;
    public bool MayManage => me.May(Permission.ManageOrganization);
    public Frame Frame => new(Name, new("机构设置", Organization.Index.Path), new(Name)) { Under = Organization.Index.Path };

    static readonly ListColumn<Row>[] Columns =
    [
        new("name", "姓名", row => row.Name) { Path = row => $"{Path}/{row.Handle}" },
        new("department", "科室", row => row.Department ?? "局领导"),
        new("title", "职务", row => row.Title),
        new("rank", "职务层级", row => row.Rank?.Name),
        new("telephone", "办公电话", row => row.Telephone),
        new("state", "状态", row => row.LeftOn is null ? "在岗" : "已离岗") { Tone = row => row.LeftOn is null ? "fine" : "ended" },
        new("left", "离岗日期", row => row.LeftOn) { Look = "date", Shown = false },
    ];

    public async Task<IActionResult> OnGet()
    {
        Wanted = Wanted?.Trim() is { Length: > 0 and <= 50 } wanted ? wanted : null;
        Departments = [new("局领导", "leaders"), .. await desk.Departments()];
        ListFilter[] filters =
        [
            new("q", "姓名", Wanted), new("department", "科室", Department, Departments.FirstOrDefault(one => one.Value == Department)?.Text),
            new("rank", "职务层级", Rank?.ToString(), Rank?.Name), new("state", "状态", State, State == "left" ? "已离岗" : "全部"),
        ];
        var rows = await Rows();
        if (await files.Of(Name, Asked, filters, Columns, rows) is { } file) return file;
        List = await Listing.Show(Name, Path, Asked, filters, Columns, rows, "还没有登记人员，职责和任务都没有人承担。可以登记人员，或从 Excel 导入名单。");
        Views = await views.Of(List);
        return Page();
    }

    async Task<IQueryable<Row>> Rows()
    {
        var people = store.People.AsNoTracking().Within(desk.Within).Where(person => person.AgencyId == me.Agency);
        people = State switch { "left" => people.Where(person => person.LeftOn != null), "all" => people, _ => people.Where(person => person.LeftOn == null) };
        if (Wanted is { } part) people = people.Where(person => person.Name.Contains(part));
        if (Department == "leaders") people = people.Where(person => person.DepartmentId == null);
        else if (Department is { Length: > 0 }) people = await desk.Department(Department) is { } department ? people.Where(person => person.DepartmentId == department.Id) : people.Where(_ => false);
        if (Rank is { } rank) people = people.Where(person => store.Posts.Any(post => post.PersonId == person.Id && post.Until == null && post.Rank == rank));
        return people.OrderBy(person => person.DepartmentId != null)
            .ThenBy(person => store.Departments.Where(one => one.Id == person.DepartmentId).Select(one => one.Order).FirstOrDefault()).ThenBy(person => person.Order).ThenBy(person => person.Id)
            .Select(person => new Row(person.Handle.ToString(), person.Name,
                store.Departments.Where(one => one.Id == person.DepartmentId).Select(one => one.Name).FirstOrDefault(),
                store.Posts.Where(post => post.PersonId == person.Id && post.Until == null).OrderBy(post => post.Rank).ThenBy(post => post.From).Select(post => post.Title).FirstOrDefault(),
                store.Posts.Where(post => post.PersonId == person.Id && post.Until == null).OrderBy(post => post.Rank).ThenBy(post => post.From).Select(post => (Rank?)post.Rank).FirstOrDefault(),
                person.Telephone, person.LeftOn));
    }
}
