using Gongkai.App.Access;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Office.Requests;
using Gongkai.App.Shared.Files;
using Gongkai.App.Ui;
using Gongkai.Documents.Redaction;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Redaction;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Redactions;

/// <summary>区分处理: page by page, what is covered and why; then what goes out of it. Every mark is saved as it is made.</summary>
[Permits(Permission.HandleRequests, InDepartment = true)]
public sealed partial class Marking(Store store, Me me, RedactionDesk desk, JobOrders orders, ReleaseWork work, Uploads uploads, FileStore files) : PageModel, IFramed
{
    const double MillimetresPerPoint = 25.4 / 72;

    /// <summary>Of one file; the engine takes no more.</summary>
    const int MostPlaces = 5000;

    const int LongestText = 100;

    /// <summary>What the forms of this page send; each takes its part.</summary>
    public sealed class Form
    {
        public int Revision { get; set; }

        /// <summary>Which mark.</summary>
        public string? Place { get; set; }

        /// <summary>In millimetres from the upper left corner of the page.</summary>
        public decimal? Left { get; set; }

        public decimal? Top { get; set; }
        public decimal? Width { get; set; }
        public decimal? Height { get; set; }
        public RedactionGround Ground { get; set; } = RedactionGround.Privacy;
        public string? Note { get; set; }
        public string? Text { get; set; }
        public bool Everywhere { get; set; }

        /// <summary>The number of a hint on this page, and its kind.</summary>
        public int? Hint { get; set; }

        public string? Word { get; set; }
        public string? Reason { get; set; }
        public string? Letter { get; set; }
        public IFormFile? File { get; set; }
    }

    /// <summary>A number of somebody's that is not covered yet.</summary>
    public sealed record Hint(int Number, PageHint What);

    public Frame Frame => new("区分处理", new("依申请公开", Requests.Index.Path), new(Case.Request.Number, $"{Requests.Index.Path}/{Case.Request.Handle}"), new("区分处理")) { Under = Requests.Index.Path };
    [BindProperty] public Form Input { get; set; } = new();
    [FromQuery(Name = "page")] public int? Wanted { get; set; }
    [FromQuery(Name = "covered")] public bool Covered { get; set; }
    public CaseRedaction Redaction { get; private set; } = null!;
    public CaseFile Case { get; private set; } = null!;
    public RedactionState State { get; private set; } = null!;
    public IReadOnlyList<RedactedPlace> Places { get; private set; } = [];
    public IReadOnlyList<Hint> Hints { get; private set; } = [];
    public Impediment? Fixed { get; private set; }

    /// <summary>The page that is shown; <c>null</c> where it cannot be read now, and then <see cref="Unreadable"/> says why.</summary>
    public PageLook? Look { get; private set; }

    public string? Unreadable { get; private set; }
    public int Number => Math.Clamp(Wanted ?? 1, 1, Math.Max(1, Redaction.Pages));
    public IEnumerable<RedactedPlace> Here => Places.Where(place => place.Page == Number);
    public IReadOnlyList<int> MarkedPages => [.. Places.Select(place => place.Page).Distinct()];
    public string At(int page) => $"{RedactionDesk.Path}/{Redaction.Handle}?page={page}";

    public static decimal Millimetres(double share, double points) => (decimal)Math.Round(share * points * MillimetresPerPoint, 1);

