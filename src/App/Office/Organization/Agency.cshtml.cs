using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Organization;

/// <summary>One unit: what it is, under whom it stood, who took it over, and what it left under its own name.</summary>
[Permits(Permission.SeeOrganization)]
public sealed class AgencyModel(Store store, Desk desk, Me me) : PageModel, IFramed
{
    const int MostTasks = 200;

    public sealed record Placed(string Above, DateOnly From, DateOnly? Until);

    public Frame Frame => new(Agency?.Name ?? "单位", new("机构设置", Index.Path), new(Agency?.Called ?? "单位")) { Under = Index.Path };

    public Agency Agency { get; private set; } = null!;
    public Agency? Successor { get; private set; }
    public IReadOnlyList<Placed> Placements { get; private set; } = [];
    public IReadOnlyList<Agency> Merged { get; private set; } = [];
    public IReadOnlyList<Duty> Ended { get; private set; } = [];
    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];
    public IReadOnlyList<WorkTask> Tasks { get; private set; } = [];
    public IReadOnlyList<LeadingGroup> Groups { get; private set; } = [];
    public IReadOnlyList<ReportDraft> Drafts { get; private set; } = [];
    public int Reports { get; private set; }
    public bool MayManage { get; private set; }

    public async Task<IActionResult> OnGet(string code)
    {
        if (await desk.Seen(code) is not { } agency) return NotFound();
        Agency = agency;
        MayManage = desk.MayManage(agency) && agency.AbolishedOn is null;
        Successor = agency.SuccessorId is { } successor ? await store.Agencies.FindAsync(successor) : null;
        Merged = await store.Agencies.AsNoTracking().Where(one => one.SuccessorId == agency.Id).OrderBy(one => one.AbolishedOn).ToListAsync();
        Placements = await (from placement in store.Placements
                            where placement.AgencyId == agency.Id
                            join above in store.Agencies on placement.ParentId equals above.Id into found
                            from above in found.DefaultIfEmpty()
                            orderby placement.From descending
                            select new Placed(above == null ? "无上级单位" : above.Name, placement.From, placement.Until)).ToListAsync();
        Reports = await store.AnnualReports.Where(report => report.AgencyId == agency.Id).Select(report => report.Year).Distinct().CountAsync();
        // What an abolished unit left is read here, under its own name.
        if (agency.AbolishedOn is not null && await desk.MayRead(agency.Id))
        {
            Ended = await store.Duties.AsNoTracking().Where(duty => duty.AgencyId == agency.Id).OrderBy(duty => duty.Kind).ToListAsync();
            Meetings = await store.Meetings.AsNoTracking().Where(meeting => meeting.AgencyId == agency.Id).OrderByDescending(meeting => meeting.On).ToListAsync();
            Tasks = await store.Tasks.AsNoTracking().OfAgency(agency.Id).OrderByDescending(task => task.EndedAt).Take(MostTasks).ToListAsync();
            Groups = await store.LeadingGroups.AsNoTracking().Where(group => group.AgencyId == agency.Id).OrderByDescending(group => group.From).ToListAsync();
            if (await store.MayRead(me, Permission.SeeReports, agency.Id)) Drafts = await store.ReportDrafts.AsNoTracking().OfAgency(agency.Id).OrderByDescending(draft => draft.Year).ThenByDescending(draft => draft.Version).ToListAsync();
        }
        return Page();
    }
}
