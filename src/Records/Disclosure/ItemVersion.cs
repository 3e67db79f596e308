using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Disclosure;

/// <summary>A version of a piece of information on its way from draft to public (发布稿): written by one person, looked at by three others.</summary>
public sealed class ItemVersion : IRecord
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() }, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }
    public required Guid ItemId { get; init; }

    /// <summary>1 is the first; a later one corrects what is public.</summary>
    public required int Number { get; init; }

    public VersionState State { get; private set; }

    /// <summary>The step that waits while it is in review.</summary>
    public ReviewStep Step { get; private set; }

    public required Guid? AuthorId { get; init; }
    public required string AuthorName { get; init; }
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>Its title, beside the content for lists.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it says, as JSON.</summary>
    public string Content { get; private set; } = "{}";

    public ItemContent Says { get => field ??= JsonSerializer.Deserialize<ItemContent>(Content, Json)!; private set; }

    /// <summary>SHA-256 of the content, in small hexadecimal: an opinion is about the text that had it.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Why what is public is corrected.</summary>
    public string? CorrectionWhy { get; set; }

    /// <summary>The hour at which it shall go out; none: when the leader signs.</summary>
    public DateTimeOffset? PublishAt { get; set; }

    public DateTimeOffset? HandedInAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Writes the draft.</summary>
    public ItemVersion Write(ItemContent content)
    {
        if (State is not VersionState.Draft) throw new InvalidOperationException("Only a draft is written.");
        Content = JsonSerializer.Serialize(Says = content, Json);
        Title = content.Title;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)));
        return this;
    }

    public void HandIn(DateTimeOffset at) => (State, Step, HandedInAt) = (VersionState.InReview, ReviewStep.Department, at);

    /// <summary>Passes a step; after the last it is approved.</summary>
    public void Pass() => (State, Step) = Step.Next is { } next ? (VersionState.InReview, next) : (VersionState.Approved, Step);

    /// <summary>Goes back to its author.</summary>
    public void Return() => (State, Step) = (VersionState.Draft, ReviewStep.Author);

    public void Discard() => State = VersionState.Discarded;

    internal void Publish(DateTimeOffset at) => (State, PublishedAt) = (VersionState.Published, at);

    sealed class Mapping : IEntityTypeConfiguration<ItemVersion>
    {
        public void Configure(EntityTypeBuilder<ItemVersion> builder)
        {
            builder.ToTable("item_versions");
            builder.Property(version => version.AuthorName).HasMaxLength(100);
            builder.Property(version => version.Title).HasMaxLength(ItemContent.LongestTitle).IsPersonal();
            builder.Property(version => version.Content).IsPersonal();
            builder.Property(version => version.Hash).HasMaxLength(64);
            builder.Property(version => version.CorrectionWhy).HasMaxLength(300);
            builder.Ignore(version => version.Says);
            builder.HasIndex(version => version.Handle).IsUnique();
            builder.HasIndex(version => new { version.ItemId, version.Number }).IsUnique();
            // What waits at each step, the oldest first; what goes out at its hour.
            builder.HasIndex(version => new { version.AgencyId, version.State, version.Step, version.HandedInAt, version.Id });
            builder.HasIndex(version => new { version.State, version.PublishAt });
            // What is asked by its code: see ItemCode.
            builder.HasIndex(version => version.Hash).HasFilter("\"PublishedAt\" IS NOT NULL");
            builder.HasOne<InformationItem>().WithMany().HasForeignKey(version => version.ItemId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Agency>().WithMany().HasForeignKey(version => version.AgencyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
