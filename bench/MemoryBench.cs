using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Reading;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Bench;

/// <summary>What one check takes of memory: what it allocates, and how far the process grows, also with files made to hurt.</summary>
static class MemoryBench
{
    /// <summary>What hostile files must be kept under: below this any small machine survives them.</summary>
    const long Bound = 512L << 20;

    /// <summary>How long a hostile file may keep a check busy.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The hidden command that checks one file in a process of its own and says how large that became.</summary>
    public const string Child = "--one-check";

    public static Chapter Run()
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-");
        try
        {
            return new("Memory of a check",
                """
                Allocated: what one read and check allocates once warm, against parsing alone. Grown: how far the peak of resident memory (`VmHWM`) of a
                fresh process rises from just before the only check to its end, the libraries that it loads included.
                """,
                [.. ReadingBench.Files().Select(file => Usual(folder.FullName, file.Name, file.Bytes)), .. Hostile(folder.FullName)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static Outcome Usual(string folder, string name, byte[] bytes)
    {
        var ours = Allocated(() => ReadingBench.ReadAndCheck(name, bytes));
        var bare = Allocated(name.EndsWith(".html", StringComparison.Ordinal) ? () => ReadingBench.ParseHtml(bytes) : () => ReadingBench.ParseDocx(bytes));
        File.WriteAllBytes(Path.Combine(folder, name), bytes);
        var (grown, _, _) = Alone(Path.Combine(folder, name));
        return new(name, "–", $"{Chapter.Megabytes(ours)} allocated, {Chapter.Megabytes(grown)} grown", null,
            string.Create(CultureInfo.InvariantCulture, $"parsing alone allocates {Chapter.Megabytes(bare)}: {ours / bare:0.00}×"));
    }

    static IEnumerable<Outcome> Hostile(string folder)
    {
        foreach (var (what, name, make) in Attacks)
        {
            var path = Path.Combine(folder, name);
            using (var file = File.Create(path)) make(file);
            var (grown, time, said) = Alone(path);
            yield return new($"{what} ({Chapter.Megabytes(new FileInfo(path).Length)} file)", $"≤ {Bound >> 20} MB grown, ≤ {Patience.TotalSeconds:0} s", Chapter.Megabytes(grown), grown <= Bound && time < Patience,
                string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s: {said}"));
            File.Delete(path);
        }
    }

    static readonly (string What, string Name, Action<Stream> Make)[] Attacks =
    [
        ("a zip bomb as DOCX, 1 GB unpacked", "bomb.docx", file => Package(file, part => Repeat(part, "<w:p><w:r><w:t>公开</w:t></w:r></w:p>", 1L << 30))),
        ("an entity bomb as DOCX", "entities.docx", file => Package(file, part => part.Write(Encoding.UTF8.GetBytes(EntityBomb())))),
        ("100,000 nested elements as HTML", "deep.html", file => { file.Write("<!DOCTYPE html><html><body>"u8); Repeat(file, "<div>", 500_000); }),
        ("a text of 256 MB", "long.txt", file => Repeat(file, "2024年新收政府信息公开申请52件。\n", 256L << 20)),
    ];

    static double Allocated(Action action)
    {
        for (var i = 0; i < 20; i++) action();
        const int Runs = 20;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < Runs; i++) action();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Runs;
    }

    /// <summary>Checks the file in a fresh process of this program; a check that outlasts our patience is ended, and what it took until then stands.</summary>
    static (long Grown, TimeSpan Time, string Said) Alone(string path)
    {
        var start = Repository.Start(typeof(MemoryBench).Assembly.Location, Child, path);
        start.StandardOutputEncoding = Encoding.UTF8;
        using var process = Process.Start(start)!;
        var clock = Stopwatch.StartNew();
        long peak = 0;
        while (!process.WaitForExit(200))
        {
            process.Refresh();
            if (!process.HasExited) peak = Math.Max(peak, process.PeakWorkingSet64);
            if (clock.Elapsed < Patience) continue;

            process.Kill();
            process.WaitForExit();
            return (peak, clock.Elapsed, "**not done in time**");
        }
        return process.StandardOutput.ReadToEnd().Trim().Split('|') is [var grown, var milliseconds, var said]
            ? (long.Parse(grown, CultureInfo.InvariantCulture), TimeSpan.FromMilliseconds(double.Parse(milliseconds, CultureInfo.InvariantCulture)), said)
            : throw new InvalidOperationException($"The check of {Path.GetFileName(path)} died with status {process.ExitCode}.");
    }

    /// <summary>What the child does: one check, and what it cost.</summary>
    public static void CheckOne(string path)
    {
        var before = Peak();
        var clock = Stopwatch.StartNew();
        string said;
        try
        {
            using var file = File.OpenRead(path);
            said = $"{Checks.Of(ReportReader.Read(file, Path.GetFileName(path))).Count} findings";
        }
        catch (UnreadableReportException unreadable)
        {
            said = unreadable.Message;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Peak() - before}|{clock.Elapsed.TotalMilliseconds}|{said.Replace('|', ' ')}"));
    }

    static long Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    static void Package(Stream file, Action<Stream> document)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        Part(zip, "[Content_Types].xml", part => part.Write("""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""u8));
        Part(zip, "_rels/.rels", part => part.Write("""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""u8));
        Part(zip, "word/document.xml", part =>
        {
            part.Write("""<?xml version="1.0"?>"""u8);
            document(part);
        });
    }

    static void Part(ZipArchive zip, string name, Action<Stream> write)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        write(part);
    }

    static void Repeat(Stream to, string text, long length)
    {
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, 1000)));
        for (long written = 0; written < length; written += block.Length) to.Write(block);
    }

    static string EntityBomb() => "<!DOCTYPE d [<!ENTITY a \"公开公开公开公开公开公开公开公开公开公开\">"
        + string.Concat(Enumerable.Range(1, 12).Select(i => $"<!ENTITY {(char)('a' + i)} \"{string.Concat(Enumerable.Repeat($"&{(char)('a' + i - 1)};", 10))}\">"))
        + "]><d>&m;</d>";
}
