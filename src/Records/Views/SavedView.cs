using Gongkai.Records.Accounts;
using Gongkai.Records.Organizations;
using Gongkai.Records.Trail;
using Gongkai.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Views;

/// <summary>A list as someone likes to see it (常用视图): its filters and columns under a name, for oneself or for the department.</summary>
public sealed class SavedView : IRecord
{
    public const int LongestName = 30;
    public const int LongestQuery = 1000;

    public static Deed Saved { get; } = new("view.saved", "保存视图");
    public static Deed Removed { get; } = new("view.removed", "删除视图");

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AccountId { get; init; }
    public required Guid AgencyId { get; init; }

    /// <summary>The list's address, such as /office/numbers.</summary>
    public required string Path { get; init; }

    public required string Name { get; init; }

    /// <summary>Filters and columns, as they stand in the list's address. They may name people.</summary>
    public required string Query { get; set; }

    /// <summary>Colleagues see it: those of the department, or of the whole agency where none is named.</summary>
    public bool Shared { get; set; }

    public Guid? DepartmentId { get; init; }

    /// <summary>Why a view may not be kept under this name.</summary>
    public static Impediment? ToSave(string? name, string query) =>
        string.IsNullOrWhiteSpace(name) ? new("请给视图起一个名字，例如“本年作废的文号”。")
        : name.Trim().Length > LongestName ? new($"视图的名字最多 {LongestName} 个字，请起得短一些。")
        : query.Length > LongestQuery ? new("筛选条件太长，不能保存为视图，请减少条件。")
        : null;

    sealed class Mapping : IEntityTypeConfiguration<SavedView>
    {
        public void Configure(EntityTypeBuilder<SavedView> builder)
        {
            builder.ToTable("saved_views");
            builder.Property(view => view.Path).HasMaxLength(100);
            builder.Property(view => view.Name).HasMaxLength(LongestName);
            builder.Property(view => view.Query).HasMaxLength(LongestQuery).IsPersonal();
            builder.HasIndex(view => view.Handle).IsUnique();
            builder.HasIndex(view => new { view.AccountId, view.Path, view.Name }).IsUnique();
            builder.HasIndex(view => new { view.AgencyId, view.Path });
            builder.HasOne<Account>().WithMany().HasForeignKey(view => view.AccountId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Agency>().WithMany().HasForeignKey(view => view.AgencyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>The questions that are asked about saved views.</summary>
public static class SavedViewQueries
{
    extension(IQueryable<SavedView> views)
    {
        /// <summary>One's own of a list, and those that colleagues share; one's own first.</summary>
        public IQueryable<SavedView> Of(string path, Guid account, Guid agency, IReadOnlyCollection<Guid> departments) => views
            .Where(view => view.Path == path && (view.AccountId == account || view.Shared && view.AgencyId == agency && (view.DepartmentId == null || departments.Contains(view.DepartmentId.Value))))
            .OrderByDescending(view => view.AccountId == account).ThenBy(view => view.Name);
    }
}
