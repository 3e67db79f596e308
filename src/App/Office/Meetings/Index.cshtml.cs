using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Meetings;

/// <summary>会议和培训: what was held, who came, and what came of it.</summary>
[Permits(Permission.SeeOrganization)]
public sealed class Index(Store store, Me me) : PageModel, IFramed
{
    public const string Path = "/office/meetings";
    const int RowsOnPage = 20;

    public sealed record Row(Meeting Meeting, int Invited, int Present, int Tasks);

    public Frame Frame => new("会议和培训", new Crumb("会议和培训")) { Under = Path };

    [FromQuery(Name = "kind")] public MeetingKind? Kind { get; set; }
    [FromQuery(Name = "year")] public int? Year { get; set; }
    [FromQuery(Name = "page")] public int Wanted { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;
    public bool MayHold => me.May(Permission.AssignTasks);
    public bool Filtered => Kind is not null || Year is not null;

    public async Task OnGet()
    {
        var meetings = store.Meetings.AsNoTracking().Where(meeting => meeting.AgencyId == me.Agency);
        if (Kind is { } kind) meetings = meetings.Where(meeting => meeting.Kind == kind);
        if (Year is > 1900 and < 2200) meetings = meetings.Where(meeting => meeting.On >= new DateOnly(Year.Value, 1, 1) && meeting.On <= new DateOnly(Year.Value, 12, 31));
        Paging = new(Wanted, RowsOnPage, await meetings.CountAsync(), Address);
        Rows = await meetings.OrderByDescending(meeting => meeting.On).ThenByDescending(meeting => meeting.Id).Skip(Paging.Skip).Take(RowsOnPage)
            .Select(meeting => new Row(meeting, store.Attendances.Count(one => one.MeetingId == meeting.Id),
                store.Attendances.Count(one => one.MeetingId == meeting.Id && (one.Presence == Presence.Present || one.Presence == Presence.Represented)),
                store.Tasks.Count(task => task.MeetingId == meeting.Id))).ToListAsync();
    }

    string Address(int page)
    {
        var query = new QueryBuilder { { "page", $"{page}" } };
        if (Kind is { } kind) query.Add("kind", kind.ToString());
        if (Year is { } year) query.Add("year", $"{year}");
        return Url.Content("~" + Path) + query;
    }
}
