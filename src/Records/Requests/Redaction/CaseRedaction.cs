namespace Gongkai.Records.Requests.Redaction;

/// <summary>A file of a case that is disclosed in part (区分处理): the original, what may stand elsewhere, and how often its marks have changed.</summary>
/// <remarks>Its revision counts each change of the original, of a mark and of what may stay: a release is of one revision, and stale as soon as there is a newer one.</remarks>
public sealed partial class CaseRedaction : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public required Guid AgencyId { get; init; }
    public required Guid RequestId { get; init; }

    /// <summary>拟公开文件: the original, which never leaves the house.</summary>
    public Guid SourceId { get; private set; }

    /// <summary>How many pages the original has.</summary>
    public int Pages { get; private set; }

    /// <summary>Words that are covered in one place and may stand in another, by an officer's word.</summary>
    public List<string> Kept { get; private set; } = [];

    public required string BegunByName { get; init; }
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>Why it is no longer worked on; what it released is not attached any more.</summary>
    public string? DropReason { get; private set; }

    public DateTimeOffset? DroppedAt { get; private set; }

    /// <summary>Takes an original, the first or another one in its place; the marks stay where they are, and have to be looked over.</summary>
    public void Take(Guid source, int pages) => (SourceId, Pages) = (source, pages);

    /// <returns>Whether it was not there yet.</returns>
    public bool Keep(string word)
    {
        if (Kept.Contains(word)) return false;
        Kept = [.. Kept, word];
        return true;
    }

    public void Cover(string word) => Kept = [.. Kept.Where(kept => kept != word)];

    public void Drop(string reason, DateTimeOffset at) => (DropReason, DroppedAt) = (reason, at);
}
