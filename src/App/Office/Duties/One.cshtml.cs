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

namespace Gongkai.App.Office.Duties;

/// <summary>One duty: its line now, those who answered for it before, and giving it to others.</summary>
[Permits(Permission.SeeOrganization, InDepartment = true)]
public sealed class One(Store store, Me me, Desk desk) : PageModel, IFramed
{
    public sealed record Step(string Label, string? Name, string? Path, string? Title);

    public sealed record Past(DateOnly From, DateOnly? Until, string Leader, string Department, string Person);

    public sealed class Form
    {
        public int Revision { get; set; }
        [Required(ErrorMessage = "请选择责任科室")] public string? Department { get; set; }
        public string? Leader { get; set; }
        public string? Deputy { get; set; }
        public string? Person { get; set; }
    }

    public Frame Frame => new(Duty.Name, new("职责和责任链", Index.Path), new(Duty.Name)) { Under = Index.Path };
    public Duty Duty { get; private set; } = null!;
    public DutyLine Line { get; private set; } = null!;
    public IReadOnlyList<Step> Steps { get; private set; } = [];
    public IReadOnlyList<Past> History { get; private set; } = [];
    public IReadOnlyList<WorkTask> Tasks { get; private set; } = [];
    public string? CameFrom { get; private set; }
    public string? Under { get; private set; }
    public bool MayManage { get; private set; }
    public DueLightOf Light => new(desk);
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Leaders { get; private set; } = [];

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Input = new() { Revision = Duty.Revision, Department = Line.Department?.Handle.ToString(), Leader = Line.Leader?.Handle.ToString(), Deputy = Line.Deputy?.Handle.ToString(), Person = Line.Person?.Handle.ToString() };
        return Page();
    }

    public async Task<IActionResult> OnPostAssign(Handle handle)
    {
        if (!await Open(handle) || !MayManage) return NotFound();
        var department = await desk.Department(Input.Department);
        var (leader, deputy, person) = (await desk.Person(Input.Leader), await desk.Person(Input.Deputy), await desk.Person(Input.Person));
        if (ModelState.IsValid && DutyAssigning.To(department is not null, department?.Name, department?.AbolishedOn, leader is not null, leader is null ? null : await store.RankOf(leader.Id),
            person is null ? null : person.LeftOn is null, person?.DepartmentId == department?.Id) is { } impediment) ModelState.AddModelError("", impediment.Reason);
        if (department is not null && !me.May(Permission.ManageOrganization, department.Id)) ModelState.AddModelError("Input.Department", "您只能把职责落实到自己负责的科室，请另选科室");
        if (!ModelState.IsValid) return Page();

        // The line is part of the duty: two who change it at once may not both succeed, though only its assignments change.
        store.Entry(Duty).State = EntityState.Modified;
        foreach (var old in await store.DutyAssignments.Where(one => one.DutyId == Duty.Id && one.Until == null).ToListAsync()) old.End(desk.Today);
        store.Add(new DutyAssignment { DutyId = Duty.Id, LeaderId = leader?.Id, DeputyId = deputy?.Id, DepartmentId = department!.Id, PersonId = person?.Id, From = desk.Today });
        if (!await this.Saved(store, me.Does(OrganizationDeeds.DutyAssigned), Duty, Input.Revision)) return Page();
        return Back(person is null ? $"已落实到{department.Name}，还没有责任人。" : $"已落实到{department.Name}{person.Name}。");
    }

    public async Task<IActionResult> OnPostEnd(Handle handle)
    {
        if (!await Open(handle) || !MayManage) return NotFound();
        Duty.End(desk.Today);
        foreach (var old in await store.DutyAssignments.Where(one => one.DutyId == Duty.Id && one.Until == null).ToListAsync()) old.End(desk.Today);
        await store.Save(me.Does(OrganizationDeeds.DutyEnded));
        return Back("已终止职责，历次责任人仍可查阅。");
    }

    RedirectResult Back(string done)
    {
        return this.Done(done, $"~/office/duties/{Duty.Handle}");
    }

    async Task<bool> Open(Handle handle)
    {
        if (await store.Duties.SingleOrDefaultAsync(one => one.Handle == handle) is not { } duty) return false;
        Line = (await store.Lines([duty]))[0];
        if (!await desk.MayRead(duty.AgencyId, Line.Department?.Id)) return false;
        Duty = duty;
        MayManage = duty.EndedOn is null && duty.AgencyId == me.Agency && me.May(Permission.ManageOrganization, Line.Department?.Id);
        var titles = await store.RanksOf(duty.AgencyId);
        Steps =
        [
            Of("负责领导", Line.Leader), Of("协管", Line.Deputy),
            new("责任科室", Line.Department?.Name, Line.Department is { } d ? $"/office/departments/{d.Handle}" : null, null),
            Of("责任人", Line.Person),
        ];
        Under = duty.AgencyId == me.Agency ? null : await store.Agencies.Where(one => one.Id == duty.AgencyId).Select(one => one.Name).SingleAsync();
        CameFrom = duty.CameFromId is { } before ? await (from old in store.Duties join agency in store.Agencies on old.AgencyId equals agency.Id where old.Id == before select agency.Name).SingleAsync() : null;
        var past = await store.DutyAssignments.AsNoTracking().Where(one => one.DutyId == duty.Id).OrderByDescending(one => one.From).ThenByDescending(one => one.Id).ToListAsync();
        var names = await desk.Named(past.SelectMany(one => new[] { one.LeaderId, one.PersonId }));
        var ids = past.Select(one => one.DepartmentId).ToList();
        var departments = await store.Departments.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name);
        History = [.. past.Select(one => new Past(one.From, one.Until, Name(one.LeaderId), departments[one.DepartmentId], Name(one.PersonId)))];
        Tasks = await store.Tasks.AsNoTracking().Where(task => task.DutyId == duty.Id).OrderBy(task => task.State).ThenBy(task => task.DueOn).Take(50).ToListAsync();
        if (!MayManage) return true;
        Departments = await desk.Departments(Permission.ManageOrganization);
        People = await desk.People();
        Leaders = await desk.People(Rank.Chief, Rank.Leader);
        return true;

        string Name(Guid? person) => person is { } id ? names[id].Name : "未指定";
        Step Of(string label, Person? person) => new(label, person?.Name, person is null || !me.May(Permission.SeeOrganization, person.DepartmentId) ? null : $"/office/people/{person.Handle}",
            person is null ? null : person.LeftOn is not null ? "已离岗" : titles.TryGetValue(person.Id, out var post) ? post.Title : null);
    }
}
