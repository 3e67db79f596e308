using Gongkai.Records.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Notices;

/// <summary>Where someone takes mail, and of which notices (邮件提醒).</summary>
public sealed class MailChoice : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid AccountId { get; init; }
    public Sealed? Address { get; set; }
    public List<NoticeTopic> Topics { get; set; } = [];

    public static Deed Changed { get; } = new("notices.mail-changed", "更改邮件提醒");

    sealed class Mapping : IEntityTypeConfiguration<MailChoice>
    {
        public void Configure(EntityTypeBuilder<MailChoice> builder)
        {
            builder.ToTable("mail_choices");
            builder.HasIndex(choice => choice.AccountId).IsUnique();
            builder.HasOne<Account>().WithMany().HasForeignKey(choice => choice.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
