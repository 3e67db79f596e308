using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Requests;
using Gongkai.Records.Reviews;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.App.Office.Statistics;

/// <summary>统计口径: in which row of table 3 and which column of table 4 each outcome counts where the form does not say, and from which day on another one holds.</summary>
[Permits(Permission.KeepReviews)]
public sealed class Conventions(Store store, Me me, Desk desk) : PageModel, IFramed
{
    public const string Path = Index.Path + "/conventions";

    public sealed class Form
    {
        /// <summary>t3.NotExisting, or t4.Reconsideration.Upheld.</summary>
        [Required(ErrorMessage = "请选择办理结果")] public string? What { get; set; }

        /// <summary>t3.notHeld, or t4.Other.</summary>
        [Required(ErrorMessage = "请选择统计项")] public string? Place { get; set; }

        [Required(ErrorMessage = "请填写从哪一天的结果起这样统计")] public DateOnly? From { get; set; }
        [Required(ErrorMessage = "请填写依据"), MaxLength(500, ErrorMessage = "依据最多 500 个字")] public string? Why { get; set; }

        /// <summary>What would move was shown, and is wanted.</summary>
        public bool Sure { get; set; }
    }

    /// <summary>Something that may be chosen, under the heading of its table.</summary>
    public sealed record Choice(string Table, string Key, string Name);

    /// <summary>A convention of this agency, in words.</summary>
    public sealed record Line(DateOnly From, string What, string Place, string Why);

    /// <summary>The numbers of a year that would be others.</summary>
    public sealed record Move(int Year, IReadOnlyList<(FormCell Cell, int Was, int Is)> Cells);

    const string Table3 = "第三张表（申请办理）", Table4 = "第四张表（复议诉讼）";

    public Frame Frame => new("统计口径", new("台账与统计", Index.Path), new("统计口径")) { Under = Index.Path };
    public IReadOnlyList<Line> Held { get; private set; } = [];
    public IReadOnlyList<Move>? Moves { get; private set; }
    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>The outcomes whose row the form leaves open.</summary>
    public static IReadOnlyList<Outcome> Open { get; } = [.. Enum.GetValues<Outcome>().Where(outcome => outcome.Facts.Open.HasFlag(OpenTo.Row))];

    public static IReadOnlyList<Choice> Whats { get; } =
    [
        .. Open.Select(outcome => new Choice(Table3, $"t3.{outcome}", outcome.Name)),
        .. from kind in Enum.GetValues<RemedyKind>() from result in Enum.GetValues<RemedyResult>() where result.FitsIn(kind) select new Choice(Table4, $"t4.{kind}.{result}", $"{kind.Name}：{result.NameIn(kind)}"),
    ];

    public static IReadOnlyList<Choice> Places { get; } =
    [
        .. Outcomes.Rows.Select(row => new Choice(Table3, $"t3.{row}", CountedRequest.LabelOf(row))),
        .. Enum.GetValues<RemedyColumn>().Where(column => column is not RemedyColumn.Pending).Select(column => new Choice(Table4, $"t4.{column}", column.Name)),
    ];

    public async Task OnGet() => await Read();

    /// <summary>Shows what would move, and sets it when that was seen.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (me.Agency == Guid.Empty) return NotFound();
        var held = await Read();
        var (row, column) = (RowOf(), ColumnOf());
        if (ModelState.IsValid && row is null && column is null) ModelState.AddModelError("Input.Place", "请为第三张表的结果选择第三张表的统计项，第四张表的结果选择第四张表的统计项");
        if (ModelState.IsValid && (row?.ToHolding() ?? column?.ToHolding()) is { } impediment) ModelState.AddModelError("", impediment.Reason);
        if (row is not null && held.Rows.Any(one => one.Outcome == row.Outcome && one.From == row.From) || column is not null && held.Columns.Any(one => one.Kind == column.Kind && one.Result == column.Result && one.From == column.From))
            ModelState.AddModelError("Input.From", "从这一天起已经有一条同样结果的口径，请另选日期");
        if (!ModelState.IsValid) return this.Again();
        if (!Input.Sure)
        {
            await Preview(held, new([.. held.Rows, .. row is null ? (Convention[])[] : [row]], [.. held.Columns, .. column is null ? (ResultConvention[])[] : [column]]));
            ModelState.Remove("Input.Sure");
            Input.Sure = true;
            return Page();
        }
        if (row is not null) store.Add(new RequestConvention { AgencyId = me.Agency, Outcome = row.Outcome, From = row.From, Row = row.Row!, Why = row.Why });
        if (column is not null) store.Add(new ReviewConvention { AgencyId = me.Agency, Kind = column.Kind, Result = column.Result, From = column.From, Column = column.Column, Why = column.Why });
        await store.Save(me.Does(ReportDeeds.ConventionSet, Input.Why!.Trim()));
        return this.Done("已设置。这一天以后的结果按新口径统计，已审签的报告不变。", $"~{Path}");
    }

    Convention? RowOf() => Named(Input.What, "t3") is [var what] && Enum.TryParse<Outcome>(what, out var outcome) && Enum.IsDefined(outcome) && Named(Input.Place, "t3") is [var place] && Outcomes.Rows.Contains(place)
        ? new(outcome, Input.From ?? default, Input.Why?.Trim() ?? "", place) : null;

    ResultConvention? ColumnOf() => Named(Input.What, "t4") is [var of, var what] && Enum.TryParse<RemedyKind>(of, out var kind) && Enum.IsDefined(kind) && Enum.TryParse<RemedyResult>(what, out var result) && Enum.IsDefined(result)
        && Named(Input.Place, "t4") is [var place] && Enum.TryParse<RemedyColumn>(place, out var column) && Enum.IsDefined(column)
        ? new(kind, result, Input.From ?? default, column, Input.Why?.Trim() ?? "") : null;

    static string[] Named(string? text, string table) => text?.Split('.') is [var first, .. var rest] && first == table ? rest : [];

    // This year's numbers; and last year's where the day lies in it or before, for its report may not be signed yet.
    async Task Preview(TableConventions before, TableConventions after)
    {
        List<Move> moves = [];
        for (var year = Math.Max(ReportDrafts.FirstYear, Math.Min(desk.Today.Year, Math.Max(Input.From!.Value.Year, desk.Today.Year - 1))); year <= desk.Today.Year; year++)
            moves.Add(new(year, (await YearlyTables.Of(store, me.Agency, year, before)).Differing(await YearlyTables.Of(store, me.Agency, year, after))));
        Moves = moves;
    }

    async Task<TableConventions> Read()
    {
        var held = await TableConventions.Of(store, me.Agency);
        Held =
        [
            .. held.Rows.Select(one => new Line(one.From, one.Outcome.Name, CountedRequest.LabelOf(one.Row!), one.Why))
                .Concat(held.Columns.Select(one => new Line(one.From, $"{one.Kind.Name}：{one.Result.NameIn(one.Kind)}", one.Column.Name, one.Why))).OrderByDescending(line => line.From).ThenBy(line => line.What, StringComparer.Create(CultureInfo.InvariantCulture, false)),
        ];
        return held;
    }
}
