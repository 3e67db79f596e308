using Gongkai.Records.Organizations;
using Gongkai.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Calendars;

/// <summary>A year's holidays as someone imported them (导入的节假日安排). A later import of the year takes its place; this one stays on record.</summary>
public sealed class CalendarNotice : IRecord
{
    public static Deed Imported { get; } = new("calendar.imported", "导入节假日安排");

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required int Year { get; init; }

    /// <summary>1 for the first import of the year, and one more for each that follows.</summary>
    public required int Version { get; init; }

    /// <summary>The notice as <see cref="HolidayNotice.Text"/> writes it.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }
    public required string ImportedBy { get; init; }

    public HolidayNotice ToNotice() => HolidayNotice.Read(Year, Text);

    sealed class Mapping : IEntityTypeConfiguration<CalendarNotice>
    {
        public void Configure(EntityTypeBuilder<CalendarNotice> builder)
        {
            builder.ToTable("calendar_notices");
            builder.HasIndex(notice => new { notice.Year, notice.Version }).IsUnique();
        }
    }
}

/// <summary>A day that holds for one agency only (地方性休息日), such as a festival of an autonomous region.</summary>
public sealed class LocalDay : IRecord
{
    public static Deed Added { get; } = new("calendar.local-added", "增加地方休息日");
    public static Deed Removed { get; } = new("calendar.local-removed", "取消地方休息日");

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>Off, or worked.</summary>
    public required bool Off { get; init; }

    public required string Name { get; init; }

    /// <summary>依据: the document that says so.</summary>
    public required string Basis { get; init; }

    public SpecialDay ToDay() => new(Day, Off, Name);

    sealed class Mapping : IEntityTypeConfiguration<LocalDay>
    {
        public void Configure(EntityTypeBuilder<LocalDay> builder)
        {
            builder.ToTable("local_days");
            builder.Property(day => day.Name).HasMaxLength(50);
            builder.Property(day => day.Basis).HasMaxLength(200);
            builder.HasIndex(day => day.Handle).IsUnique();
            builder.HasIndex(day => new { day.AgencyId, day.Day }).IsUnique();
            builder.HasOne<Agency>().WithMany().HasForeignKey(day => day.AgencyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
