using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Disclosure;

/// <summary>A version of an agency's guide (政府信息公开指南, art. 12): written by one person, signed by another. Versions are added, and their text is never changed.</summary>
public sealed class GuideVersion : IRecord
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }
    public required int Number { get; init; }

    /// <summary>Its parts, as JSON.</summary>
    public string Content { get; private init; } = "{}";

    public required Guid? AuthorId { get; init; }
    public required string AuthorName { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Why it was written anew.</summary>
    public string? Why { get; init; }

    public Guid? SignedById { get; private set; }
    public string? SignedBy { get; private set; }

    /// <summary>Since when the public reads it.</summary>
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>The day on which somebody last said that it still holds.</summary>
    public DateOnly? ConfirmedOn { get; private set; }

    public string? ConfirmedBy { get; private set; }

    /// <summary>What held of the agency on that day, as JSON.</summary>
    public string Facts { get; private set; } = "{}";

    public GuideText Says => field ??= JsonSerializer.Deserialize<GuideText>(Content, Json)!;

    public GuideFacts Knew => new(JsonSerializer.Deserialize<Dictionary<string, string>>(Facts, Json)!);

    public static GuideVersion Of(Guid agency, int number, GuideText text, Guid? author, string authorName, string? why, DateTimeOffset at) =>
        new() { AgencyId = agency, Number = number, Content = JsonSerializer.Serialize(text, Json), AuthorId = author, AuthorName = authorName, Why = why, At = at };

    /// <summary>Why this person may not sign it: who wrote a text does not let it out.</summary>
    public Impediment? ToSign(Guid? account, string name) =>
        SignedAt is not null ? new("这一版已经审签。")
        : AuthorId is not null && account is not null ? AuthorId == account ? OneOther : null
        : AuthorName == name ? OneOther : null;

    static Impediment OneOther => new("您是这一版的拟写人，请由其他人审签。");

    /// <summary>Goes before the public.</summary>
    public void Sign(Guid? account, string name, DateTimeOffset at, GuideFacts facts)
    {
        if (ToSign(account, name) is { } impediment) throw new InvalidOperationException(impediment.Reason);
        (SignedById, SignedBy, SignedAt) = (account, name, at);
        Confirm(name, at.DayAtOffice, facts);
    }

    /// <summary>Is said to hold still.</summary>
    public void Confirm(string name, DateOnly on, GuideFacts facts) => (ConfirmedOn, ConfirmedBy, Facts) = (on, name, JsonSerializer.Serialize(facts.Facts, Json));

    sealed class Mapping : IEntityTypeConfiguration<GuideVersion>
    {
        public void Configure(EntityTypeBuilder<GuideVersion> builder)
        {
            builder.ToTable("guide_versions");
            builder.Property(version => version.AuthorName).HasMaxLength(100);
            builder.Property(version => version.Why).HasMaxLength(300);
            builder.Property(version => version.SignedBy).HasMaxLength(100);
            builder.Property(version => version.ConfirmedBy).HasMaxLength(100);
            builder.Ignore(version => version.Says);
            builder.Ignore(version => version.Knew);
            builder.HasIndex(version => version.Handle).IsUnique();
            builder.HasIndex(version => new { version.AgencyId, version.Number }).IsUnique();
            builder.HasOne<Agency>().WithMany().HasForeignKey(version => version.AgencyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
