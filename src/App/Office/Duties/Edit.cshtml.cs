using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Duties;

/// <summary>Registers a duty, or changes one.</summary>
[Permits(Permission.ManageOrganization, InDepartment = true)]
public sealed class Edit(Store store, Me me, Desk desk) : PageModel, IFramed
{
    public sealed class Form
    {
        public int Revision { get; set; }
        [Required(ErrorMessage = "请填写职责名称"), MaxLength(100, ErrorMessage = "职责名称最多 100 个字")] public string? Name { get; set; }
        public DutyKind Kind { get; set; } = DutyKind.Handling;
        [MaxLength(200, ErrorMessage = "依据最多 200 个字")] public string? Basis { get; set; }
        [MaxLength(2000, ErrorMessage = "内容最多 2000 个字")] public string? Detail { get; set; }
    }

    Duty? duty;

    public Frame Frame => new(Heading, new("职责和责任链", Index.Path), new(Heading)) { Under = Index.Path };
    public string Heading => duty is null ? "登记职责" : "修改职责";
    [BindProperty] public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGet(string? handle)
    {
        if (!await Open(handle)) return NotFound();
        if (duty is { } d) Input = new() { Revision = d.Revision, Name = d.Name, Kind = d.Kind, Basis = d.Basis, Detail = d.Detail };
        return Page();
    }

    public async Task<IActionResult> OnPost(string? handle)
    {
        if (!await Open(handle)) return NotFound();
        var agency = (await store.Agencies.FindAsync(me.Agency))!;
        if (AgencyChanges.ToTakingOn(agency.Name, agency.AbolishedOn) is { } gone) ModelState.AddModelError("", gone.Reason);
        if (!ModelState.IsValid) return Page();
        var isNew = duty is null;
        duty ??= new() { AgencyId = me.Agency, Name = "", Kind = Input.Kind, Basis = "", From = desk.Today };
        (duty.Name, duty.Kind, duty.Detail) = (Input.Name!.Trim(), Input.Kind, Input.Detail);
        duty.Basis = Input.Basis?.Trim() is { Length: > 0 } basis ? basis : Input.Kind.Basis;
        if (isNew)
        {
            store.Add(duty);
            await store.Save(me.Does(OrganizationDeeds.DutyAdded));
        }
        else if (!await this.Saved(store, me.Does(OrganizationDeeds.DutyChanged), duty, Input.Revision)) return Page();
        return this.Done(isNew ? "已登记职责，请落实到科室和责任人。" : "职责已更新。", $"~/office/duties/{duty.Handle}");
    }

    async Task<bool> Open(string? handle)
    {
        // A new duty is the whole agency's until it is given to a department.
        if (handle is null) return me.Agency != Guid.Empty && me.May(Permission.ManageOrganization);
        duty = Handle.TryParse(handle, null, out var named) ? await store.Duties.SingleOrDefaultAsync(one => one.Handle == named && one.AgencyId == me.Agency) : null;
        return duty is { EndedOn: null } && me.May(Permission.ManageOrganization, (await store.Lines([duty]))[0].Department?.Id);
    }
}
