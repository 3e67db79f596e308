using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests;

/// <summary>What an applicant thinks of the service (评价): once, in five levels; it may be changed for seven days, and is shown in sums only.</summary>
public sealed class RequestRating : IRecord
{
    /// <summary>So long after it was first given it may be changed, in days.</summary>
    public const int ChangeableDays = 7;

    public const int LongestWords = 500;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid RequestId { get; init; }

    /// <summary>5 is the best: 非常满意.</summary>
    public required int Level { get; set; }

    public string? Words { get; set; }
    public required DateOnly GivenOn { get; init; }

    /// <summary>The last day on which it may be changed, inclusive.</summary>
    public DateOnly ChangeableThrough => GivenOn.AddDays(ChangeableDays);

    /// <summary>What a level is called.</summary>
    public static string NameOf(int level) => level switch
    {
        5 => "非常满意",
        4 => "满意",
        3 => "基本满意",
        2 => "不满意",
        1 => "非常不满意",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "There are five levels."),
    };

    sealed class Mapping : IEntityTypeConfiguration<RequestRating>
    {
        public void Configure(EntityTypeBuilder<RequestRating> builder)
        {
            builder.ToTable("request_ratings");
            builder.Ignore(rating => rating.ChangeableThrough);
            builder.Property(rating => rating.Words).HasMaxLength(LongestWords).IsPersonal();
            builder.HasIndex(rating => rating.RequestId).IsUnique();
            builder.HasOne<InformationRequest>().WithMany().HasForeignKey(rating => rating.RequestId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
