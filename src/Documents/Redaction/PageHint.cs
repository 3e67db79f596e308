using Gongkai.Documents.Personal;

namespace Gongkai.Documents.Redaction;

/// <summary>A place that somebody who marks a page may want to cover.</summary>
/// <param name="Text">As it is printed; it stands on the page of whoever marks, and nowhere else.</param>
public sealed record PageHint(PersonalKind Kind, string Text, IReadOnlyList<RedactionBox> Boxes)
{
    public string Name => Kind.Name;
}
