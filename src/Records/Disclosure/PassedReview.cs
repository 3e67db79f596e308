using Gongkai.Rules.Disclosure;

namespace Gongkai.Records.Disclosure;

/// <summary>The proof that a version passed its review by different people. Nothing else opens the way to the public, and nobody else can make one.</summary>
public sealed class PassedReview
{
    PassedReview(ItemVersion version) => (ItemId, Version, Content) = (version.ItemId, version.Number, version.Says);

    public Guid ItemId { get; }
    public int Version { get; }
    public ItemContent Content { get; }

    /// <exception cref="InvalidOperationException">It did not.</exception>
    internal static PassedReview Of(ItemVersion version, IEnumerable<ItemOpinion> opinions, IEnumerable<ItemFinding> findings) =>
        Impediment(version, [.. opinions], [.. findings]) is { } reason ? throw new InvalidOperationException(reason) : new(version);

    /// <summary>Why it did not.</summary>
    internal static string? Impediment(ItemVersion version, IReadOnlyCollection<ItemOpinion> opinions, IReadOnlyCollection<ItemFinding> findings) =>
        Course(version, opinions).ToPublish()?.Reason
        ?? (!version.Says.Attribute.IsPublic ? $"公开属性是“{version.Says.Attribute.Name}”，不能公开。" : null)
        ?? (findings.FirstOrDefault(finding => finding.Hash == version.Hash && finding.Stands) is { } open ? $"{open.Place}：{open.Message}" : null);

    internal static ReviewCourse Course(ItemVersion version, IEnumerable<ItemOpinion> opinions) =>
        new(version.State, version.Step, version.AuthorId, version.AuthorName, [.. opinions.Where(one => one.VersionId == version.Id).OrderBy(one => one.At).Select(one => one.AboutTextWith(version.Hash))]);
}
