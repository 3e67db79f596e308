using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Organizations;

/// <summary>A meeting on disclosure, or a training (专题会议、培训).</summary>
public sealed class Meeting : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }
    public required MeetingKind Kind { get; set; }
    public required string Title { get; set; }
    public required DateOnly On { get; set; }

    /// <summary>The time on the wall, such as 09:30.</summary>
    public TimeOnly? At { get; set; }

    public string? Place { get; set; }

    /// <summary>主持人.</summary>
    public Guid? ChairId { get; set; }

    /// <summary>记录人.</summary>
    public Guid? RecorderId { get; set; }

    /// <summary>联系人, whose telephone stands in the notice.</summary>
    public Guid? ContactId { get; set; }

    /// <summary>学时 of a training.</summary>
    public decimal? Hours { get; set; }

    public string? Agenda { get; set; }

    /// <summary>纪要, as text.</summary>
    public string? Minutes { get; set; }

    /// <summary>纪要 as a file in the store: the one that holds. Those before it stay, and are listed.</summary>
    public Handle? MinutesFile { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<Meeting>
    {
        public void Configure(EntityTypeBuilder<Meeting> builder)
        {
            builder.ToTable("meetings");
            builder.HasIndex(meeting => meeting.Handle).IsUnique();
            builder.HasIndex(meeting => new { meeting.AgencyId, meeting.On });
            builder.Property(meeting => meeting.Hours).HasPrecision(6, 1);
            builder.HasOne<Agency>().WithMany().HasForeignKey(meeting => meeting.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(meeting => meeting.ChairId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(meeting => meeting.RecorderId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(meeting => meeting.ContactId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Whether someone who was asked to a meeting came, or who came instead (到会情况).</summary>
public sealed class Attendance : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid MeetingId { get; init; }
    public required Guid PersonId { get; init; }
    public Presence Presence { get; set; } = Presence.Invited;

    /// <summary>受委托人.</summary>
    public Guid? StandInId { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<Attendance>
    {
        public void Configure(EntityTypeBuilder<Attendance> builder)
        {
            builder.ToTable("attendances");
            builder.HasIndex(attendance => new { attendance.MeetingId, attendance.PersonId }).IsUnique();
            builder.HasIndex(attendance => attendance.PersonId);
            builder.HasOne<Meeting>().WithMany().HasForeignKey(attendance => attendance.MeetingId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(attendance => attendance.PersonId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(attendance => attendance.StandInId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
