using Gongkai.Records.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests;

/// <summary>One search for what was asked for (检索记录): where, with which words, in which systems, by whom, when. Without one, nobody can say that it does not exist.</summary>
public sealed class CaseSearch : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid RequestId { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>检索范围: archive rooms, departments, years.</summary>
    public required string Places { get; init; }

    /// <summary>检索的系统.</summary>
    public required string Systems { get; init; }

    public required string KeyWords { get; init; }

    /// <summary>检索人.</summary>
    public required string Searcher { get; init; }

    public required bool Found { get; init; }

    /// <summary>What was found, or how it was made sure that there is nothing.</summary>
    public required string Result { get; init; }

    public required Guid? By { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<CaseSearch>
    {
        public void Configure(EntityTypeBuilder<CaseSearch> builder)
        {
            builder.ToTable("case_searches");
            builder.Property(search => search.Places).HasMaxLength(1000);
            builder.Property(search => search.Systems).HasMaxLength(1000);
            builder.Property(search => search.KeyWords).HasMaxLength(500).IsPersonal();
            builder.Property(search => search.Searcher).HasMaxLength(100);
            builder.Property(search => search.Result).HasMaxLength(2000).IsPersonal();
            builder.Property(search => search.ByName).HasMaxLength(100);
            builder.HasIndex(search => new { search.RequestId, search.At });
            builder.HasOne<InformationRequest>().WithMany().HasForeignKey(search => search.RequestId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
