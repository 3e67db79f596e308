using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Organizations;

/// <summary>A post that someone held or holds (职务): person, department, title, from and until.</summary>
public sealed class Post : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid AgencyId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>None: a post of the agency's leadership.</summary>
    public Guid? DepartmentId { get; init; }

    public required string Title { get; init; }
    public required Rank Rank { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The last day; <c>null</c> while it is held.</summary>
    public DateOnly? Until { get; private set; }

    public void End(DateOnly on) => Until ??= on;

    sealed class Mapping : IEntityTypeConfiguration<Post>
    {
        public void Configure(EntityTypeBuilder<Post> builder)
        {
            builder.ToTable("posts");
            builder.HasIndex(post => new { post.PersonId, post.From });
            builder.HasIndex(post => new { post.AgencyId, post.Until });
            builder.HasOne<Agency>().WithMany().HasForeignKey(post => post.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(post => post.PersonId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Department>().WithMany().HasForeignKey(post => post.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
