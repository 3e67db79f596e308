using Gongkai.Records.Registers;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.AnnualReports;

/// <summary>In what a row of a register counts in a year's table 2.</summary>
[Flags]
public enum RegisterMarks : byte
{
    None = 0,

    /// <summary>On the list at the end of the year before.</summary>
    Previous = 1,

    /// <summary>Came onto the list, and stands there at the end.</summary>
    Began = 2,

    /// <summary>Left the list.</summary>
    Ended = 4,

    /// <summary>Decided, received, bought in the year.</summary>
    Happened = 8,

    Issued = 16,
    Disclosed = 32,
    Repealed = 64,

    /// <summary>In force at the end; in the form of 2019 also public by then.</summary>
    Standing = 128,
}

/// <summary>Which register stands behind a cell of table 2, which of its rows, and with how much each.</summary>
public static class RegisterPlaces
{
    /// <summary>The rows of the table, in their order; a place is kept by its number here.</summary>
    internal static IReadOnlyList<string> Rows { get; } = ["rules", "normative", "licences", "services", "penalties", "coercion", "fees", "procurement"];

    /// <summary>The register of a cell of table 2; <c>null</c> of another table's.</summary>
    public static RegisterKind? RegisterOf(this FormCell cell) => cell.Table.Number != 2 ? null : (cell.Row.Key, cell.Column.Key) switch
    {
        ("rules" or "normative", _) => RegisterKind.Normative,
        ("licences", "decisions") => RegisterKind.Licence,
        ("penalties", "decisions") => RegisterKind.Penalty,
        ("coercion", "decisions") => RegisterKind.Coercion,
        ("services", "decisions") => RegisterKind.Service,
        ("licences" or "penalties" or "coercion" or "services", _) => RegisterKind.Power,
        ("fees", "amount") => RegisterKind.Receipt,
        ("fees", _) => RegisterKind.Fee,
        ("procurement", _) => RegisterKind.Procurement,
        _ => null,
    };

    /// <summary>The registers behind a form's table 2.</summary>
    public static IEnumerable<RegisterKind> Registers(ReportForm form) => form.Cells.Select(cell => cell.RegisterOf()).OfType<RegisterKind>().Distinct();

    /// <summary>The number of a row's place, as <see cref="Rows"/> has it, and its marks; <c>null</c> where a year does not count it.</summary>
    public static (string Row, RegisterMarks Marks)? PlaceIn(this RegisterRow row, ReportForm form, int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var (key, marks) = row switch
        {
            _ when row.VoidedAt is not null => (null, RegisterMarks.None),
            PowerEntry power => (power.PowerKind.Row, Listed(power.Until)),
            FeeEntry fee => ("fees", Listed(fee.Until)),
            LicenceDecision => ("licences", Happened()),
            PenaltyDecision => ("penalties", Happened()),
            CoercionDecision => ("coercion", Happened()),
            ServiceDecision => ("services", Happened()),
            FeeReceipt => ("fees", Happened()),
            ProcurementProject => ("procurement", Happened()),
            NormativeDocument document => (document.NormativeKind.Row, Of(document)),
            _ => (null, RegisterMarks.None),
        };
        return key is null || marks == RegisterMarks.None || !form.Cells.Any(cell => cell.RegisterOf() == row.Kind && cell.Row.Key == key) ? null : (key, marks);

        RegisterMarks Listed(DateOnly? until) =>
            (row.On < first && !(until < first) ? RegisterMarks.Previous : 0) |
            (row.On >= first && row.On <= last && !(until <= last) ? RegisterMarks.Began : 0) |
            (row.On < first && until >= first && until <= last ? RegisterMarks.Ended : 0);

        RegisterMarks Happened() => row.On >= first && row.On <= last ? RegisterMarks.Happened : 0;

        RegisterMarks Of(NormativeDocument one) => one.On > last ? 0 :
            (one.On >= first ? RegisterMarks.Issued : 0) |
            (one.DisclosedOn >= first && one.DisclosedOn <= last ? RegisterMarks.Disclosed : 0) |
            (one.RepealedOn >= first && one.RepealedOn <= last ? RegisterMarks.Repealed : 0) |
            (!(one.RepealedOn <= last) && !(one.LapsedOn <= last) && (form.Edition != 2019 || one.DisclosedOn <= last) ? RegisterMarks.Standing : 0);
    }

    /// <summary>With how much a row counts in a cell of its line, as its marks say; an amount counts with its money.</summary>
    /// <param name="fen">Of a receipt or a purchase.</param>
    public static decimal Counts(this RegisterMarks marks, FormCell cell, long fen)
    {
        return cell.Column.Key switch
        {
            "previous" => One(RegisterMarks.Previous),
            "change" => One(RegisterMarks.Began) - One(RegisterMarks.Ended),
            "decisions" or "projects" => One(RegisterMarks.Happened),
            "made" or "issued" => One(RegisterMarks.Issued),
            "disclosed" => One(RegisterMarks.Disclosed),
            "repealed" => One(RegisterMarks.Repealed),
            "total" or "inForce" => One(RegisterMarks.Standing),
            "amount" => marks.HasFlag(RegisterMarks.Happened) ? cell.Unit == Unit.TenThousandYuan ? TenThousands(fen) : Yuan(fen) : 0,
            _ => 0,
        };

        int One(RegisterMarks mark) => marks.HasFlag(mark) ? 1 : 0;
    }

