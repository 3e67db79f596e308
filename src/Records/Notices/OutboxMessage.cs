using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Notices;

/// <summary>How a message leaves the house.</summary>
public enum OutboxChannel
{
    /// <summary>邮件.</summary>
    Mail,

    /// <summary>短信.</summary>
    Sms,
}

/// <summary>How far a message has come.</summary>
public enum OutboxState
{
    /// <summary>待发.</summary>
    Waiting,

    /// <summary>发送中: a node has it.</summary>
    Sending,

    /// <summary>已发.</summary>
    Sent,

    /// <summary>未能发出: given up; someone must look.</summary>
    GivenUp,
}

/// <summary>A file that goes with a mail.</summary>
public sealed record Enclosure(string Name, string MediaType, byte[] Bytes);

/// <summary>A message on its way out (待发消息), written in the same transaction as the act that causes it. It goes out at least once.</summary>
public sealed class OutboxMessage
{
    /// <summary>Also what the receiver knows it by: a second copy bears the same one.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Handle Handle { get; private init; } = Handle.Next();
    public required OutboxChannel Channel { get; init; }

    /// <summary>Address or telephone number; forgotten once it was sent.</summary>
    public required Sealed? To { get; init; }

    public required string Subject { get; init; }

    /// <summary>Forgotten once it was sent.</summary>
    public required string? Body { get; set; }

    /// <summary>Words that nobody but the receiver may read, such as a query code: they go out in the place of <see cref="Body"/>, and are forgotten once sent.</summary>
    public Sealed? SealedBody { get; init; }

    /// <summary>Files that go with a mail, by their keys in the store of files; none for most.</summary>
    public List<Guid>? Files { get; init; }

    /// <summary>These files, read on the way out; no row holds them.</summary>
    public IReadOnlyList<Enclosure> Enclosed { get; set; } = [];

    public required DateTimeOffset At { get; init; }
    public OutboxState State { get; private set; }

    /// <summary>Counts each step; who saw an older one comes too late.</summary>
    public int Turn { get; private set; }

    public int Attempts { get; private set; }
    public required DateTimeOffset NextAt { get; set; }
    public string? Node { get; init; }
    public DateTimeOffset? LeaseEndsAt { get; private set; }
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>What the other side said, as a code: no word of it, which might hold the address.</summary>
    public string? Fault { get; private set; }

    /// <summary>Nobody tries any more; someone must look.</summary>
    public void GiveUp(string fault) => (State, Turn, LeaseEndsAt, Fault) = (OutboxState.GivenUp, Turn + 1, null, fault);

    /// <summary>It is tried again from the beginning.</summary>
    public void TryAgain(DateTimeOffset at) => (State, Turn, NextAt, Attempts) = (OutboxState.Waiting, Turn + 1, at, 0);

    sealed class Mapping : IEntityTypeConfiguration<OutboxMessage>
    {
        public void Configure(EntityTypeBuilder<OutboxMessage> builder)
        {
            builder.ToTable("outbox");
            builder.IsUntrailed("it is caused by an act that stands in the trail; giving it up is an act of its own");
            builder.Ignore(message => message.Enclosed);
            builder.HasKey(message => message.Id);
            builder.HasIndex(message => message.Handle).IsUnique();
            builder.HasIndex(message => new { message.State, message.NextAt });
            builder.HasIndex(message => new { message.State, message.SentAt });
            builder.Property(message => message.Turn).IsConcurrencyToken();
            builder.Property(message => message.Channel).HasConversion<string>().HasMaxLength(8);
            builder.Property(message => message.State).HasConversion<string>().HasMaxLength(16);
        }
    }
}
