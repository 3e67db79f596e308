using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Requests;

/// <summary>申请件列表: all requests that may be seen at this desk; tab and every filter stand in the address.</summary>
[Permits(Permission.SeeRequests, InDepartment = true)]
public sealed class Index(Store store, Me me, Desk desk, RequestDesk requests, ListFiles files, Views.ViewsOf views) : PageModel, IFramed
{
    public const string Path = "/office/requests";

    /// <summary>More than these nobody leafs through; a filter finds the rest.</summary>
    public const int Most = 10_000;

    public sealed record Row(InformationRequest Request, string? Department, string? Handler);

    /// <summary>A tab: its name in the address, and in words.</summary>
    public static IReadOnlyList<(string Key, string Name)> Tabs { get; } =
        [("confirm", "待确认"), ("route", "待分办"), ("mine", "我的"), ("open", "在办"), ("soon", "临期"), ("overdue", "超期"), ("paused", "暂停"), ("ended", "已办结"), ("all", "全部")];

    public Frame Frame => new("申请件", new("依申请公开"), new("申请件")) { Under = Path };

    [FromQuery(Name = "tab")] public string? Tab { get; set; }

    /// <summary>收件编号, or part of what is wanted.</summary>
    [FromQuery(Name = "q")] public string? Wanted { get; set; }

