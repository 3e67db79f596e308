namespace Gongkai.Records.Templates;

/// <summary>One version of an agency's template for a kind of letter (文书模板). It never changes: a letter names the version that it was written with.</summary>
public sealed partial class LetterTemplate : IRecord
{
    /// <summary>The kind under which its file lies in the store.</summary>
    public const string FileKind = "letter-template";

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public Handle Handle { get; private init; } = Handle.Next();
    public Guid AgencyId { get; private init; }

    /// <summary>The code of the kind of letter, such as <c>task-order</c>.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>1 for the first, and one more for each upload.</summary>
    public int Version { get; private init; }

    /// <summary>Its Word file.</summary>
    public Guid FileId { get; private init; }

    /// <summary>What is different in it, in the words of who uploaded it.</summary>
    public string Note { get; private init; } = "";

    /// <summary>Whether it is the one that came with the program, kept so that a later program does not change an old letter.</summary>
    public bool Supplied { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Since when no new letter is written with it (停用).</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <param name="id">Its own; its file names it as the owner.</param>
    /// <param name="last">The highest version of this kind that the agency has; 0 for none.</param>
    public static LetterTemplate Next(Guid id, Guid file, Guid agency, string kind, int last, string note, bool supplied, DateTimeOffset at) =>
        new() { Id = id, FileId = file, AgencyId = agency, Kind = kind, Version = last + 1, Note = note, Supplied = supplied, CreatedAt = at };

    /// <summary>No new letter is written with it; those that were keep it.</summary>
    public void Withdraw(DateTimeOffset at) => WithdrawnAt ??= at;
}
