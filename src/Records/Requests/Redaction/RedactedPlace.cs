using Gongkai.Records.Trail;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests.Redaction;

/// <summary>A place on a page that is to be covered (遮盖), and why: in fractions of the page's width and height, from its upper left corner.</summary>
public sealed class RedactedPlace : IRecord
{
    public const int LongestNote = 200;

    /// <summary>A hundred-thousandth of a page is less than a hundredth of a millimetre.</summary>
    const int Decimals = 5;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid RedactionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Page { get; init; }

    public double Left { get; private set; }
    public double Top { get; private set; }
    public double Width { get; private set; }
    public double Height { get; private set; }
    public RedactionGround Ground { get; private set; }

    /// <summary>What the officer adds to the ground, for the applicant; never what is covered.</summary>
    public string Note { get; private set; } = "";

    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Puts it where it lies, as far as it lies on the page.</summary>
    public void Lay(double left, double top, double width, double height)
    {
        var (right, bottom) = (Math.Clamp(left + width, 0, 1), Math.Clamp(top + height, 0, 1));
        (left, top) = (Math.Clamp(left, 0, 1), Math.Clamp(top, 0, 1));
        (Left, Top, Width, Height) = (Math.Round(left, Decimals), Math.Round(top, Decimals), Math.Round(right - left, Decimals), Math.Round(bottom - top, Decimals));
    }

    public void Explain(RedactionGround ground, string note) => (Ground, Note) = (ground, note);

    sealed class Mapping : IEntityTypeConfiguration<RedactedPlace>
    {
        public void Configure(EntityTypeBuilder<RedactedPlace> builder)
        {
            builder.ToTable("redacted_places");
            builder.Property(place => place.Note).HasMaxLength(LongestNote).IsPersonal();
            builder.Property(place => place.ByName).HasMaxLength(100);
            builder.HasIndex(place => place.Handle).IsUnique();
            builder.HasIndex(place => new { place.RedactionId, place.Page });
            builder.HasOne<CaseRedaction>().WithMany().HasForeignKey(place => place.RedactionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
