using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Registers;
using Gongkai.Rules;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Registers;

/// <summary>行政许可、行政处罚、收费目录、权责清单、采购: the registers that the public may look through (P07).</summary>
[Published("nf", "q", "lx", "dw", "page")]
public sealed class Index(Store store, TimeProvider time) : PageModel, IFramed
{
    const int RowsOnPage = 20, WithdrawnShown = 20, MonthsShown = 12;

    [FromQuery(Name = "page")] public int Wanted { get; set; } = 1;
    public PublicRegister Asked { get; private set; } = null!;
    public IReadOnlyList<RegisterRow> Rows { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Units { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyList<RegisterRow> Withdrawn { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;
    public bool Capped { get; private set; }
    public Frame Frame => new(Asked.Kind.Name, new Crumb("政府信息公开", "/zfxxgk/"), new Crumb(Asked.Kind.Name)) { Column = Asked.Column, Under = Asked.Kind.PublicCode };

    public async Task<IActionResult> OnGet(string register, [FromQuery(Name = "nf")] string? year, [FromQuery(Name = "q")] string? words, [FromQuery(Name = "lx")] string? type, [FromQuery(Name = "dw")] string? unit)
    {
        if (PublicRegister.Of(register, year, words, type, unit) is not { } asked) return NotFound();
        Asked = asked;
        var (today, rows) = (time.Today, asked.Rows(store, time.Today));
        var count = await rows.Take(PublicRegister.MostCounted + 1).CountAsync();
        Capped = count > PublicRegister.MostCounted;
        Paging = new(Wanted, RowsOnPage, Math.Min(count, PublicRegister.MostCounted), page => $"{Url.Content("~" + asked.Path)}{asked.Query}{(asked.Query is "" ? '?' : '&')}page={page}");
        Rows = await rows.Skip(Paging.Skip).Take(RowsOnPage).ToListAsync();
        Units = await PublicRegister.Names(store, Rows);
        // 处罚法第四十八条: 撤回行政处罚决定信息并公开说明理由.
        var since = today.AddMonths(-MonthsShown).StartAtOffice;
        if (asked.Kind.IsDecision && asked.Query is "")
            Withdrawn = await store.Register(asked.Kind).AsNoTracking().Valid.Where(row => row.State == RowState.Withdrawn && row.PublishedAt != null && row.WithdrawnAt >= since)
                .OrderByDescending(row => row.WithdrawnAt).ThenByDescending(row => row.Id).Take(WithdrawnShown).ToListAsync();
        return Page();
    }
}
