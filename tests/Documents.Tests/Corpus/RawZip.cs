using System.IO.Compression;
using System.Text;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>ZIP files written by hand, because no library writes one that lies.</summary>
static class RawZip
{
    /// <summary>A good package, and in it one part that unpacks to very much more than it says.</summary>
    public static byte[] With((string Name, string Xml)[] others, string part, int sixteenMegabytes, uint? declared)
    {
        using var zip = new MemoryStream();
        List<(string, uint, uint, uint)> entries = [];
        foreach (var (name, xml) in others) Add(name, Deflated(Encoding.UTF8.GetBytes(xml)), (uint)Encoding.UTF8.GetByteCount(xml));
        Add(part, Blanks(sixteenMegabytes), declared ?? (uint)sixteenMegabytes << 24);
        Directory(zip, entries);
        return zip.ToArray();

        void Add(string name, byte[] packed, uint size)
        {
            entries.Add((name, (uint)zip.Position, (uint)packed.Length, size));
            Local(zip, name, packed, size);
        }
    }

    /// <summary>Many entries, all of them the same sixteen megabytes of blanks.</summary>
    public static MemoryStream Overlapping(int count)
    {
        var zip = new MemoryStream();
        var packed = Blanks(1);
        Local(zip, "word/document.xml", packed, 1 << 24);
        Directory(zip, [.. Enumerable.Range(0, count).Select(i => (i == 0 ? "word/document.xml" : $"word/part{i}.xml", 0u, (uint)packed.Length, 1u << 24))]);
        zip.Position = 0;
        return zip;
    }

    static byte[] Deflated(byte[] bytes)
    {
        using var to = new MemoryStream();
        using (var deflate = new DeflateStream(to, CompressionLevel.Fastest, true)) deflate.Write(bytes);
        return to.ToArray();
    }

    /// <summary>Blanks, packed once and repeated: a flushed block looks back at nothing before it.</summary>
    static byte[] Blanks(int sixteenMegabytes)
    {
        using var to = new MemoryStream();
        using var deflate = new DeflateStream(to, CompressionLevel.Optimal, true);
        var blanks = new byte[1 << 20];
        blanks.AsSpan().Fill((byte)' ');
        for (var i = 0; i < 16; i++) deflate.Write(blanks);
        deflate.Flush();
        var block = to.ToArray();
        return [.. Enumerable.Repeat(block, sixteenMegabytes).SelectMany(b => b), 3, 0];
    }

    static void Local(MemoryStream zip, string name, byte[] packed, uint size)
    {
        using var to = new BinaryWriter(zip, Encoding.UTF8, true);
        to.Write(0x04034B50u);
        Common(to, (uint)packed.Length, size, name);
        to.Write(Encoding.ASCII.GetBytes(name));
        to.Write(packed);
    }

    static void Common(BinaryWriter to, uint packed, uint size, string name)
    {
        foreach (var word in new ushort[] { 20, 0, 8, 0, 0x5000 }) to.Write(word);
        foreach (var number in new[] { 0u, packed, size }) to.Write(number);
        to.Write((ushort)name.Length);
        to.Write((ushort)0);
    }

    static void Directory(MemoryStream zip, List<(string Name, uint At, uint Packed, uint Size)> entries)
    {
        var start = (uint)zip.Position;
        using var to = new BinaryWriter(zip, Encoding.UTF8, true);
        foreach (var (name, at, packed, size) in entries)
        {
            to.Write(0x02014B50u);
            to.Write((ushort)20);
            Common(to, packed, size, name);
            foreach (var word in new ushort[] { 0, 0, 0 }) to.Write(word);
            to.Write(0u);
            to.Write(at);
            to.Write(Encoding.ASCII.GetBytes(name));
        }
        var length = (uint)zip.Position - start;
        to.Write(0x06054B50u);
        foreach (var word in new[] { 0, 0, entries.Count, entries.Count }) to.Write((ushort)word);
        to.Write(length);
        to.Write(start);
        to.Write((ushort)0);
    }
}
