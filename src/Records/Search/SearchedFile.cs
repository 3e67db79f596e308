using Gongkai.Records.Files;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Search;

/// <summary>What stands in a file that the public gets, as search reads it: taken out once, since a file never changes.</summary>
public sealed class SearchedFile
{
    public required Guid FileId { get; init; }

    /// <summary>See <see cref="PackedText"/>.</summary>
    public required byte[] Packed { get; init; }

    public static SearchedFile Of(Guid file, string text) => new() { FileId = file, Packed = PackedText.Pack(text) };

    public string Text => PackedText.Unpack(Packed).Body;

    sealed class Mapping : IEntityTypeConfiguration<SearchedFile>
    {
        public void Configure(EntityTypeBuilder<SearchedFile> builder)
        {
            builder.ToTable("search_files");
            builder.IsUntrailed("a copy of what stands in a public file");
            builder.HasKey(text => text.FileId);
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(text => text.FileId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
