using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Organization;

/// <summary>机构设置: the agency, its leaders and departments, and the units around it.</summary>
[Permits(Permission.SeeOrganization, InDepartment = true)]
public sealed class Index(Store store, Me me, Desk desk) : PageModel, IFramed
{
    public const string Path = "/office/organization";
    const int MostFound = 50;

    public sealed record Row(Department Department, int People, int Duties, string? Head);

    public sealed record Found(Person Person, string? Department);

    public Frame Frame => new("机构设置", new Crumb("机构设置")) { Under = Path };

    /// <summary>Part of a name.</summary>
    [FromQuery(Name = "q")] public string? Wanted { get; set; }

    public Agency? Agency { get; private set; }
    public Agency? Above { get; private set; }
    public IReadOnlyList<Agency> Below { get; private set; } = [];
    public IReadOnlyList<Agency> Merged { get; private set; } = [];
    public IReadOnlyList<(Person Person, string? Title)> Leaders { get; private set; } = [];
    public IReadOnlyList<Row> Departments { get; private set; } = [];
    public IReadOnlyList<Department> Abolished { get; private set; } = [];
    public IReadOnlyList<Found>? People { get; private set; }
    public bool MayManage => me.May(Permission.ManageOrganization);

    /// <summary>Whether the whole agency is seen here, and not only some departments of it.</summary>
    public bool Whole => desk.Within is null;

    public async Task OnGet()
    {
        if ((Agency = await store.Agencies.FindAsync(me.Agency)) is null) return;
        Above = Agency.ParentId is { } above ? await store.Agencies.FindAsync(above) : null;
        if (!Whole)
        {
            await Show();
            return;
        }
        Below = await store.Agencies.AsNoTracking().Existing.Under(Agency.Id).OrderBy(agency => agency.Name).ToListAsync();
        var merged = await desk.Readable();
        Merged = await store.Agencies.AsNoTracking().Where(agency => merged.Contains(agency.Id) && agency.Id != me.Agency).OrderBy(agency => agency.AbolishedOn).ToListAsync();
        await Show();
    }

    async Task Show()
    {
        await Search();
        var ranks = await store.RanksOf(me.Agency);
        var people = await store.PeopleOf(me.Agency).Within(desk.Within).AsNoTracking().ToListAsync();
        Leaders = [.. people.Where(person => person.DepartmentId is null)
            .OrderBy(person => ranks.TryGetValue(person.Id, out var post) ? post.Rank : Rank.Staff).ThenBy(person => person.Order)
            .Select(person => (person, ranks.TryGetValue(person.Id, out var post) ? post.Title : null))];
        var duties = await store.DutyAssignments.Where(one => one.Until == null && store.Duties.Any(duty => duty.Id == one.DutyId && duty.AgencyId == me.Agency && duty.EndedOn == null))
            .GroupBy(one => one.DepartmentId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count);
        var all = await store.Departments.AsNoTracking().Within(desk.Within).Where(department => department.AgencyId == me.Agency).OrderBy(department => department.Order).ThenBy(department => department.Id).ToListAsync();
        Departments = [.. from department in all
                          where department.AbolishedOn is null
                          let here = people.Where(person => person.DepartmentId == department.Id).ToList()
                          let head = here.FirstOrDefault(person => ranks.TryGetValue(person.Id, out var post) && post.Rank == Rank.DepartmentHead)
                          select new Row(department, here.Count, duties.GetValueOrDefault(department.Id), head?.Name)];
        Abolished = [.. all.Where(department => department.AbolishedOn is not null)];
    }

    async Task Search()
    {
        if ((Wanted = Wanted?.Trim()) is not { Length: > 0 and <= 50 } wanted) return;
        var found = await store.People.AsNoTracking().Within(desk.Within).Where(person => person.AgencyId == me.Agency && person.Name.Contains(wanted)).OrderBy(person => person.Order).Take(MostFound).ToListAsync();
        var names = await store.Departments.Where(department => department.AgencyId == me.Agency).ToDictionaryAsync(department => department.Id, department => department.Name);
        People = [.. found.Select(person => new Found(person, person.DepartmentId is { } department ? names.GetValueOrDefault(department) : "局领导"))];
    }
}
