using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Organization;

/// <summary>Abolishes a unit, or merges it into another, and hands over what it leaves.</summary>
[Permits(Permission.ManageOrganization)]
public sealed class Abolish(Store store, Me me, Desk desk, TimeProvider time) : PageModel, IFramed
{
    public sealed class Form
    {
        public int Revision { get; set; }
        public string? Successor { get; set; }
        public string? Receiving { get; set; }
        [Required(ErrorMessage = "请填写撤销日期")] public DateOnly? On { get; set; }
        [Required(ErrorMessage = "请写明撤销或合并的依据，例如批文的名称和文号"), MaxLength(500, ErrorMessage = "依据最多 500 个字")] public string? Why { get; set; }
    }

    public Frame Frame => new("撤销或合并单位", new("机构设置", Index.Path), new(Agency.Called, $"/office/organization/agency/{Agency.Code}"), new("撤销或合并")) { Under = Index.Path };
    [BindProperty] public Form Input { get; set; } = new();
    public Agency Agency { get; private set; } = null!;
    public Succession.Estate Estate { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Successors { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];

    /// <summary>What stands in the way whatever is chosen.</summary>
    public Impediment? Impediment { get; private set; }

    public async Task<IActionResult> OnGet(string code)
    {
        if (!await Open(code)) return NotFound();
        Input.On = desk.Today;
        Input.Revision = Agency.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPost(string code)
    {
        if (!await Open(code)) return NotFound();
        var successor = Input.Successor is { Length: > 0 } named ? await Offered().WithCode(named).SingleOrDefaultAsync() : null;
        if (Input.Successor is { Length: > 0 } && successor is null) ModelState.AddModelError("Input.Successor", "所选的承接单位不存在，请重新选择");
        if (Input.On > desk.Today) ModelState.AddModelError("Input.On", "撤销日期不能晚于今天，请在撤销当天或之后办理");
        var receiving = await desk.Department(Input.Receiving);
        if (receiving is not null && receiving.AgencyId != successor?.Id) ModelState.AddModelError("Input.Receiving", "承接科室不属于承接单位，请重新选择，或不选由系统新设");
        if (ModelState.IsValid && await store.ToAbolishing(Agency, successor) is { } impediment) ModelState.AddModelError("Input.Successor", impediment.Reason);
        if (!ModelState.IsValid) return Page();

        store.Expect(Agency, Input.Revision);
        try
        {
            await store.Write(me.Does(OrganizationDeeds.AgencyAbolished, Input.Why), () => store.HandOver(Agency, successor, receiving, Input.On!.Value, time.Now, me.Name));
        }
        catch (DbUpdateConcurrencyException)
        {
            await this.WasSecond(store, Agency.Id);
            return Page();
        }
        return this.Done(successor is null ? $"{Agency.Name}已撤销。" : $"{Agency.Name}已撤销，{Estate.People} 名人员、{Estate.Duties} 项职责、{Estate.Tasks} 项任务已移交{successor.Name}。", $"~/office/organization/agency/{Agency.Code}");
    }

    async Task<bool> Open(string code)
    {
        if (await desk.Seen(code) is not { } agency || !desk.MayManage(agency)) return false;
        Agency = agency;
        Estate = await store.EstateOf(agency.Id);
        Impediment = agency.AbolishedOn is null ? null : await store.ToAbolishing(agency, null);
        Successors = await Offered().OrderBy(one => one.Name).Take(500).Select(one => new SelectListItem(one.Name, one.Code)).ToListAsync();
        Departments = agency.Id == me.Agency ? [] : await desk.Departments();
        return true;
    }

    // Its neighbours and those above it.
    IQueryable<Agency> Offered() => store.Agencies.Existing.Where(one => one.Id != Agency.Id && (one.Id == Agency.ParentId || one.ParentId == Agency.ParentId || one.Id == me.Agency));
}
