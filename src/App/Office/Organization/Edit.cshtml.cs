using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Organization;

/// <summary>Registers a unit, or changes one.</summary>
[Permits(Permission.ManageOrganization)]
public sealed class Edit(Store store, Me me, Desk desk, Doorway doorway) : PageModel, IFramed
{
    const int MostOffered = 500;

    public sealed class Form
    {
        public int Revision { get; set; }
        [RegularExpression("[a-z0-9][a-z0-9-]{0,39}", ErrorMessage = "单位代码只能用小写字母、数字和连字符，最多 40 个")] public string? Code { get; set; }
        [Required(ErrorMessage = "请填写单位全称"), MaxLength(100, ErrorMessage = "单位全称最多 100 个字")] public string? Name { get; set; }
        [MaxLength(50, ErrorMessage = "简称最多 50 个字")] public string? ShortName { get; set; }
        public AgencyKind Kind { get; set; } = AgencyKind.Subordinate;
        public Level Level { get; set; } = Level.County;
        public bool ReportsSeparately { get; set; }
        public string? CreditCode { get; set; }
        public DateOnly? FoundedOn { get; set; }
        public string? Above { get; set; }
        public DateOnly? AboveFrom { get; set; }
        [MaxLength(100, ErrorMessage = "机构名称最多 100 个字")] public string? OfficeName { get; set; }
        [MaxLength(200, ErrorMessage = "办公地址最多 200 个字")] public string? Address { get; set; }
        [MaxLength(200, ErrorMessage = "办公时间最多 200 个字")] public string? Hours { get; set; }
        [MaxLength(50, ErrorMessage = "联系电话最多 50 个字")] public string? Telephone { get; set; }
        [MaxLength(50, ErrorMessage = "传真号码最多 50 个字")] public string? Fax { get; set; }
        [MaxLength(200, ErrorMessage = "互联网联系方式最多 200 个字")] public string? Online { get; set; }
    }

    Agency? agency;

    public Frame Frame => new(Heading, new("机构设置", Index.Path), new(Heading)) { Under = Index.Path };
    public string Heading => IsNew ? "登记单位" : "修改单位";
    public bool IsNew => agency is null;
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public async Task<IActionResult> OnGet(string? code)
    {
        if (!await Open(code)) return NotFound();
        var above = agency is null ? me.Agency : agency.ParentId;
        Input = new()
        {
            Above = above is { } parent ? await store.Agencies.Where(one => one.Id == parent).Select(one => one.Code).SingleOrDefaultAsync() : null,
        };
        if (agency is { } a)
            Input = new()
            {
                Revision = a.Revision, Name = a.Name, ShortName = a.ShortName, Kind = a.Kind, Level = a.Level, ReportsSeparately = a.ReportsSeparately, CreditCode = a.CreditCode, FoundedOn = a.FoundedOn,
                Above = Input.Above, OfficeName = a.Office.Name, Address = a.Office.Address, Hours = a.Office.Hours, Telephone = a.Office.Telephone, Fax = a.Office.Fax, Online = a.Office.Online,
            };
        return Page();
    }

    public async Task<IActionResult> OnPost(string? code)
    {
        if (!await Open(code)) return NotFound();
        if (IsNew && Input.Code is null) ModelState.AddModelError("Input.Code", "请填写单位代码，例如 zfbz");
        if (Input.CreditCode is { } typed && CreditCode.Fault(typed) is { } fault) ModelState.AddModelError("Input.CreditCode", fault.Reason);
        if (IsNew && Input.Code is { } wanted && await store.Agencies.WithCode(wanted).AnyAsync()) ModelState.AddModelError("Input.Code", $"单位代码 {wanted} 已被使用，请换一个");
        var above = Input.Above is { Length: > 0 } parent ? await Offered().WithCode(parent).SingleOrDefaultAsync() : null;
        if (Input.Above is { Length: > 0 } && above is null) ModelState.AddModelError("Input.Above", "所选的上级单位不存在，请重新选择");
        // Whoever manages one agency may not put a unit out of its own reach.
        if (above is null && Input.Above is not { Length: > 0 } && IsNew && !me.May(Permission.ManageOrganization, Guid.Empty, null)) ModelState.AddModelError("Input.Above", "请选择上级单位；没有上级的单位由平台管理员登记");
        var unit = agency ?? new Agency { Code = Input.Code ?? "", Name = "" };
        if (ModelState.IsValid && await store.ToPlacing(unit.Id, Input.Kind, above) is { } impediment) ModelState.AddModelError("Input.Above", impediment.Reason);
        if (!ModelState.IsValid) return Page();

        (unit.Name, unit.ShortName, unit.Kind, unit.Level, unit.ReportsSeparately) = (Input.Name!.Trim(), Input.ShortName, Input.Kind, Input.Level, Input.ReportsSeparately);
        (unit.CreditCode, unit.FoundedOn) = (Input.CreditCode is { } kept ? CreditCode.Normal(kept) : null, Input.FoundedOn);
        unit.Office = new() { Name = Input.OfficeName, Address = Input.Address, Hours = Input.Hours, Telephone = Input.Telephone, Fax = Input.Fax, Online = Input.Online };
        if (IsNew) store.Add(unit);
        if (IsNew || unit.ParentId != above?.Id) await store.Place(unit, above?.Id, Input.AboveFrom ?? Input.FoundedOn ?? desk.Today);
        if (IsNew)
        {
            await store.Save(me.Does(OrganizationDeeds.AgencyAdded));
            // Whoever sits nowhere yet goes on with the unit just made.
            if (me.Agency == Guid.Empty) await doorway.Choose(HttpContext, me, unit.Id);
        }
        else if (!await this.Saved(store, me.Does(OrganizationDeeds.AgencyChanged), unit, Input.Revision)) return Page();
        return this.Done(IsNew ? $"已登记{unit.Name}。" : "单位信息已更新。", $"~/office/organization/agency/{unit.Code}");
    }

    async Task<bool> Open(string? code)
    {
        if (code is not null && ((agency = await desk.Seen(code)) is null || !desk.MayManage(agency) || agency.AbolishedOn is not null)) return false;
        Parents = await Offered().OrderBy(one => one.Name).Take(MostOffered).Select(one => new SelectListItem(one.Name, one.Code)).ToListAsync();
        return true;
    }

    // One's own, what is below it, and what already stands above the unit; everyone for who manages the platform.
    IQueryable<Agency> Offered()
    {
        var all = me.May(Permission.ManageOrganization, Guid.Empty, null);
        var parent = agency?.ParentId;
        return store.Agencies.Existing.Where(one => all || one.Id == me.Agency || one.ParentId == me.Agency || one.Id == parent);
    }
}
