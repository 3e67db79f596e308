using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.People;

/// <summary>One person: posts, duties, tasks, trainings; and the steps in and out of office.</summary>
[Permits(Permission.SeeOrganization, InDepartment = true)]
public sealed class One(Store store, Me me, Desk desk, Vault vault) : PageModel, IFramed
{
    public sealed record Held(Post Post, string Place);

    public sealed class PostForm
    {
        [Required(ErrorMessage = "请填写职务名称"), MaxLength(50, ErrorMessage = "职务名称最多 50 个字")] public string? Title { get; set; }
        public Rank Rank { get; set; } = Rank.Staff;
        [Required(ErrorMessage = "请填写任职日期")] public DateOnly? From { get; set; }
    }

    public Frame Frame => new(Person.Name, new("机构设置", Organization.Index.Path), new(Person.Name)) { Under = Organization.Index.Path };
    public Person Person { get; private set; } = null!;
    public Department? Department { get; private set; }
    public IReadOnlyList<Held> Posts { get; private set; } = [];
    public IReadOnlyList<Duty> Duties { get; private set; } = [];
    public IReadOnlyList<WorkTask> Tasks { get; private set; } = [];
    public decimal TrainedHours { get; private set; }
    public string? Mobile { get; private set; }
    public bool MayManage { get; private set; }
    public bool MayOpen => Person.Mobile is not null && me.May(Permission.OpenPersonalData, Person.DepartmentId);
    /// <summary>The account with which this person signs in.</summary>
    public Account? Account { get; private set; }

    public DueLightOf Light => new(desk);
    [BindProperty] public PostForm Input { get; set; } = new();

    public async Task<IActionResult> OnGet(Handle handle) => await Open(handle) ? Page() : NotFound();

    /// <summary>Shows the mobile number once, and records that it was shown.</summary>
    public async Task<IActionResult> OnPostMobile(Handle handle, string? purpose)
    {
        if (!await Open(handle) || !MayOpen) return NotFound();
        ModelState.Clear();
        if (string.IsNullOrWhiteSpace(purpose)) ModelState.AddModelError("purpose", "请填写查看手机号的用途，例如“通知参加培训”");
        else if (purpose.Trim().Length > 100) ModelState.AddModelError("purpose", "用途最多 100 个字");
        if (!ModelState.IsValid) return Page();
        Mobile = await vault.Open(Person.Mobile!.Value, me.Does(OrganizationDeeds.MobileRead, purpose!.Trim()), Person, nameof(Person.Mobile));
        return Page();
    }

    public async Task<IActionResult> OnPostGive(Handle handle)
    {
        if (!await Open(handle) || !MayManage) return NotFound();
        if (Input.From > desk.Today) ModelState.AddModelError("Input.From", "任职日期不能晚于今天，请在到任后登记");
        if (!ModelState.IsValid) return Page();
        store.Add(new Post { AgencyId = me.Agency, PersonId = Person.Id, DepartmentId = Person.DepartmentId, Title = Input.Title!.Trim(), Rank = Input.Rank, From = Input.From!.Value });
        await store.Save(me.Does(OrganizationDeeds.PostGiven));
        return Back("已登记职务。");
    }

    public async Task<IActionResult> OnPostEnd(Handle handle, Guid post)
    {
        if (!await Open(handle) || !MayManage || await store.Posts.SingleOrDefaultAsync(one => one.Id == post && one.PersonId == Person.Id && one.AgencyId == me.Agency) is not { } held) return NotFound();
        held.End(desk.Today);
        await store.Save(me.Does(OrganizationDeeds.PostEnded));
        return Back("已免去职务。");
    }

    public async Task<IActionResult> OnPostLeave(Handle handle)
    {
        if (!await Open(handle) || !MayManage || Person.LeftOn is not null) return NotFound();
        Person.Leave(desk.Today);
        foreach (var held in await store.Posts.Where(post => post.PersonId == Person.Id && post.Until == null).ToListAsync()) held.End(desk.Today);
        await store.Save(me.Does(OrganizationDeeds.PersonLeft));
        return Back($"已登记离岗。{(Tasks is [] ? "" : $"还有 {Tasks.Count} 项未办结任务在其名下，请移交给别人。")}{(Account is { DisabledAt: null } ? "其账号还能登录，请系统管理员停用。" : "")}");
    }

    public async Task<IActionResult> OnPostReturn(Handle handle)
    {
        if (!await Open(handle) || Person.LeftOn is null || !me.May(Permission.ManageOrganization, Person.DepartmentId) || Person.AgencyId != me.Agency) return NotFound();
        Person.Return();
        await store.Save(me.Does(OrganizationDeeds.PersonReturned));
        return Back("已恢复在岗，请重新登记职务。");
    }

    RedirectResult Back(string done)
    {
        return this.Done(done, $"~/office/people/{Person.Handle}");
    }

    async Task<bool> Open(Handle handle)
    {
        if (await store.People.SingleOrDefaultAsync(one => one.Handle == handle) is not { } person || !(person.Id == me.Person || await desk.MayRead(person.AgencyId, person.DepartmentId))) return false;
        Person = person;
        Account = await store.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.PersonId == person.Id);
        MayManage = person.LeftOn is null && person.AgencyId == me.Agency && me.May(Permission.ManageOrganization, person.DepartmentId);
        Department = person.DepartmentId is { } department ? await store.Departments.FindAsync(department) : null;
        var posts = await (from post in store.Posts
                           join agency in store.Agencies on post.AgencyId equals agency.Id
                           join department2 in store.Departments on post.DepartmentId equals department2.Id into found
                           from place in found.DefaultIfEmpty()
                           where post.PersonId == person.Id
                           orderby post.From descending
                           select new { post, Agency = agency.Name, Department = place == null ? null : place.Name }).ToListAsync();
        Posts = [.. posts.Select(row => new Held(row.post, row.Department is null ? row.Agency : $"{row.Agency}{row.Department}"))];
        Duties = await store.Duties.AsNoTracking().Where(duty => duty.EndedOn == null && store.DutyAssignments.Any(one => one.DutyId == duty.Id && one.Until == null && (one.PersonId == person.Id || one.LeaderId == person.Id || one.DeputyId == person.Id))).OrderBy(duty => duty.Kind).ToListAsync();
        Tasks = await store.Tasks.AsNoTracking().Open.Where(task => task.PersonId == person.Id).OrderBy(task => task.DueOn).ToListAsync();
        var hours = await (from attendance in store.Attendances
                           join meeting in store.Meetings on attendance.MeetingId equals meeting.Id
                           where attendance.PersonId == person.Id && attendance.Presence == Presence.Present && meeting.Kind == MeetingKind.Training
                           select meeting.Hours).ToListAsync();
        TrainedHours = hours.Sum() ?? 0;
        Input.From ??= desk.Today;
        return true;
    }
}
