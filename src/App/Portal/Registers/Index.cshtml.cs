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
[Published(PublicRegister.KeyYear, PublicRegister.KeyFrom, PublicRegister.KeyUntil, PublicRegister.KeyWords, PublicRegister.KeyType, PublicRegister.KeyUnit, "page")]
public sealed class Index(Store store, TimeProvider time) : PageModel, IFramed
{
    const int RowsOnPage = 20, WithdrawnShown = 20, MonthsShown = 12;

    [FromQuery(Name = "page")] public int Wanted { get; set; } = 1;
    public PublicRegister Asked { get; private set; } = null!;
    public IReadOnlyList<RegisterRow> Rows { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Units { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyList<RegisterRow> Withdrawn { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;
    public RegisterFound Found { get; private set; } = RegisterFound.Nothing;
    public Frame Frame => new(Asked.Kind.Name, new Crumb("政府信息公开", "/zfxxgk/"), new Crumb(Asked.Kind.Name)) { Column = Asked.Column, Under = Asked.Kind.PublicCode };

    public async Task<IActionResult> OnGet(string register)
    {
        if (PublicRegister.Of(register, Request.Query) is not { } asked) return NotFound();
        Asked = asked;
        var today = time.Today;
        Found = await asked.Find(store, today);
        Paging = new(Wanted, RowsOnPage, Found.Count, page => $"{Url.Content("~" + asked.Path)}{asked.Query}{(asked.Query is "" ? '?' : '&')}page={page}");
        Rows = await Found.Page(Paging.Skip, RowsOnPage);
        Units = await PublicRegister.Names(store, Rows);
        // 处罚法第四十八条: 撤回行政处罚决定信息并公开说明理由.
        var since = today.AddMonths(-MonthsShown).StartAtOffice;
        if (asked.Kind.IsDecision && asked.Query is "")
            Withdrawn = await store.Register(asked.Kind).AsNoTracking().Valid.Where(row => row.State == RowState.Withdrawn && row.PublishedAt != null && row.WithdrawnAt >= since)
                .OrderByDescending(row => row.WithdrawnAt).ThenByDescending(row => row.Id).Take(WithdrawnShown).ToListAsync();
        return Page();
    }
}
