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

namespace Gongkai.App.Office.People;

/// <summary>Registers a person, or changes one.</summary>
[Permits(Permission.ManageOrganization, InDepartment = true)]
public sealed class Edit(Store store, Me me, Desk desk, Vault vault) : PageModel, IFramed
{
    public sealed class Form
    {
        public int Revision { get; set; }
        [Required(ErrorMessage = "请填写姓名"), MaxLength(50, ErrorMessage = "姓名最多 50 个字")] public string? Name { get; set; }
        public string? Department { get; set; }
        [MaxLength(50, ErrorMessage = "办公电话最多 50 个字")] public string? Telephone { get; set; }
        [RegularExpression(@"\s*1\d{10}\s*", ErrorMessage = "手机号应为 11 位数字，以 1 开头")] public string? Mobile { get; set; }
        public bool ClearMobile { get; set; }
        [Range(1, 9999, ErrorMessage = "排序请填 1 到 9999 的数字")] public int? Order { get; set; }
        [MaxLength(50, ErrorMessage = "职务名称最多 50 个字")] public string? Title { get; set; }
        public Rank Rank { get; set; } = Rank.Staff;
    }

    Person? person;

    public Frame Frame => new(Heading, new("机构设置", Organization.Index.Path), new(Heading)) { Under = Organization.Index.Path };
    public string Heading => IsNew ? "登记人员" : "修改人员";
    public bool IsNew => person is null;
    /// <summary>A leader belongs to no department, so only whoever manages the whole agency registers one.</summary>
    public bool MayLead => me.May(Permission.ManageOrganization);
    public bool HasMobile => person?.Mobile is not null;
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];

    public async Task<IActionResult> OnGet(string? handle, [FromQuery(Name = "department")] string? wanted)
    {
        if (!await Open(handle)) return NotFound();
        Input = person is { } p
            ? new()
            {
                Revision = p.Revision, Name = p.Name, Telephone = p.Telephone, Order = p.Order,
                Department = p.DepartmentId is { } department ? (await store.Departments.Where(one => one.Id == department).Select(one => one.Handle).SingleAsync()).ToString() : null,
            }
            : new() { Department = wanted };
        return Page();
    }

    public async Task<IActionResult> OnPost(string? handle)
    {
        if (!await Open(handle)) return NotFound();
        var department = await desk.Department(Input.Department);
        if (Input.Department is { Length: > 0 } && department is null) ModelState.AddModelError("Input.Department", "所选的科室不存在，请重新选择");
        if (department is not null && AgencyChanges.ToTakingOn(department.Name, department.AbolishedOn) is { } gone) ModelState.AddModelError("Input.Department", gone.Reason);
        if (ModelState.IsValid && !me.May(Permission.ManageOrganization, department?.Id)) ModelState.AddModelError("Input.Department", "您只能登记自己负责的科室的人员，请另选科室");
        if (!ModelState.IsValid) return Page();

        var isNew = person is null;
        person ??= new() { AgencyId = me.Agency, Name = "" };
        (person.Name, person.DepartmentId, person.Telephone) = (Input.Name!.Trim(), department?.Id, Input.Telephone);
        person.Order = Input.Order ?? (isNew ? 1 + (await store.People.Where(one => one.AgencyId == me.Agency).MaxAsync(one => (int?)one.Order) ?? 0) : person.Order);
        if (Input.Mobile?.Trim() is { Length: > 0 } mobile) person.Mobile = vault.Seal(mobile);
        else if (Input.ClearMobile) person.Mobile = null;
        if (isNew)
        {
            store.Add(person);
            if (Input.Title?.Trim() is { Length: > 0 } title) store.Add(new Post { AgencyId = me.Agency, PersonId = person.Id, DepartmentId = department?.Id, Title = title, Rank = Input.Rank, From = desk.Today });
            await store.Save(me.Does(OrganizationDeeds.PersonAdded));
        }
        else if (!await this.Saved(store, me.Does(OrganizationDeeds.PersonChanged), person, Input.Revision)) return Page();
        return this.Done(isNew ? $"已登记{person.Name}。" : "人员信息已更新。", $"~/office/people/{person.Handle}");
    }

    async Task<bool> Open(string? handle)
    {
        Departments = await desk.Departments(Permission.ManageOrganization);
        if (handle is null) return me.Agency != Guid.Empty;
        person = await desk.Person(handle);
        return person is { LeftOn: null } && me.May(Permission.ManageOrganization, person.DepartmentId);
    }
}
