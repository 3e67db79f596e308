using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
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

    const int MostOffered = 50;

    [BindProperty(Name = "agency")] public string? Agency { get; set; }

    /// <summary>Part of a name, or a code.</summary>
    [FromQuery(Name = "q")] public string? Wanted { get; set; }

    public IReadOnlyList<Row> Agencies { get; private set; } = [];

    /// <summary>There are more than are offered.</summary>
    public bool More { get; private set; }
    public Frame Frame => new("切换单位", new("我的账号", "/office/me"), new("切换单位"));

    public async Task OnGet()
    {
        var wanted = Wanted?.Trim() ?? "";
        var found = await Mine().Where(agency => wanted == "" || agency.Name.Contains(wanted) || agency.Code == wanted).OrderBy(agency => agency.Code)
            .Take(MostOffered + 1).Select(agency => new Row(agency.Id, agency.Code, agency.Name)).ToListAsync();
        (Agencies, More) = ([.. found.Take(MostOffered)], found.Count > MostOffered);
    }

    public async Task<IActionResult> OnPost()
    {
        // Another agency's desk is not there.
        if (await Mine().FirstOrDefaultAsync(agency => agency.Code == Agency) is not { } chosen) return NotFound();
        await doorway.Choose(HttpContext, me, chosen.Id);
        TempData["Done"] = $"现在办理的是{chosen.Name}的业务。";
        return LocalRedirect("/office");
    }

    IQueryable<Agency> Mine() => store.Agencies.AsNoTracking().Where(agency => me.Everywhere || me.Agencies.Contains(agency.Id));
}
