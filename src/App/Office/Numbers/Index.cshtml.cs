using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Numbers;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Numbers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Numbers;

/// <summary>文号: how an agency's numbers are written, and the register of those taken and void (O23).</summary>
[Permits(Permission.ManageSettings)]
public sealed class Index(Store store, Me me, TimeProvider time, ListFiles files, Views.ViewsOf views) : PageModel, IFramed
{
    public const string Path = "/office/numbers";
    const string Name = "文号登记簿";

    [BindProperty(SupportsGet = true)] public ListQuery Asked { get; set; } = new();

    /// <summary>The series' handle.</summary>
    [FromQuery(Name = "series")] public string? Kind { get; set; }

    [FromQuery(Name = "year")] public int? Year { get; set; }

    /// <summary>void, valid, hand; all where empty.</summary>
    [FromQuery(Name = "state")] public string? State { get; set; }

    /// <summary>Part of the number or of what bears it.</summary>
    [FromQuery(Name = "text")] public string? Text { get; set; }

    public IReadOnlyList<NumberSeries> Series { get; private set; } = [];
    public IReadOnlyList<int> Years { get; private set; } = [];
    public Listing List { get; private set; } = null!;
    public Views.ViewBar Views { get; private set; } = null!;
    public DateOnly Date { get; } = time.Today;

    public Frame Frame => new(Name, new Crumb("设置"), new Crumb("文号")) { Under = Path };

    public sealed record Row(string Handle, string Text, string Series, DateOnly DocumentDate, string Subject, bool ByHand, DateTimeOffset TakenAt, string TakenBy, DateTimeOffset? VoidedAt, string? VoidReason);

    static readonly ListColumn<Row>[] Columns =
    [
        new("number", "文号", row => row.Text) { Path = row => $"{Path}/{row.Handle}", Look = "date" },
        new("series", "文种", row => row.Series),
        new("date", "成文日期", row => row.DocumentDate) { Look = "date" },
        new("subject", "用于", row => row.Subject),
        new("state", "状态", row => row.VoidedAt is null ? row.ByHand ? "有效（补登）" : "有效" : "作废") { Tone = row => row.VoidedAt is null ? "fine" : "ended" },
        new("reason", "作废理由", row => row.VoidReason),
        new("by", "编号人", row => row.TakenBy),
        new("at", "编号时间", row => row.TakenAt) { Look = "date", Shown = false },
        new("voided", "作废时间", row => row.VoidedAt) { Look = "date", Shown = false },
    ];

    public static string WordsOf(string? state) => state switch { "void" => "作废", "valid" => "有效", "hand" => "补登", _ => "" };

    public async Task<IActionResult> OnGet()
    {
        Text = Text?.Trim() is { Length: > 0 and <= 60 } text ? text : null;
        Series = await store.NumberSeries.AsNoTracking().Where(series => series.AgencyId == me.Agency).OrderBy(series => series.ClosedAt != null).ThenBy(series => series.Name).ToListAsync();
        Years = await store.TakenNumbers.Where(taken => taken.AgencyId == me.Agency).Select(taken => taken.Year).Distinct().OrderDescending().ToListAsync();
        var filters = Filters();
        if (await files.Of(Name, Asked, filters, Columns, Rows()) is { } file) return file;
        List = await Listing.Show(Name, Path, Asked, filters, Columns, Rows());
        Views = await views.Of(List);
        return Page();
    }

    IReadOnlyList<ListFilter> Filters() =>
    [
        new("series", "文种", Kind, Series.FirstOrDefault(series => series.Handle.ToString() == Kind)?.Name),
        new("year", "年份", Year is { } year ? $"{year}" : null),
        new("state", "状态", WordsOf(State) is "" ? null : State, WordsOf(State)),
        new("text", "含有", Text),
    ];

    IQueryable<Row> Rows()
    {
        var taken = store.TakenNumbers.AsNoTracking().Where(number => number.AgencyId == me.Agency);
        if (Kind is { Length: > 0 }) taken = Handle.TryParse(Kind, null, out var handle) ? taken.Where(number => store.NumberSeries.Any(series => series.Id == number.SeriesId && series.Handle == handle)) : taken.Where(_ => false);
        if (Year is { } year) taken = taken.Where(number => number.Year == year);
        if (Text is { } text) taken = taken.Where(number => number.Text.Contains(text) || number.Subject.Contains(text));
        taken = State switch
        {
            "void" => taken.Where(number => number.VoidedAt != null),
            "valid" => taken.Where(number => number.VoidedAt == null),
            "hand" => taken.Where(number => number.ByHand),
            _ => taken,
        };
        return from number in taken
               join series in store.NumberSeries on number.SeriesId equals series.Id
               orderby number.Year descending, series.Name, number.Number descending
               select new Row(number.Handle.ToString(), number.Text, series.Name, number.DocumentDate, number.Subject, number.ByHand, number.TakenAt, number.TakenBy, number.VoidedAt, number.VoidReason);
    }
}
