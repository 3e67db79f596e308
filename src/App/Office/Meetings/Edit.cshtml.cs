using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Meetings;

/// <summary>Registers a meeting or a training, or changes one.</summary>
[Permits(Permission.AssignTasks)]
public sealed class Edit(Store store, Me me, Desk desk, Uploads uploads) : PageModel, IFramed
{
    public sealed class Form
    {
        public int Revision { get; set; }
        [Required(ErrorMessage = "请填写会议或培训的名称"), MaxLength(100, ErrorMessage = "名称最多 100 个字")] public string? Title { get; set; }
        public MeetingKind Kind { get; set; } = MeetingKind.Special;
        [Required(ErrorMessage = "请填写日期")] public DateOnly? On { get; set; }
        public TimeOnly? At { get; set; }
        [MaxLength(100, ErrorMessage = "地点最多 100 个字")] public string? Place { get; set; }
        public string? Chair { get; set; }
        public string? Recorder { get; set; }
        public string? Contact { get; set; }
        public decimal? Hours { get; set; }
        [MaxLength(5000, ErrorMessage = "议程最多 5000 个字")] public string? Agenda { get; set; }
        [MaxLength(20000, ErrorMessage = "纪要最多 20000 个字，更长的请作为文件上传")] public string? Minutes { get; set; }
        public IFormFile? File { get; set; }
    }

    Meeting? meeting;

    public Frame Frame => new(Heading, new("会议和培训", Index.Path), new(Heading)) { Under = Index.Path };
    public string Heading => meeting is null ? "登记会议或培训" : "修改会议";
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGet(string? handle)
    {
        if (!await Open(handle)) return NotFound();
        if (meeting is { } m)
            Input = new()
            {
                Revision = m.Revision, Title = m.Title, Kind = m.Kind, On = m.On, At = m.At, Place = m.Place, Hours = m.Hours, Agenda = m.Agenda, Minutes = m.Minutes,
                Chair = await HandleOf(m.ChairId), Recorder = await HandleOf(m.RecorderId), Contact = await HandleOf(m.ContactId),
            };
        // Who registers a meeting mostly answers questions about it.
        else (Input.On, Input.Contact) = (desk.Today, await HandleOf(me.Person));
        return Page();
    }

    public async Task<IActionResult> OnPost(string? handle)
    {
        if (!await Open(handle)) return NotFound();
        var (chair, recorder, contact) = (await desk.Person(Input.Chair), await desk.Person(Input.Recorder), await desk.Person(Input.Contact));
        if (Rules.Organizations.Meetings.ToKeeping(Input.Kind, Input.Hours) is { } impediment) ModelState.AddModelError("Input.Hours", impediment.Reason);
        if (!ModelState.IsValid) return Page();
        var isNew = meeting is null;
        meeting ??= new() { AgencyId = me.Agency, Kind = Input.Kind, Title = "", On = Input.On!.Value };
        if (await this.TakeUp(uploads, Input.File, "Input.File", (RecordFiles.Meeting, meeting.Id)) is { } file) meeting.MinutesFile = file.Handle;
        if (!ModelState.IsValid)
        {
            if (isNew) meeting = null;
            return Page();
        }
        (meeting.Title, meeting.Kind, meeting.On, meeting.At, meeting.Place) = (Input.Title!.Trim(), Input.Kind, Input.On!.Value, Input.At, Input.Place);
        (meeting.RecorderId, meeting.ContactId) = (recorder?.Id, contact?.Id);
        (meeting.ChairId, meeting.Hours, meeting.Agenda, meeting.Minutes) = (chair?.Id, Input.Hours, Input.Agenda, Input.Minutes);
        if (isNew)
        {
            store.Add(meeting);
            await store.Save(me.Does(OrganizationDeeds.MeetingHeld));
        }
        else if (!await this.Saved(store, me.Does(OrganizationDeeds.MeetingChanged), meeting, Input.Revision)) return Page();
        return this.Done(isNew ? "已登记，请登记通知和到会的人员。" : "已更新。", $"~/office/meetings/{meeting.Handle}");
    }

    async Task<string?> HandleOf(Guid? person) => person is { } id ? (await store.People.FindAsync(id))!.Handle.ToString() : null;

    async Task<bool> Open(string? handle)
    {
        People = await desk.People();
        if (handle is null) return await store.Agencies.FindAsync(me.Agency) is { AbolishedOn: null };
        meeting = Handle.TryParse(handle, null, out var named) ? await store.Meetings.SingleOrDefaultAsync(one => one.Handle == named && one.AgencyId == me.Agency) : null;
        return meeting is not null;
    }
}
