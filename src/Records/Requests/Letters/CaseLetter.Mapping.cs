using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Records.Templates;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests.Letters;

public sealed partial class CaseLetter
{
    sealed class Mapping : IEntityTypeConfiguration<CaseLetter>
    {
        public void Configure(EntityTypeBuilder<CaseLetter> builder)
        {
            builder.ToTable("case_letters");
            builder.Ignore(letter => letter.Says);
            builder.Property(letter => letter.Content).HasMaxLength(40000).IsPersonal();
            builder.Property(letter => letter.AuthorName).HasMaxLength(100);
            builder.Property(letter => letter.SignedByName).HasMaxLength(100);
            builder.Property(letter => letter.SealedByName).HasMaxLength(100);
            builder.Property(letter => letter.Number).HasMaxLength(60);
            builder.Property(letter => letter.SealName).HasMaxLength(100);
            builder.Property(letter => letter.PostNumber).HasMaxLength(60);
            builder.Property(letter => letter.VerificationCode).HasMaxLength(20).IsSecret();
            builder.Property(letter => letter.VoidReason).HasMaxLength(500);
            builder.HasIndex(letter => letter.Handle).IsUnique();
            builder.HasIndex(letter => letter.VerificationCode).IsUnique();
            builder.HasIndex(letter => letter.RequestId);
            // Whose turn it is: desks ask by state, and those that are served or void are most of them.
            builder.HasIndex(letter => new { letter.AgencyId, letter.State, letter.RequestId });
            builder.HasOne<Agency>().WithMany().HasForeignKey(letter => letter.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<InformationRequest>().WithMany().HasForeignKey(letter => letter.RequestId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(letter => letter.FileId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<LetterTemplate>().WithMany().HasForeignKey(letter => letter.TemplateId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
