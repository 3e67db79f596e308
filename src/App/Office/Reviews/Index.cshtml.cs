using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Reviews;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Reviews;

/// <summary>复议诉讼: the register of reconsiderations and suits about answers to requests (O12).</summary>
[Permits(Permission.SeeRequests)]
public sealed class Index(Store store, Me me, Desk desk, ListFiles files, Views.ViewsOf views) : PageModel, IFramed
{
    public const string Path = "/office/reviews";
    const string Name = "复议诉讼";

    public Frame Frame => new(Name, new Crumb("依申请公开"), new Crumb(Name)) { Under = Path };

    [FromQuery(Name = "kind")] public RemedyKind? Kind { get; set; }

    /// <summary>answer, pending, decided, perform; all where empty.</summary>
    [FromQuery(Name = "state")] public string? State { get; set; }

    /// <summary>The year of acceptance.</summary>
    [FromQuery(Name = "year")] public int? Year { get; set; }

    /// <summary>Part of the case number or of the body's name.</summary>
    [FromQuery(Name = "q")] public string? Wanted { get; set; }

    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public Listing List { get; private set; } = null!;
    public Views.ViewBar Views { get; private set; } = null!;
    public bool MayKeep => me.May(Permission.KeepReviews);

    public static string WordsOf(string? state) => state switch { "answer" => "待答复", "pending" => "未审结", "decided" => "已审结", "perform" => "待履行", _ => "" };

    public async Task<IActionResult> OnGet()
    {
        Wanted = Wanted?.Trim() is { Length: > 0 and <= 60 } wanted ? wanted : null;
        ListFilter[] filters =
        [
            new("kind", "类别", Kind?.ToString(), Kind?.Name), new("state", "状态", WordsOf(State) is "" ? null : State, WordsOf(State)),
            new("year", "受理年份", Year is { } year ? $"{year}" : null), new("q", "案号或审理机关", Wanted),
        ];
        if (await files.Of(Name, Asked, filters, Columns, Rows()) is { } file) return file;
        List = await Listing.Show(Name, Path, Asked, filters, Columns, Rows(), "还没有登记复议、诉讼案件。收到复议机关的答复通知书或者法院的应诉通知书后在这里登记，答复期限自动计算。");
        Views = await views.Of(List);
        return Page();
    }

    ListColumn<RemedyCase>[] Columns =>
    [
        new("number", "案号", one => one.CaseNumber) { Path = one => $"{Path}/{one.Handle}" },
        new("kind", "类别", one => one.Kind.Name),
        new("body", "审理机关", one => one.Body),
        new("accepted", "受理日期", one => one.AcceptedOn) { Look = "date" },
        new("due", "答复期限", one => one.AnswerDue) { Look = "date" },
        new("light", "状态灯", one => LightOf(one) is { } light ? light.Shape + light.Words : "") { Tone = one => LightOf(one)?.Tone },
        new("state", "状态", one => one.State.Words),
        new("result", "结果", one => one.Result is { } result ? result.NameIn(one.Kind) : ""),
        new("on", "结果生效日期", one => one.ResultOn) { Look = "date" },
        new("role", "本机关身份", one => one.Role.Name) { Shown = false },
        new("procedure", "适用程序", one => one.Procedure.Name) { Shown = false },
        new("performance", "履行期限", one => one.PerformanceDue) { Look = "date", Shown = false },
    ];

    DueLight? LightOf(RemedyCase one) => one.ResultOn is not null ? one.PerformanceDue is { } perform && one.PerformedOn is null ? desk.LightOf(perform) : null : one is { AnswerDue: { } due, AnsweredOn: null } ? desk.LightOf(due) : null;

    // What is to be answered first stands first, then the newest.
    IQueryable<RemedyCase> Rows()
    {
        var cases = store.Reviews.AsNoTracking().OfAgency(me.Agency);
        if (Kind is { } kind) cases = cases.Where(one => one.Kind == kind);
        if (Year is > 1900 and < 2200) cases = cases.Where(one => one.AcceptedOn >= new DateOnly(Year.Value, 1, 1) && one.AcceptedOn <= new DateOnly(Year.Value, 12, 31));
        if (Wanted is { } words) cases = cases.Where(one => one.CaseNumber.Contains(words) || one.Body.Contains(words));
        cases = State switch
        {
            "answer" => cases.Unanswered,
            "pending" => cases.Pending,
            "decided" => cases.Where(one => one.ResultOn != null),
            "perform" => cases.Where(one => one.PerformanceDue != null && one.PerformedOn == null),
            _ => cases,
        };
        return cases.OrderBy(one => one.AnsweredOn != null || one.AnswerDue == null || one.ResultOn != null).ThenByDescending(one => one.AcceptedOn).ThenByDescending(one => one.Id);
    }
}
