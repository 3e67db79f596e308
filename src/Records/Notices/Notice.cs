using Gongkai.Records.Accounts;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Notices;

/// <summary>What a notice is about; each account says of which it also wants mail.</summary>
public enum NoticeTopic
{
    /// <summary>工作任务: handed out, due, handed over, done.</summary>
    Tasks,

    /// <summary>年度报告: to be prepared, signed, published, corrected.</summary>
    Reports,

    /// <summary>到期提醒 of any other kind.</summary>
    Reminders,

    /// <summary>后台任务: done, failed, broken off.</summary>
    Jobs,

    /// <summary>系统运行: what an administrator must look at.</summary>
    System,
}

/// <summary>A message to a colleague (消息): one sentence and where to go. It tells nobody's personal data.</summary>
public sealed class Notice
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AccountId { get; init; }
    public required NoticeTopic Topic { get; init; }
    public required string Text { get; init; }

    /// <summary>Where it leads: an address of the office.</summary>
    public required string Path { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Two notices of one key would be the same one: a reminder is told once.</summary>
    public string? Key { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> builder)
        {
            builder.ToTable("notices");
            builder.IsUntrailed("a copy of what the trail tells already; whether it was read is nobody's business but the reader's");
            builder.HasKey(notice => notice.Id);
            builder.HasIndex(notice => notice.Handle).IsUnique();
            builder.HasIndex(notice => new { notice.AccountId, notice.ReadAt, notice.At });
            builder.HasIndex(notice => new { notice.AccountId, notice.Key }).IsUnique();
            builder.HasIndex(notice => notice.ReadAt);
            builder.Property(notice => notice.Topic).HasConversion<string>().HasMaxLength(16);
            builder.Property(notice => notice.Key).HasMaxLength(128);
            builder.HasOne<Account>().WithMany().HasForeignKey(notice => notice.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>The questions that are asked about notices.</summary>
public static class NoticeQueries
{
    extension(IQueryable<Notice> notices)
    {
        public IQueryable<Notice> Of(Guid account) => notices.Where(notice => notice.AccountId == account);

        public IQueryable<Notice> Unread => notices.Where(notice => notice.ReadAt == null);
    }
}
