namespace Gongkai.Documents.Reading.Papers;

/// <summary>What a line of a paper is.</summary>
public enum LineKind
{
    /// <summary>A paragraph, whole.</summary>
    Prose,

    /// <summary>A row of a real table: every box is a cell, an empty one too, and nothing of the row stands elsewhere.</summary>
    Row,

    /// <summary>A line of text as it was printed; a cell of a table may be a line, a line may hold many cells, a label may run over lines.</summary>
    Raw,
}

/// <summary>Some text and where its middle stands, in columns of the table, characters or points, as the paper measures.</summary>
public readonly record struct Box(string Text, double X)
{
    public bool Blank => Text.Length == 0;
}

/// <summary>One line of a paper, with its boxes from left to right.</summary>
/// <param name="Emphasis">0, or more where the file marks it as a heading or title.</param>
/// <param name="Owner">What it came out of, where the format tells (an HTML element).</param>
public sealed record Line(LineKind Kind, IReadOnlyList<Box> Boxes, int Emphasis = 0, object? Owner = null)
{
    string? text;

    /// <summary>All its text; boxes are parted by a space.</summary>
    public string Text => text ??= Boxes.Count == 1 ? Boxes[0].Text : string.Join(' ', Boxes.Where(box => !box.Blank).Select(box => box.Text));

    public static Line Of(string text, LineKind kind = LineKind.Prose, int emphasis = 0, object? owner = null) =>
        new(kind, [new(text, 0)], emphasis, owner);

    /// <summary>An empty cell that stands on a line of its own.</summary>
    public static Line BlankCell { get; } = new(LineKind.Raw, [new("", 0)]);
}

/// <summary>A file turned into lines: what every format becomes before the form is looked for in it.</summary>
/// <param name="Lines">Top to bottom.</param>
/// <param name="Wrapped">A paragraph may run over several lines (PDF, and text made from it).</param>
/// <param name="Title">What the file calls itself in its metadata, as a last resort.</param>
/// <param name="Publisher">Who published it, by its metadata.</param>
public sealed record Paper(IReadOnlyList<Line> Lines, bool Wrapped = false, string? Title = null, string? Publisher = null)
{
    /// <summary>What was unusual in the file, for the report's notes.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
