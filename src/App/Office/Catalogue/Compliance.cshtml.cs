using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Catalogue;

/// <summary>目录落实情况: of each entry what was disclosed last, what is due next, what is late or missing.</summary>
[Permits(Permission.SeeItems)]
public sealed class Compliance(Store store, Me me, Desk desk, ListFiles files, Views.ViewsOf views) : PageModel, IFramed
{
    public const string Path = "/office/catalogue/compliance";
    const string Name = "目录落实情况";

    public Frame Frame => new(Name, new("主动公开目录", Index.Path), new(Name)) { Under = Index.Path };

    [FromQuery(Name = "broken")] public bool BrokenOnly { get; set; }
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public IReadOnlyList<EntryCompliance> Rows { get; private set; } = [];
    public Listing List { get; private set; } = null!;
    public Views.ViewBar Views { get; private set; } = null!;

    static readonly ListColumn<EntryCompliance>[] Columns =
    [
        new("number", "序号", row => row.Entry.Number),
        new("name", "公开事项", row => row.Entry.Name),
        new("mode", "公开类别", row => row.Entry.Mode.Name),
        new("last", "最近公开", row => row.LastAt?.DayAtOffice),
        new("next", "下一个期限", row => row.NextDue),
        new("published", "已公开", row => row.Published),
        new("late", "逾期", row => row.Late + row.LatePeriods),
        new("missing", "未公开", row => row.Overdue + row.MissingPeriods),
        new("state", "情况", row => row.Words),
    ];

    public async Task<IActionResult> OnGet()
    {
        Rows = [.. (await store.ComplianceOf(me.Agency, desk.Today, desk.Calendar)).Where(row => !BrokenOnly || row.IsBroken)];
        ListFilter[] filters = [new("broken", "情况", BrokenOnly ? "true" : null, "没有落实")];
        if (await files.Of(Name, Asked, filters, Columns, Rows.ToAsyncEnumerable) is { } file) return file;
        List = Listing.Around(Name, Path, Asked, filters, Columns, Rows.Count);
        Views = await views.Of(List);
        return Page();
    }
}