    extension(RegisterMarks marks)
    {
        /// <summary>Whether a row with these marks stands behind a cell of its line. Which of the line's two registers it is of, the marks tell: what happened counts in other columns than what stands on a list.</summary>
        public bool Touches(FormCell cell) => cell.Column.Key == "amount" ? marks.HasFlag(RegisterMarks.Happened) : marks.Counts(cell, 0) != 0;

        /// <summary>The marks in words.</summary>
        public string Words => string.Join('、', from one in ((RegisterMarks Mark, string Name)[])
            [
                (RegisterMarks.Previous, "上一年已有"), (RegisterMarks.Began, "本年增加"), (RegisterMarks.Ended, "本年减少"), (RegisterMarks.Happened, "计入本年"),
                (RegisterMarks.Issued, "本年制发"), (RegisterMarks.Disclosed, "本年公开"), (RegisterMarks.Repealed, "本年废止"), (RegisterMarks.Standing, "年末有效"),
            ]
            where marks.HasFlag(one.Mark)
            select one.Name);
    }

    /// <summary>With how much a row counts in a cell of a year's table.</summary>
    public static decimal Counts(this RegisterRow row, FormCell cell, ReportForm form, int year) =>
        cell.RegisterOf() == row.Kind && row.PlaceIn(form, year) is { } place && place.Row == cell.Row.Key ? place.Marks.Counts(cell, FenOf(row)) : 0;

    /// <summary>The money of a row, in 分.</summary>
    public static long FenOf(RegisterRow row) => row switch { FeeReceipt receipt => receipt.Fen, ProcurementProject project => project.Fen, _ => 0 };

    internal static decimal TenThousands(long fen) => fen / 1_000_000m;

    internal static decimal Yuan(long fen) => fen / 100m;

    internal static IQueryable<T> Own<T>(IQueryable<T> rows, IReadOnlyList<Guid> agencies) where T : RegisterRow =>
        (agencies is [var agency] ? rows.Where(row => row.AgencyId == agency) : rows.Where(row => agencies.Contains(row.AgencyId))).AsNoTracking().Valid;

    extension(Store store)
    {
        /// <summary>The rows behind a cell of table 2; each counts there with <see cref="Counts(RegisterRow, FormCell, ReportForm, int)"/>.</summary>
        public IQueryable<RegisterRow> RowsIn(FormCell cell, IReadOnlyList<Guid> agencies, int year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            switch (cell.RegisterOf())
            {
                case RegisterKind.Power:
                    var kinds = Enum.GetValues<PowerKind>().Where(kind => kind.Row == cell.Row.Key).ToList();
                    var powers = Own(store.Powers, agencies).Where(row => kinds.Contains(row.PowerKind));
                    return cell.Column.Key == "previous"
                        ? powers.Where(row => row.On < first && (row.Until == null || row.Until >= first))
                        : powers.Where(row => (row.On >= first && row.On <= last && (row.Until == null || row.Until > last)) || (row.On < first && row.Until >= first && row.Until <= last));
                case RegisterKind.Fee:
                    var fees = Own(store.Fees, agencies);
                    return cell.Column.Key == "previous"
                        ? fees.Where(row => row.On < first && (row.Until == null || row.Until >= first))
                        : fees.Where(row => (row.On >= first && row.On <= last && (row.Until == null || row.Until > last)) || (row.On < first && row.Until >= first && row.Until <= last));
                case RegisterKind.Normative:
                    var kind = Enum.GetValues<NormativeKind>().Single(one => one.Row == cell.Row.Key);
                    var documents = Own(store.Normatives, agencies).Where(row => row.NormativeKind == kind && row.On <= last);
                    return cell.Column.Key switch
                    {
                        "made" or "issued" => documents.Where(row => row.On >= first),
                        "disclosed" => documents.Where(row => row.DisclosedOn >= first && row.DisclosedOn <= last),
                        "repealed" => documents.Where(row => row.RepealedOn >= first && row.RepealedOn <= last),
                        "total" => documents.Where(row => row.DisclosedOn <= last && (row.RepealedOn == null || row.RepealedOn > last) && (row.LapsedOn == null || row.LapsedOn > last)),
                        _ => documents.Where(row => (row.RepealedOn == null || row.RepealedOn > last) && (row.LapsedOn == null || row.LapsedOn > last)),
                    };
                case { } register:
                    return Own(store.Register(register), agencies).Where(row => row.On >= first && row.On <= last);
                case null:
                    throw new ArgumentException($"No register stands behind {cell.Key}.", nameof(cell));
            }
        }
    }
}
