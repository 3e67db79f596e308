using Gongkai.Rules.Disclosure;

namespace Gongkai.Records.Disclosure;

/// <summary>All that a version says: its metadata (元数据), its text, what belongs to it.</summary>
public sealed record ItemContent
{
    public const int LongestTitle = 300, LongestNumber = 60, LongestIssuer = 100, LongestSummary = 300, LongestKeywords = 200, LongestHtml = 400_000, MostAttachments = 30;

    public required Guid ColumnId { get; init; }
    public Guid? EntryId { get; init; }
    public Guid? DepartmentId { get; init; }
    public required string Title { get; init; }
    public string? DocumentNumber { get; init; }
    public required string Issuer { get; init; }

    /// <summary>来源, where it was taken from elsewhere; otherwise the issuer.</summary>
    public string? Source { get; init; }

    public string? Summary { get; init; }
    public string? Keywords { get; init; }
    public string? Topic { get; init; }
    public required Genre Genre { get; init; }
    public required DateOnly FormedOn { get; init; }
    public DateOnly? EffectiveOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public Validity Validity { get; init; }
    public DisclosureAttribute Attribute { get; init; }

    /// <summary>Why it is not simply 主动公开.</summary>
    public string? AttributeReason { get; init; }

    /// <summary>责任编辑, as the page prints it.</summary>
    public string? EditedBy { get; init; }

    /// <summary>The text, cleaned; nothing else is ever kept.</summary>
    public string Html { get; init; } = "";

    /// <summary>The same without marks, for search and for what reads it aloud.</summary>
    public string Plain { get; init; } = "";

    public IReadOnlyList<ContentFile> Files { get; init; } = [];
    public IReadOnlyList<ContentRelation> Relations { get; init; } = [];
}

/// <summary>A file that goes with a text.</summary>
/// <param name="FileId">In the store.</param>
/// <param name="Name">As the reader saves it.</param>
public sealed record ContentFile(Guid FileId, string Name);

/// <summary>How a text belongs to another.</summary>
public sealed record ContentRelation(RelationKind Kind, Guid ItemId);
