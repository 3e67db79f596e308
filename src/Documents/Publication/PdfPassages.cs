using System.Globalization;
using System.Text;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Redaction;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Gongkai.Documents.Publication;

/// <summary>What a PDF says: each page as the eye reads it and as the file tells it, notes and properties, every earlier state, and the strings of all that lies in it.</summary>
static class PdfPassages
{
    const int MostPages = 2000, MostStates = 12;
    const int MostOfOne = 64 * 1024 * 1024;
    const long MostOfAll = 512L * 1024 * 1024;

    public static IEnumerable<Passage> In(byte[] file, bool all)
    {
        foreach (var passage in State(file, "", all)) yield return passage;
        if (!all) yield break;
        var ends = LeakSearch.Ends(file);
        foreach (var (number, end) in ends.SkipLast(1).TakeLast(MostStates).Index())
            foreach (var passage in State(file[..end], $"（旧版本{(number + 1).ToString(CultureInfo.InvariantCulture)}）", all)) yield return passage with { IsShown = false };
        foreach (var passage in Inside(file)) yield return passage;
    }

    /// <summary>The pages without a text layer on which a picture is drawn, and how many pages there are.</summary>
    public static (int Scanned, int Pages) Scans(byte[] file)
    {
        try
        {
            using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true });
            var pages = Math.Min(document.NumberOfPages, MostPages);
            var scanned = Enumerable.Range(1, pages).Count(number => document.GetPage(number) is var page && page.Letters.Count(letter => !string.IsNullOrWhiteSpace(letter.Value)) < 8 && page.GetImages().Any());
            return (scanned, pages);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return (0, 0);
        }
    }

    static List<Passage> State(byte[] file, string state, bool all)
    {
        List<Passage> said = [];
        try
        {
            using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true });
            for (var number = 1; number <= Math.Min(MostPages, document.NumberOfPages); number++)
            {
                var where = $"第{number.ToString(CultureInfo.InvariantCulture)}页{state}";
                var page = document.GetPage(number);
                var letters = page.Letters.Where(letter => letter.Value.Length > 0).ToList();
                var (seen, told) = (Text(ByEye(letters)), Text(letters));
                if (seen.Length > 0) said.Add(new(where, seen));
                if (!all) continue;
                if (told != seen) said.Add(new(where, told, IsShown: false));
                foreach (var note in page.GetAnnotations())
                    if (note.Content is { Length: > 0 } words) said.Add(new($"{where}的批注", words, IsShown: false));
            }
            if (!all) return said;
            var about = document.Information;
            said.Add(new($"PDF 属性{state}", string.Join('\n', about.Title, about.Author, about.Subject, about.Keywords), IsShown: false));
            if (document.TryGetXmpMetadata(out var metadata)) said.AddRange(XmlPassages.Everything(metadata.GetXmlBytes().ToArray(), $"PDF 属性{state}"));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A state that no reader can open is searched by its bytes alone.
        }
        return said;
    }

    // From above, line by line; what lies within half a sign's height is one line.
    static List<Letter> ByEye(List<Letter> letters)
    {
        List<Letter> ordered = [];
        List<Letter> line = [];
        foreach (var letter in letters.OrderByDescending(letter => letter.StartBaseLine.Y))
        {
            if (line.Count > 0 && line[0].StartBaseLine.Y - letter.StartBaseLine.Y > 0.4 * Math.Max(1, line[0].PointSize)) Flush();
            line.Add(letter);
        }
        Flush();
        return ordered;

        void Flush()
        {
            ordered.AddRange(line.OrderBy(letter => letter.StartBaseLine.X));
            line.Clear();
        }
    }

    // Nothing, a space, a tab or a line feed between two signs, by how far they stand apart; what is drawn twice for boldness stands once.
    static string Text(List<Letter> letters)
    {
        var text = new StringBuilder(letters.Count);
        Letter? last = null;
        foreach (var letter in letters)
        {
            if (last is not null)
            {
                var size = Math.Max(1, Math.Max(last.PointSize, letter.PointSize));
                var (dx, dy) = (letter.StartBaseLine.X - last.EndBaseLine.X, Math.Abs(letter.StartBaseLine.Y - last.StartBaseLine.Y));
                if (letter.Value == last.Value && dy < 0.2 * size && Math.Abs(letter.StartBaseLine.X - last.StartBaseLine.X) < 0.2 * size) continue;
                if (dy > 0.4 * size || dx < -2 * size) text.Append('\n');
                else if (dx > 1.2 * size) text.Append('\t');
                else if (dx > 0.25 * size && text[^1] != ' ') text.Append(' ');
            }
            text.Append(letter.Value);
            last = letter;
        }
        return text.ToString();
    }

    // Strings of every object and stream of every state, whether a table leads there or not.
    static IEnumerable<Passage> Inside(byte[] file)
    {
        const string Where = "PDF 内部的数据（属性、批注、表单、书签、旧版本等）";
        var objects = PdfObjects.In(file).Where(one => one.At >= 0 && one.Length > 0).GroupBy(one => one.At).Select(same => same.First()).OrderBy(one => one.At).ToList();
        using var body = new MemoryStream();
        var (at, unpacked) = (0, 0L);
        foreach (var one in objects)
        {
            if (one.At > at) body.Write(file, at, one.At - at);
            at = Math.Max(at, one.At + one.Length);
            var content = PdfFilters.Unpack(file, one, MostOfOne);
            if ((unpacked += content.Length) > MostOfAll) throw FlawException.Unsafe("其中的内容展开后过大", "请重新导出为较小的 PDF 后再试");
            if (LeakSearch.IsNoise(one, content))
            {
                if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8])) foreach (var passage in PicturePassages.Raw(content[..Math.Min(content.Length, 1 << 16)], "PDF 中图片的信息")) yield return passage;
                continue;
            }
            if (content.AsSpan().IndexOf("begincmap"u8) >= 0) continue;
            if (content.AsSpan().StartsWith("PK\x03\x04"u8) || content.AsSpan().StartsWith("%PDF-"u8) || one.Names.Contains("EmbeddedFile"))
                foreach (var passage in PicturePassages.Raw(content, "PDF 夹带的文件")) yield return passage;
            foreach (var passage in Strings(content, Where)) yield return passage;
        }
        if (file.Length > at) body.Write(file, at, file.Length - at);
        foreach (var passage in Strings(body.ToArray(), Where)) yield return passage;
        // Behind the end, and in remarks, stands what is no string at all.
        var end = LeakSearch.Ends(file)[^1];
        foreach (var passage in PicturePassages.Raw(file[Math.Min(file.Length, end)..], "PDF 末尾之后")) yield return passage;
    }

    static IEnumerable<Passage> Strings(byte[] content, string where)
    {
        var each = PdfStrings.In(content).Each;
        foreach (var text in (string[])[Encoding.UTF8.GetString(each), Encoding.BigEndianUnicode.GetString(each), Encoding.BigEndianUnicode.GetString(each.AsSpan(Math.Min(1, each.Length)))])
            foreach (var piece in text.Split('|', '\u7C7C'))
                if (XmlPassages.IsNumbered(piece)) yield return new(where, piece, IsShown: false);
    }
}
