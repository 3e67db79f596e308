using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Requests;

/// <summary>依申请公开 (P12): look first whether it is published, then see what a request needs, how long it takes and by which ways it may come.</summary>
[Published("cx")]
public sealed class Index(Store store, TimeProvider time) : PageModel, IFramed
{
    const int Shown = 5;

    /// <summary>先查一查: words of an agency's or a report's name.</summary>
    [BindProperty(Name = "cx", SupportsGet = true)] public string? Sought { get; set; }

    public IReadOnlyList<Office> Offices { get; private set; } = [];
    public IReadOnlyList<(string Title, string Path)> Reports { get; private set; } = [];

    /// <summary>An agency with the ways to it, as the guide must name them (条例 art. 12).</summary>
    public sealed record Office(string Code, string Name, DisclosureOffice Desk);

    public Frame Frame => new("依申请公开", new Crumb("政府信息公开", "/zfxxgk/"), new Crumb("依申请公开")) { Column = Place.Column, Under = "ysqgk", Banner = "依申请公开" };

    public async Task OnGet()
    {
        Sought = Sought?.Trim() is { Length: > 0 and <= 100 } text ? text : null;
        var existing = store.Agencies.AsNoTracking().Existing;
        if (Sought is null && await existing.CountAsync() > Shown) return;
        Offices = [.. (await existing.Where(agency => Sought == null || agency.Name.Contains(Sought) || agency.ShortName != null && agency.ShortName.Contains(Sought))
            .OrderBy(agency => agency.Name.Length).ThenBy(agency => agency.Code).Take(Shown).ToListAsync()).Select(agency => new Office(agency.Code, agency.Name, agency.Office))];
        if (Sought is null) return;
        var reports = await (from report in store.AnnualReports.AsNoTracking().Published(time.Today).Newest
                             join agency in store.Agencies on report.AgencyId equals agency.Id
                             where report.Title.Contains(Sought) || agency.Name.Contains(Sought)
                             orderby report.Year descending, agency.Code
                             select new { report.Title, report.Year, agency.Code }).Take(Shown).ToListAsync();
        Reports = [.. reports.Select(report => (report.Title, $"/zfxxgk/nb/{report.Year}/{report.Code}"))];
    }
}
