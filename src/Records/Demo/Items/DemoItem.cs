namespace Gongkai.Records.Demo.Items;

/// <summary>One piece of information that the demo bureau has published: the same on every machine.</summary>
/// <param name="Column">The slug of its column.</param>
/// <param name="Genre">Its genre (体裁), by its English name.</param>
/// <param name="Paragraphs">Its text, as <see cref="DemoPage"/> reads it.</param>
/// <param name="Links">The titles of other items that it interprets, repeals or rests on, each with the word for it.</param>
public sealed record DemoItem(string Column, string Title, string Genre, DateOnly FormedOn, DateTimeOffset PublishedAt, IReadOnlyList<string> Paragraphs, IReadOnlyList<(string Kind, string Title)> Links)
{
    public string? DocumentNumber { get; init; }

    /// <summary>Who issued it, where that is not the bureau.</summary>
    public string? Issuer { get; init; }

    public string? Keywords { get; init; }

    /// <summary>The entry of the catalogue (公开事项) that asks for it, by its name.</summary>
    public string? Entry { get; init; }
    public required string Summary { get; init; }
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The last day on which it is in force.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>A small table that comes with it, as a CSV file: its name and its lines.</summary>
    public (string Name, IReadOnlyList<string> Lines)? Attachment { get; init; }

    /// <summary>All that is published by a moment, the oldest first.</summary>
    public static IReadOnlyList<DemoItem> Until(DateTimeOffset at) => [.. Everything.Value.TakeWhile(item => item.PublishedAt <= at)];

    // Read once, and only where a demo is made.
    static readonly Lazy<IReadOnlyList<DemoItem>> Everything = new(() =>
        [.. DemoText.Templates().SelectMany(template => template.All()).OrderBy(item => item.PublishedAt).ThenBy(item => item.Title, StringComparer.Ordinal)]);
}
