using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Organizations;

/// <summary>A department of an agency (科室、局属单位). It is abolished and never deleted.</summary>
public sealed class Department : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }

    /// <summary>The department that it is part of.</summary>
    public Guid? ParentId { get; set; }

    public required string Name { get; set; }

    /// <summary>局属单位 that is no agency of its own here, beside the 科室.</summary>
    public bool IsUnit { get; set; }

    /// <summary>What it does (职能).</summary>
    public string? Work { get; set; }

    public string? Telephone { get; set; }

    /// <summary>Its place in lists, from 1.</summary>
    public int Order { get; set; }

    public DateOnly? AbolishedOn { get; private set; }

    /// <summary>The department that took its work over.</summary>
    public Guid? SuccessorId { get; private set; }

    public void Abolish(DateOnly on, Guid? successor) => (AbolishedOn, SuccessorId) = (on, successor);

    sealed class Mapping : IEntityTypeConfiguration<Department>
    {
        public void Configure(EntityTypeBuilder<Department> builder)
        {
            builder.ToTable("departments");
            builder.HasIndex(department => department.Handle).IsUnique();
            builder.HasIndex(department => new { department.AgencyId, department.Order });
            builder.HasOne<Agency>().WithMany().HasForeignKey(department => department.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Department>().WithMany().HasForeignKey(department => department.ParentId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Department>().WithMany().HasForeignKey(department => department.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
