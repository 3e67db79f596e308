using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Disclosure;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>机构职能与负责人 (P31): the leaders and the departments with their heads and telephones (条例 art. 20(2)); of nobody else who works there anything.</summary>
[Published(ItemFilter.KeyAgency)]
public sealed class Institution(Store store, PortalAgency agencies) : PageModel, IFramed
{
    const int Newest = 5;

    public sealed record Leader(string Name, string Title, IReadOnlyList<string> Leads);

    public sealed record Part(string Name, string? Work, string? Head, string? Telephone, bool IsUnit);

    [FromQuery(Name = ItemFilter.KeyAgency)] public string? Asked { get; set; }

    public ShownAgency Shown { get; private set; } = null!;
    public DisclosureOffice Office => Shown.Agency.Office;
    public IReadOnlyList<Leader> Leaders { get; private set; } = [];
    public IReadOnlyList<(string Heading, string Id, IReadOnlyList<Part> Departments)> Groups { get; private set; } = [];
    public IReadOnlyList<ItemRow> Documents { get; private set; } = [];

    public Frame Frame => new("机构职能与负责人", Sections.Top, new Crumb("机构职能与负责人")) { Column = Sections.InstitutionColumn, Under = "jg", Banner = Sections.Banner(Shown.Name) };

    public async Task<IActionResult> OnGet()
    {
        if (await agencies.Find(Asked) is not { } shown) return NotFound();
        Shown = shown;
        var agency = shown.Agency.Id;
        var departments = await store.DepartmentsOf(agency).AsNoTracking().ToListAsync();
        var names = departments.ToDictionary(department => department.Id, department => department.Name);
        var people = await store.PeopleOf(agency).AsNoTracking().Select(person => new { person.Id, person.Name, person.DepartmentId }).ToListAsync();
        var ranks = await store.RanksOf(agency);
        var led = await (from assignment in store.DutyAssignments join duty in store.Duties on assignment.DutyId equals duty.Id
                         where duty.AgencyId == agency && duty.EndedOn == null && assignment.Until == null && assignment.LeaderId != null
                         select new { assignment.LeaderId, assignment.DepartmentId }).Distinct().ToListAsync();

        Leaders = [.. from person in people
                      where person.DepartmentId is null && ranks.TryGetValue(person.Id, out var rank) && rank.Rank is Rank.Chief or Rank.Leader
                      select new Leader(person.Name, ranks[person.Id].Title, [.. led.Where(one => one.LeaderId == person.Id && names.ContainsKey(one.DepartmentId)).Select(one => names[one.DepartmentId]).Distinct()])];
        var parts = departments.Select(department => new Part(department.Name, department.Work,
            people.FirstOrDefault(person => person.DepartmentId == department.Id && ranks.TryGetValue(person.Id, out var rank) && rank.Rank is Rank.DepartmentHead)?.Name, department.Telephone, department.IsUnit)).ToList();
        Groups = [.. new[] { ("内设机构", "neishe", parts.Where(part => !part.IsUnit).ToList()), ("局属单位", "danwei", parts.Where(part => part.IsUnit).ToList()) }
            .Where(group => group.Item3.Count > 0).Select(group => (group.Item1, group.Item2, (IReadOnlyList<Part>)group.Item3))];
        Documents = await store.Rows(store.Items.AsNoTracking().Public().OfAgency(agency).Where(item => item.Genre == Genre.Institution).NewestFirst().Take(Newest)).ToListAsync();
        return Page();
    }
}
