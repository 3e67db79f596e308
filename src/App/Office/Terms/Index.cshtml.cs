using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Shared.Letters;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Terms;

/// <summary>依申请公开设置: where decisions are contested, whom letters name, and what the law leaves open; each part from a day on, and what held before stays.</summary>
[Permits(Permission.ManageSettings)]
public sealed class Index(Store store, Me me, AgencySettings settings, TimeProvider time) : PageModel, IFramed
{
    public const string Path = "/office/terms";

    /// <summary>What the three forms of this page send; each takes its part.</summary>
    public sealed class Form
    {
        [MaxLength(100, ErrorMessage = "最多 100 个字，请缩短")] public string? Reconsideration { get; set; }
        [MaxLength(200, ErrorMessage = "最多 200 个字，请缩短")] public string? ReconsiderationAddress { get; set; }
        [MaxLength(100, ErrorMessage = "最多 100 个字，请缩短")] public string? Court { get; set; }
        [MaxLength(200, ErrorMessage = "最多 200 个字，请缩短")] public string? CourtAddress { get; set; }
        [MaxLength(300, ErrorMessage = "最多 300 个字，请缩短")] public string? Online { get; set; }
        [MaxLength(100, ErrorMessage = "最多 100 个字，请缩短")] public string? Contact { get; set; }
        [MaxLength(100, ErrorMessage = "最多 100 个字，请缩短")] public string? Telephone { get; set; }
        public bool ConfirmedByOffice { get; set; }
        public int? CorrectionDays { get; set; }
        public AfterPayment AfterPayment { get; set; }
        public DateOnly? From { get; set; }
        [MaxLength(500, ErrorMessage = "最多 500 个字，请缩短")] public string? Why { get; set; }
    }

    public Frame Frame => new(ModelState.IsValid ? "依申请公开设置" : "错误：依申请公开设置", new Crumb("依申请公开设置")) { Under = Path };
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<RequestSetting> All { get; private set; } = [];
    public AgencySettings.Held Now { get; private set; } = null!;
    public Agency Agency { get; private set; } = null!;
    public DateOnly Today { get; } = time.Today;

    /// <summary>The part whose form was sent, to which the problems belong; <c>null</c> on a fresh page.</summary>
    public SettingPart? Sent { get; private set; }

    /// <summary>救济途径 as letters would print it: of a refusal, of any other decision, of a partial answer.</summary>
    public IReadOnlyList<(string Of, string Words)> Samples { get; private set; } = [];

