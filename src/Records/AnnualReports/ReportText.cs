using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.AnnualReports;

/// <summary>The prose of one part of a draft, one paragraph a line; part 0 is the introduction.</summary>
public sealed class ReportText : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid DraftId { get; init; }

    /// <summary>0 to 6.</summary>
    public required int Section { get; init; }

    public string Text { get; private set; } = "";
    public Guid? By { get; private set; }
    public string ByRole { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    public IReadOnlyList<string> Paragraphs => [.. Text.Split('\n').Select(line => line.Trim().Trim('\u3000')).Where(line => line.Length > 0)];

    /// <summary>A text as it is kept: line feeds only, no white space at its ends.</summary>
    public static string Tidy(string? text) => (text ?? "").ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal).Trim();

    public void Write(string text, Pen pen) => (Text, By, ByRole, At) = (Tidy(text), pen.Account, pen.Role, pen.At);

    sealed class Mapping : IEntityTypeConfiguration<ReportText>
    {
        public void Configure(EntityTypeBuilder<ReportText> builder)
        {
            builder.ToTable("report_texts");
            builder.Ignore(text => text.Paragraphs);
            builder.HasIndex(text => new { text.DraftId, text.Section }).IsUnique();
            builder.HasOne<ReportDraft>().WithMany().HasForeignKey(text => text.DraftId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What the office says about a warning: why the report may stand as it is. It belongs to the finding's exact words.</summary>
public sealed class FindingNote : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid DraftId { get; init; }

    /// <summary>The SHA-256, in hexadecimal digits, of what identifies the finding.</summary>
    public required string Finding { get; init; }

    public string Note { get; private set; } = "";
    public Guid? By { get; private set; }
    public DateTimeOffset At { get; private set; }

    public void Write(string note, Pen pen) => (Note, By, At) = (note.Trim(), pen.Account, pen.At);

    sealed class Mapping : IEntityTypeConfiguration<FindingNote>
    {
        public void Configure(EntityTypeBuilder<FindingNote> builder)
        {
            builder.ToTable("report_finding_notes");
            builder.Property(note => note.Finding).HasMaxLength(64);
            builder.HasIndex(note => new { note.DraftId, note.Finding }).IsUnique();
            builder.HasOne<ReportDraft>().WithMany().HasForeignKey(note => note.DraftId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
