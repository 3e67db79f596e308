using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Organizations;

/// <summary>Someone who works at an agency (工作人员). Whoever leaves stays on record.</summary>
public sealed class Person : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();

    /// <summary>Where this person works now; <see cref="Post"/> tells where before.</summary>
    public required Guid AgencyId { get; set; }

    /// <summary>None: a leader of the agency (局领导).</summary>
    public Guid? DepartmentId { get; set; }

    public required string Name { get; set; }
    public string? Telephone { get; set; }

    /// <summary>手机号: opened only by who may, and recorded.</summary>
    public Sealed? Mobile { get; set; }

    /// <summary>Its place in lists, from 1.</summary>
    public int Order { get; set; }

    public DateOnly? LeftOn { get; private set; }

    public void Leave(DateOnly on) => LeftOn ??= on;

    public void Return() => LeftOn = null;

    sealed class Mapping : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> builder)
        {
            builder.ToTable("people");
            builder.HasIndex(person => person.Handle).IsUnique();
            builder.HasIndex(person => new { person.AgencyId, person.DepartmentId, person.Order });
            builder.HasOne<Agency>().WithMany().HasForeignKey(person => person.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Department>().WithMany().HasForeignKey(person => person.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
