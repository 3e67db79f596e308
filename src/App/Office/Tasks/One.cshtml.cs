using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Shared.Letters;
using Gongkai.App.Ui;
using Gongkai.Documents.Templates;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Numbers;
using Gongkai.Records.Organizations;
using Gongkai.Records.Templates;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Tasks;

/// <summary>One task: what is to be done, what has happened to it, and the steps that may be taken now.</summary>
[Permits(Permission.SeeOrganization, InDepartment = true)]
public sealed class One(Store store, Me me, Desk desk, Uploads uploads, LetterDesk letters, TimeProvider time) : PageModel, IFramed
{
    public sealed record Step(TaskStep What, string? From, string? To);

    public sealed class Form
    {
        public int Revision { get; set; }
        public string? To { get; set; }
        public string? Reason { get; set; }
        public string? Evidence { get; set; }
        public IFormFile? File { get; set; }
        public string? Withdrawal { get; set; }
    }

    TaskHand hand = new(false, false, false);

    public Frame Frame => new(Task.Title, new("任务", Index.Path), new(Task.Title)) { Under = Index.Path };
    public WorkTask Task { get; private set; } = null!;
    public IReadOnlyList<(IssuedLetter Letter, StoredFile File)> Letters { get; private set; } = [];
    public IReadOnlyList<NumberSeries> Series { get; private set; } = [];

    /// <summary>Whether an order to hurry may be written: the task is overdue, and this person gives out tasks.</summary>
    public bool MayUrge => Task.State.IsOpen() && Task.DueOn < desk.Today && Task.AgencyId == me.Agency && me.May(Permission.AssignTasks, Task.DepartmentId);

