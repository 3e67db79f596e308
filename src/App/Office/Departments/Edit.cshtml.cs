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

namespace Gongkai.App.Office.Departments;

/// <summary>Registers a department, or changes one.</summary>
[Permits(Permission.ManageOrganization, InDepartment = true)]
public sealed class Edit(Store store, Me me, Desk desk) : PageModel, IFramed
{
    public sealed class Form
    {
        public int Revision { get; set; }
        [Required(ErrorMessage = "请填写科室名称"), MaxLength(50, ErrorMessage = "科室名称最多 50 个字")] public string? Name { get; set; }
        public bool IsUnit { get; set; }
        public string? Above { get; set; }
        [MaxLength(1000, ErrorMessage = "职能最多 1000 个字")] public string? Work { get; set; }
        [MaxLength(50, ErrorMessage = "电话最多 50 个字")] public string? Telephone { get; set; }
        [Range(1, 999, ErrorMessage = "排序请填 1 到 999 的数字")] public int? Order { get; set; }
    }

    Department? department;

    public Frame Frame => new(Heading, new("机构设置", Organization.Index.Path), new(Heading)) { Under = Organization.Index.Path };
    public string Heading => department is null ? "登记科室" : "修改科室";
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];

    public async Task<IActionResult> OnGet(string? handle)
    {
        if (!await Open(handle)) return NotFound();
        if (department is { } d)
            Input = new()
            {
                Revision = d.Revision, Name = d.Name, IsUnit = d.IsUnit, Work = d.Work, Telephone = d.Telephone, Order = d.Order,
                Above = d.ParentId is { } above ? (await store.Departments.Where(one => one.Id == above).Select(one => one.Handle).SingleAsync()).ToString() : null,
            };
        return Page();
    }

    public async Task<IActionResult> OnPost(string? handle)
    {
        if (!await Open(handle)) return NotFound();
        var agency = (await store.Agencies.FindAsync(me.Agency))!;
        if (AgencyChanges.ToTakingOn(agency.Name, agency.AbolishedOn) is { } gone) ModelState.AddModelError("", gone.Reason);
        var above = await desk.Department(Input.Above);
        if (Input.Above is { Length: > 0 } && above is null) ModelState.AddModelError("Input.Above", "所选的上级科室不存在，请重新选择");
        if (above is not null && department is not null && AgencyChanges.ToPlacing(department.Id, await Line(above), above.AbolishedOn is not null) is { } circle) ModelState.AddModelError("Input.Above", circle.Reason);
        if (Input.Name?.Trim() is { } name && await store.Departments.AnyAsync(one => one.AgencyId == me.Agency && one.AbolishedOn == null && one.Name == name && (department == null || one.Id != department.Id)))
            ModelState.AddModelError("Input.Name", $"已经有名为“{name}”的科室，请换一个名称");
        if (!ModelState.IsValid) return Page();

        var isNew = department is null;
        department ??= new() { AgencyId = me.Agency, Name = "" };
        (department.Name, department.IsUnit, department.ParentId) = (Input.Name!.Trim(), Input.IsUnit, above?.Id);
        (department.Work, department.Telephone) = (Input.Work, Input.Telephone);
        department.Order = Input.Order ?? (isNew ? 1 + (await store.Departments.Where(one => one.AgencyId == me.Agency).MaxAsync(one => (int?)one.Order) ?? 0) : department.Order);
        if (isNew)
        {
            store.Add(department);
            await store.Save(me.Does(OrganizationDeeds.DepartmentAdded));
        }
        else if (!await this.Saved(store, me.Does(OrganizationDeeds.DepartmentChanged), department, Input.Revision)) return Page();
        return this.Done(isNew ? $"已登记{department.Name}。" : "科室信息已更新。", $"~/office/departments/{department.Handle}");
    }

    async Task<bool> Open(string? handle)
    {
        Departments = await desk.Departments();
        if (handle is null) return me.Agency != Guid.Empty && me.May(Permission.ManageOrganization);
        department = await desk.Department(handle);
        Departments = [.. Departments.Where(one => one.Value != handle)];
        return department is { AbolishedOn: null } && me.May(Permission.ManageOrganization, department.Id);
    }

    async Task<List<Guid>> Line(Department above)
    {
        List<Guid> line = [];
        for (var next = above; next is not null && !line.Contains(next.Id);)
        {
            line.Add(next.Id);
            next = next.ParentId is { } parent ? await store.Departments.FindAsync(parent) : null;
        }
        return line;
    }
}
