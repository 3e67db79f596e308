using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Organizations;

/// <summary>Something that an agency must do for disclosure (职责). Who does it, <see cref="DutyAssignment"/> says.</summary>
public sealed class Duty : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }
    public required string Name { get; set; }
    public required DutyKind Kind { get; set; }

    /// <summary>The article or the document that gives it (依据).</summary>
    public required string Basis { get; set; }

    public string? Detail { get; set; }
    public required DateOnly From { get; init; }
    public DateOnly? EndedOn { get; private set; }

    /// <summary>The same duty of the agency that was abolished, from which it came.</summary>
    public Guid? CameFromId { get; init; }

    public void End(DateOnly on) => EndedOn ??= on;

    sealed class Mapping : IEntityTypeConfiguration<Duty>
    {
        public void Configure(EntityTypeBuilder<Duty> builder)
        {
            builder.ToTable("duties");
            builder.HasIndex(duty => duty.Handle).IsUnique();
            builder.HasIndex(duty => new { duty.AgencyId, duty.EndedOn, duty.Kind });
            builder.HasOne<Agency>().WithMany().HasForeignKey(duty => duty.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Duty>().WithMany().HasForeignKey(duty => duty.CameFromId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Who answered for a duty, and when: the leader, the deputy, the department, the person (责任到科室、任务到人头).</summary>
public sealed class DutyAssignment : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid DutyId { get; init; }

    /// <summary>主要负责人 or 分管领导.</summary>
    public Guid? LeaderId { get; init; }

    /// <summary>协管领导 or the head of the department, where one stands between.</summary>
    public Guid? DeputyId { get; init; }

    public required Guid DepartmentId { get; init; }
    public Guid? PersonId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; private set; }

    public void End(DateOnly on) => Until ??= on;

    sealed class Mapping : IEntityTypeConfiguration<DutyAssignment>
    {
        public void Configure(EntityTypeBuilder<DutyAssignment> builder)
        {
            builder.ToTable("duty_assignments");
            builder.HasIndex(assignment => new { assignment.DutyId, assignment.From });
            builder.HasIndex(assignment => assignment.PersonId);
            builder.HasOne<Duty>().WithMany().HasForeignKey(assignment => assignment.DutyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(assignment => assignment.LeaderId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(assignment => assignment.DeputyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Department>().WithMany().HasForeignKey(assignment => assignment.DepartmentId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(assignment => assignment.PersonId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
