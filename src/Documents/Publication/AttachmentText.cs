using System.Text;
using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Publication;

/// <summary>The text of an attachment as a reader sees it, for the search. It never throws: what cannot be read says nothing.</summary>
public static class AttachmentText
{
    /// <summary>What a search index takes of one file.</summary>
    public const int MostCharacters = 400_000;

    const int MostBytes = 64 * 1024 * 1024;

    /// <param name="stop">Asked between the pieces: what was read until then is given.</param>
    public static string Of(byte[] bytes, FileType type, int most = MostCharacters, CancellationToken stop = default)
    {
        var text = new StringBuilder();
        try
        {
            if (bytes.Length > MostBytes) return "";
            foreach (var passage in FilePassages.In(bytes, type, all: false))
            {
                if (stop.IsCancellationRequested || text.Length >= most) break;
                if (passage.IsShown) text.Append(passage.Text).Append('\n');
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Damaged on its way through; what came before the damage is text all the same.
        }
        var length = Math.Min(most, text.Length);
        if (length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1])) length--;
        return text.ToString(0, length).Trim();
    }

    /// <summary>As <see cref="Of(byte[], FileType, int, CancellationToken)"/>, for a file of which only the name is known.</summary>
    public static string Of(byte[] bytes, string name, int most = MostCharacters, CancellationToken stop = default)
    {
        try
        {
            return Of(bytes, FileGate.Examine(bytes, name, PublicationGate.Anything).Type, most, stop);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return "";
        }
    }
}