    public async Task<IActionResult> OnGet(Handle handle)
    {
        if (!await Open(handle)) return NotFound();
        Input.Revision = Redaction.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAdd(Handle handle)
    {
        if (!await Begin(handle)) return NotFound();
        if (Placed() is not { } box) return Page();
        Lay(Number, [box], Plain(Input.Note));
        return await Saved(RedactionDeeds.Marked, "已标出 1 处。");
    }

    public async Task<IActionResult> OnPostMove(Handle handle)
    {
        if (!await Begin(handle)) return NotFound();
        if (await Chosen() is not { } place) return Gone();
        if (Placed() is not { } box) return Page();
        place.Lay(box.Left, box.Top, box.Width, box.Height);
        place.Explain(Input.Ground, Plain(Input.Note));
        return await Saved(RedactionDeeds.Moved, "已保存这一处的修改。");
    }

    public async Task<IActionResult> OnPostRemove(Handle handle)
    {
        if (!await Begin(handle)) return NotFound();
        if (await Chosen() is not { } place) return Gone();
        store.Remove(place);
        return await Saved(RedactionDeeds.Unmarked, "已取消这一处遮盖。");
    }

    // The box of a form, as shares of the page; what is wrong stands beside its field.
    RedactionBox? Placed()
    {
        Checked();
        if (Look is not { } look) ModelState.AddModelError("", Unreadable ?? "这一页现在读不出来，请过几秒再试。");
        (string Name, decimal? Value, string Words)[] sides = [("Left", Input.Left, "距左"), ("Top", Input.Top, "距上"), ("Width", Input.Width, "宽"), ("Height", Input.Height, "高")];
        foreach (var (name, value, words) in sides)
            if (value is null && ModelState[$"Input.{name}"]?.Errors.Count is null or 0) ModelState.AddModelError($"Input.{name}", $"请填写{words}，单位毫米");
            else if (value is < 0 or > 6000 || value is <= 0 && name is "Width" or "Height") ModelState.AddModelError($"Input.{name}", $"{words}应当是大于 0 的毫米数");
        if (!ModelState.IsValid) return null;
        var (width, height) = ((decimal)(Look!.Width * MillimetresPerPoint), (decimal)(Look.Height * MillimetresPerPoint));
        var box = new RedactionBox((double)(Input.Left!.Value / width), (double)(Input.Top!.Value / height), (double)(Input.Width!.Value / width), (double)(Input.Height!.Value / height));
        if (box.Left < 1 && box.Top < 1) return box;
        ModelState.AddModelError("Input.Left", $"这个位置不在页面上；本页宽 {width:0} 毫米、高 {height:0} 毫米");
        return null;
    }

    void Checked()
    {
        if (!Enum.IsDefined(Input.Ground)) ModelState.AddModelError("Input.Ground", "请选择依据");
        if (Input.Note is { Length: > RedactedPlace.LongestNote }) ModelState.AddModelError("Input.Note", $"最多 {RedactedPlace.LongestNote} 个字，请缩短");
        if (Places.Count >= MostPlaces) ModelState.AddModelError("", $"一份文件最多遮盖 {MostPlaces} 处，请拆分文件后再处理。");
    }

    void Lay(int page, IEnumerable<RedactionBox> boxes, string note)
    {
        foreach (var box in boxes)
        {
            var place = new RedactedPlace { RedactionId = Redaction.Id, Page = page, ByName = me.Name, At = me.Does(RedactionDeeds.Marked).At };
            place.Lay(box.Left, box.Top, box.Width, box.Height);
            place.Explain(Input.Ground, note);
            store.Add(place);
        }
    }

    async Task<RedactedPlace?> Chosen() => Handle.TryParse(Input.Place, null, out var handle) ? await store.RedactedPlaces.SingleOrDefaultAsync(place => place.Handle == handle && place.RedactionId == Redaction.Id) : null;

    PageResult Gone()
    {
        if (ModelState.IsValid) ModelState.AddModelError("", "这一处已经由别人取消，请核对现在的遮盖。");
        return Page();
    }

    bool IsCovered(int page, RedactionBox box) => Places.Any(place => place.Page == page
        && place.Left <= box.Left + 0.002 && place.Top <= box.Top + 0.002 && place.Left + place.Width >= box.Left + box.Width - 0.002 && place.Top + place.Height >= box.Top + box.Height - 0.002);

    async Task<IActionResult> Saved(Deed deed, string message)
    {
        var (handle, at) = (Redaction.Handle, At(Number));
        store.Touch(Redaction);
        if (await this.Saved(store, me.Does(deed), Redaction, Input.Revision)) return this.Done(message, $"~{at}");
        await Open(handle);
        return Page();
    }

    static string Plain(string? typed) => typed?.Trim() ?? "";

    // For what changes the marks: asked again, whatever the page showed.
    async Task<bool> Begin(Handle handle)
    {
        if (!await Open(handle)) return false;
        if (Fixed is { } impediment) ModelState.AddModelError("", impediment.Reason);
        return true;
    }

    async Task<bool> Open(Handle handle)
    {
        if (await desk.Open(handle) is not { } opened) return false;
        (Redaction, Case) = (opened.Redaction, opened.Case);
        State = await store.StateOf(Redaction);
        Places = await store.PlacesOf(Redaction.Id);
        Fixed = await desk.ToMarking(opened);
        try
        {
            Look = await desk.Look(State.Source, Number, HttpContext.RequestAborted);
            Hints = [.. Look.Hints.Index().Select(hint => new Hint(hint.Index, hint.Item)).Where(hint => !hint.What.Boxes.All(box => IsCovered(Number, box)))];
        }
        catch (Exception refused) when (refused is RoomFullException or RedactionRefusedException)
        {
            Unreadable = refused.Message;
            if (refused is RoomFullException) Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        catch (AlteredFileException)
        {
            Unreadable = "原件已损坏或者丢失，请重新上传原件。";
        }
        await OpenRelease();
        return true;
    }
}
