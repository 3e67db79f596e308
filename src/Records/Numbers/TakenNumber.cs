using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Numbers;

/// <summary>A document number that has been given (已用文号). It is never given again, also when it is void.</summary>
public sealed class TakenNumber : IRecord
{
    public const int LongestSubject = 200;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }
    public required Guid SeriesId { get; init; }

    /// <summary>The year of the document's date (成文日期).</summary>
    public required int Year { get; init; }

    public required int Number { get; init; }

    /// <summary>As it is printed, such as 住建公开〔2026〕18号; once in an agency.</summary>
    public required string Text { get; init; }

    /// <summary>成文日期.</summary>
    public required DateOnly DocumentDate { get; init; }

    /// <summary>What bears it, in words, such as 收件 2026-0112 or 2026年年度报告.</summary>
    public required string Subject { get; init; }

    /// <summary>The record that bears it.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Somebody wrote it in; the counter did not give it.</summary>
    public bool ByHand { get; init; }

    public required DateTimeOffset TakenAt { get; init; }
    public required string TakenBy { get; init; }

    /// <summary>作废: since when it counts for nothing, and why.</summary>
    public DateTimeOffset? VoidedAt { get; private set; }

    public string? VoidReason { get; private set; }

    /// <summary>Why it cannot be made void.</summary>
    public Impediment? ToVoid(string? reason) =>
        VoidedAt is not null ? new($"文号 {Text} 已经作废，不用再次作废。")
        : string.IsNullOrWhiteSpace(reason) ? new("请填写作废的理由，例如“答复书打印错误，重新编号”。")
        : reason.Length > 200 ? new("作废的理由最多 200 个字，请写得短一些。")
        : null;

    /// <summary>From now on it counts for nothing; it stays taken.</summary>
    public void Void(string reason, DateTimeOffset at)
    {
        if (ToVoid(reason) is { } impediment) throw new InvalidOperationException(impediment.Reason);
        (VoidedAt, VoidReason) = (at, reason.Trim());
    }

    sealed class Mapping : IEntityTypeConfiguration<TakenNumber>
    {
        public void Configure(EntityTypeBuilder<TakenNumber> builder)
        {
            builder.ToTable("taken_numbers");
            builder.Property(number => number.Text).HasMaxLength(60);
            builder.Property(number => number.Subject).HasMaxLength(LongestSubject);
            builder.HasIndex(number => number.Handle).IsUnique();
            builder.HasIndex(number => new { number.SeriesId, number.Year, number.Number }).IsUnique();
            builder.HasIndex(number => new { number.AgencyId, number.Text }).IsUnique();
            // The register, newest first.
            builder.HasIndex(number => new { number.AgencyId, number.Year, number.Number }).IsDescending(false, true, true);
            builder.HasIndex(number => number.SubjectId);
            builder.HasOne<NumberSeries>().WithMany().HasForeignKey(number => number.SeriesId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Agency>().WithMany().HasForeignKey(number => number.AgencyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
