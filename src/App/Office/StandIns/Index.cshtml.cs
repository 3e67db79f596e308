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

namespace Gongkai.App.Office.StandIns;

/// <summary>代管: who is away, and who stands in. People set it for themselves; who assigns tasks, for anyone.</summary>
[Permits(Permission.SeeOrganization, InDepartment = true)]
public sealed class Index(Store store, Me me, Desk desk) : PageModel, IFramed
{
    public const string Path = "/office/standins";

    public sealed record Row(StandIn StandIn, string Away, string Substitute, bool MayEnd);

    public sealed class Form
    {
        public string? Away { get; set; }
        [Required(ErrorMessage = "请选择代管人")] public string? Substitute { get; set; }
        [Required(ErrorMessage = "请填写开始日期")] public DateOnly? From { get; set; }
        [Required(ErrorMessage = "请填写结束日期")] public DateOnly? Until { get; set; }
        [MaxLength(200, ErrorMessage = "原因最多 200 个字")] public string? Reason { get; set; }
    }

    public Frame Frame => new("代管", new Crumb("代管")) { Under = Path };
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>May set it for anyone, and not only for oneself.</summary>
    public bool ForAnyone => me.May(Permission.AssignTasks);
    public bool MaySet => ForAnyone || me.Person is not null;
    [BindProperty] public Form Input { get; set; } = new();

    public async Task OnGet()
    {
        await Open();
        (Input.From, Input.Until) = (desk.Today, desk.Today);
    }

    public async Task<IActionResult> OnPostSet()
    {
        await Open();
        if (!MaySet) return NotFound();
        var away = ForAnyone ? await desk.Person(Input.Away) : await store.People.SingleOrDefaultAsync(person => person.Id == me.Person && person.AgencyId == me.Agency);
        var substitute = await desk.Person(Input.Substitute);
        if (away is null) ModelState.AddModelError("Input.Away", "请选择谁不在岗");
        if (Input.Substitute is { Length: > 0 } && substitute is not { LeftOn: null }) ModelState.AddModelError("Input.Substitute", "所选的代管人不在岗，请重新选择");
        if (!ModelState.IsValid) return Page();
        var overlaps = await store.StandIns.AnyAsync(one => one.AwayId == away!.Id && one.From <= Input.Until && one.Until >= Input.From);
        if (TaskSteps.ToStandingIn(away!.Id, substitute!.Id, Input.From!.Value, Input.Until!.Value, desk.Today, overlaps) is { } impediment)
        {
            ModelState.AddModelError("", impediment.Reason);
            return Page();
        }
        store.Add(new StandIn { AgencyId = me.Agency, AwayId = away.Id, SubstituteId = substitute.Id, From = Input.From.Value, Until = Input.Until.Value, Reason = Input.Reason });
        await store.Save(me.Does(OrganizationDeeds.StandInSet, Input.Reason));
        return this.Done($"{Input.From:yyyy-MM-dd} 至 {Input.Until:yyyy-MM-dd}，{away.Name}的任务由{substitute.Name}代管。", "~" + Path);
    }

    /// <summary>Ends it: today is no longer a day of it.</summary>
    public async Task<IActionResult> OnPostEnd(Handle standIn)
    {
        await Open();
        if (Rows.SingleOrDefault(row => row.StandIn.Handle == standIn) is not { MayEnd: true } found) return NotFound();
        found.StandIn.Until = desk.Today.AddDays(-1);
        await store.Save(me.Does(OrganizationDeeds.StandInEnded));
        return this.Done($"已结束，{found.Away}的任务回到本人名下。", "~" + Path);
    }

    async Task Open()
    {
        var (all, departments) = (desk.Within is null, desk.Within ?? []);
        var rows = await (from standIn in store.StandIns
                          join away in store.People on standIn.AwayId equals away.Id
                          join substitute in store.People on standIn.SubstituteId equals substitute.Id
                          where standIn.AgencyId == me.Agency && standIn.Until >= desk.Today && (all || away.Id == me.Person || substitute.Id == me.Person || departments.Contains(away.DepartmentId!.Value))
                          orderby standIn.From, standIn.Id
                          select new { standIn, Away = away.Name, Substitute = substitute.Name }).ToListAsync();
        Rows = [.. rows.Select(row => new Row(row.standIn, row.Away, row.Substitute, ForAnyone || row.standIn.AwayId == me.Person))];
        People = await desk.People();
    }
}
