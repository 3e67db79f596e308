using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Search;

/// <summary>Words that mean the same to whoever searches (同义词), such as 公租房 and 公共租赁住房: whoever types one finds the others.</summary>
public sealed class SearchSynonym : IRecord
{
    public const int MostWords = 8;
    public const int LongestWord = 30;

    public static Deed Added { get; } = new("search.synonymAdded", "增加检索同义词");
    public static Deed Changed { get; } = new("search.synonymChanged", "修改检索同义词");
    public static Deed Removed { get; } = new("search.synonymRemoved", "删除检索同义词");

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();

    /// <summary>Who keeps it; every search of the portal uses it.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>At least two.</summary>
    public required List<string> Words { get; set; }

    /// <summary>Why, or where the words come from.</summary>
    public string? Note { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Whether it is one term, and of more than a single character: such a one would widen every search.</summary>
    public static bool IsWord(string word) => Term.Cut(word, out _) is [var term] && term.Length > (char.IsHighSurrogate(term[0]) ? 2 : 1);

    sealed class Mapping : IEntityTypeConfiguration<SearchSynonym>
    {
        public void Configure(EntityTypeBuilder<SearchSynonym> builder)
        {
            builder.ToTable("search_synonyms");
            builder.HasIndex(synonym => synonym.Handle).IsUnique();
            builder.Property(synonym => synonym.Note).HasMaxLength(200);
            builder.HasIndex(synonym => new { synonym.AgencyId, synonym.ChangedAt });
            builder.HasOne<Agency>().WithMany().HasForeignKey(synonym => synonym.AgencyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
