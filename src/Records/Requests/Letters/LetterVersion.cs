using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests.Letters;

/// <summary>One version of a letter as it was handed in (送审稿): what those who approve it had before them. Versions are added, never changed.</summary>
public sealed class LetterVersion : IRecord
{
    /// <summary>Longer letters do not exist; what is longer is cut, and the file of the letter has all of it.</summary>
    public const int Longest = 60000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid LetterId { get; init; }

    /// <summary>1 is the first that was handed in.</summary>
    public required int Number { get; init; }

    /// <summary>Its paragraphs, one a line, as the template of that day prints them.</summary>
    public required string Text { get; init; }

    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<LetterVersion>
    {
        public void Configure(EntityTypeBuilder<LetterVersion> builder)
        {
            builder.ToTable("letter_versions");
            builder.Property(version => version.Text).HasMaxLength(Longest).IsPersonal();
            builder.Property(version => version.ByName).HasMaxLength(100);
            builder.HasIndex(version => new { version.LetterId, version.Number }).IsUnique();
            builder.HasOne<CaseLetter>().WithMany().HasForeignKey(version => version.LetterId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
