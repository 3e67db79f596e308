using System.Text.Json;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Trail;

/// <summary>个人信息查看记录: who saw what of whom between two moments, as a report of a breach must say it.</summary>
/// <remarks>PIPL art. 57 (个人信息保护法第五十七条), from memory.</remarks>
[Permits(Permission.ReadTrail)]
public sealed class Looks(Store store, Me me, TrailOrders orders, RowNames names) : PageModel, IFramed
{
    public const string Path = "/office/trail/looks";
    const int PageSize = 100;

    /// <summary>Someone who looked, how often, first and last.</summary>
    public sealed record Viewer(string By, int Times, DateTimeOffset First, DateTimeOffset Last);

    /// <summary>One look.</summary>
    public sealed record Row(Guid Chain, long Sequence, DateTimeOffset At, string Deed, string By, string From, string? Why, string Content)
    {
        public string What { get; init; } = "";
    }

    /// <summary>One of several who bear the name that was asked for.</summary>
    public sealed record Candidate(Guid Record, string Name, string Where);

    [BindProperty(SupportsGet = true, Name = "whose")] public string? Whose { get; set; }
    [BindProperty(SupportsGet = true, Name = "from")] public DateTime? From { get; set; }
    [BindProperty(SupportsGet = true, Name = "to")] public DateTime? To { get; set; }
    [BindProperty(SupportsGet = true, Name = "before")] public string? Before { get; set; }

    public string? Subject { get; private set; }
    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];
    public IReadOnlyList<Viewer> Viewers { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Codes { get; private set; } = new Dictionary<Guid, string>();
    public string? Older { get; private set; }
    public Frame Frame => new("个人信息查看记录", new Crumb("审计日志", Index.Path), new Crumb("个人信息查看记录")) { Under = Path };

    public async Task OnGetAsync()
    {
        if (!ModelState.IsValid || await Filter() is not { } filter) return;
        var entries = filter.In(store).Visible(me);
        Viewers = [.. (await entries.GroupBy(entry => new { entry.Account, entry.By }).Select(group => new { group.Key.By, Times = group.Count(), First = group.Min(entry => entry.At), Last = group.Max(entry => entry.At) })
            .OrderByDescending(viewer => viewer.Times).ThenBy(viewer => viewer.By).Take(PageSize).ToListAsync()).Select(viewer => new Viewer(viewer.By, viewer.Times, viewer.First, viewer.Last))];
        var (rows, older) = await entries.Page(TrailPlace.Parse(Before), PageSize,
            entry => new Row(entry.Chain, entry.Sequence, entry.At, entry.Deed, entry.By, entry.From, entry.Why, entry.Content), row => new(row.At, row.Sequence));
        Older = older is null ? null : Path + QueryString.Create(from part in (IEnumerable<(string Name, string? Value)>)[("whose", Whose), ("from", Text(From)), ("to", Text(To)), ("before", older.ToString())]
                                                              where part.Value is not null
                                                              select KeyValuePair.Create(part.Name, part.Value));
        var chains = rows.Select(row => row.Chain).Distinct().ToList();
        Codes = await store.Agencies.Where(agency => chains.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.Code);
        await Name(rows);
    }

    /// <summary>Orders the same as a file.</summary>
    public async Task<IActionResult> OnPostExportAsync()
    {
        if (ModelState.IsValid && await Filter() is { } filter)
        {
            if (await orders.Export(filter) is { } done)
            {
                return this.Done(done, "~" + Jobs.Index.Path);
            }
            ModelState.AddModelError("", "这段时间里没有人查看过，不用导出。");
        }
        return Page();
    }

    public static string? Text(DateTime? wall) => wall?.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The records that an entry mentions.</summary>
    internal static IReadOnlyList<(string Table, Guid Record, string? Field)> MentionsOf(JsonElement content) => content.TryGetProperty("mentions", out var mentions)
        ? [.. mentions.EnumerateArray().Select(mention => (mention.GetProperty("table").GetString()!, mention.GetProperty("record").GetGuid(), mention.GetProperty("field").GetString()))]
        : [];

    // Whom it is about; null where that is not clear, and then the page says why.
    async Task<TrailFilter?> Filter()
    {
        var filter = new TrailFilter { Deeds = Deeds.Looks, From = From?.OnOfficeClock, Until = To?.OnOfficeClock };
        if (Whose?.Trim() is not { Length: > 0 } whose) return filter;
        var found = await names.Find(whose, me.Where(Permission.ReadTrail));
        var called = await names.Of(found);
        if (found is [var one])
        {
            Subject = called.GetValueOrDefault(one.Id) ?? $"记录 {one.Id:D}";
            // Of another agency's record not even the name.
            if (!me.MayEverywhere(Permission.ReadTrail) && !await new TrailFilter { Record = one.Id }.In(store).Visible(me).AnyAsync()) Subject = $"记录 {one.Id:D}";
            return filter with { Record = one.Id };
        }
        if (found is []) ModelState.AddModelError("whose", $"没有找到“{whose}”。请填写工作人员的姓名，或者记录的编号（记录页面地址的最后一段）");
        var ids = found.Select(row => row.Id).ToList();
        var places = await (
            from person in store.People
            join agency in store.Agencies on person.AgencyId equals agency.Id
            join department in store.Departments on person.DepartmentId equals department.Id into departments
            from department in departments.DefaultIfEmpty()
            where ids.Contains(person.Id)
            select new { person.Id, Agency = agency.Name, Department = department == null ? "" : department.Name }).ToDictionaryAsync(row => row.Id, row => row.Agency + row.Department);
        Candidates = [.. found.Select(row => new Candidate(row.Id, called.GetValueOrDefault(row.Id) ?? "", places.GetValueOrDefault(row.Id) ?? ""))];
        return null;
    }

    async Task Name(IReadOnlyList<Row> rows)
    {
        var mentions = rows.Select(row =>
        {
            using var content = JsonDocument.Parse(row.Content);
            return (Row: row, Mentions: MentionsOf(content.RootElement));
        }).ToList();
        var called = await names.Of(mentions.SelectMany(row => row.Mentions).Select(mention => (mention.Table, mention.Record)));
        Rows = [.. mentions.Select(row => row.Row with
        {
            What = row.Mentions is [] ? "—" : string.Join("、", row.Mentions.Select(mention => $"{called.GetValueOrDefault(mention.Record) ?? TrailWords.Of(mention.Table)}{(mention.Field is { } field ? "的" + TrailWords.Of(mention.Table, field) : "")}")),
        })];
    }
}
