using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Reviews;

namespace Gongkai.Records.AnnualReports;

/// <summary>Where a request, a case or a row of a register stood, in two bytes: what it is, and what became of it.</summary>
public readonly record struct FrozenPlace(byte What, byte Became)
{
    // A row of a register has the two highest bits, its line of table 2 below them, and its marks. A review has the highest bit; a new request the next one; the kind has the lowest three. What an outcome leaves free keeps the row, where a convention set it:
    // its number among Outcomes.Rows, whose order is the printed one, from 1; three bits of it with the outcome, the others with the kind.
    const byte Review = 0x80, New = 0x40, Register = Review | New, Kinds = 0x07, Open = 0xFF, Outcomes = 0x1F;
    const int RowBits = 3, Above = 5;

    public static FrozenPlace Of(CountedRequest request)
    {
        var row = request.Row is { } set ? Rules.Requests.Outcomes.Rows.Index().Single(one => one.Item == set).Index + 1 : 0;
        return new((byte)((byte)request.Kind | (request.New ? New : 0) | row >> RowBits << RowBits), request.Ended is { } outcome ? (byte)((byte)outcome | row << Above) : Open);
    }

    public static FrozenPlace Of(RemedyKind kind, RemedyColumn column) => new((byte)(Review | (byte)kind), (byte)column);

    public static FrozenPlace Of(string row, RegisterMarks marks) => new((byte)(Register | RegisterPlaces.Rows.Index().Single(one => one.Item == row).Index), (byte)marks);

    public bool IsReview => (What & Register) == Review;

    /// <summary>It is a row of a register, and counts in table 2.</summary>
    public bool IsRegister => (What & Register) == Register;

    /// <summary>The key of its line of table 2.</summary>
    internal string Row => RegisterPlaces.Rows[What & ~Register];

    internal RegisterMarks Marks => (RegisterMarks)Became;

    CountedRequest Request
    {
        get
        {
            var row = (What & 0x18) | (Became >> Above);
            return Became == Open ? new((ApplicantKind)(What & Kinds), (What & New) != 0, null)
                : new((ApplicantKind)(What & Kinds), (What & New) != 0, (Outcome)(Became & Outcomes), row == 0 ? null : Rules.Requests.Outcomes.Rows[row - 1]);
        }
    }

    public string Words => IsRegister ? Marks.Words : IsReview ? $"{((RemedyKind)(What & ~Review)).Name}，{((RemedyColumn)Became).Name}" : Request.Words;

    /// <summary>The cells that it counted in, totals among them.</summary>
    public IEnumerable<FormCell> Cells(ReportForm form) => IsRegister ? RegisterCells(form) : IsReview
        ? [form[$"t4.{((RemedyKind)(What & ~Review)).Block}.{((RemedyColumn)Became).Key}"], form[$"t4.{((RemedyKind)(What & ~Review)).Block}.{ReportForm.Total}"]]
        : Request.Cells(form);

    IEnumerable<FormCell> RegisterCells(ReportForm form)
    {
        var (row, marks) = (Row, Marks);
        return form.Cells.Where(cell => cell.Table.Number == 2 && cell.Row.Key == row && marks.Touches(cell));
    }
}

/// <summary>A request, a case or a row of a register that stood elsewhere when the report was signed.</summary>
/// <param name="Was">Its place then; <c>null</c>: it was not counted.</param>
/// <param name="Is">Its place now; <c>null</c>: it is not counted any more.</param>
/// <param name="WasFen">The money of a row of a register then, in 分.</param>
/// <param name="IsFen">Its money now.</param>
public sealed record MovedCase(Guid Id, FrozenPlace? Was, FrozenPlace? Is, long WasFen = 0, long IsFen = 0)
{
    /// <summary>Where it stood, with its money.</summary>
    public string WasWords => Was is { } was ? was.Words + Money(WasFen) : "没有计入";

    /// <summary>Where it stands, with its money.</summary>
    public string IsWords => Is is { } now ? now.Words + Money(IsFen) : "不再计入";

    static string Money(long fen) => fen == 0 ? "" : $"，{fen / 100m:0.00} 元";

    public bool IsReview => (Was ?? Is)!.Value.IsReview;

    public bool IsRegister => (Was ?? Is)!.Value.IsRegister;
}
