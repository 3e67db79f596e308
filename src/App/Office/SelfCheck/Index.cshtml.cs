using Gongkai.App.Access;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Jobs;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.SelfCheck;

/// <summary>自查: what an inspector would find on this agency's pages, with the evidence and the way to put it right.</summary>
[Permits(Permission.SeeItems)]
public sealed class Index(Store store, Me me, SelfCheckWork work, JobOrders orders, JobFolder folder, ListFiles files, Site site, TimeProvider time) : PageModel, IFramed
{
    public const string Path = "/office/selfcheck";
    const string Heading = "自查";

    /// <summary>A result that is older is spoken of.</summary>
    const int OldDays = 30;

    public Frame Frame => new(Heading, new Crumb("主动公开"), new Crumb(Heading)) { Under = Path };

    [FromQuery(Name = "verdict")] public string? Verdict { get; set; }
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    /// <summary>The newest that was ordered, whatever became of it.</summary>
    public JobRow? Last { get; private set; }

    public CheckResult? Result { get; private set; }

    /// <summary>There was a result, and its file is no longer kept.</summary>
    public bool IsCleared { get; private set; }

    public IReadOnlyList<CheckLine> Shown { get; private set; } = [];
    public Listing List { get; private set; } = null!;

    public bool MayStart => me.May(work.Permission) && me.Agency != Guid.Empty;
    public bool IsOld => Result is { } result && time.Now - result.Until > TimeSpan.FromDays(OldDays);
    public DateTimeOffset Now => time.Now;

    CheckVerdict? Chosen => Enum.TryParse<CheckVerdict>(Verdict, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;

    public async Task<IActionResult> OnGet(CancellationToken gone)
    {
        await Load(gone);
        ListFilter[] filters = [new("verdict", "结论", Chosen?.ToString(), Chosen?.Name)];
        var lines = (Result?.Lines ?? []).Where(line => Chosen is not { } only || line.Verdict == only).ToList();
        if (await files.Of(Heading, Asked, filters, Headings, lines.ToAsyncEnumerable) is { } file) return file;
        List = Listing.Around(Heading, Path, Asked, filters, Headings, lines.Count);
        Shown = [.. lines.Skip(List.Paging.Skip).Take(List.Paging.Size)];
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!MayStart) return NotFound();
        if (await Mine.AnyAsync(job => job.State == JobState.Waiting || job.State == JobState.Running)) return this.Done("自查已经在进行，请等它结束。", "~" + Path);
        await orders.Place(work, work.ParametersFor(me)!);
        return this.Done("已开始自查，可以离开这个页面，结束后会收到消息。", "~" + Path);
    }

    public static string Tone(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.RedLine => "late",
        CheckVerdict.Near or CheckVerdict.Deduction => "soon",
        CheckVerdict.Unchecked => "paused",
        CheckVerdict.Fine => "fine",
        CheckVerdict.NotApplicable => "ended",
    };

    public static string? PlaceOf(CheckLine line) => line.Todo is null ? null : line.Place ?? CheckRule.Of(line.Rule).Place;

    IQueryable<Job> Mine => store.Jobs.AsNoTracking().Where(job => job.Kind == SelfCheckWork.Kind && job.AgencyId == me.Agency);

    async Task Load(CancellationToken gone)
    {
        var newest = Mine.OrderByDescending(job => job.OrderedAt).ThenByDescending(job => job.Id);
        Last = await newest.FirstOrDefaultAsync(gone) is { } last ? JobRow.Of(last) : null;
        if (await newest.FirstOrDefaultAsync(job => job.State == JobState.Done, gone) is not { } done) return;
        await using var content = done.Result is { } left ? folder.Open(left) : null;
        Result = content is null ? null : await CheckResult.Read(content, gone);
        IsCleared = Result is null;
    }

    ListColumn<CheckLine>[] Headings =>
    [
        new("rule", "检查项", line => CheckRule.Of(line.Rule).Name), new("source", "依据", line => CheckRule.Of(line.Rule).Source), new("verdict", "结论", line => line.Verdict.Name), new("evidence", "看到的情况", line => line.Evidence),
        new("at", "检查时间", _ => Result?.Until.InBeijing()), new("address", "页面", line => line.Address is { } address ? site.Absolute(address) : null), new("todo", "怎么办", line => line.Todo),
    ];
}
