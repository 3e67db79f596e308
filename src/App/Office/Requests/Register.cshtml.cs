using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Ui;
using Gongkai.Documents.Intake;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Requests;

/// <summary>收件登记: a request of any channel on one page; also one that is split off from another (一事一申请).</summary>
[Permits(Permission.RegisterRequests)]
public sealed class Register(Store store, Me me, Desk desk, RequestDesk requests, Marks marks, Vault vault, Uploads uploads) : PageModel, IFramed
{
    /// <summary>What the day of arrival leads to.</summary>
    public sealed record Dates(Receipt? Receipt, string? Problem, DateOnly? CorrectionUntil, DateOnly? Due, DateOnly? Longest, string? Estimated);

    public Frame Frame => new("收件登记", new("依申请公开", Index.Path), new("收件登记")) { Under = Path };
    public const string Path = "/office/requests/register";

    [BindProperty] public RegisterForm Input { get; set; } = new();
    [BindProperty] public IFormFile? Scan { get; set; }
    [BindProperty] public IFormFile? Proof { get; set; }
    public InformationRequest? Parent { get; private set; }
    public Dates? Preview { get; private set; }
    public RequestDesk.Neighbours Neighbours { get; private set; } = RequestDesk.Neighbours.None;

    public async Task<IActionResult> OnGet([FromQuery(Name = "parent")] string? parent)
    {
        Input.Parent = parent;
        if (!await Open()) return NotFound();
        Input.Arrived = desk.Today;
        if (Parent is { } from) await CopyFrom(from);
        return Page();
    }

    /// <summary>The dates alone, for the script that keeps them up while the clerk types.</summary>
    public PartialViewResult OnGetDates(Channel? channel, DateOnly? arrived, DateOnly? confirmed)
    {
        Input = new() { Channel = channel, Arrived = arrived, Confirmed = confirmed };
        Preview = Read();
        return Partial("_Dates", this);
    }

    /// <summary>Shows the dates and what else this applicant asked for; nothing is registered.</summary>
    public async Task<IActionResult> OnPostPreview()
    {
        if (!await Open()) return NotFound();
        ModelState.Clear();
        Preview = Read();
        Neighbours = await Compare();
        Input.Compared = true;
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Open()) return NotFound();
        Input.Check(ModelState);
        Preview = Read();
        if (Preview?.Problem is { } problem) ModelState.AddModelError("Input.Confirmed", problem);
        if (Input.Arrived > desk.Today) ModelState.AddModelError("Input.Arrived", "日期不能晚于今天，请核对");
        if (Input.Confirmed > desk.Today) ModelState.AddModelError("Input.Confirmed", "确认日期不能晚于今天，请核对");
        if (Preview?.Receipt?.Cautions.FirstOrDefault(one => one.Contains("请填写", StringComparison.Ordinal)) is { } caution && string.IsNullOrWhiteSpace(Input.Why)) ModelState.AddModelError("Input.Why", caution);
        if (ModelState.IsValid && !Input.Compared && (Neighbours = await Compare()).Any)
        {
            ModelState.SetModelValue("Input.Compared", true, "true");
            Input.Compared = true;
            ModelState.AddModelError("", "该申请人有相似的申请，或者本月申请较多，请看过下面的提示后再次点击“登记”。");
        }
        if (!ModelState.IsValid) return Page();

