using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>政府信息公开制度 (P03): the rules of disclosure, of the state, the province, the city and the agency itself.</summary>
[Published(ItemFilter.KeyAgency, "jb")]
public sealed class Regulations(Store store, PortalAgency agencies, TimeProvider time) : PageModel, IFramed
{
    const int Most = 500;

    /// <summary>Who made a rule; read from the name of its issuer.</summary>
    public static IReadOnlyList<(string Key, string Name)> Levels { get; } = [("gj", "国家"), ("s", "省"), ("sh", "市"), ("qt", "本机关和其他机关")];

    [FromQuery(Name = ItemFilter.KeyAgency)] public string? Asked { get; set; }

    /// <summary>级别.</summary>
    [FromQuery(Name = "jb")] public string? Wanted { get; set; }

    public ShownAgency Shown { get; private set; } = null!;
    public IReadOnlyList<ItemRow> Rows { get; private set; } = [];
    public DateOnly Today { get; } = time.Today;
    public string? Level => Levels.Any(level => level.Key == Wanted) ? Wanted : null;

    public Frame Frame => new("政府信息公开制度", Sections.Top, new Crumb("政府信息公开制度")) { Column = Sections.RulesColumn, Under = "zd", Banner = Sections.Banner(Shown.Name) };

    public string AddressOf(string level) => Shown.At(Sections.Rules) is var path && path.Contains('?', StringComparison.Ordinal) ? $"{path}&jb={level}" : $"{path}?jb={level}";

    public async Task<IActionResult> OnGet()
    {
        if (await agencies.Find(Asked) is not { } shown) return NotFound();
        Shown = shown;
        var own = shown.Agency.Id;
        var items = store.Items.AsNoTracking().Public().Where(item => store.Columns.Any(column => column.Id == item.ColumnId && column.AgencyId == own && column.Kind == ColumnKind.System));
        Rows = [.. (await store.Rows(items.NewestFirst().Take(Most)).ToListAsync()).Where(row => Level is null || LevelOf(row.Issuer) == Level)];
        return Page();
    }

    static string LevelOf(string issuer) =>
        issuer.StartsWith("国务院", StringComparison.Ordinal) || issuer.StartsWith("全国", StringComparison.Ordinal) || issuer.EndsWith('部') ? "gj"
        : issuer.Contains('省', StringComparison.Ordinal) || issuer.Contains("自治区", StringComparison.Ordinal) ? "s"
        : issuer.Contains('市', StringComparison.Ordinal) && !issuer.Contains('区', StringComparison.Ordinal) && !issuer.Contains('县', StringComparison.Ordinal) ? "sh"
        : "qt";
}
