using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.AnnualReports;

/// <summary>What the supervising office answered.</summary>
public enum Receipt
{
    /// <summary>已报送，待回执.</summary>
    Awaited,

    /// <summary>主管部门已收到.</summary>
    Received,

    /// <summary>备案通过.</summary>
    Cleared,

    /// <summary>主管部门退回修改.</summary>
    Rejected,
}

/// <summary>A report handed up to the supervising office (报送), and what came back.</summary>
public sealed class ReportSubmission : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid DraftId { get; init; }
    public required Guid AgencyId { get; init; }

    /// <summary>The day on which it was handed up; by the register, never back-dated.</summary>
    public required DateOnly On { get; init; }

    /// <summary>To whom: 某区人民政府办公室.</summary>
    public required string To { get; init; }

    /// <summary>What was handed up hashes to this.</summary>
    public required string Digest { get; init; }

    public Receipt Receipt { get; private set; }
    public DateOnly? ReceiptOn { get; private set; }

    /// <summary>What the supervising office wrote.</summary>
    public string? Answer { get; private set; }

    public void Answered(Receipt receipt, DateOnly on, string? answer) => (Receipt, ReceiptOn, Answer) = (receipt, on, answer);

    sealed class Mapping : IEntityTypeConfiguration<ReportSubmission>
    {
        public void Configure(EntityTypeBuilder<ReportSubmission> builder)
        {
            builder.ToTable("report_submissions");
            builder.Property(submission => submission.Digest).HasMaxLength(64);
            builder.HasIndex(submission => submission.Handle).IsUnique();
            builder.HasIndex(submission => submission.DraftId);
            builder.HasOne<ReportDraft>().WithMany().HasForeignKey(submission => submission.DraftId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Terms and ways that the supervising office has set for one year's report of an agency (earlier dates, 先备案后公布).</summary>
public sealed class ReportTerm : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid AgencyId { get; init; }
    public required int Year { get; init; }
    public DateOnly? SubmitBy { get; set; }
    public DateOnly? PublishBy { get; set; }

    /// <summary>先备案后公布.</summary>
    public bool FiledFirst { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<ReportTerm>
    {
        public void Configure(EntityTypeBuilder<ReportTerm> builder)
        {
            builder.ToTable("report_terms");
            builder.HasIndex(term => new { term.AgencyId, term.Year }).IsUnique();
        }
    }
}

/// <summary>Where a version in the archive came from, when it was not prepared here (导入).</summary>
public sealed class ReportImport : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid ReportId { get; init; }

    /// <summary>Where it was first published: an address or the name of a place.</summary>
    public required string Place { get; init; }

    public required string? Note { get; init; }
    public required string FileName { get; init; }

    /// <summary>The SHA-256 of the file that was read, in hexadecimal digits.</summary>
    public required string FileDigest { get; init; }

    public required Guid? By { get; init; }
    public required DateTimeOffset At { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<ReportImport>
    {
        public void Configure(EntityTypeBuilder<ReportImport> builder)
        {
            builder.ToTable("report_imports");
            builder.Property(import => import.FileDigest).HasMaxLength(64);
            builder.HasIndex(import => import.ReportId).IsUnique();
            builder.HasOne<AnnualReport>().WithMany().HasForeignKey(import => import.ReportId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What the answers are called.</summary>
public static class Receipts
{
    extension(Receipt receipt)
    {
        public string Name => receipt switch
        {
            Receipt.Awaited => "已报送，待回执",
            Receipt.Received => "主管部门已收到",
            Receipt.Cleared => "备案通过",
            Receipt.Rejected => "退回修改",
        };
    }
}
