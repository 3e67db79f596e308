namespace Gongkai.Rigs;

/// <summary>A disk that holds for certain only what was synchronized. When the power goes, of the rest some sectors are on it and some are not.</summary>
sealed class PlatterDisk
{
    const int Sector = 512;

    // What stands for a folder: it has no content, and without it the names below it are gone too.
    static readonly Body Folder = new();

    sealed class Body
    {
        public Blob Safe { get; init; } = new();
        public List<DiskCall> Unsafe { get; } = [];
    }

    readonly Dictionary<string, Body> names = [];
    readonly Dictionary<string, Body> safeNames = [];
    readonly List<(DiskCall Call, Body? Body)> unsafeNames = [];
    readonly HashSet<string> folders = [];
    readonly Dictionary<int, (Body? Body, int Count, string Path)> synchronizing = [];

    /// <summary>A file that has long been on the disk.</summary>
    public void Add(string path, byte[] content) => names[path] = safeNames[path] = new() { Safe = Blob.Of(content) };

    /// <summary>Takes one call.</summary>
    public void Take(DiskCall call)
    {
        switch (call.Kind)
        {
            case CallKind.Create when !names.ContainsKey(call.Path):
                unsafeNames.Add((call, names[call.Path] = new()));
                break;
            case CallKind.Create: break;
            case CallKind.MakeFolder:
                folders.Add(call.Path);
                unsafeNames.Add((call, Folder));
                break;
            case CallKind.Write or CallKind.Grow or CallKind.Truncate: names[call.Path].Unsafe.Add(call); break;
            case CallKind.SyncBegins:
                var body = names.GetValueOrDefault(call.Path);
                synchronizing[call.Ticket] = (body, body?.Unsafe.Count ?? unsafeNames.Count, call.Path);
                break;
            case CallKind.SyncEnds:
                synchronizing.Remove(call.Ticket, out var sync);
                Finish(sync.Body, sync.Count, sync.Path);
                break;
            case CallKind.Rename:
                names.Remove(call.Path, out var renamed);
                names[call.Target!] = renamed!;
                unsafeNames.Add((call, renamed));
                break;
            case CallKind.Remove:
                names.Remove(call.Path);
                unsafeNames.Add((call, null));
                break;
        }
    }

    /// <summary>The power goes: what is left, by name.</summary>
    public Dictionary<string, byte[]> Cut(Random random)
    {
        // Names are kept in a journal: of those that are not safe, the first few are there.
        var left = new Dictionary<string, Body>(safeNames);
        foreach (var (call, body) in unsafeNames.Take(random.Next(unsafeNames.Count + 1))) Rename(left, call, body);
        // Of what was not synchronized, none, all, or each sector as chance has it.
        var share = random.Next(3) switch { 0 => 0.0, 1 => 1.0, _ => random.NextDouble() };
        return left.Where(file => file.Value != Folder && Reachable(file.Key)).ToDictionary(file => file.Key, file => Contents(file.Value, random, share));

        // A file is gone with any folder above it.
        bool Reachable(string path)
        {
            for (var above = Path.GetDirectoryName(path); above is not null; above = Path.GetDirectoryName(above))
                if (folders.Contains(above) && !left.ContainsKey(above)) return false;
            return true;
        }
    }

    static byte[] Contents(Body body, Random random, double share)
    {
        var content = body.Safe.Copy();
        foreach (var call in body.Unsafe)
            if (call.Kind == CallKind.Truncate)
            {
                if (random.NextDouble() < share) content.Resize(call.Offset);
            }
            else if (call.Kind == CallKind.Grow)
            {
                if (random.NextDouble() < share) content.Grow(call.Offset);
            }
            else
                for (var at = 0; at < call.Data!.Length;)
                {
                    var length = (int)Math.Min(call.Data.Length - at, Sector - (call.Offset + at) % Sector);
                    if (random.NextDouble() < share) content.Write(call.Offset + at, call.Data.AsSpan(at, length));
                    at += length;
                }
        return content.ToArray();
    }

    void Finish(Body? body, int count, string path)
    {
        if (body is null)
        {
            // A folder: the names in it.
            var here = unsafeNames.Take(count).Where(name => Path.GetDirectoryName(name.Call.Target ?? name.Call.Path) == path).ToList();
            foreach (var name in here)
            {
                Rename(safeNames, name.Call, name.Body);
                unsafeNames.Remove(name);
            }
            return;
        }
        foreach (var call in body.Unsafe.Take(count))
            if (call.Kind == CallKind.Truncate) body.Safe.Resize(call.Offset);
            else if (call.Kind == CallKind.Grow) body.Safe.Grow(call.Offset);
            else body.Safe.Write(call.Offset, call.Data);
        body.Unsafe.RemoveRange(0, count);
        // Another synchronization of the same file may be under way; it has that much less to do.
        foreach (var (ticket, other) in synchronizing.ToList())
            if (other.Body == body) synchronizing[ticket] = other with { Count = Math.Max(0, other.Count - count) };
    }

    static void Rename(Dictionary<string, Body> list, DiskCall call, Body? body)
    {
        list.Remove(call.Path);
        if (call.Kind != CallKind.Remove) list[call.Target ?? call.Path] = body!;
    }
}

/// <summary>Bytes that grow.</summary>
sealed class Blob
{
    byte[] bytes = [];
    int length;

    public static Blob Of(byte[] content) => new() { bytes = [.. content], length = content.Length };

    public Blob Copy() => new() { bytes = bytes.AsSpan(0, length).ToArray(), length = length };

    public byte[] ToArray() => bytes.AsSpan(0, length).ToArray();

    public void Write(long offset, ReadOnlySpan<byte> data)
    {
        if (offset + data.Length > length) Resize(offset + data.Length);
        data.CopyTo(bytes.AsSpan((int)offset));
    }

    public void Grow(long to)
    {
        if (to > length) Resize(to);
    }

    public void Resize(long to)
    {
        if (to > bytes.Length) Array.Resize(ref bytes, (int)Math.Max(to, bytes.Length * 2L));
        if (to > length) bytes.AsSpan(length, (int)to - length).Clear();
        length = (int)to;
    }
}
