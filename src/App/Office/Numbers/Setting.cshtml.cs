using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Numbers;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Numbers;

/// <summary>A kind of document number: set up once, then only its name changes, or it is closed. How it is written stays, because numbers were printed so.</summary>
[Permits(Permission.ManageSettings)]
public sealed class Setting(Store store, Me me, TimeProvider time) : PageModel, IFramed
{
    [FromRoute(Name = "handle")] public string? Address { get; set; }

    [BindProperty] public Form Input { get; set; } = new();

    public NumberSeries? Series { get; private set; }
    public DateOnly Date { get; } = time.Today;

    public Frame Frame => new(Series?.Name ?? "新设文种", new Crumb("文号", Index.Path), new Crumb(Series?.Name ?? "新设文种")) { Under = Index.Path };

    public sealed class Form
    {
        public string? Name { get; set; }
        public string? Word { get; set; }
        public string? Suffix { get; set; }
        public bool Ordinal { get; set; }
        public int First { get; set; } = 1;
        public bool Closed { get; set; }
        public int Revision { get; set; }
    }

    public async Task<IActionResult> OnGet()
    {
        if (!await Find()) return NotFound();
        if (Series is { } series) Input = new() { Name = series.Name, Closed = series.ClosedAt is not null, Revision = series.Revision };
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Find()) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        return Series is { } series ? await Change(series) : await Open();
    }

    async Task<IActionResult> Open()
    {
        var series = new NumberSeries
        {
            AgencyId = me.Agency, Name = Input.Name?.Trim() ?? "", Word = Input.Word?.Trim() ?? "", Suffix = Input.Suffix?.Trim() ?? "", Ordinal = Input.Ordinal,
            FirstYear = time.Today.Year, FirstNumber = Input.First,
        };
        if ((series.ToKeep()?.Reason ?? await Taken(series)) is { } reason) return Refuse(reason);
        store.Add(series);
        await store.Save(me.Does(NumberDeeds.SeriesOpened));
        return Done($"已设置文种“{series.Name}”，{time.Today.Year} 年从 {series.Pattern.Of(time.Today.Year, series.FirstNumber)} 开始。");
    }

    async Task<IActionResult> Change(NumberSeries series)
    {
        store.Expect(series, Input.Revision);
        series.Name = Input.Name?.Trim() ?? "";
        if (Input.Closed) series.Close(time.Now); else series.Reopen();
        if ((series.ToKeep()?.Reason ?? await Taken(series)) is { } reason)
        {
            store.ChangeTracker.Clear();
            return Refuse(reason);
        }
        if (await this.Saved(() => store.Save(me.Does(NumberDeeds.SeriesChanged))) is { } late) return late;
        return Done($"文种“{series.Name}”已保存。");
    }

    async Task<string?> Taken(NumberSeries series) =>
        await store.NumberSeries.AnyAsync(other => other.AgencyId == me.Agency && other.Id != series.Id && other.Name == series.Name) ? $"已有名为“{series.Name}”的文种，请换一个名称。"
        : await store.NumberSeries.Where(other => other.AgencyId == me.Agency && other.Id != series.Id && other.Word == series.Word && other.Suffix == series.Suffix).Select(other => other.Name).FirstOrDefaultAsync() is { } same
            ? $"文种“{same}”已使用同样的代字和后缀，编出的号会重复。请加上不同的后缀。"
            : null;

    PageResult Refuse(string reason)
    {
        ModelState.AddModelError("", reason);
        return this.Again();
    }

    RedirectResult Done(string words)
    {
        return this.Done(words, "~" + Index.Path);
    }

    async Task<bool> Find()
    {
        if (Address == "new") return true;
        if (!Handle.TryParse(Address, null, out var handle)) return false;
        Series = await store.NumberSeries.SingleOrDefaultAsync(series => series.Handle == handle && series.AgencyId == me.Agency);
        return Series is not null;
    }
}
