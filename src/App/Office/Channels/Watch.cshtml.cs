using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Channels;

/// <summary>更新监测: how many days each column has left, and how far the site is from the red lines of the inspection (O17).</summary>
[Permits(Permission.SeeItems)]
public sealed class Watch(Store store, Me me, ListFiles files, InspectionTerms terms, TimeProvider time) : PageModel, IFramed
{
    public const string Path = Index.Path + "/watch";
    const string Name = "更新监测";

    public Frame Frame => new(Name, new Crumb("主动公开"), new Crumb(Name)) { Under = Path };
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public IReadOnlyList<WatchedColumn> Columns { get; private set; } = [];
    public RedLines Lines { get; private set; } = null!;
    public Listing List { get; private set; } = null!;
    public DateOnly Today { get; } = time.Today;
    RedLineTerms Terms => Lines.Terms;

    /// <summary>A red line: what it is called, how it stands, how far it is.</summary>
    public IReadOnlyList<(string Name, string Now, string Rule, bool Fails)> Counters =>
    [
        ("首页不更新", Lines.HomeDaysLeft < 0 ? $"已超过 {Terms.HomeGap} 天没有公开新的信息" : $"还有 {Lines.HomeDaysLeft} 天", $"{Terms.HomeGap} 天内没有新的信息", Lines.HomeDaysLeft < 0),
        ("栏目不更新", $"{Lines.Unkept} 个，{Far(Lines.Unkept, Terms.MostUnkept)}", $"动态、要闻超过 {Terms.NewsGap} 天，或通知公告、政策文件一级栏目超过 {Terms.PolicyGap} 天，合计 {Terms.MostUnkept} 个", Lines.Unkept >= Terms.MostUnkept),
        ("应更新未更新", $"{Lines.Stale} 个，{Far(Lines.Stale, Terms.MostStale)}", $"超过自身更新期限的栏目达到 {Terms.MostStale} 个", Lines.Stale >= Terms.MostStale),
        ("空白栏目", $"{Lines.Blank} 个，{Far(Lines.Blank, Terms.MostBlank)}", $"没有内容的栏目达到 {Terms.MostBlank} 个", Lines.Blank >= Terms.MostBlank),
    ];

    public async Task<IActionResult> OnGet()
    {
        (Columns, var newest) = await store.WatchColumns(me.Agency);
        Lines = RedLines.Of([.. Columns.Select(column => column.Upkeep)], newest, Today, terms.On(Today));
        if (await files.Of(Name, Asked, [], Headings, () => Columns.ToAsyncEnumerable()) is { } file) return file;
        List = Listing.Around(Name, Path, Asked, [], Headings, Columns.Count);
        return Page();
    }

    public static string? ToneOf(UpkeepState state) => state switch
    {
        UpkeepState.Stale or UpkeepState.Empty => "late",
        UpkeepState.Soon or UpkeepState.Few => "soon",
        UpkeepState.Fresh => "fine",
        UpkeepState.AsItComes => null,
        UpkeepState.NotApplicable => "ended",
    };

    public string Left(Upkeep upkeep) => upkeep.DaysLeft(Today) switch { null => "", < 0 and var over => $"超过 {-over} 天", var left => $"{left} 天" };

    ListColumn<WatchedColumn>[] Headings =>
    [
        new("column", "栏目", one => one.Column.Name), new("count", "信息（条）", one => one.Upkeep.Count), new("least", "至少（条）", one => one.Upkeep.MinCount), new("newest", "最近公开", one => one.Upkeep.Newest),
        new("gap", "更新期限（天）", one => one.Upkeep.MaxGapDays is { } gap ? $"{gap}" : "随时更新"), new("left", "剩余", one => Left(one.Upkeep)), new("state", "状态", one => one.Upkeep.On(Today).Name),
    ];

    static string Far(int now, int most) => now >= most ? "已触及红线" : $"距红线还差 {most - now} 个";
}
