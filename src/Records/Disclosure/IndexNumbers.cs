using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Disclosure;

/// <summary>The last serial number of an agency and a period. Taking the next locks this row until the act ends.</summary>
sealed class IndexCounter
{
    public required Guid AgencyId { get; init; }
    public required int Period { get; init; }
    public required int Last { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<IndexCounter>
    {
        public void Configure(EntityTypeBuilder<IndexCounter> builder)
        {
            builder.ToTable("index_counters");
            builder.IsUntrailed("each number that it gives stands on an item; this row only says where to go on");
            builder.HasKey(counter => new { counter.AgencyId, counter.Period });
            builder.HasOne<Agency>().WithMany().HasForeignKey(counter => counter.AgencyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Gives index numbers (索引号): each once; gaps are allowed, giving one again is not.</summary>
static class IndexNumbers
{
    /// <summary>Takes the next; only inside <see cref="Store.Write"/>.</summary>
    public static async Task<string> TakeIndexNumber(this Store store, Guid agency, IndexNumberPattern pattern, DateOnly published)
    {
        var period = pattern.PeriodOf(published);
        while (true)
        {
            var number = pattern.Write(period, await store.TakeIndexNumbers(agency, period, 1));
            // One that came with an import is passed over.
            if (!await store.Items.AnyAsync(item => item.IndexNumber == number)) return number;
        }
    }

    /// <summary>Takes many of one period at once, for an agency into which nothing was imported; only inside <see cref="Store.Write"/>.</summary>
    /// <returns>The first serial number.</returns>
    public static async Task<int> TakeIndexNumbers(this Store store, Guid agency, int period, int count)
    {
        if (store.Database.CurrentTransaction is null) throw new InvalidOperationException("A number is taken inside Store.Write, or it could be lost.");
        await store.Database.ExecuteSqlAsync($"INSERT INTO index_counters (\"AgencyId\", \"Period\", \"Last\") VALUES ({agency}, {period}, {0}) ON CONFLICT DO NOTHING");
        await store.Set<IndexCounter>().Where(counter => counter.AgencyId == agency && counter.Period == period).ExecuteUpdateAsync(counter => counter.SetProperty(one => one.Last, one => one.Last + count));
        return await store.Set<IndexCounter>().Where(counter => counter.AgencyId == agency && counter.Period == period).Select(counter => counter.Last).SingleAsync() - count + 1;
    }
}
