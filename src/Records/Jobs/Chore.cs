using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Jobs;

/// <summary>When something that is done again and again (定时工作) is due next, and how it went the last time.</summary>
public sealed class Chore
{
    public required string Name { get; init; }
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>Who does it now, and by when that node must have said that it is done.</summary>
    public string? Node { get; init; }
    public DateTimeOffset? LeaseEndsAt { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Since when it fails; none while it does not.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>What kind of fault it was, without anybody's data.</summary>
    public string? Fault { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<Chore>
    {
        public void Configure(EntityTypeBuilder<Chore> builder)
        {
            builder.ToTable("chores");
            builder.IsUntrailed("when the program's own upkeep is due; what it does to records is recorded there");
            builder.HasKey(chore => chore.Name);
            builder.Property(chore => chore.Name).HasMaxLength(64);
        }
    }
}

/// <summary>Who does which chore: one node, once each time that it is due.</summary>
public static class ChoreLine
{
    extension(Store store)
    {
        /// <summary>Takes a chore, if it is due and nobody else has it.</summary>
        public async Task<bool> Take(string name, string node, DateTimeOffset now, TimeSpan lease)
        {
            var ends = now + lease;
            if (!await store.Chores.AnyAsync(chore => chore.Name == name)) await store.Introduce(name, now);
            return await store.Chores.Where(chore => chore.Name == name && chore.NextAt <= now && (chore.LeaseEndsAt == null || chore.LeaseEndsAt < now))
                .ExecuteUpdateAsync(set => set.SetProperty(chore => chore.Node, node).SetProperty(chore => chore.LeaseEndsAt, ends)) == 1;
        }

        /// <summary>A chore was done, or failed.</summary>
        /// <param name="fault">What kind of fault it was; none where it was done.</param>
        public Task Leave(string name, string node, DateTimeOffset now, DateTimeOffset next, string? fault) => fault is null
            ? store.Chores.Where(chore => chore.Name == name && chore.Node == node).ExecuteUpdateAsync(set => set
                .SetProperty(chore => chore.NextAt, next).SetProperty(chore => chore.LeaseEndsAt, (DateTimeOffset?)null)
                .SetProperty(chore => chore.DoneAt, now).SetProperty(chore => chore.FailingSince, (DateTimeOffset?)null).SetProperty(chore => chore.Fault, (string?)null))
            : store.Chores.Where(chore => chore.Name == name && chore.Node == node).ExecuteUpdateAsync(set => set
                .SetProperty(chore => chore.NextAt, next).SetProperty(chore => chore.LeaseEndsAt, (DateTimeOffset?)null)
                .SetProperty(chore => chore.FailingSince, chore => chore.FailingSince ?? now).SetProperty(chore => chore.Fault, fault));

        async Task Introduce(string name, DateTimeOffset now)
        {
            store.Add(new Chore { Name = name, NextAt = now });
            try
            {
                await store.SaveChangesAsync();
            }
            catch (DbUpdateException)
            {
                // Another node did so in the meantime, which is as good.
            }
            store.ChangeTracker.Clear();
        }
    }
}
