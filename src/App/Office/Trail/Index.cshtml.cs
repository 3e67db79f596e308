using System.Globalization;
using Gongkai.App.Access;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Jobs;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Trail;

/// <summary>审计日志: who did what, when, from where and why; newest first.</summary>
[Permits(Permission.ReadTrail)]
public sealed class Index(Store store, Me me, JobOrders orders, IEnumerable<IJobKind> kinds) : PageModel, IFramed
{
    public const string Path = "/office/trail/";
    const int PageSize = 50;

    /// <summary>One entry, as a line.</summary>
    public sealed record Row(Guid Chain, long Sequence, DateTimeOffset At, string Deed, string By, string From, string? Why);

    /// <summary>What the auditor asks for; every part stands in the address.</summary>
    public sealed class Search
    {
        [BindProperty(Name = "from")] public DateOnly? From { get; set; }
        [BindProperty(Name = "to")] public DateOnly? To { get; set; }
        [BindProperty(Name = "by")] public string? By { get; set; }
        [BindProperty(Name = "deed")] public string? Deed { get; set; }
        [BindProperty(Name = "agency")] public string? Agency { get; set; }

        /// <summary>Only what is older than this moment: the next page.</summary>
        [BindProperty(Name = "before")] public string? Before { get; set; }
    }

    [BindProperty(SupportsGet = true, Name = "")] public Search Asked { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Older { get; private set; }
    public IReadOnlyDictionary<Guid, (string Code, string Name)> Agencies { get; private set; } = new Dictionary<Guid, (string, string)>();

    public Frame Frame => new("审计日志", new Crumb("审计日志")) { Under = Path };

    public async Task OnGetAsync()
    {
        var entries = Narrow(store.Trail.AsNoTracking().Visible(me), await Chain());
        var rows = await Line(entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Sequence).Take(PageSize)).ToListAsync();
        if (rows is [.., { At: var last }] && rows.Count == PageSize)
        {
            // A page ends between two moments, so that none is shown twice and none is left out.
            rows.RemoveAll(row => row.At == last);
            rows.AddRange(await Line(entries.Where(entry => entry.At == last).OrderByDescending(entry => entry.Sequence)).ToListAsync());
            if (await entries.AnyAsync(entry => entry.At < last)) Older = last.UtcTicks.ToString(CultureInfo.InvariantCulture);
        }
        Rows = rows;
        var chains = rows.Select(row => row.Chain).Distinct().ToList();
        Agencies = await store.Agencies.Where(agency => chains.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => (agency.Code, agency.Name));
    }

    /// <summary>Orders the verification of every chain (验证审计链).</summary>
    public Task<IActionResult> OnPostVerifyAsync() => Order(VerifyTrail.Kind, "{}");

    /// <summary>Orders the entries that are asked for as a file (导出). Who acted is not among what a job may keep, so that filter is left out, and the page says so.</summary>
    public async Task<IActionResult> OnPostExportAsync()
    {
        if (!ModelState.IsValid)
        {
            await OnGetAsync();
            return Page();
        }
        var chain = await Chain();
        // Another agency's chain is not there.
        if (chain is { } one && one != me.Agency && !me.MayEverywhere(Permission.ReadTrail)) return NotFound();
        var order = new ExportTrail.Order(chain, Asked.From is { } from ? from.StartAtOffice : null, Asked.To is { } to ? to.AddDays(1).StartAtOffice : null, Asked.Deed is { Length: > 0 } deed ? deed : null);
        return await Order(ExportTrail.Kind, ExportTrail.Parameters(order, me));
    }

    async Task<IActionResult> Order(string code, string parameters)
    {
        var kind = kinds.Single(one => one.Code == code);
        // Someone who asks twice for the same work waits for the first.
        if (await store.Jobs.AnyAsync(job => job.OwnerId == me.Account && job.Kind == code && job.Parameters == parameters && (job.State == JobState.Waiting || job.State == JobState.Running)))
            TempData["Done"] = $"“{kind.Name}”已经在进行，请等它结束。";
        else
        {
            await orders.Place(kind, parameters);
            TempData["Done"] = $"已启动“{kind.Name}”，可以离开这个页面，结束后会收到消息。";
        }
        return Redirect(Url.Content("~" + Jobs.Index.Path));
    }

    static IQueryable<Row> Line(IQueryable<TrailEntry> entries) =>
        entries.Select(entry => new Row(entry.Chain, entry.Sequence, entry.At, entry.Deed, entry.By, entry.From, entry.Why));

    IQueryable<TrailEntry> Narrow(IQueryable<TrailEntry> entries, Guid? chain)
    {
        if (chain is { } one) entries = entries.Where(entry => entry.Chain == one);
        if (Asked.From is { } from && from.StartAtOffice is var first) entries = entries.Where(entry => entry.At >= first);
        if (Asked.To is { } to && to.AddDays(1).StartAtOffice is var end) entries = entries.Where(entry => entry.At < end);
        if (Asked.By is { Length: > 0 } by) entries = entries.Where(entry => entry.By == by.Trim());
        if (Asked.Deed is { Length: > 0 } deed) entries = entries.Where(entry => entry.Deed == deed);
        if (long.TryParse(Asked.Before, out var ticks) && ticks is > 0 and < 3155378975999999999 && new DateTimeOffset(ticks, TimeSpan.Zero) is var before) entries = entries.Where(entry => entry.At < before);
        return entries;
    }

    async Task<Guid?> Chain() => Asked.Agency switch
    {
        null or "" => null,
        TrailQueries.Platform => Guid.Empty,
        // An agency that is not there has a chain without entries.
        var code => await store.Agencies.WithCode(code).Select(agency => agency.Id).FirstOrDefaultAsync() is var id && id != Guid.Empty ? id : Guid.AllBitsSet,
    };

}
