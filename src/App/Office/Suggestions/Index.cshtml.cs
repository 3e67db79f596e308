using Gongkai.App.Access;
using Gongkai.App.Office.Requests;
using Gongkai.App.Office.Views;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Requests;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Suggestions;

/// <summary>转主动公开: what applicants, or several requests for the same, suggest to disclose to everyone (art. 44).</summary>
[Permits(Permission.SeeRequests)]
public sealed class Index(Store store, Me me, RequestDesk requests, ListFiles files, ViewsOf views) : PageModel, IFramed
{
    public const string Path = "/office/suggestions";
    const string Name = "转主动公开";

    /// <summary>A suggestion with the request that it is about.</summary>
    public sealed record Row(DisclosureSuggestion Suggestion, InformationRequest Request);

    public Frame Frame => new(Name, new Crumb("依申请公开"), new Crumb(Name)) { Under = Path };

    [FromQuery(Name = "answer")] public SuggestionAnswer? Answer { get; set; }
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public Listing List { get; private set; } = null!;
    public ViewBar Views { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        ListFilter[] filters = [new("answer", "审核结果", Answer?.ToString(), Answer?.Name)];
        var rows = from suggestion in store.Suggestions.Where(one => one.AgencyId == me.Agency && (Answer == null || one.Answer == Answer))
                   join request in requests.Seen on suggestion.RequestId equals request.Id
                   orderby suggestion.Answer, suggestion.SuggestedOn, suggestion.Id
                   select new Row(suggestion, request);
        if (await files.Of(Name, Asked, filters, Columns, rows) is { } file) return file;
        List = await Listing.Show(Name, Path, Asked, filters, Columns, rows, "还没有建议。申请人获得答复后可以建议主动公开；办理时发现多个申请人申请相同信息的，也可以在申请件中提请评估。");
        Views = await views.Of(List);
        return Page();
    }

    static readonly ListColumn<Row>[] Columns =
    [
        new("number", "收件编号", row => row.Request.Number) { Look = "date", Path = row => $"{Path}/{row.Suggestion.Handle}" },
        new("subject", "公开的信息", row => RequestDesk.Short(row.Request.Wanted.Text, 60)),
        new("ground", "理由", row => row.Suggestion.Ground.Name),
        new("by", "提出", row => row.Suggestion.ByApplicant ? "申请人" : "本机关"),
        new("on", "提出日期", row => row.Suggestion.SuggestedOn) { Look = "date" },
        new("answer", "审核结果", row => row.Suggestion.Answer.Name) { Tone = row => row.Suggestion.Answer is SuggestionAnswer.Open ? "soon" : "ended" },
        new("answered", "审核日期", row => row.Suggestion.AnsweredOn) { Look = "date" },
    ];
}
