using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Trail;

/// <summary>审计日志 (O26): who did what, when, from where and why; newest first.</summary>
[Permits(Permission.ReadTrail)]
public sealed class Index(Store store, Me me, TrailOrders orders, RowNames names) : PageModel, IFramed
{
    public const string Path = "/office/trail/";
    const int PageSize = 50;

    /// <summary>One entry, as a line.</summary>
    public sealed record Row(Guid Chain, long Sequence, DateTimeOffset At, string Deed, string By, string From, string? Why);

    /// <summary>A part of what is asked for that no field shows, in words, and the list without it.</summary>
    public sealed record Narrowed(string Words, string Without);

    [BindProperty(SupportsGet = true, Name = "")] public Search Asked { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Older { get; private set; }
    public IReadOnlyDictionary<Guid, (string Code, string Name)> Agencies { get; private set; } = new Dictionary<Guid, (string, string)>();

    /// <summary>Those among which the list can be narrowed; none where no agency is chosen.</summary>
    public IReadOnlyList<Department> Departments { get; private set; } = [];

    public IReadOnlyList<Narrowed> AlsoBy { get; private set; } = [];

    public Frame Frame => new("审计日志", new Crumb("审计日志")) { Under = Path };

    public async Task OnGetAsync()
    {
        var filter = await Asked.Filter(store, names);
        var entries = filter.In(store).Visible(me);
        var (rows, older) = await entries.Page(TrailPlace.Parse(Asked.Before), PageSize,
            entry => new Row(entry.Chain, entry.Sequence, entry.At, entry.Deed, entry.By, entry.From, entry.Why), row => new(row.At, row.Sequence));
        Rows = rows;
        Older = older is null ? null : Asked.Url(before: older);
        var chains = rows.Select(row => row.Chain).Distinct().ToList();
        Agencies = await store.Agencies.Where(agency => chains.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => (agency.Code, agency.Name));
        var agency = me.MayEverywhere(Permission.ReadTrail) ? filter.Chain ?? me.Agency : me.Agency;
        Departments = await store.Departments.AsNoTracking().Where(department => department.AgencyId == agency).OrderBy(department => department.AbolishedOn != null).ThenBy(department => department.Order).ToListAsync();
        AlsoBy = [.. await Words(filter, entries)];
    }

    /// <summary>Orders the verification of every chain (验证审计链).</summary>
    public async Task<IActionResult> OnPostVerifyAsync() => ToJobs(await orders.Verify());

    /// <summary>Orders the entries that are asked for as a file (导出).</summary>
    public async Task<IActionResult> OnPostExportAsync()
    {
        if (ModelState.IsValid)
        {
            var filter = await Asked.Filter(store, names);
            // Another agency's chain is not there.
            if (filter.Chain is { } one && one != me.Agency && !me.MayEverywhere(Permission.ReadTrail)) return NotFound();
            if (await orders.Export(filter) is { } done) return ToJobs(done);
            ModelState.AddModelError("", "没有符合条件的记录，不用导出。请放宽条件后再导出。");
        }
        await OnGetAsync();
        return Page();
    }

    RedirectResult ToJobs(string done)
    {
        return this.Done(done, "~" + Jobs.Index.Path);
    }

    // Of an account and a record only what the entries say that may be read here.
    async Task<IReadOnlyList<Narrowed>> Words(TrailFilter filter, IQueryable<TrailEntry> entries)
    {
        List<Narrowed> words = [];
        if (filter.Account is not null)
            words.Add(new($"账号：{await entries.OrderByDescending(entry => entry.At).Select(entry => entry.By).FirstOrDefaultAsync() ?? "没有可查看的记录"}", Asked.Url("account")));
        if (filter.Record is { } record)
        {
            var table = await entries.AnyAsync() ? await names.TableOf(record) : null;
            words.Add(new($"记录：{(table is null ? "没有可查看的记录" : (await names.Of([(table, record)])).GetValueOrDefault(record) ?? $"{TrailWords.Of(table)}（已不在库中）")}", Asked.Url("record")));
        }
        return words;
    }
}
