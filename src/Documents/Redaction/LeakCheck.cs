using System.Security.Cryptography;
using Gongkai.Documents.Intake;
using SkiaSharp;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Gongkai.Documents.Redaction;

/// <summary>Opens a file that is to go out once more, and looks for what was covered: as text in all its bytes, and as pixels.</summary>
public static class LeakCheck
{
    /// <summary>Looks for strings in any file.</summary>
    /// <param name="strings">Each as a person wrote it.</param>
    /// <param name="at">When.</param>
    /// <exception cref="RedactionRefusedException">It is locked or without an end, so nobody can say what is in it.</exception>
    public static LeakCertificate Search(byte[] file, IReadOnlyList<string> strings, DateTimeOffset at)
    {
        var words = new LeakWords(strings);
        var search = Searched(file, words);
        // The words are counted from 0 in an order of their own; a finding names the line of the list.
        var folded = strings.Select(LeakWords.Folded).ToList();
        var findings = search.Found.Select(found => new LeakFinding(found.Place, folded.IndexOf(words[found.Word]), found.Page, found.Detail)).ToList();
        return new(LeakCertificate.Version, at, "", "", Hash(file), search.Pages, 0, words.Count, folded.Distinct().Count(word => word.Length > 0) - words.Count, 0, 0, search.Revisions, search.Streams, 0, findings);
    }

    /// <summary>Looks over a file that <see cref="Redactor"/> made.</summary>
    internal static LeakCertificate Examine(byte[] released, IReadOnlyList<PageCover> covers, RedactionPlan plan, string source, DateTimeOffset at, int unseen = 0)
    {
        var kept = plan.Kept.Select(LeakWords.Folded).ToHashSet(StringComparer.Ordinal);
        var folded = covers.SelectMany(cover => cover.Words).Select(word => (word.Mark, Text: LeakWords.Folded(word.Text))).Where(word => word.Text.Length > 0).ToList();
        var words = new LeakWords(folded.Select(word => word.Text).Where(word => !kept.Contains(word)));
        var search = Searched(released, words);
        var findings = search.Found.Select(found => new LeakFinding(found.Place, folded.Find(word => word.Text == words[found.Word]).Mark, found.Page, found.Detail)).ToList();
        findings.AddRange(Structure(released));
        var pixels = UnderMarks(released, covers, findings);
        var all = folded.Select(word => word.Text).Distinct(StringComparer.Ordinal).ToList();
        return new(LeakCertificate.Version, at, source, plan.Hash, Hash(released), search.Pages, plan.Marks.Count, words.Count, all.Count(word => !LeakWords.IsSought(word)), all.Count(kept.Contains), unseen, search.Revisions, search.Streams, pixels, findings);
    }

    static LeakSearch Searched(byte[] file, LeakWords words)
    {
        try
        {
            if (file.AsSpan().StartsWith("%PDF-"u8) && PdfObjects.In(file).Any(one => one.Names.Contains("Encrypt"))) throw new RedactionRefusedException("文件设有密码或权限限制，无法检查；请去除后再试。");
            var search = new LeakSearch(words);
            search.Search(file);
            return search;
        }
        catch (FlawException flaw)
        {
            throw new RedactionRefusedException($"文件{flaw.Message}。");
        }
    }

    // Nothing but what the writer writes: no name of anything else, one end, a picture a page.
    static IEnumerable<LeakFinding> Structure(byte[] released)
    {
        var foreign = PdfObjects.In(released).SelectMany(one => one.Names).Where(name => !ReleasedPdf.Names.Contains(name)).Distinct().Order(StringComparer.Ordinal).ToList();
        if (foreign.Count > 0) yield return new(LeakPlace.Structure, null, null, string.Join("、", foreign));
        var first = released.AsSpan().IndexOf("%%EOF"u8);
        if (first < 0 || released.AsSpan(first).TrimEnd("\r\n"u8).Length != 5) yield return new(LeakPlace.Structure, null, null, "文件结尾之后还有内容");
    }

