using Gongkai.Records.Organizations;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Disclosure;

/// <summary>A column of an agency's 政府信息公开 (栏目): what stands in it, who looks after it, how often something new is expected.</summary>
public sealed class DisclosureColumn : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }
    public Guid? ParentId { get; init; }

    /// <summary>Its place in addresses: small letters and digits, once in an agency; it never changes.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    /// <summary>What it is for (ColumnDescription).</summary>
    public required string Description { get; set; }

    /// <summary>ColumnKeywords.</summary>
    public required string Keywords { get; set; }

    /// <summary>ColumnType.</summary>
    public required string Type { get; set; }

    public required ColumnKind Kind { get; init; }

    /// <summary>Under which head the year's statistics count what stands in it.</summary>
    public required ItemCategory Category { get; set; }

    /// <summary>The code of the <see cref="Gongkai.Rules.Disclosure.Matter"/> that it discloses.</summary>
    public string? Matter { get; set; }

    public int Order { get; set; }

    /// <summary>The department that looks after it (责任科室).</summary>
    public Guid? DepartmentId { get; set; }

    /// <summary>Calendar days without anything new after which it counts as not updated; none: it changes when the matter changes.</summary>
    public int? MaxGapDays { get; set; }

    /// <summary>So many pieces of information that it must hold.</summary>
    public int MinCount { get; set; } = 1;

    /// <summary>Since when nothing new goes in; what is in it stays at its address.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public void Close(DateTimeOffset at) => ClosedAt ??= at;

    public void Reopen() => ClosedAt = null;

    sealed class Mapping : IEntityTypeConfiguration<DisclosureColumn>
    {
        public void Configure(EntityTypeBuilder<DisclosureColumn> builder)
        {
            builder.ToTable("disclosure_columns");
            builder.Property(column => column.Slug).HasMaxLength(20);
            builder.Property(column => column.Name).HasMaxLength(40);
            builder.Property(column => column.Description).HasMaxLength(200);
            builder.Property(column => column.Keywords).HasMaxLength(200);
            builder.Property(column => column.Type).HasMaxLength(20);
            builder.Property(column => column.Matter).HasMaxLength(10);
            builder.HasIndex(column => column.Handle).IsUnique();
            builder.HasIndex(column => new { column.AgencyId, column.Slug }).IsUnique();
            builder.HasOne<Agency>().WithMany().HasForeignKey(column => column.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<DisclosureColumn>().WithMany().HasForeignKey(column => column.ParentId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Department>().WithMany().HasForeignKey(column => column.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>The questions that are asked about columns.</summary>
public static class DisclosureColumns
{
    extension(Store store)
    {
        /// <summary>An agency's, in their order; there are some dozens.</summary>
        public Task<List<DisclosureColumn>> ColumnsOf(Guid agency) =>
            store.Columns.AsNoTracking().Where(column => column.AgencyId == agency).OrderBy(column => column.Order).ThenBy(column => column.Slug).ToListAsync();

        /// <summary>Adds those of the usual columns that an agency lacks; saved with the act of the caller.</summary>
        public async Task AddUsualColumns(Guid agency)
        {
            var there = await store.Columns.Where(column => column.AgencyId == agency).ToDictionaryAsync(column => column.Slug);
            foreach (var (order, plan) in PlannedColumn.Usual.Index())
            {
                if (there.ContainsKey(plan.Slug)) continue;
                var column = new DisclosureColumn
                {
                    AgencyId = agency, ParentId = plan.Parent is null ? null : there[plan.Parent].Id, Slug = plan.Slug, Name = plan.Name, Description = plan.Description,
                    Keywords = plan.Keywords, Type = plan.Type, Kind = plan.Kind, Category = plan.Category, Matter = plan.Matter, Order = order * 10, MaxGapDays = plan.MaxGapDays,
                };
                there.Add(plan.Slug, column);
                store.Add(column);
            }
        }
    }
}
