using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests.Letters;

/// <summary>What an applicant is told of by mail.</summary>
public enum NoticeOf
{
    /// <summary>The office has confirmed that it received the request.</summary>
    Receipt,

    /// <summary>A letter: sent with it, or that it can be had.</summary>
    Letter,

    /// <summary>There is a new query code.</summary>
    Code,
}

/// <summary>How far a notice has come.</summary>
public enum NoticeState
{
    /// <summary>In the outbox.</summary>
    Waiting,

    /// <summary>The mail server of the other side took it.</summary>
    Sent,

    /// <summary>It was given up: the applicant has not got it.</summary>
    Failed,

    /// <summary>Taken back before it went out, since the letter is served otherwise.</summary>
    Withdrawn,
}

/// <summary>A mail to the applicant of a case (通知申请人), and what became of it: the proof of an electronic service, or the reason to serve otherwise.</summary>
public sealed class CaseNotice : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid RequestId { get; init; }
    public Guid? LetterId { get; init; }
    public required NoticeOf Of { get; init; }

    /// <summary>The message in the outbox; there it is forgotten some time after it went out.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The letter is served by this very mail: its day is the day on which the mail goes out.</summary>
    public bool Serves { get; init; }

    public required DateTimeOffset At { get; init; }
    public NoticeState State { get; private set; }

    /// <summary>When it went out.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Why it did not, as a code without anyone's data.</summary>
    public string? Fault { get; private set; }

    internal void Went(DateTimeOffset at) => (State, SentAt) = (NoticeState.Sent, at);

    internal void Fail(string fault) => (State, Fault) = (NoticeState.Failed, fault);

    internal void Withdraw() => State = NoticeState.Withdrawn;

    sealed class Mapping : IEntityTypeConfiguration<CaseNotice>
    {
        public void Configure(EntityTypeBuilder<CaseNotice> builder)
        {
            builder.ToTable("case_notices");
            builder.Property(notice => notice.Fault).HasMaxLength(200);
            builder.HasIndex(notice => notice.RequestId);
            builder.HasIndex(notice => notice.MessageId).IsUnique();
            builder.HasIndex(notice => notice.State);
            builder.HasIndex(notice => notice.LetterId);
            builder.HasOne<InformationRequest>().WithMany().HasForeignKey(notice => notice.RequestId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What these are called.</summary>
public static class CaseNoticeNames
{
    extension(NoticeOf of)
    {
        public string Name => of switch { NoticeOf.Receipt => "确认收到", NoticeOf.Letter => "文书", NoticeOf.Code => "查询码已重设" };
    }

    extension(NoticeState state)
    {
        public string Name => state switch { NoticeState.Waiting => "正在发送", NoticeState.Sent => "已发出", NoticeState.Failed => "没有发出", NoticeState.Withdrawn => "已撤回" };
    }
}
