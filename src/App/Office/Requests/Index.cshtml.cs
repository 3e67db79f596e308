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

    /// <summary>Nobody needs to know more exactly how many there are.</summary>
    public const int Most = 999;

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

    /// <summary>A unit that was merged into this one, by its code: its requests.</summary>
    [FromQuery(Name = "unit")] public string? Unit { get; set; }

    /// <summary>Where the page before ended, or the one after began: a day and a handle, or a number.</summary>
    [FromQuery(Name = "after")] public string? After { get; set; }

    [FromQuery(Name = "before")] public string? Before { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Listing List { get; private set; } = null!;
    public Views.ViewBar Views { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];

    /// <summary>The units that were merged into this one.</summary>
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public RequestLeaf Leaf { get; private set; } = null!;
    public string? Next { get; private set; }
    public string? Previous { get; private set; }

    /// <summary>How many, in words; only over the first page.</summary>
    public string? Amount { get; private set; }

    /// <summary>The first page.</summary>
    public string First => List.Path + List.Query;

    /// <summary>The requests of a merged unit are looked at here, and not worked on.</summary>
    public bool Inherited => Whose != me.Agency;

    Guid Whose { get; set; }
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
        if (!await Choose()) return NotFound();
        var (range, sieve) = await Chosen();
        if (await files.Of("申请件", Asked, Filters(), Columns, Named((sieve?.Invoke(range) ?? range).In(Order)).AsSplitQuery()) is { } file) return file;
        List = Listing.Around("申请件", Path, Asked, Filters(), Columns);
        var from = await Place(After ?? Before);
        Leaf = await range.Leaf(Order, sieve, from, backwards: from is not null && After is null, Listing.RowsOnPage);
        Rows = await Named(Leaf.Rows);
        if (from is null) Amount = Words(await range.Amount(Order, sieve, Most));
        Next = Leaf.Next is { } next && await Address(next) is { } after ? List.Asking("after", after) : null;
        Previous = Leaf.Before && Leaf.Previous is { } previous && await Address(previous) is { } before ? List.Asking("before", before) : null;
        Views = await views.Of(List);
        return Page();
    }

    /// <summary>The address with another tab.</summary>
    public string At(string tab) => $"{Path}?tab={tab}{(Unit is { Length: > 0 } unit ? $"&unit={Uri.EscapeDataString(unit)}" : "")}";

    RequestOrder Order => Open switch { "all" => RequestOrder.Number, "ended" => RequestOrder.Ended, _ => RequestOrder.ActBy };

    static string Words((int Count, bool More, bool Stopped) amount) => amount switch
    {
        (_, true, _) => $"共 {Most} 件以上",
        (var count, _, true) => $"前 {RequestLeaves.Window} 件中有 {count} 件",
        var (count, _, _) => $"共 {count} 件",
    };

    // The place in the address names the request by its handle, and the day on which it stood there.
    async Task<RequestPlace?> Place(string? said)
    {
        if (said is not { Length: > 0 }) return null;
        if (Order == RequestOrder.Number) return new(default, said, Guid.Empty);
        if (said.Split('.') is not [var on, var named] || !DateOnly.TryParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) || !Handle.TryParse(named, null, out var handle)) return null;
        return await store.Requests.Where(request => request.Handle == handle).Select(request => (Guid?)request.Id).SingleOrDefaultAsync() is { } id ? new(day, "", id) : null;
    }

    async Task<string?> Address(RequestPlace place) => Order == RequestOrder.Number ? place.Number
        : (Leaf.Rows.FirstOrDefault(row => row.Id == place.Id)?.Handle ?? await store.Requests.Where(request => request.Id == place.Id).Select(request => (Handle?)request.Handle).SingleOrDefaultAsync()) is { } handle
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{place.Day:yyyy-MM-dd}.{handle}") : null;

    // One's own requests, or those of a unit that was merged into this one.
    async Task<bool> Choose()
    {
        Whose = me.Agency;
        if (!me.May(Permission.SeeRequests)) return Unit is null or "";
        var merged = (await desk.Readable()).Where(agency => agency != me.Agency).ToList();
        if (merged is []) return Unit is null or "";
        var units = await store.Agencies.AsNoTracking().Where(agency => merged.Contains(agency.Id)).OrderBy(agency => agency.Name).Select(agency => new { agency.Id, agency.Code, agency.Name }).ToListAsync();
        Units = [.. units.Select(unit => new SelectListItem(unit.Name, unit.Code))];
        if (Unit is null or "") return true;
        if (units.SingleOrDefault(unit => unit.Code == Unit) is not { } found) return false;
        Whose = found.Id;
        return true;
    }

    async Task<IReadOnlyList<Row>> Named(IReadOnlyList<InformationRequest> rows)
    {
        var (departments, people) = (rows.Select(row => row.DepartmentId).OfType<Guid>().Distinct().ToList(), rows.Select(row => row.HandlerId).OfType<Guid>().Distinct().ToList());
        var names = departments is [] ? [] : await store.Departments.Where(one => departments.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name);
        var handlers = people is [] ? [] : await store.People.Where(one => people.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name);
        return [.. rows.Select(row => new Row(row, row.DepartmentId is { } department ? names.GetValueOrDefault(department) : null, row.HandlerId is { } handler ? handlers.GetValueOrDefault(handler) : null))];
    }

    IQueryable<Row> Named(IQueryable<InformationRequest> ordered) =>
        from request in ordered
        join department in store.Departments on request.DepartmentId equals department.Id into departments
        from department in departments.DefaultIfEmpty()
        join person in store.People on request.HandlerId equals person.Id into people
        from person in people.DefaultIfEmpty()
        select new Row(request, department == null ? null : department.Name, person == null ? null : person.Name);

    // What an index knows, and the filters that have to look at each request.
    async Task<(IQueryable<InformationRequest> Range, Func<IQueryable<InformationRequest>, IQueryable<InformationRequest>>? Sieve)> Chosen()
    {
        var today = desk.Today;
        var soon = desk.Calendar.Add(today, desk.Lights.Soon);
        var all = store.Requests.AsNoTracking().OfAgency(Whose);
        List<Func<IQueryable<InformationRequest>, IQueryable<InformationRequest>>> sieves = requests.SeesAll ? [] : [requests.SeenOf(Whose)];
        var range = Open switch
        {
            "confirm" => all.Open.Where(request => request.ReceivedOn == null),
            "route" => all.Open.Where(request => request.ReceivedOn != null && request.DepartmentId == null),
            "soon" => all.Open.Where(request => request.ActBy >= today && request.ActBy <= soon),
            "ended" => all.Where(request => request.EndedOn != null),
            "all" => all,
            _ => all.Open,
        };
        if (Open == "mine")
        {
            var mine = await Mine();
            sieves.Add(found => found.Where(mine));
        }
        if (Open == "overdue") sieves.Add(found => found.Overdue(today));
        if (Open == "paused") sieves.Add(found => found.Where(request => request.Awaits == Awaiting.Correction || request.Awaits == Awaiting.Payment || request.Awaits == Awaiting.Consultation));
        if (Channel is { } channel) sieves.Add(found => found.Where(request => request.Channel == channel));
        if (Kind is { } kind) sieves.Add(found => found.Where(request => request.Kind == kind));
        if (Outcome is { } outcome) sieves.Add(found => found.Where(request => request.Outcome == outcome));
        if (From is { } from) sieves.Add(found => found.Where(request => request.ReceivedOn >= from));
        if (To is { } to) sieves.Add(found => found.Where(request => request.ReceivedOn <= to));
        if (Department is { Length: > 0 } && await desk.Department(Department) is { } department)
        {
            if (Order == RequestOrder.Number) sieves.Add(found => found.Where(request => request.DepartmentId == department.Id));
            else range = range.Where(request => request.DepartmentId == department.Id);
        }
        if (Wanted is { } words)
        {
            // A number has its place in an index; words are looked for in each request.
            if (words.All(char.IsAsciiDigit) && words.Length is >= 8 and <= 20) range = range.NumberedFrom(words);
            else sieves.Add(found => found.Where(request => request.Wanted.Name!.Contains(words) || request.Wanted.Description!.Contains(words) || request.Wanted.DocumentNumber!.Contains(words)));
        }
        return (range, sieves is [] ? null : found => sieves.Aggregate(found, (one, sieve) => sieve(one)));
    }

    // Mine, those of whom I stand in for, and what lies in my department and nobody has taken.
    async Task<System.Linq.Expressions.Expression<Func<InformationRequest, bool>>> Mine()
    {
        if (me.Person is not { } person) return _ => false;
        var hands = await store.HandsOf(person, desk.Today);
        var home = await store.People.Where(one => one.Id == person).Select(one => one.DepartmentId).SingleOrDefaultAsync();
        return request => request.HandlerId != null ? hands.Contains(request.HandlerId.Value) : home != null && request.DepartmentId == home;
    }

    IReadOnlyList<ListFilter> Filters() =>
    [
        new("unit", "单位", Unit, Units.FirstOrDefault(unit => unit.Value == Unit)?.Text),
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
