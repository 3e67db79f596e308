namespace Gongkai.Records.Trail;

/// <summary>Something in the store that nobody did through the program, and where it stands.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Place">Where: the chain and the number of the entry, or the table and the key of the row.</param>
/// <param name="Sentence">Both, as a Chinese sentence for the auditor.</param>
public sealed record TrailFault(TrailFaultKind Kind, string Place, string Sentence);

/// <summary>The ways in which a trail or a row can fail to fit.</summary>
public enum TrailFaultKind
{
    /// <summary>An entry's content does not give its hash.</summary>
    EntryChanged,

    /// <summary>An entry is missing.</summary>
    EntryRemoved,

    /// <summary>An entry stands where none belongs, or another's place.</summary>
    EntryInserted,

    /// <summary>A personal value beside an entry is not the one that was recorded, or is gone without an erasure.</summary>
    PersonalChanged,

    /// <summary>A row is not what the last recorded change made it.</summary>
    RowChanged,

    /// <summary>A row is gone, and no act removed it.</summary>
    RowRemoved,

    /// <summary>A row is there, and no act made it.</summary>
    RowInserted,

    /// <summary>The chain is shorter than, or different from, what a signed checkpoint says.</summary>
    CheckpointBroken,

    /// <summary>Something cannot be read at all.</summary>
    Unreadable,

    /// <summary>A file's bytes are gone or altered.</summary>
    FileChanged,
}

/// <summary>What the kinds of fault are called.</summary>
public static class TrailFaultNames
{
    extension(TrailFaultKind kind)
    {
        public string Name => kind switch
        {
            TrailFaultKind.EntryChanged => "审计记录被改动",
            TrailFaultKind.EntryRemoved => "审计记录被删除",
            TrailFaultKind.EntryInserted => "审计记录被插入",
            TrailFaultKind.PersonalChanged => "个人信息被改动",
            TrailFaultKind.RowChanged => "数据被改动",
            TrailFaultKind.RowRemoved => "数据被删除",
            TrailFaultKind.RowInserted => "数据被插入",
            TrailFaultKind.CheckpointBroken => "与检查点不符",
            TrailFaultKind.Unreadable => "读不出来",
            TrailFaultKind.FileChanged => "附件被改动或丢失",
        };
    }
}
