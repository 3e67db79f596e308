using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Reviews;

namespace Gongkai.Records.AnnualReports;

/// <summary>Where a request or a case stood, in two bytes: what it is, and what became of it.</summary>
public readonly record struct FrozenPlace(byte What, byte Became)
{
    // A review has the highest bit; a new request the next one; the kind has the lowest three. What an outcome leaves free keeps the row, where a convention set it:
    // its number among Outcomes.Rows, whose order is the printed one, from 1; three bits of it with the outcome, the others with the kind.
    const byte Review = 0x80, New = 0x40, Kinds = 0x07, Open = 0xFF, Outcomes = 0x1F;
    const int RowBits = 3, Above = 5;

    public static FrozenPlace Of(CountedRequest request)
    {
        var row = request.Row is { } set ? Rules.Requests.Outcomes.Rows.Index().Single(one => one.Item == set).Index + 1 : 0;
        return new((byte)((byte)request.Kind | (request.New ? New : 0) | row >> RowBits << RowBits), request.Ended is { } outcome ? (byte)((byte)outcome | row << Above) : Open);
    }

    public static FrozenPlace Of(RemedyKind kind, RemedyColumn column) => new((byte)(Review | (byte)kind), (byte)column);

    public bool IsReview => (What & Review) != 0;

    CountedRequest Request
    {
        get
        {
            var row = (What & 0x18) | (Became >> Above);
            return Became == Open ? new((ApplicantKind)(What & Kinds), (What & New) != 0, null)
                : new((ApplicantKind)(What & Kinds), (What & New) != 0, (Outcome)(Became & Outcomes), row == 0 ? null : Rules.Requests.Outcomes.Rows[row - 1]);
        }
    }

    public string Words => IsReview ? $"{((RemedyKind)(What & ~Review)).Name}，{((RemedyColumn)Became).Name}" : Request.Words;

    /// <summary>The cells that it counted in, totals among them.</summary>
    public IEnumerable<FormCell> Cells(ReportForm form) => IsReview
        ? [form[$"t4.{((RemedyKind)(What & ~Review)).Block}.{((RemedyColumn)Became).Key}"], form[$"t4.{((RemedyKind)(What & ~Review)).Block}.{ReportForm.Total}"]]
        : Request.Cells(form);
}

/// <summary>A request or a case that stood elsewhere when the report was signed.</summary>
/// <param name="Was">Its place then; <c>null</c>: it was not counted.</param>
/// <param name="Is">Its place now; <c>null</c>: it is not counted any more.</param>
public sealed record MovedCase(Guid Id, FrozenPlace? Was, FrozenPlace? Is)
{
    public bool IsReview => (Was ?? Is)!.Value.IsReview;
}
