using System.Text.Json;
using Gongkai.Records.Trail;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests;

/// <summary>One page of a case's file (案卷页): a fact, who put it there and when. Pages are added, never changed.</summary>
public sealed class CasePage : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid RequestId { get; init; }

    /// <summary>1 is the first.</summary>
    public required int Number { get; init; }

    /// <summary>The fact as it is kept.</summary>
    public string Content { get; private init; } = "";

    public required CaseFact Fact { get => field ??= Read(Content); init => Content = JsonSerializer.Serialize(field = value, JsonSerializerOptions.Web); }

    internal static CaseFact Read(string content) => JsonSerializer.Deserialize<CaseFact>(content, JsonSerializerOptions.Web)!;

    /// <summary>The day of the fact, for queries.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset At { get; init; }

    public required Guid? By { get; init; }
    public required string ByName { get; init; }

    /// <summary>What was said with it: an opinion, a reason, what a letter asked for. Staff read it; the applicant reads letters.</summary>
    public string? Note { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<CasePage>
    {
        public void Configure(EntityTypeBuilder<CasePage> builder)
        {
            builder.ToTable("case_pages");
            builder.Ignore(page => page.Fact);
            builder.Property(page => page.Content).HasMaxLength(500);
            builder.Property(page => page.ByName).HasMaxLength(100);
            builder.Property(page => page.Note).HasMaxLength(4000).IsPersonal();
            builder.HasIndex(page => new { page.RequestId, page.Number }).IsUnique();
            builder.HasOne<InformationRequest>().WithMany().HasForeignKey(page => page.RequestId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
