using Gongkai.Records.Trail;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Search;

/// <summary>A public item as the list of hits shows it (检索条目). Its words stand in the index under the same key.</summary>
public sealed class IndexedItem
{
    /// <summary>So many items can be published on a day before a key of the next is taken.</summary>
    const int BitsOfDay = 20;

    /// <summary>The day of publication, then a serial number: the fresher, the greater.</summary>
    public required long Key { get; init; }

    public required Guid ItemId { get; init; }
    public required Guid AgencyId { get; init; }
    public required Guid ColumnId { get; init; }
    public required ItemCategory Category { get; init; }
    public required Genre Genre { get; init; }
    public required Validity Validity { get; init; }

    /// <summary>See <see cref="SearchEntry.TurnsOn"/>.</summary>
    public DateOnly? TurnsOn { get; init; }

    public required DateOnly FormedOn { get; init; }
    public required DateOnly PublishedOn { get; init; }
    public required string Title { get; init; }
    public string? DocumentNumber { get; init; }
    public string? IndexNumber { get; init; }
    public required string Issuer { get; init; }
    public string? Keywords { get; init; }
    public required bool Interpreted { get; init; }

    /// <summary>The <see cref="Bigrams.Version"/> by which its words were cut.</summary>
    public required int Cut { get; init; }

    /// <summary>The first key of a day.</summary>
    internal static long FirstOf(DateOnly day) => (long)day.DayNumber << BitsOfDay;

    internal static DateOnly DayOf(long key) => DateOnly.FromDayNumber((int)(key >> BitsOfDay));

    sealed class Mapping : IEntityTypeConfiguration<IndexedItem>
    {
        public void Configure(EntityTypeBuilder<IndexedItem> builder)
        {
            builder.ToTable("search_items");
            builder.IsUntrailed("a copy of what is public, made again whenever that changes");
            builder.HasKey(item => item.Key);
            builder.Property(item => item.Key).ValueGeneratedNever();
            builder.HasIndex(item => item.ItemId).IsUnique();
            builder.HasIndex(item => item.TurnsOn).HasFilter("\"TurnsOn\" IS NOT NULL");
            builder.HasIndex(item => new { item.Cut, item.Key });
        }
    }
}

/// <summary>The text of a public item for the second look at a hit and for its passage: packed, since there may be very many.</summary>
public sealed class IndexedText
{
    public required long Key { get; init; }

    /// <summary>See <see cref="PackedText"/>.</summary>
    public required byte[] Packed { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<IndexedText>
    {
        public void Configure(EntityTypeBuilder<IndexedText> builder)
        {
            builder.ToTable("search_texts");
            builder.IsUntrailed("a copy of what is public, made again whenever that changes");
            builder.HasKey(text => text.Key);
            builder.Property(text => text.Key).ValueGeneratedNever();
        }
    }
}
