using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Trail;

/// <summary>A personal value of an entry, outside what is hashed: the entry holds only its salted hash, so that the value can be erased and the chain stays whole.</summary>
/// <remarks>PIPL art. 47 (个人信息保护法第四十七条), from memory.</remarks>
public sealed class TrailPersonal
{
    public required Guid Chain { get; init; }
    public required long Sequence { get; init; }

    /// <summary>Its place in the entry.</summary>
    public required int Number { get; init; }

    public required Guid Record { get; init; }
    public required string Field { get; init; }
    public string? Salt { get; private set; }
    public string? Value { get; private set; }

    /// <summary>The entry, of the same chain, that says that it was erased.</summary>
    public long? ErasedBy { get; private set; }

    public static TrailPersonal Of(Guid chain, long sequence, int number, Guid record, string field, string salt, string value) => new()
    {
        Chain = chain, Sequence = sequence, Number = number, Record = record, Field = field, Salt = salt, Value = value,
    };

    internal void Erase(long by) => (Salt, Value, ErasedBy) = (null, null, by);

    sealed class Mapping : IEntityTypeConfiguration<TrailPersonal>
    {
        public void Configure(EntityTypeBuilder<TrailPersonal> builder)
        {
            builder.ToTable("trail_personal");
            builder.IsUntrailed("it is the trail");
            builder.HasKey(value => new { value.Chain, value.Sequence, value.Number });
            builder.HasIndex(value => value.Record);
        }
    }
}
