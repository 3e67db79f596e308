using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Tasks;

/// <summary>任务: all tasks of the agency; every filter stands in the address.</summary>
[Permits(Permission.SeeOrganization, InDepartment = true)]
public sealed class Index(Store store, Me me, Desk desk, ListFiles files, Views.ViewsOf views) : PageModel, IFramed
{
    public const string Path = "/office/tasks";
    public sealed record Row(WorkTask Task, string Department, string? Person, bool Left);

    public Frame Frame => new("任务", new Crumb("任务")) { Under = Path };

    /// <summary>open, done, withdrawn; open where none is asked.</summary>
    [FromQuery(Name = "state")] public string? State { get; set; }

    /// <summary>mine, given, nobody.</summary>
    [FromQuery(Name = "whose")] public string? Whose { get; set; }

    /// <summary>The handle of a department.</summary>
    [FromQuery(Name = "department")] public string? Department { get; set; }

    [FromQuery(Name = "importance")] public Importance? Importance { get; set; }

    /// <summary>overdue, week.</summary>
    [FromQuery(Name = "due")] public string? Due { get; set; }

    /// <summary>Part of the title.</summary>
    [FromQuery(Name = "q")] public string? Wanted { get; set; }

    /// <summary>due or -due.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Listing List { get; private set; } = null!;
    public Views.ViewBar Views { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public bool MayGive => me.MaySomewhere(Permission.AssignTasks);
    public bool Latest => Sort == "-due";
    public DueLightOf Light => new(desk);
    public bool Filtered => Filters().Any(filter => filter is { Key: not "sort", Value.Length: > 0 });

    IReadOnlyList<ListColumn<Row>> Columns =>
    [
        new("due", "期限", row => row.Task.DueOn),
        new("light", "状态灯", row => LightOf(row.Task).Shape + LightOf(row.Task).Words),
        new("title", "任务", row => row.Task.Title),
        new("importance", "重要程度", row => row.Task.Importance.Name),
        new("department", "科室", row => row.Department),
        new("person", "承办人", row => row.Person is { } name ? name + (row.Left ? "（已离岗）" : "") : "没有承办人"),
        new("state", "状态", row => row.Task.State.Name),
    ];

    public DueLight LightOf(WorkTask task) => task.State.IsOpen() ? desk.LightOf(task.DueOn) : DueLight.Ended;

    public async Task<IActionResult> OnGet()
    {
        Wanted = Wanted?.Trim() is { Length: > 0 and <= 100 } wanted ? wanted : null;
        Departments = await desk.Departments();
        var tasks = await Chosen();
        if (await files.Of("任务", Asked, Filters(), Columns, Ordered(tasks)) is { } file) return file;
        List = Listing.Around("任务", Path, Asked, Filters(), Columns, await tasks.CountAsync());
        Rows = await Ordered(tasks).Skip(List.Paging.Skip).Take(Listing.RowsOnPage).ToListAsync();
        Views = await views.Of(List);
        return Page();
    }

    IQueryable<Row> Ordered(IQueryable<WorkTask> tasks)
    {
        var named = from task in tasks
                    join department in store.Departments on task.DepartmentId equals department.Id
                    join person in store.People on task.PersonId equals person.Id into people
                    from person in people.DefaultIfEmpty()
                    select new { Task = task, Department = department.Name, Person = person };
        named = Latest ? named.OrderByDescending(row => row.Task.DueOn).ThenByDescending(row => row.Task.Id) : named.OrderBy(row => row.Task.DueOn).ThenBy(row => row.Task.Id);
        return named.Select(row => new Row(row.Task, row.Department, row.Person == null ? null : row.Person.Name, row.Person != null && row.Person.LeftOn != null));
    }

    /// <summary>The address of this list with one thing changed.</summary>
    public string Address(string key, string value)
    {
        var query = new QueryBuilder(Filters().Where(filter => filter.Key != key && filter.Value is { Length: > 0 }).Select(filter => KeyValuePair.Create(filter.Key, filter.Value!))) { { key, value } };
        return Url.Content("~" + Path) + query;
    }

    async Task<IQueryable<WorkTask>> Chosen()
    {
        var today = desk.Today;
        var tasks = store.Tasks.AsNoTracking().OfAgency(me.Agency).Within(desk.Within);
        tasks = State switch
        {
            "done" => tasks.Where(task => task.State == TaskState.Done),
            "withdrawn" => tasks.Where(task => task.State == TaskState.Withdrawn),
            "all" => tasks,
            _ => tasks.Open,
        };
        var hands = Whose == "mine" && me.Person is { } person ? await store.HandsOf(person, today) : [];
        tasks = Whose switch
        {
            "mine" => tasks.Of(hands),
            "given" => tasks.Where(task => task.GivenById == me.Account),
            "nobody" => tasks.WithoutAnyone(store.People),
            _ => tasks,
        };
        if (Department is { Length: > 0 }) tasks = await desk.Department(Department) is { } department ? tasks.Where(task => task.DepartmentId == department.Id) : tasks.Where(_ => false);
        if (Importance is { } importance) tasks = tasks.Where(task => task.Importance == importance);
        if (Due == "overdue") tasks = tasks.Where(task => task.DueOn < today);
        if (Due == "week")
        {
            var end = desk.Calendar.Add(today, desk.Lights.Soon);
            tasks = tasks.Where(task => task.DueOn >= today && task.DueOn <= end);
        }
        return Wanted is { } words ? tasks.Where(task => task.Title.Contains(words)) : tasks;
    }

    IReadOnlyList<ListFilter> Filters() =>
    [
        new("state", "状态", State, State switch { "done" => "已办结", "withdrawn" => "已撤回", "all" => "全部", _ => null }),
        new("whose", "承办", Whose, Whose switch { "mine" => "我的（含代管）", "given" => "我交办的", "nobody" => "没有承办人的", _ => null }),
        new("department", "科室", Department, Departments.FirstOrDefault(department => department.Value == Department)?.Text),
        new("importance", "重要程度", Importance?.ToString(), Importance?.Name),
        new("due", "期限", Due, Due switch { "overdue" => "已超期", "week" => "临期", _ => null }),
        new("q", "任务名称", Wanted),
        new("sort", "次序", Sort, Latest ? "期限从晚到早" : null),
    ];
}
