using Gongkai.Records.Accounts;
using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Jobs;

public sealed partial class Job
{
    sealed class Mapping : IEntityTypeConfiguration<Job>
    {
        public void Configure(EntityTypeBuilder<Job> builder)
        {
            builder.ToTable("jobs");
            builder.IsUntrailed("progress changes every second; ordering, cancelling and ending are acts in the trail");
            builder.HasKey(job => job.Id);
            builder.HasIndex(job => job.Handle).IsUnique();
            builder.HasIndex(job => new { job.State, job.OrderedAt });
            builder.HasIndex(job => new { job.OwnerId, job.OrderedAt });
            builder.HasIndex(job => new { job.Kind, job.EndedAt });
            builder.HasIndex(job => job.EndedAt);
            builder.Property(job => job.Kind).HasMaxLength(64);
            builder.Property(job => job.State).HasConversion<string>().HasMaxLength(16);
            builder.Property(job => job.Turn).IsConcurrencyToken();
            builder.Property(job => job.Node).HasMaxLength(128);
            builder.ComplexProperty(job => job.Result);
            builder.ComplexProperty(job => job.Errors);
            builder.HasOne<Account>().WithMany().HasForeignKey(job => job.OwnerId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
