using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Mine;

/// <summary>切换单位: whoever has roles in several agencies says at whose desk to sit.</summary>
[Permits(Permission.UseOffice)]
public sealed class Desk(Store store, Me me, Doorway doorway) : PageModel, IFramed
{
    public sealed record Row(Guid Id, string Code, string Name);

    [BindProperty(Name = "agency")] public string? Agency { get; set; }

    public IReadOnlyList<Row> Agencies { get; private set; } = [];
    public Frame Frame => new("切换单位", new("我的账号", "/office/me"), new("切换单位"));

    public async Task OnGet() => Agencies = await Mine();

    public async Task<IActionResult> OnPost()
    {
        Agencies = await Mine();
        // Another agency's desk is not there.
        if (Agencies.FirstOrDefault(agency => agency.Code == Agency) is not { } chosen) return NotFound();
        var account = await store.Accounts.AsNoTracking().SingleAsync(one => one.Id == me.Account);
        await store.Note(me.Does(AccountDeeds.DeskChosen) with { Agency = null }, null, store.Mention<Agency>(chosen.Id));
        await doorway.Sit(HttpContext, account, chosen.Id);
        TempData["Done"] = $"现在办理的是{chosen.Name}的业务。";
        return LocalRedirect("/office");
    }

    Task<List<Row>> Mine() => store.Agencies.AsNoTracking().Where(agency => me.Everywhere || me.Agencies.Contains(agency.Id))
        .OrderBy(agency => agency.Code).Select(agency => new Row(agency.Id, agency.Code, agency.Name)).ToListAsync();
}
