using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Gongkai.Records.Search;

/// <summary>The words of an item in PostgreSQL; SQLite has them in a full-text table of its own.</summary>
public sealed class IndexedWords
{
    public required long Key { get; init; }
    public required NpgsqlTsVector Words { get; init; }

    /// <summary>Only the model of PostgreSQL has it.</summary>
    internal static void Map(ModelBuilder model) => model.Entity<IndexedWords>(builder =>
    {
        builder.ToTable("search_words");
        builder.IsUntrailed("a copy of what is public, made again whenever that changes");
        builder.HasKey(words => words.Key);
        builder.Property(words => words.Key).ValueGeneratedNever();
        // Without the list of what is still to be sorted in, every question takes the same time.
        builder.HasIndex(words => words.Words).HasMethod("GIN").HasStorageParameter("fastupdate", false);
        // The words themselves go out of the row, so that a thousand rows stand on a dozen pages.
        builder.HasStorageParameter("toast_tuple_target", 128);
    });
}
