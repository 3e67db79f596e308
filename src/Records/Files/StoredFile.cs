namespace Gongkai.Records.Files;

/// <summary>What the scanner for viruses said of a file.</summary>
public enum Scan
{
    /// <summary>It found nothing.</summary>
    Clean,

    /// <summary>It did not answer; until it does, the file is in quarantine (待查) and nobody gets it.</summary>
    Waiting,

    /// <summary>None is configured on this machine.</summary>
    NotConfigured,

    /// <summary>It found something, after the file had waited for it.</summary>
    Infected,
}

/// <summary>What its answers are called.</summary>
public static class ScanNames
{
    extension(Scan scan)
    {
        public string Name => scan switch
        {
            Scan.Clean => "未发现问题",
            Scan.Waiting => "待查",
            Scan.NotConfigured => "未配置扫描",
            Scan.Infected => "发现病毒",
        };
    }
}

/// <summary>A file that belongs to a record: its name and what it is. Its bytes lie in the <see cref="FileStore"/>, under their hash.</summary>
public sealed partial class StoredFile : IRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }

    /// <summary>What stands for it in addresses.</summary>
    public Handle Handle { get; private init; } = Handle.Next();

    /// <summary>The agency that it is of; <c>null</c> for the platform's own.</summary>
    public Guid? AgencyId { get; private init; }

    /// <summary>The record that it belongs to; whoever may see that may see the file.</summary>
    public Guid OwnerId { get; private init; }

    /// <summary>What kind of record that is: the name under which a domain answers for its files.</summary>
    public string OwnerKind { get; private init; } = "";

    /// <summary>The name under which it is shown and saved, made safe before.</summary>
    public string Name { get; private init; } = "";

    /// <summary>What its bytes say that it is, such as <c>application/pdf</c>.</summary>
    public string MediaType { get; private init; } = "";

    /// <summary>In bytes, as it was sent.</summary>
    public long Size { get; private init; }

    /// <summary>SHA-256 of what lies on the disk, in small hexadecimal; for a sealed file of its cipher.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>The key of a sealed file (证件影像), itself locked; without it the bytes say nothing any more. <c>null</c> for an open file.</summary>
    public string? Key { get; private set; }

    public Scan Scan { get; private set; }
    public DateTimeOffset StoredAt { get; private init; }

    /// <summary>The name of whoever put it in; <c>null</c> where the program did.</summary>
    public string? StoredBy { get; private init; }

    /// <summary>When its key was dropped, so that nobody reads it again; the row stays.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Whether its bytes may be given out.</summary>
    public bool Readable => ErasedAt is null && Scan is (Scan.Clean or Scan.NotConfigured);

    /// <param name="kept">Where its bytes lie; they are there already.</param>
    /// <param name="name">Safe to show and to save under.</param>
    /// <param name="owner">The record that it belongs to, and what kind that is.</param>
    public static StoredFile Of(KeptBytes kept, string name, string mediaType, (string Kind, Guid Id) owner, Guid? agency, Scan scan, DateTimeOffset at, string? by = null) => new()
    {
        AgencyId = agency, OwnerId = owner.Id, OwnerKind = owner.Kind, Name = name, MediaType = mediaType,
        Size = kept.Size, Hash = kept.Hash, Key = kept.Key, Scan = scan, StoredAt = at, StoredBy = by,
    };

    /// <summary>The scanner has answered.</summary>
    public void Scanned(Scan verdict)
    {
        if (Scan == Scan.Waiting) Scan = verdict;
    }

    /// <summary>Forgets the key: the bytes, wherever a copy of them lies, cannot be read any more. An open file's bytes are for the sweep.</summary>
    public void Erase(DateTimeOffset at)
    {
        Key = null;
        ErasedAt ??= at;
    }
}