    public StoredFile? EvidenceFile { get; private set; }
    public string Department { get; private set; } = "";
    public Person? Person { get; private set; }
    public Meeting? Meeting { get; private set; }
    public Duty? Duty { get; private set; }
    public IReadOnlyList<Step> Steps { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public DueLight Light => Task.State.IsOpen() ? desk.LightOf(Task.DueOn) : DueLight.Ended;
    [BindProperty] public Form Input { get; set; } = new();

    public Impediment? Accepting => TaskSteps.ToAccepting(Task.State, hand);
    public Impediment? HandingOver => TaskSteps.ToHandingOver(Task.State, hand);
    public Impediment? Finishing => TaskSteps.ToFinishing(Task.State, hand);
    public Impediment? Withdrawing => TaskSteps.ToWithdrawing(Task.State, hand);

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Input.Revision = Task.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAccept(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(Accepting, "");
        if (!ModelState.IsValid) return Page();
        // A task of a department belongs to whoever of it takes it.
        Task.PersonId ??= me.Person;
        Task.Accept();
        return await Done(OrganizationDeeds.TaskAccepted, "接收", null, null, "已接收，请在期限前办结。");
    }

    public async Task<IActionResult> OnPostHandOver(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(HandingOver, "");
        if (await desk.Person(Input.To) is not { } to) ModelState.AddModelError("Input.To", "请选择接手人");
        else
        {
            Ask(TaskSteps.ToReceiving(to.Id == Task.PersonId, to.LeftOn is null), "Input.To");
            if (to.DepartmentId is null) ModelState.AddModelError("Input.To", "接手人不属于任何科室，请选择科室人员");
            if (string.IsNullOrWhiteSpace(Input.Reason)) ModelState.AddModelError("Input.Reason", "请写明移交的原因");
            if (ModelState.IsValid)
            {
                var from = Task.PersonId;
                Task.HandOver(to.DepartmentId!.Value, to.Id);
                return await Done(OrganizationDeeds.TaskHandedOver, "移交", from, to.Id, $"已移交{to.Name}，等待接收。", Input.Reason!.Trim());
            }
        }
        return Page();
    }

    public async Task<IActionResult> OnPostFinish(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(Finishing, "");
        if (string.IsNullOrWhiteSpace(Input.Evidence)) ModelState.AddModelError("Input.Evidence", "请写明办结情况，例如完成了什么、文件在哪里");
        var file = await this.TakeUp(uploads, Input.File, "Input.File", (RecordFiles.Task, Task.Id));
        if (!ModelState.IsValid) return Page();
        Task.Finish(time.Now, Input.Evidence!.Trim(), file?.Handle);
        return await Done(OrganizationDeeds.TaskFinished, "办结", null, null, "已办结。", Input.Evidence.Trim());
    }

    public async Task<IActionResult> OnPostWithdraw(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Ask(Withdrawing, "");
        if (string.IsNullOrWhiteSpace(Input.Withdrawal)) ModelState.AddModelError("Input.Withdrawal", "请写明撤回的原因");
        if (!ModelState.IsValid) return Page();
        Task.Withdraw(time.Now);
        return await Done(OrganizationDeeds.TaskWithdrawn, "撤回", null, null, "已撤回。", Input.Withdrawal!.Trim());
    }

    /// <summary>Writes the order to hurry (任务督办单), with a number where a series is chosen.</summary>
    public async Task<IActionResult> OnPostUrge(Handle handle, string? series)
    {
        if (!await Open(handle) || !MayUrge) return NotFound();
        var numbers = Series.SingleOrDefault(one => one.Handle.ToString() == series);
        if (numbers is null && !string.IsNullOrEmpty(series)) ModelState.AddModelError("series", "请重新选择文种，或者不编号。");
        var agency = await store.Agencies.Where(one => one.Id == Task.AgencyId).Select(one => one.Name).SingleAsync();
        return await this.Issued(letters, LetterKinds.TaskOrder, new(Task.Id, $"任务督办单：{Task.Title}", number => new Dictionary<string, string>
        {
            ["督办编号"] = number, ["任务名称"] = Task.Title, ["任务来源"] = Meeting?.Title ?? Duty?.Name ?? "", ["任务要求"] = Task.Detail is { Length: > 0 } detail ? detail : Task.Title,
            ["责任单位"] = Department, ["责任人"] = Person?.Name ?? "待明确", ["交办日期"] = $"{Task.GivenAt.AtOffice:yyyy年M月d日}", ["完成期限"] = $"{Task.DueOn:yyyy年M月d日}",
            ["办理情况"] = $"{Task.State.Name}，已超期", ["督办单位"] = agency, ["成文日期"] = $"{desk.Today:yyyy年M月d日}",
        }), numbers) ? Redirect($"~/office/tasks/{Task.Handle}") : Page();
    }

    void Ask(Impediment? impediment, string field)
    {
        if (impediment is not null) ModelState.AddModelError(field, impediment.Reason);
    }

    async Task<IActionResult> Done(Deed deed, string what, Guid? from, Guid? to, string message, string? reason = null)
    {
        store.Add(new TaskStep { TaskId = Task.Id, At = time.Now, What = what, By = me.Name, FromId = from, ToId = to, Reason = reason });
        if (!await this.Saved(store, me.Does(deed, reason), Task, Input.Revision))
        {
            var handle = Task.Handle;
            await Open(handle);
            return Page();
        }
        return this.Done(message, $"~/office/tasks/{Task.Handle}");
    }

    async Task<bool> Open(Handle handle)
    {
        if (await store.Tasks.SingleOrDefaultAsync(one => one.Handle == handle) is not { } task) return false;
        hand = await desk.HandOf(task);
        // Whoever has it, or gave it, sees it wherever it lies.
        if (!hand.Holds && !hand.Gave && !await desk.MayRead(task.AgencyId, task.DepartmentId)) return false;
        Task = task;
        Department = await store.Departments.Where(one => one.Id == task.DepartmentId).Select(one => one.Name).SingleAsync();
        Meeting = task.MeetingId is { } meeting ? await store.Meetings.FindAsync(meeting) : null;
        Duty = task.DutyId is { } duty ? await store.Duties.FindAsync(duty) : null;
        var steps = await store.TaskSteps.AsNoTracking().Where(step => step.TaskId == task.Id).OrderByDescending(step => step.At).ThenByDescending(step => step.Id).ToListAsync();
        var named = await desk.Named([task.PersonId, .. steps.Select(step => step.FromId), .. steps.Select(step => step.ToId)]);
        Person = task.PersonId is { } person ? named[person] : null;
        Steps = [.. steps.Select(step => new Step(step, Name(step.FromId), Name(step.ToId)))];
        Letters = await letters.Of(task.Id);
        if (MayUrge) Series = await letters.Series();
        EvidenceFile = await store.FileOf(task.EvidenceFile);
        if (HandingOver is null) People = await desk.People();
        return true;

        string? Name(Guid? one) => one is { } id ? named[id].Name : null;
    }
}
