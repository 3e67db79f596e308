using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Disclosure;

/// <summary>An entry of the agency's catalogue of what it discloses (主动公开事项目录, art. 22): what, by whom, when, where, to whom. Its versions are kept.</summary>
public sealed class CatalogueEntry : IRecord
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }

    /// <summary>序号: once in an agency; it stays with the entry.</summary>
    public required int Number { get; init; }

    /// <summary>一级事项、二级事项, beside the content for lists.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where what it asks for is disclosed.</summary>
    public Guid ColumnId { get; private set; }

    public Guid? DepartmentId { get; private set; }
    public DisclosureMode Mode { get; private set; }

    /// <summary>All that it says, as JSON.</summary>
    public string Content { get; private set; } = "{}";

    /// <summary>1 is the first; each change counts up.</summary>
    public int Version { get; private set; }

    /// <summary>From which day this version holds.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Since when nothing is disclosed under it any more.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public CatalogueContent Says { get => field ??= Read(Content); private set; }

    internal static CatalogueContent Read(string content) => JsonSerializer.Deserialize<CatalogueContent>(content, Json)!;

    /// <summary>Says something else from a day on; the version before is kept by the caller as a <see cref="CatalogueVersion"/>.</summary>
    public CatalogueEntry Write(CatalogueContent content, Guid column, Guid? department, DateOnly from)
    {
        (Content, Says) = (JsonSerializer.Serialize(content, Json), content);
        (Name, ColumnId, DepartmentId, Mode, From) = (content.Name, column, department, content.Mode, from);
        Version++;
        return this;
    }

    /// <summary>Whether it says so already, so that nothing changes.</summary>
    public bool SaysAlready(CatalogueContent content, Guid column, Guid? department) => Content == JsonSerializer.Serialize(content, Json) && ColumnId == column && DepartmentId == department;

    public void Close(DateOnly on) => ClosedOn ??= on;

    /// <summary>The version as it stands, to be kept.</summary>
    public CatalogueVersion Kept(string byName, string why, DateTimeOffset at) => new() { EntryId = Id, Number = Version, From = From, Content = Content, ByName = byName, Why = why, At = at };

    sealed class Mapping : IEntityTypeConfiguration<CatalogueEntry>
    {
        public void Configure(EntityTypeBuilder<CatalogueEntry> builder)
        {
            builder.ToTable("catalogue_entries");
            builder.Property(entry => entry.Name).HasMaxLength(200);
            builder.Ignore(entry => entry.Says);
            builder.HasIndex(entry => entry.Handle).IsUnique();
            builder.HasIndex(entry => new { entry.AgencyId, entry.Number }).IsUnique();
            builder.HasOne<Agency>().WithMany().HasForeignKey(entry => entry.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<DisclosureColumn>().WithMany().HasForeignKey(entry => entry.ColumnId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Department>().WithMany().HasForeignKey(entry => entry.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A version of an entry of the catalogue. Versions are added, never changed.</summary>
public sealed class CatalogueVersion : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid EntryId { get; init; }
    public required int Number { get; init; }
    public required DateOnly From { get; init; }
    public required string Content { get; init; }
    public required string ByName { get; init; }
    public required string Why { get; init; }
    public required DateTimeOffset At { get; init; }

    public CatalogueContent Says => field ??= CatalogueEntry.Read(Content);

    sealed class Mapping : IEntityTypeConfiguration<CatalogueVersion>
    {
        public void Configure(EntityTypeBuilder<CatalogueVersion> builder)
        {
            builder.ToTable("catalogue_versions");
            builder.Property(version => version.ByName).HasMaxLength(100);
            builder.Property(version => version.Why).HasMaxLength(300);
            builder.Ignore(version => version.Says);
            builder.HasIndex(version => new { version.EntryId, version.Number }).IsUnique();
            builder.HasOne<CatalogueEntry>().WithMany().HasForeignKey(version => version.EntryId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What an entry says, by the columns of the standard catalogues (基层政务公开标准目录).</summary>
public sealed record CatalogueContent
{
    /// <summary>一级事项.</summary>
    public required string First { get; init; }

    /// <summary>二级事项.</summary>
    public required string Second { get; init; }

    /// <summary>三级事项.</summary>
    public string? Third { get; init; }

    /// <summary>公开内容（要素）.</summary>
    public IReadOnlyList<RequiredElement> Elements { get; init; } = [];

    /// <summary>公开依据.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>The code of the matter of article 20 or 21.</summary>
    public string? Matter { get; init; }

    public DisclosureMode Mode { get; init; }

    /// <summary>公开时限: all that hold; the shortest counts.</summary>
    public IReadOnlyList<TimeRule> Times { get; init; } = [];

    /// <summary>公开主体.</summary>
    public string Subject { get; init; } = "";

    /// <summary>公开渠道和载体.</summary>
    public IReadOnlyList<RequiredChannel> Channels { get; init; } = [];

    /// <summary>公开对象: 特定群体; none: 全社会.</summary>
    public string? Group { get; init; }

    /// <summary>公开方式: 依申请; otherwise 主动.</summary>
    public bool OnRequest { get; init; }

    /// <summary>公开层级.</summary>
    public string Levels { get; init; } = "县级";

    public string Name => string.Join(" / ", new[] { First, Second, Third }.Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>An element of the content: ● must be there, 〇 may.</summary>
public sealed record RequiredElement(string Text, bool Required);

/// <summary>A channel: ■ must be used, □ may.</summary>
public sealed record RequiredChannel(Channel Channel, bool Required);