        var marker = await marks.Open();
        var code = QueryCode.Next();
        var act = me.Does(Parent is null ? RequestDeeds.Registered : RequestDeeds.Split, Input.Why?.Trim());
        CaseFile file = null!;
        try
        {
            await store.Write(act, async () =>
            {
                file = await store.TakeIn(ArrivalOf(marker, code), act, desk.Calendar);
                file.Request.Restricted = Input.Restricted;
                if (Scan is not null) await uploads.Take(Scan, Allowance.Attachment, (RequestPapers.Original, file.Request.Id));
                if (Proof is not null) await uploads.Take(Proof, Allowance.Attachment, (RequestFiles.Proof, file.Request.Id), seal: true);
            });
        }
        catch (RefusedFileException refused)
        {
            ModelState.AddModelError("Scan", refused.Message);
            return Page();
        }
        catch (NoRoomException full)
        {
            ModelState.AddModelError("Scan", full.Message);
            Response.StatusCode = StatusCodes.Status507InsufficientStorage;
            return Page();
        }
        // Shown once, to be handed to the applicant; it is kept nowhere.
        TempData[Slip.Code] = code;
        return this.Done($"已登记，收件编号 {file.Request.Number}。请把接收回执和查询码交给申请人。", $"~/office/requests/{file.Request.Handle}/receipt");
    }

    Arrival ArrivalOf(Marker marker, string code)
    {
        static string? Plain(string? typed) => typed?.Trim() is { Length: > 0 } text ? text : null;
        Sealed? Seal(string? typed) => Plain(typed) is { } text ? vault.Seal(text) : null;

        var (name, form) = (Input.Name!.Trim(), Input);
        return new()
        {
            Agency = me.Agency, Channel = form.Channel!.Value, Kind = form.Kind, Submitted = form.Arrived!.Value, Received = Preview!.Receipt!.On,
            MaskedName = form.Kind is ApplicantKind.Person ? Mask.Name(name) : name, IdentityMark = form.Number is { } number ? marker.OfIdentity(number) : null,
            Parent = Parent?.Id, FiledByClerk = form.Oral, Assistance = Plain(form.Assistance), Note = Plain(form.Why), CodeMark = given => marker.OfCode(given, code),
            Wanted = new()
            {
                Name = Plain(form.WantedName), DocumentNumber = Plain(form.DocumentNumber), Description = Plain(form.Description), Purpose = Plain(form.Purpose),
                Provision = form.Provision, Delivery = form.Delivery, OtherwiseToo = form.OtherwiseToo,
            },
            Applicant = request => new()
            {
                RequestId = request, Name = vault.Seal(name), Paper = form.Paper, IdentityNumber = Seal(form.Number), Phone = Seal(Typed.Narrow(form.Phone)), Mail = Seal(Typed.Narrow(form.Mail)),
                Address = Seal(form.Address), PostCode = Seal(Typed.Narrow(form.PostCode)), Representative = Seal(form.Representative), Contact = Seal(form.Contact),
                Agent = Seal(form.Agent), AgentIdentityNumber = Seal(form.AgentIdentityNumber),
            },
        };
    }

    Dates? Read()
    {
        if (Input is not { Channel: { } channel, Arrived: { } arrived }) return null;
        var (receipt, impediment) = Receipt.Of(channel, arrived, Input.Confirmed, desk.Calendar);
        if (receipt?.On is not { } on) return new(receipt, impediment?.Reason, null, null, null, null);
        var clock = Clock.Read([new CaseFact.Submitted(arrived), new CaseFact.Received(on)], desk.Calendar);
        return new(receipt, null, clock.CorrectionNoticeDue, clock.Due, clock.After(new CaseFact.Extended(clock.Due!.Value, Clock.LongestExtension)).Due, clock.Estimated);
    }

    async Task<RequestDesk.Neighbours> Compare() => Input.Number is { } number ? await requests.NeighboursOf((await marks.Open()).OfIdentity(number), Input.WantedText) : RequestDesk.Neighbours.None;

    async Task<bool> Open()
    {
        if (Input.Parent is not { Length: > 0 } parent) return me.Agency != Guid.Empty;
        return Handle.TryParse(parent, null, out var handle) && (Parent = (await requests.Open(handle))?.Request) is { EndedOn: null } found && found.AgencyId == me.Agency;
    }

    // A part of a request has the same applicant and came on the same day; who looks at the applicant's data is recorded.
    async Task CopyFrom(InformationRequest from)
    {
        (Input.Channel, Input.Arrived, Input.Kind, Input.Provision, Input.Delivery, Input.OtherwiseToo) = (from.Channel, from.SubmittedOn, from.Kind, from.Wanted.Provision, from.Wanted.Delivery, from.Wanted.OtherwiseToo);
        Input.Confirmed = from.Channel.NeedsConfirmation ? from.ReceivedOn : null;
        if (!me.May(Permission.OpenPersonalData) || await store.RequestApplicants.AsNoTracking().SingleOrDefaultAsync(one => one.RequestId == from.Id) is not { } applicant) return;
        await store.Note(me.Does(RequestDeeds.ApplicantSeen, "拆分申请"), null, store.Mention(applicant, nameof(applicant.Name)));
        string? Opened(Sealed? value) => value is { } known ? vault.Read(known) : null;
        (Input.Name, Input.Paper, Input.IdentityNumber, Input.Phone, Input.Mail) = (vault.Read(applicant.Name), applicant.Paper, Opened(applicant.IdentityNumber), Opened(applicant.Phone), Opened(applicant.Mail));
        (Input.Address, Input.PostCode, Input.Representative, Input.Contact) = (Opened(applicant.Address), Opened(applicant.PostCode), Opened(applicant.Representative), Opened(applicant.Contact));
        (Input.Agent, Input.AgentIdentityNumber) = (Opened(applicant.Agent), Opened(applicant.AgentIdentityNumber));
    }
}
