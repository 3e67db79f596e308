namespace Gongkai.Documents.Publication;

/// <summary>A piece of what a file says.</summary>
/// <param name="Where">The place within the file; empty where there is but one.</param>
/// <param name="Text">Cells are parted by a tab, lines by a line feed.</param>
/// <param name="IsShown">Whether a reader sees it; properties, remarks, hidden sheets and earlier states are not shown.</param>
public readonly record struct Passage(string Where, string Text, bool IsShown = true);
