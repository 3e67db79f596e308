using System.Globalization;
using System.IO.Compression;
using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Redaction;

/// <summary>A search through all that a file holds: every stream of every revision unpacked, whether anything leads to it or not.</summary>
/// <remarks>A program that shows text follows the tables of the last revision, and so misses what lies beside them; this reads the bytes.</remarks>
sealed class LeakSearch(LeakWords words)
{
    const int MostOfOne = 160 * 1024 * 1024;
    const long MostOfAll = 1024L * 1024 * 1024;
    const int Deepest = 4;

    readonly Dictionary<(LeakPlace Place, int Word, int? Page), string> found = [];
    long unpacked;

    public int Streams { get; private set; }

    public int Revisions { get; private set; }

    public int Pages { get; private set; }

    /// <summary>What was found: where, the number of the word, the page, and what else is known.</summary>
    public IEnumerable<(LeakPlace Place, int Word, int? Page, string Detail)> Found =>
        found.Select(one => (one.Key.Place, one.Key.Word, one.Key.Page, one.Value)).OrderBy(one => one.Place).ThenBy(one => one.Page).ThenBy(one => one.Word);

    /// <exception cref="FlawException">It unpacks without an end, so nobody can say what is in it.</exception>
    public void Search(byte[] file, int depth = 0)
    {
        var within = depth == 0 ? (LeakPlace?)null : LeakPlace.Attachment;
        if (file.AsSpan()[..Math.Min(1024, file.Length)].IndexOf("%PDF-"u8) >= 0) Pdf(file, depth, within);
        else if (file.AsSpan().StartsWith("PK\x03\x04"u8)) Zip(file, depth);
        else Bytes(file, within ?? LeakPlace.Body, "文件");
    }

    void Pdf(byte[] file, int depth, LeakPlace? within)
    {
        var objects = PdfObjects.In(file).Where(one => one.At >= 0 && one.Length > 0).GroupBy(one => one.At).Select(same => same.First()).OrderBy(one => one.At).ToList();
        var ends = Ends(file);
        List<byte[]> contents = [];
        List<CodeTable> tables = [];
        foreach (var one in objects)
        {
            Streams++;
            var content = Unpack(file, one);
            var where = string.Create(CultureInfo.InvariantCulture, $"位置 {one.At}");
            var place = within ?? (ends.Count > 1 && one.At < ends[^2] ? LeakPlace.OlderState : LeakPlace.Stream);
            if (CodeTable.Of(content) is { } table) tables.Add(table);
            if (IsNoise(one, content)) Noise(content, place, where);
            else
            {
                if (content.AsSpan().StartsWith("PK\x03\x04"u8) || content.AsSpan().StartsWith("%PDF-"u8)) Inner(content, depth);
                Bytes(content, place, where);
                if (tables.Count < 200) contents.Add(content);
            }
        }
        Body(file, objects, within ?? LeakPlace.Body);
        Loose(file, objects, within ?? LeakPlace.Stream);
        // Any text may have been written with any table, also of a revision that no table leads to.
        foreach (var content in contents.Where(content => content.Length < 4 * 1024 * 1024))
        {
            if (tables.Count == 0) break;
            foreach (var run in PdfStrings.In(content).Runs)
                foreach (var table in tables) Note(words.In(table.Read(run)), within ?? LeakPlace.Stream, null, "按字体编码还原");
        }
        foreach (var (number, end) in ends.Index())
        {
            var isLast = number == ends.Count - 1;
            if (RevisionText.Of(isLast ? file : file[..end]) is not { } revision) continue;
            Revisions++;
            if (isLast) Pages = Math.Max(Pages, revision.Count(one => one.Page is not null));
            foreach (var (page, text) in revision)
                Note(words.In(text), within ?? (isLast ? LeakPlace.PageText : LeakPlace.OlderState), page, isLast ? "" : $"第 {number + 1} 个版本");
        }
    }

    byte[] Unpack(byte[] file, PdfObject one)
    {
        var content = PdfFilters.Unpack(file, one, MostOfOne);
        if ((unpacked += content.Length) > MostOfAll) throw FlawException.Unsafe("其中的内容展开后过大", "请重新导出为较小的 PDF 后再试");
        return content;
    }

