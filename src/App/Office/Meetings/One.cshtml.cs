using Gongkai.App.Access;
using Gongkai.App.Shared.Letters;
using Gongkai.App.Ui;
using Gongkai.Documents.Templates;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Records.Templates;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Meetings;

/// <summary>One meeting: agenda, minutes, who came, and the tasks that came of it.</summary>
[Permits(Permission.SeeOrganization)]
public sealed class One(Store store, Me me, Desk desk, LetterDesk letters) : PageModel, IFramed
{
    /// <summary>So many people stand in one form; there are more on the next page.</summary>
    const int PeopleInForm = 25;

    public sealed record Row(Attendance Attendance, string Name, string? StandIn);

    public Frame Frame => new(Meeting.Title, new("会议和培训", Index.Path), new(Meeting.Title)) { Under = Index.Path };
    public Meeting Meeting { get; private set; } = null!;
    public string? Chair { get; private set; }
    public string? Recorder { get; private set; }
    public Person? Contact { get; private set; }

    /// <summary>Every file that was put in as minutes, the newest first; all but one were replaced.</summary>
    public IReadOnlyList<StoredFile> MinutesFiles { get; private set; } = [];
    public IReadOnlyList<(IssuedLetter Letter, StoredFile File)> Letters { get; private set; } = [];
    public IReadOnlyList<Row> Attendances { get; private set; } = [];
    public IReadOnlyList<WorkTask> Tasks { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;
    public bool MayHold { get; private set; }
    public int Present => Attendances.Count(row => row.Attendance.Presence is Presence.Present or Presence.Represented);
    public IEnumerable<Row> InForm => Attendances.Skip(Paging.Skip).Take(PeopleInForm);
    [FromQuery(Name = "page")] public int Wanted { get; set; } = 1;

    public async Task<IActionResult> OnGet(Handle handle) => await Open(handle) ? Page() : NotFound();

    /// <summary>Asks more people to the meeting.</summary>
    public async Task<IActionResult> OnPostInvite(Handle handle, string[] people)
    {
        if (!await Open(handle) || !MayHold) return NotFound();
        var known = Attendances.Select(row => row.Attendance.PersonId).ToHashSet();
        var count = 0;
        foreach (var named in people.Distinct())
            if (await desk.Person(named) is { LeftOn: null } person && known.Add(person.Id))
            {
                store.Add(new Attendance { MeetingId = Meeting.Id, PersonId = person.Id });
                count++;
            }
        if (count == 0) ModelState.AddModelError("people", "请选择还没有通知的人员");
        if (!ModelState.IsValid) return Page();
        await store.Save(me.Does(OrganizationDeeds.AttendanceNoted));
        return Back($"已通知 {count} 人。");
    }

    /// <summary>Notes who came, for those who stand in the form: their keys, what they did, who came instead.</summary>
    public async Task<IActionResult> OnPostNote(Handle handle, Guid[] who, Presence[] presence, string?[] standIn)
    {
        if (!await Open(handle) || !MayHold || who.Length != presence.Length || who.Length != standIn.Length) return NotFound();
        foreach (var (index, id) in who.Index())
        {
            if (Attendances.SingleOrDefault(row => row.Attendance.Id == id) is not { } row) return NotFound();
            var instead = presence[index] == Presence.Represented ? await desk.Person(standIn[index]) : null;
            if (Rules.Organizations.Meetings.ToNoting(presence[index], instead is not null, Meeting.On, desk.Today) is { } impediment) ModelState.AddModelError($"presence_{index}", $"{row.Name}：{impediment.Reason}");
            (row.Attendance.Presence, row.Attendance.StandInId) = (presence[index], instead?.Id);
        }
        if (!ModelState.IsValid) return Page();
        await store.Save(me.Does(OrganizationDeeds.AttendanceNoted));
        return Back("已登记到会情况。");
    }

    /// <summary>Writes the notice or the minutes (会议通知、会议纪要) from what is registered.</summary>
    public async Task<IActionResult> OnPostLetter(Handle handle, string kind)
    {
        if (!await Open(handle) || !MayHold || LetterKinds.WithCode(kind) is not { } letter || (letter != LetterKinds.MeetingNotice && letter != LetterKinds.MeetingMinutes)) return NotFound();
        var agency = await store.Agencies.Where(one => one.Id == Meeting.AgencyId).Select(one => one.Name).SingleAsync();
        var paper = new MeetingLetters(Meeting, await Parts(), [.. Attendances.Select(row => (row.Name, row.Attendance.Presence, row.StandIn))], Tasks, agency, desk.Today);
        foreach (var missing in letter == LetterKinds.MeetingNotice ? paper.MissingForNotice : paper.MissingForMinutes) ModelState.AddModelError("", missing);
        return await this.Issued(letters, letter, new(Meeting.Id, $"{Meeting.Title}{(letter == LetterKinds.MeetingNotice ? "通知" : "纪要")}", _ => letter == LetterKinds.MeetingNotice ? paper.Notice : paper.Minutes))
            ? Redirect($"~/office/meetings/{Meeting.Handle}") : Page();
    }

    async Task<MeetingLetters.Roles> Parts()
    {
        var department = Contact?.DepartmentId is { } place ? await store.Departments.Where(one => one.Id == place).Select(one => one.Telephone).SingleAsync() : null;
        var office = (await store.Agencies.AsNoTracking().SingleAsync(one => one.Id == Meeting.AgencyId)).Office.Telephone;
        return new(Chair, Recorder, Contact?.Name, new[] { Contact?.Telephone, department, office }.FirstOrDefault(number => !string.IsNullOrWhiteSpace(number)));
    }

    RedirectResult Back(string done)
    {
        return this.Done(done, $"~/office/meetings/{Meeting.Handle}{(Wanted > 1 ? $"?page={Wanted}" : "")}");
    }

    async Task<bool> Open(Handle handle)
    {
        if (await store.Meetings.SingleOrDefaultAsync(one => one.Handle == handle) is not { } meeting || !await desk.MayRead(meeting.AgencyId)) return false;
        Meeting = meeting;
        MayHold = meeting.AgencyId == me.Agency && me.May(Permission.AssignTasks);
        var rows = await (from attendance in store.Attendances
                          join person in store.People on attendance.PersonId equals person.Id
                          where attendance.MeetingId == meeting.Id
                          orderby person.Order, person.Id
                          select new { attendance, person.Name }).ToListAsync();
        var named = await desk.Named([meeting.ChairId, meeting.RecorderId, meeting.ContactId, .. rows.Select(row => row.attendance.StandInId)]);
        Chair = meeting.ChairId is { } chair ? named[chair].Name : null;
        Recorder = meeting.RecorderId is { } recorder ? named[recorder].Name : null;
        Contact = meeting.ContactId is { } contact ? named[contact] : null;
        Attendances = [.. rows.Select(row => new Row(row.attendance, row.Name, row.attendance.StandInId is { } instead ? named[instead].Name : null))];
        Paging = new(Wanted, PeopleInForm, Attendances.Count, page => $"{Request.PathBase}{Request.Path}?page={page}");
        Tasks = await store.Tasks.AsNoTracking().Where(task => task.MeetingId == meeting.Id).OrderBy(task => task.DueOn).ToListAsync();
        MinutesFiles = await store.Files.AsNoTracking().Of(RecordFiles.Meeting, meeting.Id).Reverse().ToListAsync();
        Letters = await letters.Of(meeting.Id);
        if (MayHold) People = await desk.People();
        return true;
    }
}
