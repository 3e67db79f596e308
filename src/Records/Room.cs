namespace Gongkai.Records;

/// <summary>How much room is left where we write.</summary>
/// <param name="Free">Free bytes.</param>
/// <param name="Total">All bytes.</param>
public readonly record struct Room(long Free, long Total)
{
    /// <summary>Under a twentieth is kept for closing cases: no uploads then.</summary>
    public bool IsScarce => Free < Total / 20;

    /// <summary>Under 64 MB the next write may fail.</summary>
    public bool IsGone => Free < 64L << 20;

    /// <summary>Of the disk on which a folder stands, or will stand.</summary>
    public static Room Of(string folder)
    {
        var drive = new DriveInfo(Path.GetFullPath(folder));
        return new(drive.AvailableFreeSpace, drive.TotalSize);
    }
}
