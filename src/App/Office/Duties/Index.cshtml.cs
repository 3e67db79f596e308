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
public sealed class Index(Store store, Me me, Desk desk, ListFiles files, Views.ViewsOf views) : PageModel, IFramed
{
    public const string Path = "/office/duties";

    public Frame Frame => new("职责和责任链", new Crumb("职责和责任链")) { Under = Path };

    [FromQuery(Name = "kind")] public DutyKind? Kind { get; set; }

    /// <summary>Only those whose line breaks.</summary>
    [FromQuery(Name = "gaps")] public bool GapsOnly { get; set; }

    public IReadOnlyList<DutyLine> Lines { get; private set; } = [];
    /// <summary>What stands above the lines on paper: whose they are, and of which day.</summary>
    public string Printed { get; private set; } = "";

    public int All { get; private set; }
    public Gaps Gaps { get; private set; } = null!;
    public IReadOnlyList<Duty> Ended { get; private set; } = [];
    public bool MayManage => me.May(Permission.ManageOrganization);

    /// <summary>The functions of art. 4 that no duty covers.</summary>
    public IReadOnlyList<DutyKind> Uncovered { get; private set; } = [];

    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public Listing List { get; private set; } = null!;
    public Views.ViewBar Views { get; private set; } = null!;

    static readonly ListColumn<DutyLine>[] Columns =
    [
        new("name", "职责", line => line.Duty.Name),
        new("kind", "类别", line => line.Duty.Kind.Name),
        new("basis", "依据", line => line.Duty.Basis),
        new("leader", "负责领导", line => line.Leader?.Name),
        new("deputy", "协管", line => line.Deputy?.Name),
        new("department", "责任科室", line => line.Department?.Name),
        new("person", "责任人", line => line.Person?.Name),
        new("state", "落实情况", line => line.Line.Holds ? "已落实到人" : string.Join("；", line.Line.Breaks())),
    ];

    public async Task<IActionResult> OnGet()
    {
        Printed = $"{await store.Agencies.Where(agency => agency.Id == me.Agency).Select(agency => agency.Name).SingleOrDefaultAsync()}，{desk.Today:yyyy年M月d日}";
        var all = await store.LinesOf(me.Agency, desk.Within);
        All = all.Count;
        Lines = [.. all.Where(line => (Kind is null || line.Duty.Kind == Kind) && (!GapsOnly || !line.Line.Holds))];
        ListFilter[] filters = [new("kind", "类别", Kind?.ToString(), Kind?.Name), new("gaps", "落实情况", GapsOnly ? "true" : null, "没有落实")];
        if (await files.Of("职责和责任链", Asked, filters, Columns, Lines.ToAsyncEnumerable) is { } file) return file;
        List = Listing.Around("职责和责任链", Path, Asked, filters, Columns, Lines.Count);
        Views = await views.Of(List);
        Gaps = await store.GapsOf(me.Agency, desk.Within);
        // What the whole agency leaves undone, and what was, is for those who see all of it.
        if (desk.Within is not null) return Page();
        Uncovered = [.. Enum.GetValues<DutyKind>().Except([DutyKind.Other, .. all.Select(line => line.Duty.Kind)])];
        Ended = await store.Duties.AsNoTracking().Where(duty => duty.AgencyId == me.Agency && duty.EndedOn != null).OrderByDescending(duty => duty.EndedOn).Take(50).ToListAsync();
        return Page();
    }
}
