using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Duties;

/// <summary>职责: for every duty the line from the leader down to the person, and what has no one (纵到底、横到边).</summary>
[Permits(Permission.SeeOrganization, InDepartment = true)]
public sealed class Index(Store store, Me me, Desk desk) : PageModel, IFramed
{
    public const string Path = "/office/duties";

    public Frame Frame => new("职责和责任链", new Crumb("职责和责任链")) { Under = Path };

    [FromQuery(Name = "kind")] public DutyKind? Kind { get; set; }

    /// <summary>Only those whose line breaks.</summary>
    [FromQuery(Name = "gaps")] public bool GapsOnly { get; set; }

    public IReadOnlyList<DutyLine> Lines { get; private set; } = [];
    public int All { get; private set; }
    public Gaps Gaps { get; private set; } = null!;
    public IReadOnlyList<Duty> Ended { get; private set; } = [];
    public bool MayManage => me.May(Permission.ManageOrganization);

    /// <summary>The functions of art. 4 that no duty covers.</summary>
    public IReadOnlyList<DutyKind> Uncovered { get; private set; } = [];

    public async Task OnGet()
    {
        var all = await store.LinesOf(me.Agency, desk.Within);
        All = all.Count;
        Lines = [.. all.Where(line => (Kind is null || line.Duty.Kind == Kind) && (!GapsOnly || !line.Line.Holds))];
        Gaps = await store.GapsOf(me.Agency, desk.Within);
        // What the whole agency leaves undone, and what was, is for those who see all of it.
        if (desk.Within is not null) return;
        Uncovered = [.. Enum.GetValues<DutyKind>().Except([DutyKind.Other, .. all.Select(line => line.Duty.Kind)])];
        Ended = await store.Duties.AsNoTracking().Where(duty => duty.AgencyId == me.Agency && duty.EndedOn != null).OrderByDescending(duty => duty.EndedOn).Take(50).ToListAsync();
    }
}
