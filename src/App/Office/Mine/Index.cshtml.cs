using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Mine;

/// <summary>我的账号: who I am here, how I prove it, and where I am signed in.</summary>
[Permits(Permission.UseOffice)]
public sealed class Index(Store store, Me me, Doorway doorway, AccountSettings settings, SteadyTime time) : PageModel, IFramed
{
    public sealed record Open(string Device, string From, DateTimeOffset Since, bool Here);

    public Account Account { get; private set; } = null!;
    /// <summary>The roles at this desk, with the department where one is limited to it.</summary>
    public IReadOnlyList<string> Roles { get; private set; } = [];

    /// <summary>Whose account it is.</summary>
    public Person? Person { get; private set; }

    public IReadOnlyList<Open> Sessions { get; private set; } = [];
    public AccountSettings Settings => settings;

    public Frame Frame => new("我的账号", new Crumb("我的账号")) { Under = "/office/me" };

    public async Task OnGet()
    {
        Account = await store.Accounts.AsNoTracking().SingleAsync(account => account.Id == me.Account);
        var departments = await store.Departments.AsNoTracking().Where(department => me.Departments.Contains(department.Id)).ToDictionaryAsync(department => department.Id, department => department.Name);
        Roles = [.. me.Roles.Select(role => role.Name), .. me.RolesInDepartments.Select(one => $"{one.Role.Name}（限{departments[one.Department]}）")];
        Person = Account.PersonId is { } person ? await store.People.AsNoTracking().SingleAsync(one => one.Id == person) : null;
        var now = time.Now;
        var here = Access.Sessions.Of(HttpContext) ?? [];
        Sessions = [.. (await store.Sessions.AsNoTracking().Where(session => session.AccountId == Account.Id && session.Stamp == Account.Stamp && session.EndsAt > now && session.IdleEndsAt > now)
            .OrderByDescending(session => session.OpenedAt).ToListAsync())
            .Select(session => new Open(session.Device, session.From, session.OpenedAt, session.Key.AsSpan().SequenceEqual(here)))];
    }

    /// <summary>Signs out everywhere, and in again here.</summary>
    public async Task<IActionResult> OnPost()
    {
        var account = await store.Accounts.SingleAsync(one => one.Id == me.Account);
        account.EndSessions();
        await store.Save(me.Does(AccountDeeds.SignedOutEverywhere) with { Agency = null });
        await doorway.Renew(HttpContext, account, me);
        TempData["Done"] = "其他设备上的登录都已退出。";
        return RedirectToPage();
    }
}