    // Decoded again from the file: every pixel that a mark reaches into is the one colour, and no sign of the text layer stands there.
    static long UnderMarks(byte[] released, IReadOnlyList<PageCover> covers, List<LeakFinding> findings)
    {
        try
        {
            using var document = PdfDocument.Open(released);
            if (document.NumberOfPages != covers.Count) findings.Add(new(LeakPlace.Structure, null, null, $"有 {document.NumberOfPages} 页，应有 {covers.Count} 页"));
            return Enumerable.Range(1, Math.Min(document.NumberOfPages, covers.Count)).Sum(number => UnderMarks(document.GetPage(number), covers[number - 1].Places, findings));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            findings.Add(new(LeakPlace.Structure, null, null, "页面或其中的图片无法读取"));
            return 0;
        }
    }

    static long UnderMarks(Page page, IReadOnlyList<CoveredPlace> places, List<LeakFinding> findings)
    {
        var pictures = page.GetImages().ToList();
        if (pictures is not [var picture] || !IsWholePage(picture, page))
        {
            findings.Add(new(LeakPlace.Structure, null, page.Number, $"第 {page.Number} 页不是一幅图片"));
            return 0;
        }
        if (places.Count == 0) return 0;
        var looked = 0L;
        var (pixel, tolerance) = Pixels(picture);
        var (width, height) = (picture.WidthInSamples, picture.HeightInSamples);
        var letters = page.Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).Select(letter => Glyph.Of(letter, page.Height)).ToList();
        foreach (var place in places)
        {
            var (left, top, right, bottom) = place.Area.Pixels(width / page.Width, height / page.Height, width, height);
            var bare = 0;
            for (var y = top; y < bottom; y++)
                for (var x = left; x < right; x++, looked++)
                    if (pixel(x, y) > Picture.Fill + tolerance) bare++;
            if (bare > 0) findings.Add(new(LeakPlace.UnderMark, place.Mark, page.Number, $"{bare} 个像素"));
            if (letters.Exists(letter => place.Area.Wider(-0.5).Holds(letter.Body.Middle))) findings.Add(new(LeakPlace.UnderMark, place.Mark, page.Number, "文字层"));
        }
        return looked;
    }

    static bool IsWholePage(IPdfImage picture, Page page) =>
        picture.BoundingBox is var box && Math.Abs(box.Left) < 0.5 && Math.Abs(box.Bottom) < 0.5 && Math.Abs(box.Width - page.Width) < 0.5 && Math.Abs(box.Height - page.Height) < 0.5;

    // The brightest part of a pixel; what JPEG lays around an edge is let pass.
    static (Func<int, int, int> Brightest, int Tolerance) Pixels(IPdfImage picture)
    {
        var (width, height) = (picture.WidthInSamples, picture.HeightInSamples);
        if (picture.RawBytes is [0xFF, 0xD8, ..])
        {
            var jpeg = SKBitmap.Decode(picture.RawBytes.ToArray()) ?? throw new InvalidOperationException("The picture of a released page cannot be decoded.");
            return ((x, y) => jpeg.GetPixel(x, y) is var colour ? Math.Max(colour.Red, Math.Max(colour.Green, colour.Blue)) : 0, ReleasedPdf.JpegTolerance);
        }
        if (!picture.TryGetBytesAsMemory(out var memory)) throw new InvalidOperationException("The picture of a released page cannot be unpacked.");
        var samples = memory.ToArray();
        var colours = samples.Length / (width * height);
        return ((x, y) =>
        {
            var at = (y * width + x) * colours;
            return colours == 1 ? samples[at] : Math.Max(samples[at], Math.Max(samples[at + 1], samples[at + 2]));
        }, 0);
    }

    /// <summary>The SHA-256 of a file, as the certificate tells it.</summary>
    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
