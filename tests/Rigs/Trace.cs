using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Rigs;

/// <summary>One thing that a process asked of the disk.</summary>
/// <param name="Kind">What.</param>
/// <param name="Path">The file, or the folder.</param>
/// <param name="Offset">Where in the file, or its new length.</param>
/// <param name="Data">What was written.</param>
/// <param name="Target">The new name of a file that was renamed.</param>
/// <param name="Ticket">The call, where it began and ended apart.</param>
sealed record DiskCall(CallKind Kind, string Path, long Offset = 0, byte[]? Data = null, string? Target = null, int Ticket = 0);

/// <summary>Kinds of calls. A synchronization begins and ends: what was written in between need not be on the disk.</summary>
enum CallKind { Create, MakeFolder, Grow, Write, Truncate, SyncBegins, SyncEnds, Rename, Remove }

/// <summary>What a process asked of the disk, in the order in which it did, as <c>strace</c> saw it.</summary>
static partial class Trace
{
    /// <summary>The calls that matter to the disk.</summary>
    public const string Calls = "openat,write,pwrite64,pwritev,fsync,fdatasync,ftruncate,fallocate,rename,renameat,renameat2,link,unlink,unlinkat,mkdir,mkdirat,sync_file_range";

    /// <summary>Reads a trace; only what happens under the folder counts.</summary>
    /// <exception cref="InvalidDataException">A call that we do not know how to replay.</exception>
    public static List<DiskCall> Read(string file, string folder)
    {
        var calls = new List<DiskCall>();
        var open = new Dictionary<string, (string Head, int Ticket)>();
        var positions = new Dictionary<string, long>();
        var ticket = 0;
        foreach (var line in File.ReadLines(file, Encoding.Latin1))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var (thread, said) = (line[..space], line[space..].TrimStart());
            if (said.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                open[thread] = (said[..^"<unfinished ...>".Length], ++ticket);
                if (SyncCall().Match(said) is { Success: true } begun && Inside(Path(begun), folder)) calls.Add(new(CallKind.SyncBegins, Path(begun), Ticket: ticket));
                continue;
            }
            var began = 0;
            if (said.StartsWith("<...", StringComparison.Ordinal))
            {
                if (!open.Remove(thread, out var head)) continue;
                (said, began) = (head.Head + said[(said.IndexOf("resumed>", StringComparison.Ordinal) + "resumed>".Length)..], head.Ticket);
            }
            Add(calls, said, folder, began, positions, ref ticket);
        }
        return calls;
    }

    static void Add(List<DiskCall> calls, string said, string folder, int began, Dictionary<string, long> positions, ref int ticket)
    {
        if (!Succeeded().IsMatch(said)) return;
        if (SyncCall().Match(said) is { Success: true } sync && Inside(Path(sync), folder))
        {
            if (began == 0) calls.Add(new(CallKind.SyncBegins, Path(sync), Ticket: began = ++ticket));
            calls.Add(new(CallKind.SyncEnds, Path(sync), Ticket: began));
        }
        else if (PositionedWrite().Match(said) is { Success: true } placed && Inside(Path(placed), folder))
            calls.Add(new(CallKind.Write, Path(placed), Number(placed.Groups[3].Value), Bytes(placed.Groups[2].Value)));
        else if (PlainWrite().Match(said) is { Success: true } plain && Inside(Path(plain), folder))
        {
            var path = Path(plain);
            var data = Bytes(plain.Groups[2].Value);
            calls.Add(new(CallKind.Write, path, positions.GetValueOrDefault(path), data));
            positions[path] = positions.GetValueOrDefault(path) + data.Length;
        }
        else if (Cut().Match(said) is { Success: true } cut && Inside(Path(cut), folder))
            calls.Add(new(CallKind.Truncate, Path(cut), Number(cut.Groups[2].Value)));
        else if (Preallocation().Match(said) is { Success: true } grown && Inside(Path(grown), folder))
            calls.Add(new(CallKind.Grow, Path(grown), Number(grown.Groups[2].Value) + Number(grown.Groups[3].Value)));
        else if (Creation().Match(said) is { Success: true } made && Inside(Path(made), folder))
            calls.Add(new(CallKind.Create, Path(made)));
        else if (Names().Match(said) is { Success: true } named)
        {
            var paths = Quoted().Matches(said).Select(match => Encoding.UTF8.GetString(Bytes(match.Groups[1].Value))).ToArray();
            if (!paths.Any(path => Inside(path, folder))) return;
            if (named.Groups[1].Value.StartsWith("mkdir", StringComparison.Ordinal)) calls.Add(new(CallKind.MakeFolder, paths[0]));
            else if (named.Groups[1].Value.StartsWith("unlink", StringComparison.Ordinal)) calls.Add(new(CallKind.Remove, paths[0]));
            else if (named.Groups[1].Value.StartsWith("rename", StringComparison.Ordinal)) calls.Add(new(CallKind.Rename, paths[0], Target: paths[1]));
            else throw new InvalidDataException(said[..Math.Min(200, said.Length)]);
        }
        else if (Unknown().Match(said) is { Success: true } unknown && Inside(Path(unknown), folder))
            throw new InvalidDataException(said[..Math.Min(200, said.Length)]);
    }

    // With -xx strace writes the path of an open file in hexadecimal too.
    static string Path(Match match) => Encoding.UTF8.GetString(Bytes(match.Groups[1].Value));

    static bool Inside(string path, string folder) => path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);

    static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    // \x41\x42…
    static byte[] Bytes(string text) => Convert.FromHexString(text.Replace("\\x", "", StringComparison.Ordinal));

    [GeneratedRegex(@"\) += \d+(<.*>)?( \(DELAYED\))?$")]
    private static partial Regex Succeeded();

    [GeneratedRegex(@"^(?:fsync|fdatasync)\(\d+<([^>]*)>")]
    private static partial Regex SyncCall();

    [GeneratedRegex(@"^pwrite64\(\d+<([^>]*)>, ""([^""]*)"", \d+, (\d+)")]
    private static partial Regex PositionedWrite();

    [GeneratedRegex(@"^write\(\d+<([^>]*)>, ""([^""]*)"", \d+")]
    private static partial Regex PlainWrite();

    [GeneratedRegex(@"^ftruncate\(\d+<([^>]*)>, (\d+)")]
    private static partial Regex Cut();

    [GeneratedRegex(@"^openat\(.*O_CREAT.* = \d+<([^>]*)>$")]
    private static partial Regex Creation();

    [GeneratedRegex(@"^(rename|renameat|renameat2|unlink|unlinkat|link|mkdir|mkdirat)\(")]
    private static partial Regex Names();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^fallocate\(\d+<([^>]*)>, 0, (\d+), (\d+)")]
    private static partial Regex Preallocation();

    [GeneratedRegex(@"^(?:pwritev|fallocate|sync_file_range)\(\d+<([^>]*)>")]
    private static partial Regex Unknown();
}