    /// <summary>The samples are those of what was typed, which is not saved.</summary>
    public bool Previews { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await Open()) return NotFound();
        Show(Now.Places);
        return Page();
    }

    /// <summary>Shows the paragraph with what was typed; nothing is saved.</summary>
    public async Task<IActionResult> OnPostPreview()
    {
        if (!await Open()) return NotFound();
        (Sent, Previews) = (SettingPart.Remedy, true);
        ModelState.Clear();
        Show(Typed());
        return Page();
    }

    public Task<IActionResult> OnPostRemedy() => Set(SettingPart.Remedy);

    public Task<IActionResult> OnPostContact() => Set(SettingPart.Contact);

    public Task<IActionResult> OnPostTerms() => Set(SettingPart.Terms);

    async Task<IActionResult> Set(SettingPart part)
    {
        if (!await Open()) return NotFound();
        Sent = part;
        Check(part);
        if (!ModelState.IsValid)
        {
            Show(part is SettingPart.Remedy ? Typed() : Now.Places);
            return this.Again();
        }
        var act = me.Does(RequestSetting.Set, Input.Why!.Trim());
        var (remedy, contact, terms) = (part is SettingPart.Remedy, part is SettingPart.Contact, part is SettingPart.Terms);
        store.Add(new RequestSetting
        {
            AgencyId = me.Agency, Part = part, From = Input.From!.Value, Why = Input.Why!.Trim(), At = act.At, ByName = me.Name,
            Reconsideration = remedy ? Plain(Input.Reconsideration) : null, ReconsiderationAddress = remedy ? Plain(Input.ReconsiderationAddress) : null,
            Court = remedy ? Plain(Input.Court) : null, CourtAddress = remedy ? Plain(Input.CourtAddress) : null, Online = remedy ? Plain(Input.Online) : null,
            Contact = contact ? Plain(Input.Contact) : null, Telephone = contact ? Plain(Input.Telephone) : null,
            ConfirmedByOffice = terms ? Input.ConfirmedByOffice : null, CorrectionDays = terms ? Input.CorrectionDays : null, AfterPayment = terms ? Input.AfterPayment : null,
        });
        await store.Save(act);
        return this.Done($"已设置“{part.Name}”，自 {Input.From:yyyy-MM-dd} 起适用。", "~" + Path);
    }

    void Check(SettingPart part)
    {
        if (part is SettingPart.Remedy)
        {
            if (string.IsNullOrWhiteSpace(Input.Reconsideration)) ModelState.AddModelError("Input.Reconsideration", "请填写行政复议机关的全称");
            if (string.IsNullOrWhiteSpace(Input.Court)) ModelState.AddModelError("Input.Court", "请填写有管辖权的人民法院的全称");
            if (Plain(Input.Online) is { } online && !(Uri.TryCreate(online, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")) ModelState.AddModelError("Input.Online", "请填写完整的网址，例如 https://fuyi.example.gov.cn");
            if (ModelState.IsValid && Wrong() is { } wrong) ModelState.AddModelError("Input.Reconsideration", wrong.Reason);
        }
        if (part is SettingPart.Contact && string.IsNullOrWhiteSpace(Input.Telephone)) ModelState.AddModelError("Input.Telephone", "请填写政府信息公开工作机构的联系电话");
        if (part is SettingPart.Terms && Input.CorrectionDays is not (>= 1 and <= 60)) ModelState.AddModelError("Input.CorrectionDays", "补正期限填写 1 到 60 个工作日，应当是合理的期限");
        if (Input.From is not { } from) ModelState.AddModelError("Input.From", "请填写从哪一天起适用");
        // What was decided under the old setting stays as it is.
        else if (from < Today) ModelState.AddModelError("Input.From", "起始日期不能早于今天，已经办理的不受影响");
        if (string.IsNullOrWhiteSpace(Input.Why)) ModelState.AddModelError("Input.Why", "请填写依据或者理由");
    }

    // The paragraph that would be printed is read as that of a letter is: a superior department as 复议机关 is refused here already.
    Impediment? Wrong()
    {
        var (places, remedy) = (Typed(), Remedy.Of(Outcome.InternalAffairs, [], Today));
        return RemedyWording.ToTelling(remedy.Paragraph(places, Today), remedy, places, Today, Service.ByHand)
            ?? (IsDepartment(places.Reconsideration) && Agency.Standing.Reconsideration is ReconsiderationBody.GovernmentBeside or ReconsiderationBody.GovernmentAbove
                ? new("2024年1月1日起，对政府工作部门的决定不服的，由人民政府管辖行政复议，请填写人民政府的名称，不能填写上级主管部门。") : null);
    }

    static bool IsDepartment(string name) => !name.Contains("人民政府", StringComparison.Ordinal) && !name.Contains("管理委员会", StringComparison.Ordinal);

    RemedyPlaces Typed() => new(Input.Reconsideration?.Trim() ?? "", Input.Court?.Trim() ?? "", Plain(Input.Online), ReconsiderationAddress: Plain(Input.ReconsiderationAddress), CourtAddress: Plain(Input.CourtAddress));

    void Show(RemedyPlaces places) => Samples =
    [
        .. from one in (Outcome[])[Outcome.InternalAffairs, Outcome.NotExisting, Outcome.PartlyGranted]
           let remedy = Remedy.Of(one, one is Outcome.PartlyGranted ? [Outcome.ThirdPartyRights] : [], Today)
           select ($"{one.Name}（{remedy.Name}）", remedy.Paragraph(places, Today)),
    ];

    async Task<bool> Open()
    {
        if (await store.Agencies.AsNoTracking().SingleOrDefaultAsync(one => one.Id == me.Agency) is not { } agency) return false;
        (Agency, All) = (agency, await store.SettingsOf(agency.Id));
        Now = await settings.Of(agency, Today, All);
        if (Request.Method != HttpMethods.Get && Request.Method != HttpMethods.Head) return true;
        Input = new()
        {
            Reconsideration = Now.Places.Reconsideration, ReconsiderationAddress = Now.Places.ReconsiderationAddress, Court = Now.Places.Court, CourtAddress = Now.Places.CourtAddress, Online = Now.Places.Online,
            Contact = Now.Contact, Telephone = Now.Telephone, ConfirmedByOffice = Now.ConfirmedByOffice, CorrectionDays = Now.Terms.CorrectionDays, AfterPayment = Now.Terms.AfterPayment, From = Today,
        };
        return true;
    }

    /// <summary>What a row of the list says.</summary>
    public static string Said(RequestSetting one) => string.Join("；", (string[])
    [
        .. Said("复议机关", one.Reconsideration), .. Said("地址", one.ReconsiderationAddress), .. Said("法院", one.Court), .. Said("地址", one.CourtAddress), .. Said("网上复议", one.Online),
        .. Said("联系人", one.Contact), .. Said("电话", one.Telephone), .. Said("网上申请", one.ConfirmedByOffice is { } office ? office ? "由机关确认收到" : "提交回执即确认" : null),
        .. Said("补正期限", one.CorrectionDays is { } days ? $"{days} 个工作日" : null), .. Said("缴费后", one.AfterPayment?.Name),
    ]);

    static string[] Said(string name, string? value) => value is { Length: > 0 } ? [$"{name}：{value}"] : [];

    static string? Plain(string? typed) => typed?.Trim() is { Length: > 0 } text ? text : null;
}
