using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Channels;

/// <summary>分类统计: how much was disclosed in a year, by category and channel; every figure opens its list.</summary>
[Permits(Permission.SeeItems)]
public sealed class Statistics(Store store, Me me, ListFiles files, TimeProvider time) : PageModel, IFramed
{
    public const string Path = Index.Path + "/statistics";
    const string Name = "主动公开统计";

    /// <summary>One line of the table; <c>null</c> is the sum.</summary>
    public sealed record Row(ItemCategory? Category, DisclosureCounts Counts)
    {
        public string Name => Category?.Name ?? "合计";
        public int Items => Category is { } one ? Counts.Of(one) : Counts.All;
        public int Of(Channel channel) => Counts.Of(Category, channel);
    }

    public Frame Frame => new(Name, new("公开渠道", Index.Path), new(Name)) { Under = Path };
    [FromQuery(Name = "year")] public int? Year { get; set; }
    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    public DisclosureCounts Counts { get; private set; } = null!;
    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Listing List { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        Years = await store.YearsDisclosed(me.Agency);
        var year = Year is >= 1990 and <= 2200 ? Year.Value : Years.FirstOrDefault(time.Today.Year);
        Counts = await store.CountDisclosed(me.Agency, year);
        Rows = [.. Enum.GetValues<ItemCategory>().Select(category => new Row(category, Counts)), new(null, Counts)];
        ListFilter[] filters = [new("year", "年份", $"{year}")];
        ListColumn<Row>[] columns =
        [
            new("category", "类别", row => row.Name), new("items", "公开信息（条）", row => row.Items),
            .. Counts.Used.Select(channel => new ListColumn<Row>(channel.ToString(), channel.Name, row => row.Of(channel))),
        ];
        if (await files.Of($"{year}年{Name}", Asked, filters, columns, () => Rows.ToAsyncEnumerable()) is { } file) return file;
        List = Listing.Around(Name, Path, Asked, filters, columns, Rows.Count);
        return Page();
    }

    /// <summary>The list behind a figure.</summary>
    public string Behind(ItemCategory? category, Channel? channel = null, bool late = false)
    {
        var query = new QueryBuilder { { "year", $"{Counts.Year}" } };
        if (category is { } one) query.Add("category", one.ToString());
        if (channel is { } by) query.Add("channel", by.ToString());
        if (late) query.Add("late", "true");
        return Register.Path + query;
    }
}
