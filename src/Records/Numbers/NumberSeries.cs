using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules;
using Gongkai.Rules.Numbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Numbers;

/// <summary>One kind of an agency's document numbers (文种): how they are written, and where they begin. Its numbers count up from 1 each year, without a gap.</summary>
public sealed class NumberSeries : IRecord
{
    public const int LongestName = 40;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }

    /// <summary>What is numbered so, such as 答复书; once in an agency.</summary>
    public required string Name { get; set; }

    /// <summary>代字. Two series of one agency differ in it or in the suffix, or their numbers would be the same.</summary>
    public required string Word { get; init; }

    /// <summary>Whether 第 stands before the number.</summary>
    public bool Ordinal { get; init; }

    /// <summary>What follows 号 after a hyphen; empty where nothing does.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The year in which the register moved here, and the first number that is given in it; earlier ones stand on paper.</summary>
    public int FirstYear { get; init; }

    public int FirstNumber { get; init; } = 1;

    /// <summary>Since when no new numbers are given.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public NumberPattern Pattern => new(Word, Ordinal, Suffix is "" ? null : Suffix);

    /// <summary>Why it may not be kept so.</summary>
    public Impediment? ToKeep() =>
        Name is "" ? new("请填写文种名称，例如“答复书”。")
        : Name.Length > LongestName ? new($"文种名称最多 {LongestName} 个字，现在有 {Name.Length} 个。")
        : FirstNumber is < 1 or > 999_999 ? new("起始号请填 1 到 999999 之间的整数。")
        : Pattern.ToUse();

    public void Close(DateTimeOffset at) => ClosedAt ??= at;

    public void Reopen() => ClosedAt = null;

    sealed class Mapping : IEntityTypeConfiguration<NumberSeries>
    {
        public void Configure(EntityTypeBuilder<NumberSeries> builder)
        {
            builder.ToTable("number_series");
            builder.Property(series => series.Name).HasMaxLength(LongestName);
            builder.Property(series => series.Word).HasMaxLength(NumberPattern.LongestWord);
            builder.Property(series => series.Suffix).HasMaxLength(NumberPattern.LongestSuffix);
            builder.HasIndex(series => series.Handle).IsUnique();
            builder.HasIndex(series => new { series.AgencyId, series.Name }).IsUnique();
            builder.HasIndex(series => new { series.AgencyId, series.Word, series.Suffix }).IsUnique();
            builder.HasOne<Agency>().WithMany().HasForeignKey(series => series.AgencyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>The last number that a series gave in a year. Taking the next locks this row until the act ends.</summary>
sealed class NumberCounter
{
    public required Guid SeriesId { get; init; }
    public required int Year { get; init; }
    public required int Last { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<NumberCounter>
    {
        public void Configure(EntityTypeBuilder<NumberCounter> builder)
        {
            builder.ToTable("number_counters");
            builder.IsUntrailed("each number that it gives is a record; this row only says where to go on");
            builder.HasKey(counter => new { counter.SeriesId, counter.Year });
            builder.HasOne<NumberSeries>().WithMany().HasForeignKey(counter => counter.SeriesId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
