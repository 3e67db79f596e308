using System.Globalization;
using Gongkai.Rules;
using Gongkai.Rules.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.AnnualReports;

/// <summary>Where one cell of a published report came from: the office's role and the time, never a person's name.</summary>
/// <param name="Code">hand, carriedOver, computed, published or total.</param>
/// <param name="Words">The same as a Chinese sentence.</param>
public sealed record CellOrigin(string Code, string Words, DateTimeOffset? At, string? Role, string? Note)
{

    internal static CellOrigin Total { get; } = new("total", "这个数是总计，由表内各格相加得出。", null, null, null);

    internal static CellOrigin Of(ReportCell cell)
    {
        var when = cell.At.AtOffice.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var by = cell.ByRole.Length > 0 ? cell.ByRole : "系统";
        var words = cell.Source switch
        {
            CellSource.Hand when cell.Overridden => $"这个数由{by}于{when}改填；自动取得的数是{cell.Supplied:0.######}（{cell.SuppliedFrom}）。",
            CellSource.Hand => $"这个数由{by}于{when}手工填写，本系统中还没有支持它的逐件办理记录。",
            CellSource.CarriedOver => $"这个数取自{cell.SuppliedFrom}。",
            CellSource.Computed => $"这个数由办理记录计算得出：{cell.SuppliedFrom}。",
            CellSource.Published => "这个数与更正前公布的版本相同。",
        };
        return new(CodeOf(cell.Source), cell.Note is { Length: > 0 } note ? $"{words}说明：{note}" : words, cell.At, by, cell.Note);
    }

    static string CodeOf(CellSource source) => source switch
    {
        CellSource.Hand => "hand",
        CellSource.CarriedOver => "carriedOver",
        CellSource.Computed => "computed",
        CellSource.Published => "published",
    };
}

/// <summary>Where the cells of one published report came from; of a report that was not prepared here it knows nothing.</summary>
public sealed class CellOrigins
{
    readonly ReportForm? form;
    readonly Dictionary<string, ReportCell> cells;

    CellOrigins(ReportForm? form, IEnumerable<ReportCell> cells) => (this.form, this.cells) = (form, cells.ToDictionary(cell => cell.Key));

    public static CellOrigins Of(Store store, AnnualReport published)
    {
        var draft = store.ReportDrafts.AsNoTracking().SingleOrDefault(draft => draft.ReportId == published.Id);
        return draft is null ? new(null, []) : new(draft.Form, store.ReportCells.AsNoTracking().Where(cell => cell.DraftId == draft.Id));
    }

    public CellOrigin? Of(FormCell cell) =>
        form is null ? null
        : form.TotalOf(cell) is not null ? CellOrigin.Total
        : cells.TryGetValue(cell.Key, out var found) ? CellOrigin.Of(found) : null;
}
