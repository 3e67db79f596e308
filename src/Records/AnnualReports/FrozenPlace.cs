using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Reviews;

namespace Gongkai.Records.AnnualReports;

/// <summary>Where a request or a case stood, in two bytes: what it is, and what became of it.</summary>
public readonly record struct FrozenPlace(byte What, byte Became)
{
    // A review has the highest bit; a new request the next one; the rest is the kind.
    const byte Review = 0x80, New = 0x40, Open = 0xFF;

    public static FrozenPlace Of(CountedRequest request) => new((byte)((byte)request.Kind | (request.New ? New : 0)), request.Ended is { } outcome ? (byte)outcome : Open);

    public static FrozenPlace Of(RemedyKind kind, RemedyColumn column) => new((byte)(Review | (byte)kind), (byte)column);

    public bool IsReview => (What & Review) != 0;

    public string Words => IsReview
        ? $"{((RemedyKind)(What & ~Review)).Name}，{((RemedyColumn)Became).Name}"
        : new CountedRequest((ApplicantKind)(What & ~New), (What & New) != 0, Became == Open ? null : (Outcome)Became).Words;

    /// <summary>The cells that it counted in, totals among them.</summary>
    public IEnumerable<FormCell> Cells(ReportForm form) => IsReview
        ? [form[$"t4.{((RemedyKind)(What & ~Review)).Block}.{((RemedyColumn)Became).Key}"], form[$"t4.{((RemedyKind)(What & ~Review)).Block}.{ReportForm.Total}"]]
        : new CountedRequest((ApplicantKind)(What & ~New), (What & New) != 0, Became == Open ? null : (Outcome)Became).Cells(form);
}

/// <summary>A request or a case that stood elsewhere when the report was signed.</summary>
/// <param name="Was">Its place then; <c>null</c>: it was not counted.</param>
/// <param name="Is">Its place now; <c>null</c>: it is not counted any more.</param>
public sealed record MovedCase(Guid Id, FrozenPlace? Was, FrozenPlace? Is)
{
    public bool IsReview => (Was ?? Is)!.Value.IsReview;
}
