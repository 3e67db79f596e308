using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Registers;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>主动公开台账: the registers, table 2 as they give it now, and where a published report says otherwise (O17).</summary>
[Permits(Permission.SeeItems)]
public sealed class Index(Store store, Me me, Desk desk) : PageModel, IFramed
{
    /// <summary>A cell in which the published report and the registers differ.</summary>
    public sealed record Difference(FormCell Cell, string Reported, decimal Counted, string Sentence);

    /// <summary>What waits for its publication in a register, and what came late.</summary>
    public sealed record Wait(RegisterKind Kind, int Waits, int Late, DateOnly? First, int WasLate, int Down);

    public IReadOnlyList<Wait> Waiting { get; private set; } = [];

    public Frame Frame => new("主动公开台账", new Crumb("主动公开"), new Crumb("主动公开台账")) { Under = RegisterPlaces.Path };

    [FromQuery(Name = "year")] public int? Asked { get; set; }

    public int Year { get; private set; }
    public IReadOnlyList<int> Years { get; private set; } = [];
    public YearlyDisclosure Table { get; private set; } = null!;
    public bool Published { get; private set; }
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public bool MayKeep => me.May(Permission.KeepRegisters);
    public bool MaySet => me.May(Permission.ManageSettings);

    public async Task<IActionResult> OnGet()
    {
        if (me.Agency == Guid.Empty) return NotFound();
        Years = [.. Enumerable.Range(ReportDrafts.FirstYear, Math.Max(1, desk.Today.Year - ReportDrafts.FirstYear + 1)).Reverse()];
        if (Asked is { } asked && !Years.Contains(asked)) return NotFound();
        Year = Asked ?? desk.Today.Year;
        Waiting = await Waits();
        Table = await YearlyDisclosure.Of(store, me.Agency, Year);
        if (await store.AnnualReports.AsNoTracking().OfAgency(me.Agency).OfYear(Year).Newest.SingleOrDefaultAsync() is not { } published) return Page();
        var report = published.ToReport();
        Published = true;
        Differences = [.. Table.Differing(report).Select(one => new Difference(one.Cell, $"{one.Reported}", one.Counted, RegisterReading.Explain(report, one.Cell, one.Counted)))];
        return Page();
    }

    async Task<IReadOnlyList<Wait>> Waits()
    {
        List<Wait> waits = [];
        foreach (var kind in Enum.GetValues<RegisterKind>())
        {
            if (kind.PublicCode is null)
            {
                waits.Add(new(kind, 0, 0, null, 0, 0));
                continue;
            }
            var (rows, today) = (store.Register(kind).AsNoTracking().OfAgency(me.Agency), desk.Today);
            var open = await (from row in rows.Unpublished group row by 1 into all select new { Count = all.Count(), Late = all.Count(row => row.PublishBy < today), First = all.Min(row => row.PublishBy) }).SingleOrDefaultAsync();
            var late = await rows.Valid.CountAsync(row => row.Late);
            var down = (await store.TakeDowns(kind, me.Agency)).Count;
            waits.Add(new(kind, open?.Count ?? 0, open?.Late ?? 0, open?.First, late, down));
        }
        return waits;
    }
}
