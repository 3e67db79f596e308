using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Meetings;

/// <summary>会议和培训: what was held, who came, and what came of it.</summary>
[Permits(Permission.SeeOrganization)]
public sealed class Index(Store store, Me me, ListFiles files, Views.ViewsOf views) : PageModel, IFramed
{
    public const string Path = "/office/meetings";
    public sealed record Row(Meeting Meeting, int Invited, int Present, int Tasks)
    {
        public bool HasMinutes => Meeting.Minutes is { Length: > 0 } || Meeting.MinutesFile is not null;
    }

    public Frame Frame => new("会议和培训", new Crumb("会议和培训")) { Under = Path };

    [FromQuery(Name = "kind")] public MeetingKind? Kind { get; set; }
    [FromQuery(Name = "year")] public int? Year { get; set; }
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Listing List { get; private set; } = null!;
    public Views.ViewBar Views { get; private set; } = null!;
    public bool MayHold => me.May(Permission.AssignTasks);
    public bool Filtered => Kind is not null || Year is not null;

    static readonly ListColumn<Row>[] Columns =
    [
        new("on", "日期", row => row.Meeting.On),
        new("kind", "类别", row => row.Meeting.Kind.Name),
        new("title", "名称", row => row.Meeting.Title),
        new("place", "地点", row => row.Meeting.Place),
        new("present", "到会", row => row.Present),
        new("invited", "应到", row => row.Invited),
        new("tasks", "任务", row => row.Tasks),
        new("minutes", "纪要", row => row.HasMinutes ? "有" : "缺"),
    ];

    public async Task<IActionResult> OnGet()
    {
        var meetings = store.Meetings.AsNoTracking().Where(meeting => meeting.AgencyId == me.Agency);
        if (Kind is { } kind) meetings = meetings.Where(meeting => meeting.Kind == kind);
        if (Year is > 1900 and < 2200) meetings = meetings.Where(meeting => meeting.On >= new DateOnly(Year.Value, 1, 1) && meeting.On <= new DateOnly(Year.Value, 12, 31));
        var rows = meetings.OrderByDescending(meeting => meeting.On).ThenByDescending(meeting => meeting.Id)
            .Select(meeting => new Row(meeting, store.Attendances.Count(one => one.MeetingId == meeting.Id),
                store.Attendances.Count(one => one.MeetingId == meeting.Id && (one.Presence == Presence.Present || one.Presence == Presence.Represented)),
                store.Tasks.Count(task => task.MeetingId == meeting.Id)));
        ListFilter[] filters = [new("kind", "类别", Kind?.ToString(), Kind?.Name), new("year", "年份", Year is { } year ? $"{year}" : null)];
        if (await files.Of("会议和培训", Asked, filters, Columns, rows) is { } file) return file;
        List = Listing.Around("会议和培训", Path, Asked, filters, Columns, await meetings.CountAsync());
        Rows = await rows.Skip(List.Paging.Skip).Take(Listing.RowsOnPage).ToListAsync();
        Views = await views.Of(List);
        return Page();
    }
}