    // Pixels, fonts and what is packed in a way that nobody here unpacks.
    public static bool IsNoise(PdfObject one, byte[] content) =>
        one.Names.Contains("Image") || one.Filters.Any(filter => !PdfFilters.Unpacks(filter)) || one.Names.Contains("Length1") || one.Names.Contains("CIDToGIDMap")
        || content.AsSpan().StartsWith("\0\x01\0\0"u8) || content.AsSpan().StartsWith("OTTO"u8) || one.Names.Contains("FontFile3") || one.Names.Contains("CIDFontType0C");

    void Noise(byte[] content, LeakPlace place, string where)
    {
        // What a camera or program writes before the pixels of a JPEG is text.
        if (content.AsSpan().StartsWith(new byte[] { 0xFF, 0xD8 }) && content.AsSpan().IndexOf(new byte[] { 0xFF, 0xDA }) is > 0 and var scan) Note(words.In(content.AsSpan(0, Math.Min(scan, 1 << 20))), place, null, where);
        Note(words.InNoise(content), place, null, where);
    }

    void Bytes(byte[] content, LeakPlace place, string where)
    {
        Note(words.In(content), place, null, where);
        var strings = PdfStrings.In(content);
        // In a table of codes strings stand beside each other that say nothing together.
        Note(words.In(content.AsSpan().IndexOf("begincmap"u8) >= 0 || content.AsSpan().IndexOf("beginbf"u8) >= 0 ? strings.Each : strings.All), place, null, where);
        Note(words.In(strings.Each), place, null, where);
    }

    // All that stands outside streams; a string never reaches over one.
    void Body(byte[] file, List<PdfObject> objects, LeakPlace place)
    {
        var body = new MemoryStream();
        var at = 0;
        foreach (var one in objects)
        {
            if (one.At > at) body.Write(file, at, one.At - at);
            at = Math.Max(at, one.At + one.Length);
        }
        body.Write(file, at, file.Length - at);
        Bytes(body.ToArray(), place, "文件主体");
    }

    // What is packed somewhere without an object that says so.
    void Loose(byte[] file, List<PdfObject> objects, LeakPlace place)
    {
        var known = objects.Select(one => one.At).ToHashSet();
        var next = 0;
        for (var at = 0; at + 2 < file.Length; at++)
        {
            if (file[at] != 0x78 || file[at + 1] is not (0x01 or 0x5E or 0x9C or 0xDA)) continue;
            while (next < objects.Count && objects[next].At + objects[next].Length <= at) next++;
            if (known.Contains(at) || next < objects.Count && at > objects[next].At) continue;
            var content = PdfFilters.Unpack(file, new(new HashSet<string>(), ["FlateDecode"], at, file.Length - at), MostOfOne);
            if (content.Length < 4) continue;
            Streams++;
            Bytes(content, place, string.Create(CultureInfo.InvariantCulture, $"位置 {at}"));
        }
    }

    void Zip(byte[] file, int depth)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file));
            foreach (var entry in zip.Entries)
            {
                using var stream = entry.Open();
                using var whole = new MemoryStream();
                stream.CopyTo(whole);
                if ((unpacked += whole.Length) > MostOfAll) throw FlawException.Unsafe("其中的内容展开后过大", "请拆分后再试");
                Note(words.In(entry.FullName), LeakPlace.Attachment, null, "压缩文件中的文件名");
                Inner(whole.ToArray(), depth);
                Bytes(whole.ToArray(), LeakPlace.Attachment, "压缩文件");
            }
        }
        catch (InvalidDataException)
        {
            Bytes(file, LeakPlace.Attachment, "压缩文件");
        }
    }

    void Inner(byte[] content, int depth)
    {
        if (depth < Deepest) Search(content, depth + 1);
    }

    /// <summary>Behind each end of a revision.</summary>
    public static List<int> Ends(byte[] file)
    {
        List<int> ends = [];
        for (var at = 0; file.AsSpan(at).IndexOf("%%EOF"u8) is >= 0 and var next;) ends.Add(at += next + 5);
        if (ends.Count == 0) ends.Add(file.Length);
        return ends;
    }

    void Note(IEnumerable<int> which, LeakPlace place, int? page, string detail)
    {
        foreach (var word in which) found.TryAdd((place, word, page), detail);
    }
}
