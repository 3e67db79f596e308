using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Group;

/// <summary>领导小组: the composition that holds, or an earlier one, as a sheet that can be printed.</summary>
[Permits(Permission.SeeOrganization)]
public sealed class Index(Store store, Me me, Desk desk) : PageModel, IFramed
{
    public const string Path = "/office/group";

    public Frame Frame => new("政府信息公开工作领导小组", new Crumb("领导小组")) { Under = Path };
    public LeadingGroup? Group { get; private set; }
    public string Agency { get; private set; } = "";
    public string Office { get; private set; } = "";
    public string? Director { get; private set; }
    public IReadOnlyList<GroupMember> Members { get; private set; } = [];
    public IReadOnlyList<LeadingGroup> Others { get; private set; } = [];
    public StoredFile? Document { get; private set; }
    public bool MayManage => me.May(Permission.ManageOrganization);

    /// <param name="handle">An earlier composition; the present one where none is named.</param>
    public async Task<IActionResult> OnGet(string? handle)
    {
        var readable = await desk.Readable();
        var all = await store.LeadingGroups.AsNoTracking().Where(group => readable.Contains(group.AgencyId)).OrderByDescending(group => group.From).ThenByDescending(group => group.Id).ToListAsync();
        Group = handle is null ? all.FirstOrDefault(group => group.Until is null && group.AgencyId == me.Agency) : all.SingleOrDefault(group => group.Handle.ToString() == handle);
        Others = [.. all.Where(group => group.Id != Group?.Id)];
        if (Group is null) return handle is null ? Page() : NotFound();
        Document = await store.FileOf(Group.DocumentFile);
        Agency = await store.Agencies.Where(agency => agency.Id == Group.AgencyId).Select(agency => agency.Name).SingleAsync();
        Office = await store.Departments.Where(department => department.Id == Group.OfficeId).Select(department => department.Name).SingleAsync();
        Director = Group.DirectorId is { } director ? await store.People.Where(person => person.Id == director).Select(person => person.Name).SingleAsync() : null;
        Members = await store.GroupMembers.AsNoTracking().Where(member => member.GroupId == Group.Id).OrderBy(member => member.Role).ThenBy(member => member.Order).ToListAsync();
        return Page();
    }
}
