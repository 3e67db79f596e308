using Gongkai.Rules.Organizations;

namespace Gongkai.Records.Organizations;

/// <summary>An administrative organ (行政机关) that publishes information and reports on it.</summary>
public sealed partial class Agency : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }

    /// <summary>Its name in addresses and commands: lower-case letters, digits and hyphens; it never changes.</summary>
    public required string Code { get; init; }

    /// <summary>Its full name (全称).</summary>
    public required string Name { get; set; }

    /// <summary>What people call it (简称), where that differs.</summary>
    public string? ShortName { get; set; }

    /// <summary>The organ that it is under now, if that is known here too; where it was before, <see cref="Placement"/> tells.</summary>
    public Guid? ParentId { get; set; }

    public AgencyKind Kind { get; set; } = AgencyKind.Department;
    public Level Level { get; set; } = Level.County;

    /// <summary>A subordinate unit that publishes an annual report of its own.</summary>
    public bool ReportsSeparately { get; set; }

    /// <summary>统一社会信用代码.</summary>
    public string? CreditCode { get; set; }

    /// <summary>Its disclosure office, as the guide names it (条例 art. 12).</summary>
    public DisclosureOffice Office { get; set; } = new();

    public DateOnly? FoundedOn { get; set; }

    /// <summary>Since when it no longer exists; its records stay under its name.</summary>
    public DateOnly? AbolishedOn { get; private set; }

    /// <summary>Who took its work over.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>How it stands to others.</summary>
    public Standing Standing => new(Kind, Level, ReportsSeparately);

    /// <summary>What people call it.</summary>
    public string Called => ShortName ?? Name;

    internal void Abolish(DateOnly on, Guid? successor) => (AbolishedOn, SuccessorId) = (on, successor);
}

/// <summary>政府信息公开工作机构: what the guide must say of it. 政府信息公开工作机构的名称、办公地址、办公时间、联系电话、传真号码、互联网联系方式.</summary>
public sealed record DisclosureOffice
{
    public string? Name { get; init; }
    public string? Address { get; init; }
    public string? Hours { get; init; }
    public string? Telephone { get; init; }
    public string? Fax { get; init; }
    public string? Online { get; init; }

    /// <summary>What the guide still lacks, in the order of the Regulation.</summary>
    public IEnumerable<string> Missing()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return "机构名称";
        if (string.IsNullOrWhiteSpace(Address)) yield return "办公地址";
        if (string.IsNullOrWhiteSpace(Hours)) yield return "办公时间";
        if (string.IsNullOrWhiteSpace(Telephone)) yield return "联系电话";
        if (string.IsNullOrWhiteSpace(Fax)) yield return "传真号码";
        if (string.IsNullOrWhiteSpace(Online)) yield return "互联网联系方式";
    }
}
