using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Accounts;

/// <summary>新建账号: it has no role yet; those the security administrator grants.</summary>
[Permits(Permission.ManageAccounts)]
public sealed class New(Store store, Me me, Passwords passwords, TimeProvider time) : PageModel, IFramed
{
    /// <summary>What is typed.</summary>
    public sealed class Form
    {
        [Required(ErrorMessage = "请填写登录名"), RegularExpression("^[a-z][a-z0-9.-]{2,31}$", ErrorMessage = "登录名用 3—32 个小写字母、数字、点或短横线，以字母开头")] public string? SignInName { get; set; }
        [StringLength(64, ErrorMessage = "姓名最多 64 个字")] public string? Name { get; set; }
        public string? Agency { get; set; }

        /// <summary>The handle of the person whose account it is to be.</summary>
        public string? Person { get; set; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>Those of the chosen agency who have no account.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public UnitChoice? Units { get; private set; }
    public bool MayPlatform => me.Where(Permission.ManageAccounts) is null;
    public Frame Frame => new(ModelState.IsValid ? "新建账号" : "错误：新建账号", new("账号", "/office/accounts"), new("新建账号")) { Under = "/office/accounts" };

    /// <param name="wanted">For whom, where a person's page leads here.</param>
    public async Task OnGet([FromQuery(Name = "person")] string? wanted)
    {
        Input.Agency = await Theirs().Where(agency => agency.Id == me.Agency).Select(agency => agency.Code).SingleOrDefaultAsync();
        Input.Person = wanted;
        await Show();
    }

    /// <summary>Shows the people of the agency that was chosen.</summary>
    public async Task<IActionResult> OnPostPeople()
    {
        ModelState.Clear();
        Input.Person = null;
        await Show();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        Guid? agency = null;
        if (!string.IsNullOrEmpty(Input.Agency)) agency = await UnitChoice.Named(Theirs(), Input.Agency);
        if (agency is null && (!MayPlatform || !string.IsNullOrEmpty(Input.Agency))) ModelState.AddModelError("Input.Agency", "请选择单位");
        if (Input.SignInName is { } name && await store.Accounts.AnyAsync(account => account.SignInName == name)) ModelState.AddModelError("Input.SignInName", Taken);
        var person = await Chosen(agency);
        if (person is null && !string.IsNullOrEmpty(Input.Person)) ModelState.AddModelError("Input.Person", "所选人员不属于这个单位，请重新选择");
        if (string.IsNullOrEmpty(Input.Person) && string.IsNullOrWhiteSpace(Input.Name)) ModelState.AddModelError("Input.Name", "请填写姓名");
        if (!ModelState.IsValid) return await Again();

        var initial = Passwords.Initial();
        var made = new Account { SignInName = Input.SignInName!, Name = string.IsNullOrWhiteSpace(Input.Name) ? person!.Name : Input.Name.Trim(), AgencyId = agency, Stamp = "" };
        if (person is not null && await store.ToJoining(made, person) is { } impediment)
        {
            ModelState.AddModelError("Input.Person", impediment.Reason);
            return await Again();
        }
        made.PersonId = person?.Id;
        passwords.Set(made, initial, time.Now, initial: true);
        store.Add(made);
        try
        {
            await store.Save(me.Does(AccountDeeds.Made) with { Agency = null });
        }
        catch (DbUpdateException) when (store.Accounts.Any(account => account.SignInName == Input.SignInName))
        {
            ModelState.AddModelError("Input.SignInName", Taken);
            return await Again();
        }
        catch (DbUpdateException) when (store.Accounts.Any(account => account.PersonId != null && account.PersonId == made.PersonId))
        {
            ModelState.AddModelError("Input.Person", (await store.ToJoining(made, person!))!.Reason);
            return await Again();
        }
        TempData["Done"] = "账号已建立，还没有角色。请由安全保密管理员授予角色。";
        TempData["Initial"] = initial;
        return LocalRedirect($"/office/accounts/{made.Handle}");
    }

    const string Taken = "这个登录名已有人使用（停用的账号也占用登录名），请换一个";

    async Task<PageResult> Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Show();
        return Page();
    }

    async Task<Person?> Chosen(Guid? agency) => Handle.TryParse(Input.Person, null, out var named)
        ? await store.People.AsNoTracking().SingleOrDefaultAsync(person => person.Handle == named && person.AgencyId == agency)
        : null;

    async Task Show()
    {
        Units = await UnitChoice.Among(Theirs(), "Input.Agency", "Input_Agency", Input.Agency, MayPlatform ? "平台（三员）" : null);
        if (Input.Agency is { Length: > 0 } typed && await UnitChoice.Named(Theirs(), typed) is { } chosen)
            People = await store.PeopleWithoutAccount(chosen).Select(person => new SelectListItem(person.Name, person.Handle.ToString())).ToListAsync();
    }

    IQueryable<Agency> Theirs() => me.Where(Permission.ManageAccounts) is { } agencies ? store.Agencies.Where(agency => agencies.Contains(agency.Id)) : store.Agencies;
}
