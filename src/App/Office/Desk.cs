using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Calendars;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office;

/// <summary>What the pages of one desk ask again and again: whose records may be read here, and whom a form may name.</summary>
public sealed class Desk(Store store, Me me, TimeProvider time, IConfiguration configuration)
{
    List<Guid>? readable;

    public DateOnly Today => time.Today;

    /// <summary>The days that count at this desk: with what was imported, and the agency's own days. It is read before a page of the office is shown.</summary>
    public WorkingCalendar Calendar { get; private set; } = WorkingCalendar.BuiltIn;

    public async Task Open() => Calendar = await store.CalendarOf(me.Agency);

    /// <summary>When a light changes: <c>Lights:Soon</c> and <c>Lights:Urgent</c>, in working days left.</summary>
    public LightThresholds Lights { get; } = new(configuration.GetValue("Lights:Soon", LightThresholds.Usual.Soon), configuration.GetValue("Lights:Urgent", LightThresholds.Usual.Urgent));

    public DueLight LightOf(DateOnly due) => DueLight.Of(due, Today, Calendar, Lights);

    /// <summary>The agency of this desk, and those that were merged into it.</summary>
    public async Task<IReadOnlyList<Guid>> Readable() => readable ??= await store.WithPredecessors(me.Agency);

    /// <summary>Whether a record may be read at this desk.</summary>
    /// <param name="department">The department that it is of; none means that it is of the whole agency.</param>
    public Task<bool> MayRead(Guid agency, Guid? department = null) => store.MayRead(me, Permission.SeeOrganization, agency, department);

    /// <summary>The departments whose records may be read here; <c>null</c> means the whole agency's.</summary>
    public IReadOnlyList<Guid>? Within { get; } = me.DepartmentsFor(Permission.SeeOrganization);

    /// <summary>An agency that may be seen here: one's own, one that was merged into it, one directly below.</summary>
    public async Task<Agency?> Seen(string? code) => await store.Agencies.WithCode(code ?? "").SingleOrDefaultAsync() is { } agency
        && (agency.ParentId == me.Agency || me.May(Permission.SeeOrganization, agency.Id, null) || (await Readable()).Contains(agency.Id)) ? agency : null;

    /// <summary>Whether an agency may be changed here: one's own, or one directly below.</summary>
    public bool MayManage(Agency agency) => me.May(Permission.ManageOrganization, agency.Id, null) || (agency.ParentId == me.Agency && me.May(Permission.ManageOrganization));

    /// <summary>A department of this desk's agency, or <c>null</c>.</summary>
    public Task<Department?> Department(string? handle) => Handle.TryParse(handle, null, out var named)
        ? store.Departments.SingleOrDefaultAsync(department => department.Handle == named && department.AgencyId == me.Agency)
        : Task.FromResult<Department?>(null);

    /// <summary>Someone of this desk's agency, or <c>null</c>.</summary>
    public Task<Person?> Person(string? handle) => Handle.TryParse(handle, null, out var named)
        ? store.People.SingleOrDefaultAsync(person => person.Handle == named && person.AgencyId == me.Agency)
        : Task.FromResult<Person?>(null);

    /// <summary>What this person is to a task.</summary>
    public async Task<TaskHand> HandOf(WorkTask task)
    {
        if (task.AgencyId != me.Agency) return new(false, false, false);
        var holds = me.Person is { } person && (task.PersonId is { } holder
            ? (await store.HandsOf(person, Today)).Contains(holder)
            : await store.People.AnyAsync(one => one.Id == person && one.LeftOn == null && one.DepartmentId == task.DepartmentId));
        return new(holds, task.GivenById is { } giver && giver == me.Account, me.May(Permission.AssignTasks, task.DepartmentId));
    }

    /// <summary>The departments that a form offers.</summary>
    /// <param name="permission">Only those in which this may be done; none named means those that may be seen.</param>
    public async Task<IReadOnlyList<SelectListItem>> Departments(Permission permission = Permission.SeeOrganization) =>
        await store.DepartmentsOf(me.Agency).Within(me.DepartmentsFor(permission)).Select(department => new SelectListItem(department.Name, department.Handle.ToString())).ToListAsync();

    /// <summary>The people that a form offers, with department and title.</summary>
    /// <param name="ranks">Only those of these ranks; none named means everyone.</param>
    public async Task<IReadOnlyList<SelectListItem>> People(params Rank[] ranks)
    {
        var posts = await store.RanksOf(me.Agency);
        var departments = await store.Departments.AsNoTracking().Where(department => department.AgencyId == me.Agency).ToDictionaryAsync(department => department.Id, department => department.Name);
        var people = await store.PeopleOf(me.Agency).Within(Within).AsNoTracking().ToListAsync();
        return [.. from person in people
                   let post = posts.GetValueOrDefault(person.Id)
                   where ranks is [] || ranks.Contains(post.Rank)
                   let place = person.DepartmentId is { } department ? departments.GetValueOrDefault(department, "") : "局领导"
                   select new SelectListItem($"{person.Name}（{place}{(post.Title is null ? "" : $" {post.Title}")}）", person.Handle.ToString())];
    }

    /// <summary>The names of some people, by key.</summary>
    public Task<Dictionary<Guid, Person>> Named(IEnumerable<Guid?> people)
    {
        var ids = people.OfType<Guid>().Distinct().ToList();
        return store.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id);
    }
}
