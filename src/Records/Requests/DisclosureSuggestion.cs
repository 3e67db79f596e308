using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests;

/// <summary>A suggestion that what one applicant was given be disclosed to everyone (转主动公开建议, art. 44): one for a request, answered once.</summary>
public sealed class DisclosureSuggestion : IRecord
{
    public const int LongestWords = 500;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }
    public required Guid RequestId { get; init; }
    public required SuggestionGround Ground { get; init; }

    /// <summary>What was said besides.</summary>
    public string? Words { get; init; }

    /// <summary>By the applicant; else by the office, which noticed it.</summary>
    public required bool ByApplicant { get; init; }

    public required DateOnly SuggestedOn { get; init; }
    public SuggestionAnswer Answer { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>The reasons, as the applicant reads them; where it is adopted, where and when it is disclosed.</summary>
    public string? Reasons { get; private set; }

    /// <exception cref="InvalidOperationException">It was answered before.</exception>
    public void Decide(SuggestionAnswer answer, string reasons, DateOnly on)
    {
        if (Answer is not SuggestionAnswer.Open || answer is SuggestionAnswer.Open) throw new InvalidOperationException("A suggestion is answered once.");
        (Answer, Reasons, AnsweredOn) = (answer, reasons, on);
    }

    sealed class Mapping : IEntityTypeConfiguration<DisclosureSuggestion>
    {
        public void Configure(EntityTypeBuilder<DisclosureSuggestion> builder)
        {
            builder.ToTable("disclosure_suggestions");
            builder.Property(suggestion => suggestion.Words).HasMaxLength(LongestWords).IsPersonal();
            builder.Property(suggestion => suggestion.Reasons).HasMaxLength(LongestWords).IsPersonal();
            builder.HasIndex(suggestion => suggestion.Handle).IsUnique();
            builder.HasIndex(suggestion => suggestion.RequestId).IsUnique();
            // The list: open ones first, the oldest of them first.
            builder.HasIndex(suggestion => new { suggestion.AgencyId, suggestion.Answer, suggestion.SuggestedOn, suggestion.Id });
            builder.HasOne<Agency>().WithMany().HasForeignKey(suggestion => suggestion.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<InformationRequest>().WithMany().HasForeignKey(suggestion => suggestion.RequestId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
