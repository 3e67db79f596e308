using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Departments;

/// <summary>One department: its people, its duties, its open tasks.</summary>
[Permits(Permission.SeeOrganization, InDepartment = true)]
public sealed class One(Store store, Me me, Desk desk) : PageModel, IFramed
{
    public sealed record Row(Person Person, string? Title, Rank Rank, int Tasks);

    public Frame Frame => new(Department.Name, new("机构设置", Organization.Index.Path), new(Department.Name)) { Under = Organization.Index.Path };
    public Department Department { get; private set; } = null!;
    public string? Above { get; private set; }
    public Department? Successor { get; private set; }
    public IReadOnlyList<Row> People { get; private set; } = [];
    public IReadOnlyList<Duty> Duties { get; private set; } = [];
    public IReadOnlyList<WorkTask> Tasks { get; private set; } = [];
    public bool MayManage { get; private set; }

    public DueLightOf Light => new(desk);

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (await store.Departments.AsNoTracking().SingleOrDefaultAsync(one => one.Handle == handle) is not { } department || !await desk.MayRead(department.AgencyId, department.Id)) return NotFound();
        Department = department;
        MayManage = department.AbolishedOn is null && department.AgencyId == me.Agency && me.May(Permission.ManageOrganization, department.Id);
        Above = department.ParentId is { } above ? await store.Departments.Where(one => one.Id == above).Select(one => one.Name).SingleAsync() : null;
        Successor = department.SuccessorId is { } successor ? await store.Departments.FindAsync(successor) : null;
        var ranks = await store.RanksOf(department.AgencyId);
        var people = await store.People.AsNoTracking().Where(person => person.DepartmentId == department.Id && person.LeftOn == null)
            .Select(person => new { person, Tasks = store.Tasks.Count(task => task.PersonId == person.Id && task.State != TaskState.Done && task.State != TaskState.Withdrawn) }).ToListAsync();
        People = [.. from row in people
                     let post = ranks.GetValueOrDefault(row.person.Id, (Rank.Staff, null!))
                     orderby post.Rank, row.person.Order
                     select new Row(row.person, post.Title, post.Rank, row.Tasks)];
        Duties = await store.Duties.AsNoTracking().Where(duty => duty.EndedOn == null && store.DutyAssignments.Any(one => one.DutyId == duty.Id && one.Until == null && one.DepartmentId == department.Id)).OrderBy(duty => duty.Kind).ToListAsync();
        Tasks = await store.Tasks.AsNoTracking().Open.Where(task => task.DepartmentId == department.Id).OrderBy(task => task.DueOn).Take(20).ToListAsync();
        return Page();
    }
}