    [FromQuery(Name = "channel")] public Channel? Channel { get; set; }
    [FromQuery(Name = "kind")] public ApplicantKind? Kind { get; set; }
    [FromQuery(Name = "outcome")] public Outcome? Outcome { get; set; }
    [FromQuery(Name = "department")] public string? Department { get; set; }
    [FromQuery(Name = "from")] public DateOnly? From { get; set; }
    [FromQuery(Name = "to")] public DateOnly? To { get; set; }
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Listing List { get; private set; } = null!;
    public Views.ViewBar Views { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public bool Cut => List.Paging.Total > Most;
    public bool MayRegister => me.May(Permission.RegisterRequests);
    public string Open => Tabs.Any(tab => tab.Key == Tab) ? Tab! : "open";
    public DueLight LightOf(InformationRequest request) => requests.LightOf(request);
    public string LightWords(InformationRequest request) => requests.LightWords(request);

    IReadOnlyList<ListColumn<Row>> Columns =>
    [
        new("light", "状态灯", row => LightOf(row.Request).Shape + LightWords(row.Request)),
        new("number", "收件编号", row => row.Request.Number),
        new("received", "收到日期", row => row.Request.ReceivedOn),
        new("applicant", "申请人", row => row.Request.MaskedName),
        new("kind", "类别", row => row.Request.Kind.Name),
        new("channel", "渠道", row => row.Request.Channel.Name),
        new("subject", "申请内容摘要", row => RequestDesk.Short(row.Request.Wanted.Text)),
        new("department", "承办科室", row => row.Department),
        new("handler", "承办人", row => row.Handler),
        new("departmentDue", "科室时限", row => row.Request.DepartmentDue),
        new("corrected", "补正", row => row.Request.Corrected ? "已补正" : ""),
        new("extended", "延期", row => row.Request.Extended ? "已延期" : ""),
        new("due", "答复期限", row => row.Request.Due),
        new("stage", "状态", row => row.Request.Stage.Name),
        new("ended", "办结日期", row => row.Request.EndedOn),
        new("outcome", "办理结果", row => row.Request.Outcome?.Name),
        new("late", "逾期", row => row.Request.Late ? "逾期" : ""),
    ];

    public async Task<IActionResult> OnGet()
    {
        Wanted = Wanted?.Trim() is { Length: > 0 and <= 100 } wanted ? wanted : null;
        Departments = await desk.Departments(Permission.SeeRequests);
        var chosen = await Chosen();
        if (await files.Of("申请件", Asked, Filters(), Columns, Named(Ordered(chosen)).AsSplitQuery()) is { } file) return file;
        List = Listing.Around("申请件", Path, Asked, Filters(), Columns, await Ordered(chosen).Take(Most + 1).CountAsync());
        Rows = await Named(Ordered(chosen).Skip(List.Paging.Skip).Take(Listing.RowsOnPage)).ToListAsync();
        Views = await views.Of(List);
        return Page();
    }

    /// <summary>The address with another tab.</summary>
    public string At(string tab) => $"{Path}?tab={tab}";

    // The order follows an index of the table: the newest, the last ended, or whoever must be looked at first.
    IQueryable<InformationRequest> Ordered(IQueryable<InformationRequest> chosen) => Open switch
    {
        "all" => chosen.OrderByDescending(request => request.Number),
        "ended" => chosen.OrderByDescending(request => request.EndedOn).ThenByDescending(request => request.Id),
        _ => chosen.OrderBy(request => request.ActBy).ThenBy(request => request.Id),
    };

    IQueryable<Row> Named(IQueryable<InformationRequest> ordered) =>
        from request in ordered
        join department in store.Departments on request.DepartmentId equals department.Id into departments
        from department in departments.DefaultIfEmpty()
        join person in store.People on request.HandlerId equals person.Id into people
        from person in people.DefaultIfEmpty()
        select new Row(request, department == null ? null : department.Name, person == null ? null : person.Name);

    async Task<IQueryable<InformationRequest>> Chosen()
    {
        var (today, all) = (desk.Today, requests.Seen);
        var soon = desk.Calendar.Add(today, desk.Lights.Soon);
        var found = Open switch
        {
            "confirm" => all.Open.Where(request => request.ReceivedOn == null),
            "route" => all.Open.Where(request => request.ReceivedOn != null && request.DepartmentId == null),
            "mine" => await Mine(all.Open),
            "soon" => all.Open.Where(request => request.ActBy >= today && request.ActBy <= soon),
            "overdue" => all.Overdue(today),
            "paused" => all.Open.Where(request => request.Awaits == Awaiting.Correction || request.Awaits == Awaiting.Payment || request.Awaits == Awaiting.Consultation),
            "ended" => all.Where(request => request.EndedOn != null),
            "all" => all,
            _ => all.Open,
        };
        if (Channel is { } channel) found = found.Where(request => request.Channel == channel);
        if (Kind is { } kind) found = found.Where(request => request.Kind == kind);
        if (Outcome is { } outcome) found = found.Where(request => request.Outcome == outcome);
        if (From is { } from) found = found.Where(request => request.ReceivedOn >= from);
        if (To is { } to) found = found.Where(request => request.ReceivedOn <= to);
        if (Department is { Length: > 0 } && await desk.Department(Department) is { } department) found = found.Where(request => request.DepartmentId == department.Id);
        return Wanted is not { } words ? found
            : words.All(char.IsAsciiDigit) && words.Length >= 8 ? found.Where(request => request.Number.StartsWith(words))
            : found.Where(request => request.Wanted.Name!.Contains(words) || request.Wanted.Description!.Contains(words) || request.Wanted.DocumentNumber!.Contains(words));
    }

    // Mine, those of whom I stand in for, and what lies in my department and nobody has taken.
    async Task<IQueryable<InformationRequest>> Mine(IQueryable<InformationRequest> open)
    {
        if (me.Person is not { } person) return open.Where(_ => false);
        var hands = await store.HandsOf(person, desk.Today);
        var home = await store.People.Where(one => one.Id == person).Select(one => one.DepartmentId).SingleOrDefaultAsync();
        return open.Where(request => request.HandlerId != null ? hands.Contains(request.HandlerId.Value) : home != null && request.DepartmentId == home);
    }

    IReadOnlyList<ListFilter> Filters() =>
    [
        new("tab", "标签", Tab, Tabs.FirstOrDefault(tab => tab.Key == Tab).Name),
        new("q", "编号或内容", Wanted),
        new("channel", "渠道", Channel?.ToString(), Channel?.Name),
        new("kind", "申请人类型", Kind?.ToString(), Kind?.Name),
        new("outcome", "办理结果", Outcome?.ToString(), Outcome?.Name),
        new("department", "承办科室", Department, Departments.FirstOrDefault(department => department.Value == Department)?.Text),
        new("from", "收到日期从", From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        new("to", "收到日期至", To?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
    ];
}
