using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Trail;

/// <summary>A record that an act was about without changing it: whose data were looked at, whose session was ended.</summary>
/// <param name="Table">The table that the record stands in.</param>
/// <param name="Id">Its key.</param>
/// <param name="Field">The column that was looked at; none means the record.</param>
public sealed record Mentioned(string Table, Guid Id, string? Field = null);

/// <summary>Where in the trail a record is mentioned by an act that did not change it.</summary>
/// <remarks>It says nothing that the entry's content does not say; it is there so that “who saw what of whom” is found without reading the whole trail.</remarks>
public sealed class TrailMention
{
    public required Guid Record { get; init; }
    public required string Table { get; init; }
    public required string? Field { get; init; }
    public required Guid Chain { get; init; }
    public required long Sequence { get; init; }

    /// <summary>Its place in the entry.</summary>
    public required int Number { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<TrailMention>
    {
        public void Configure(EntityTypeBuilder<TrailMention> builder)
        {
            builder.ToTable("trail_mentions");
            builder.IsUntrailed("it is the trail");
            builder.HasKey(mention => new { mention.Chain, mention.Sequence, mention.Number });
            builder.HasIndex(mention => mention.Record);
            builder.Property(mention => mention.Table).HasMaxLength(64);
            builder.Property(mention => mention.Field).HasMaxLength(64);
        }
    }
}

/// <summary>Names a row for the trail.</summary>
public static class Mentioning
{
    /// <summary>This record, as an act mentions it.</summary>
    /// <param name="field">The column that was looked at, where it was one: <c>nameof(Person.Mobile)</c>.</param>
    public static Mentioned Mention(this Store store, IRecord record, string? field = null) =>
        new(store.Model.FindEntityType(record.GetType())!.GetTableName()!, record.Id, field);

    /// <summary>A record of which only the key is known.</summary>
    public static Mentioned Mention<T>(this Store store, Guid id) where T : class, IRecord => new(store.Model.FindEntityType(typeof(T))!.GetTableName()!, id);
}
