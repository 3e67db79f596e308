namespace Gongkai.Documents.Publication;

/// <summary>An item as it would be published: what the gate looks at.</summary>
/// <param name="Html">The body as <see cref="CleanHtml"/> left it.</param>
/// <param name="Files">The attachments, byte for byte as they would be served.</param>
public sealed record PublicationDraft(string Title, string Html, IReadOnlyList<DraftFile> Files)
{
    /// <summary>The other fields that the public sees, and which of them must be there: 发文机关, 成文日期, 文号 ….</summary>
    public IReadOnlyList<DraftElement> Elements { get; init; } = [];

    /// <summary>Hosts that are the agency's own; a link there is a link within.</summary>
    public IReadOnlyList<string> OwnHosts { get; init; } = [];

    /// <summary>Whether an address within the site leads somewhere; without it inner links are not followed.</summary>
    public Func<string, bool>? Leads { get; init; }
}

/// <summary>A field of a draft.</summary>
/// <param name="Name">As the form calls it: 文号.</param>
public sealed record DraftElement(string Name, string? Value, bool IsRequired = false);

/// <summary>An attachment of a draft.</summary>
/// <param name="Name">With its ending.</param>
public sealed record DraftFile(string Name, byte[] Bytes);
