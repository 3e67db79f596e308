using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Departments;

/// <summary>Abolishes a department; its people, duties and tasks go to another.</summary>
[Permits(Permission.ManageOrganization)]
public sealed class Abolish(Store store, Me me, Desk desk, TimeProvider time) : PageModel, IFramed
{
    public sealed class Form
    {
        public int Revision { get; set; }
        public string? To { get; set; }
        [Required(ErrorMessage = "请写明撤销的依据，例如批文的名称和文号"), MaxLength(500, ErrorMessage = "依据最多 500 个字")] public string? Why { get; set; }
    }

    public Frame Frame => new("撤销科室", new("机构设置", Organization.Index.Path), new(Department.Name, $"/office/departments/{Department.Handle}"), new("撤销")) { Under = Organization.Index.Path };
    [BindProperty] public Form Input { get; set; } = new();
    public Department Department { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];

    /// <summary>Why it cannot simply go: what someone must take over.</summary>
    public Impediment? Left { get; private set; }

    public async Task<IActionResult> OnGet(string handle)
    {
        if (!await Open(handle)) return NotFound();
        Input.Revision = Department.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPost(string handle)
    {
        if (!await Open(handle)) return NotFound();
        var to = await desk.Department(Input.To);
        if (Input.To is { Length: > 0 } && (to is null || to.Id == Department.Id)) ModelState.AddModelError("Input.To", "所选的承接科室不存在，请重新选择");
        if (to is not null && AgencyChanges.ToTakingOn(to.Name, to.AbolishedOn) is { } gone) ModelState.AddModelError("Input.To", gone.Reason);
        if (to is null && Left is { } left) ModelState.AddModelError("Input.To", left.Reason);
        if (!ModelState.IsValid) return Page();
        store.Expect(Department, Input.Revision);
        try
        {
            await store.Write(me.Does(OrganizationDeeds.DepartmentAbolished, Input.Why), () => store.HandOver(Department, to, desk.Today, time.Now, me.Name));
        }
        catch (DbUpdateConcurrencyException)
        {
            await this.WasSecond(store, Department.Id);
            return Page();
        }
        return this.Done(to is null ? $"{Department.Name}已撤销。" : $"{Department.Name}已撤销，人员、职责和任务已由{to.Name}承接。", "~/office/organization");
    }

    async Task<bool> Open(string handle)
    {
        if (await desk.Department(handle) is not { AbolishedOn: null } department) return false;
        Department = department;
        Departments = [.. (await desk.Departments()).Where(one => one.Value != handle)];
        Left = AgencyChanges.ToAbolishingDepartment(department.AbolishedOn,
            await store.People.CountAsync(person => person.DepartmentId == department.Id && person.LeftOn == null),
            await store.DutyAssignments.CountAsync(one => one.DepartmentId == department.Id && one.Until == null),
            await store.Tasks.Open.CountAsync(task => task.DepartmentId == department.Id),
            await store.Departments.CountAsync(below => below.ParentId == department.Id && below.AbolishedOn == null));
        return true;
    }
}
