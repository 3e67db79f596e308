using System.ComponentModel.DataAnnotations;
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

namespace Gongkai.App.Office.Tasks;

/// <summary>Gives a task to a department and a person, perhaps from a meeting or a duty.</summary>
[Permits(Permission.AssignTasks, InDepartment = true)]
public sealed class Give(Store store, Me me, Desk desk, TimeProvider time) : PageModel, IFramed
{
    public sealed class Form
    {
        [Required(ErrorMessage = "请填写任务名称"), MaxLength(100, ErrorMessage = "任务名称最多 100 个字")] public string? Title { get; set; }
        [MaxLength(5000, ErrorMessage = "内容最多 5000 个字")] public string? Detail { get; set; }
        [Required(ErrorMessage = "请选择承办科室")] public string? Department { get; set; }
        public string? Person { get; set; }
        [Required(ErrorMessage = "请填写办结期限")] public DateOnly? DueOn { get; set; }
        public Importance Importance { get; set; } = Importance.Normal;
        public string? Meeting { get; set; }
        public string? Duty { get; set; }
    }

    public Frame Frame => new("分派任务", new("任务", Index.Path), new("分派任务")) { Under = Index.Path };
    [BindProperty] public Form Input { get; set; } = new();
    public Meeting? Meeting { get; private set; }
    public Duty? Duty { get; private set; }
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGet([FromQuery(Name = "meeting")] string? meeting, [FromQuery(Name = "duty")] string? duty)
    {
        (Input.Meeting, Input.Duty) = (meeting, duty);
        if (!await Open()) return NotFound();
        if (Duty is null) return Page();
        var line = (await store.Lines([Duty]))[0];
        (Input.Department, Input.Person) = (line.Department?.Handle.ToString(), line.Person is { LeftOn: null } person ? person.Handle.ToString() : null);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Open()) return NotFound();
        var agency = (await store.Agencies.FindAsync(me.Agency))!;
        var (department, person) = (await desk.Department(Input.Department), await desk.Person(Input.Person));
        if (Input.Department is { Length: > 0 } && department is null) ModelState.AddModelError("Input.Department", "所选的科室不存在，请重新选择");
        if (AgencyChanges.ToTakingOn(agency.Name, agency.AbolishedOn) is { } gone) ModelState.AddModelError("", gone.Reason);
        if (department is not null && AgencyChanges.ToTakingOn(department.Name, department.AbolishedOn) is { } closed) ModelState.AddModelError("Input.Department", closed.Reason);
        if (department is not null && !me.May(Permission.AssignTasks, department.Id)) ModelState.AddModelError("Input.Department", "您只能给自己负责的科室分派任务，请另选科室");
        if (ModelState.IsValid && TaskSteps.ToGiving(Input.DueOn!.Value, desk.Today, person is null ? null : person.LeftOn is null, person?.DepartmentId == department!.Id) is { } impediment)
            ModelState.AddModelError(Input.DueOn < desk.Today ? "Input.DueOn" : "Input.Person", impediment.Reason);
        if (!ModelState.IsValid) return Page();

        var task = new WorkTask
        {
            AgencyId = me.Agency, Title = Input.Title!.Trim(), Detail = Input.Detail, MeetingId = Meeting?.Id, DutyId = Duty?.Id, DepartmentId = department!.Id, PersonId = person?.Id,
            DueOn = Input.DueOn!.Value, Importance = Input.Importance, GivenById = me.Account, GivenByName = me.Name, GivenAt = time.Now,
        };
        store.AddRange(task, new TaskStep { TaskId = task.Id, At = time.Now, What = "分派", By = me.Name, ToId = person?.Id });
        await store.Save(me.Does(OrganizationDeeds.TaskGiven));
        return this.Done(person is null ? $"已分派给{department.Name}，还没有承办人。" : $"已分派给{department.Name}{person.Name}。", $"~/office/tasks/{task.Handle}");
    }

    async Task<bool> Open()
    {
        (Departments, People) = (await desk.Departments(Permission.AssignTasks), await desk.People());
        if (Input.Meeting is { Length: > 0 } meeting)
            if (!Handle.TryParse(meeting, null, out var named) || (Meeting = await store.Meetings.SingleOrDefaultAsync(one => one.Handle == named && one.AgencyId == me.Agency)) is null) return false;
        if (Input.Duty is { Length: > 0 } duty)
            if (!Handle.TryParse(duty, null, out var named) || (Duty = await store.Duties.SingleOrDefaultAsync(one => one.Handle == named && one.AgencyId == me.Agency && one.EndedOn == null)) is null) return false;
        return me.Agency != Guid.Empty;
    }
}
