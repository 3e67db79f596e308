using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Accounts;

public sealed partial class Account
{
    sealed class Mapping : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.ToTable("accounts");
            builder.HasIndex(account => account.Handle).IsUnique();
            builder.HasIndex(account => account.SignInName).IsUnique();
            builder.HasIndex(account => account.PersonId).IsUnique();
            builder.Property(account => account.PasswordHash).IsSecret();
            builder.Property(account => account.FormerPasswords).IsSecret();
            builder.Property(account => account.AuthenticatorKey).IsSecret();
            builder.Property(account => account.RecoveryCodes).IsSecret();
            builder.Property(account => account.Stamp).IsSecret();
            builder.Property(account => account.SignInName).HasMaxLength(64);
            builder.Property(account => account.Name).HasMaxLength(64);
            builder.HasOne<Person>().WithMany().HasForeignKey(account => account.PersonId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Agency>().WithMany().HasForeignKey(account => account.AgencyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
