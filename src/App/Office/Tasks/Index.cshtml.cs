using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
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
public sealed class Index(Store store, Me me, Desk desk) : PageModel, IFramed
{
    public const string Path = "/office/tasks";
    const int RowsOnPage = 20;

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

    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public bool MayGive => me.MaySomewhere(Permission.AssignTasks);
    public bool Latest => Sort == "-due";
    public DueLightOf Light => new(desk);
    public bool Filtered => Filters().Any(filter => filter.Key != "sort");

    public async Task OnGet()
    {
        Wanted = Wanted?.Trim() is { Length: > 0 and <= 100 } wanted ? wanted : null;
        Departments = await desk.Departments();
        var tasks = await Chosen();
        Paging = new(PageNumber, RowsOnPage, await tasks.CountAsync(), page => Address("page", $"{page}"));
        var ordered = Latest ? tasks.OrderByDescending(task => task.DueOn).ThenByDescending(task => task.Id) : tasks.OrderBy(task => task.DueOn).ThenBy(task => task.Id);
        Rows = await (from task in ordered.Skip(Paging.Skip).Take(RowsOnPage)
                      join department in store.Departments on task.DepartmentId equals department.Id
                      join person in store.People on task.PersonId equals person.Id into people
                      from person in people.DefaultIfEmpty()
                      select new Row(task, department.Name, person == null ? null : person.Name, person != null && person.LeftOn != null)).ToListAsync();
        // A join keeps no order of its own.
        Rows = [.. Latest ? Rows.OrderByDescending(row => row.Task.DueOn).ThenByDescending(row => row.Task.Id) : Rows.OrderBy(row => row.Task.DueOn).ThenBy(row => row.Task.Id)];
    }

    /// <summary>The address of this list with one thing changed.</summary>
    public string Address(string key, string value)
    {
        var query = new QueryBuilder(Filters().Where(filter => filter.Key != key)) { { key, value } };
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

    IEnumerable<KeyValuePair<string, string>> Filters()
    {
        (string Key, string? Value)[] filters = [("state", State), ("whose", Whose), ("department", Department), ("importance", Importance?.ToString()), ("due", Due), ("q", Wanted), ("sort", Sort)];
        return filters.Where(filter => filter.Value is { Length: > 0 }).Select(filter => KeyValuePair.Create(filter.Key, filter.Value!));
    }
}
