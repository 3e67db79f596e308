using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Organizations;

/// <summary>One composition of an agency's leading group (政府信息公开工作领导小组); the next one is a new record beside it.</summary>
public sealed class LeadingGroup : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }
    public required string Name { get; init; }

    /// <summary>文号 of the document that set it up.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>That document in the file store.</summary>
    public Handle? DocumentFile { get; set; }

    /// <summary>领导小组办公室: the department that does its daily work.</summary>
    public required Guid OfficeId { get; init; }

    /// <summary>办公室主任.</summary>
    public Guid? DirectorId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The day on which the next composition took its place.</summary>
    public DateOnly? Until { get; private set; }

    public void End(DateOnly on) => Until ??= on;

    sealed class Mapping : IEntityTypeConfiguration<LeadingGroup>
    {
        public void Configure(EntityTypeBuilder<LeadingGroup> builder)
        {
            builder.ToTable("leading_groups");
            builder.HasIndex(group => group.Handle).IsUnique();
            builder.HasIndex(group => new { group.AgencyId, group.From });
            builder.HasOne<Agency>().WithMany().HasForeignKey(group => group.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Department>().WithMany().HasForeignKey(group => group.OfficeId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(group => group.DirectorId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Someone's seat in a leading group, with name and title as they were then.</summary>
public sealed class GroupMember : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid GroupId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }
    public string? Title { get; init; }
    public required GroupRole Role { get; init; }
    public required int Order { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; private set; }

    public void End(DateOnly on) => Until ??= on;

    sealed class Mapping : IEntityTypeConfiguration<GroupMember>
    {
        public void Configure(EntityTypeBuilder<GroupMember> builder)
        {
            builder.ToTable("leading_group_members");
            builder.HasIndex(member => new { member.GroupId, member.Order });
            builder.HasOne<LeadingGroup>().WithMany().HasForeignKey(member => member.GroupId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
