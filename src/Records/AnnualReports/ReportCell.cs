using System.Globalization;
using Gongkai.Rules.AnnualReports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.Records.AnnualReports;

/// <summary>A cell of a draft that is not a total: what stands in it, where that came from, who put it there in which role and when.</summary>
public sealed class ReportCell : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid DraftId { get; init; }

    /// <summary>Its key in the form: <c>t3.received.person</c>.</summary>
    public required string Key { get; init; }

    public CellReading Reading { get; private set; }
    public decimal? Number { get; private set; }
    public string? Raw { get; private set; }
    public CellSource Source { get; private set; }

    /// <summary>Why a number differs from the one that was supplied, or what the office wants to remember of it.</summary>
    public string? Note { get; private set; }

    /// <summary>What the system supplied for it, also where a person wrote something else.</summary>
    public decimal? Supplied { get; private set; }

    /// <summary>Out of what it was supplied, in words: 2025年度报告（第1版）结转下年度.</summary>
    public string? SuppliedFrom { get; private set; }

    /// <summary>Which supply that was.</summary>
    public CellSource? SuppliedBy { get; private set; }

    public Guid? By { get; private set; }
    public string ByRole { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    public CellValue Value => new(Reading, Number, Raw);

    /// <summary>A person wrote something else than what the system supplied.</summary>
    public bool Overridden => Source == CellSource.Hand && Supplied is not null && Supplied != Number;

    /// <summary>A person writes. What is the same as was supplied counts as supplied.</summary>
    public void Write(CellValue value, string? note, Pen pen)
    {
        var supplied = value is { Reading: CellReading.Number, Number: { } number } && number == Supplied;
        Put(value, supplied ? SuppliedBy!.Value : CellSource.Hand, pen);
        Note = supplied ? null : note;
    }

    /// <summary>The system supplies a number. What a person wrote instead stays, and is shown beside it.</summary>
    public void Supply(decimal number, CellSource source, string from, Pen pen)
    {
        (Supplied, SuppliedFrom, SuppliedBy) = (number, from, source);
        if (!(Source == CellSource.Hand && Reading == CellReading.Number)) Put(number, source, pen);
    }

    /// <summary>What stood in the version that is corrected, with where it came from then.</summary>
    public void Keep(CellValue value, Pen pen) => Put(value, CellSource.Published, pen);

    void Put(CellValue value, CellSource source, Pen pen)
    {
        (Reading, Number, Raw, Source) = (value.Reading, value.Number, value.Raw, source);
        (By, ByRole, At) = (pen.Account, pen.Role, pen.At);
    }

    sealed class Mapping : IEntityTypeConfiguration<ReportCell>
    {
        static readonly ValueConverter<decimal, string> AsText = new(number => number.ToString(CultureInfo.InvariantCulture), text => decimal.Parse(text, CultureInfo.InvariantCulture));

        public void Configure(EntityTypeBuilder<ReportCell> builder)
        {
            builder.ToTable("report_cells");
            builder.Ignore(cell => cell.Value).Ignore(cell => cell.Overridden);
            builder.Property(cell => cell.Key).HasMaxLength(64);
            // As text, so that 1.50 stays 1.50 in both stores: what is signed is what is printed.
            builder.Property(cell => cell.Number).HasConversion(AsText);
            builder.Property(cell => cell.Supplied).HasConversion(AsText);
            builder.HasIndex(cell => new { cell.DraftId, cell.Key }).IsUnique();
            builder.HasOne<ReportDraft>().WithMany().HasForeignKey(cell => cell.DraftId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
