using Gongkai.Rules.Requests;

namespace Gongkai.Rules.AnnualReports;

/// <summary>Where one request stands in table 3 of one year: this is the only place that knows.</summary>
/// <param name="Kind">Its column, which is the same in every year.</param>
/// <param name="New">Received in the year; otherwise carried in.</param>
/// <param name="Ended">How it ended in the year; <c>null</c>: it is carried over.</param>
/// <param name="Row">The row of the outcome (form of 2021) where a convention set another one than ours; otherwise <c>null</c>.</param>
public readonly record struct CountedRequest(ApplicantKind Kind, bool New, Outcome? Ended, string? Row = null)
{
    /// <summary>The place of a case, or <c>null</c> where the year does not count it.</summary>
    // 本年新收 is of the year of 收到申请之日, a result of the year in which it was answered; what is open at the end of 31 December is carried over.
    [Law(Statute.ReportFormat2019, "表三"), Law(Statute.ReportFormat2021, "表三")]
    public static CountedRequest? In(int year, ApplicantKind kind, DateOnly? received, DateOnly? ended, Outcome? outcome, params IReadOnlyCollection<Convention> conventions) =>
        received is not { } on || on.Year > year || ended?.Year < year ? null : Of(kind, on.Year == year, ended?.Year == year ? outcome : null, ended ?? on, conventions);

    /// <summary>What ended in the year, in the row in which it counts on the day of its end.</summary>
    /// <param name="on">The day of its end; of what is carried over it does not matter.</param>
    public static CountedRequest Of(ApplicantKind kind, bool isNew, Outcome? ended, DateOnly on, params IReadOnlyCollection<Convention> conventions) =>
        new(kind, isNew, ended, conventions.Count > 0 && ended is { } outcome && outcome.FactsOn(on, conventions).Row is var row && row != outcome.Facts.Row ? row : null);

    /// <summary>The rows that count it: one above the outcomes, and one of the outcomes with their total, or what is carried over.</summary>
    public IEnumerable<string> Rows(ReportForm form) =>
    [
        New ? ReportForm.Received : ReportForm.CarriedIn,
        .. Ended is { } outcome ? (IEnumerable<string>)[(Row is null ? outcome.Facts : outcome.Facts with { Row = Row }).RowOf(form.Table3.Edition), ReportForm.Total] : [ReportForm.CarriedOver],
    ];

    /// <summary>The cells that count it, totals among them.</summary>
    public IEnumerable<FormCell> Cells(ReportForm form)
    {
        var column = ColumnOf(Kind);
        return Rows(form).SelectMany(row => (IEnumerable<FormCell>)[form[$"t3.{row}.{column}"], form[$"t3.{row}.{ReportForm.Total}"]]);
    }

    /// <summary>In words, for who compares: 本年新收，予以公开.</summary>
    public string Words => $"{(New ? "本年新收" : "上年结转")}，{(Ended is { } outcome ? outcome.Name : "结转下年度")}{(Row is null ? "" : $"（按口径计入“{LabelOf(Row)}”）")}";

    /// <summary>What the form calls a row of outcomes.</summary>
    public static string LabelOf(string row) => ReportForm.Of2021[$"t3.{row}.{ReportForm.Total}"].Row.Label;

    /// <summary>The column of an applicant's kind in table 3.</summary>
    public static string ColumnOf(ApplicantKind kind) => kind switch
    {
        ApplicantKind.Person => "person",
        ApplicantKind.Business => "business",
        ApplicantKind.Research => "research",
        ApplicantKind.Welfare => "welfare",
        ApplicantKind.LegalService => "legalService",
        ApplicantKind.OtherBody => "otherBody",
    };

    /// <summary>The kind that a column counts; <c>null</c> for the totals.</summary>
    public static ApplicantKind? KindOf(FormColumn column) => column.Key == ReportForm.Total ? null : Enum.GetValues<ApplicantKind>().Single(kind => ColumnOf(kind) == column.Key);
}
