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

    /// <summary>The organ that it is under, if that is known here too.</summary>
    public Guid? ParentId { get; init; }
}
