using System.Security.Cryptography;
using Gongkai.Documents.Intake;
using SkiaSharp;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Gongkai.Documents.Redaction;

/// <summary>A place that must be covered in a released file.</summary>
sealed record CoveredPlace(int Mark, int Page, Area Area);

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
    internal static LeakCertificate Examine(byte[] released, IReadOnlyList<CoveredText.Word> covered, IReadOnlyList<CoveredPlace> places, RedactionPlan plan, string source, int unseen, DateTimeOffset at)
    {
        var kept = plan.Kept.Select(LeakWords.Folded).ToHashSet(StringComparer.Ordinal);
        var folded = covered.Select(word => (word.Mark, Text: LeakWords.Folded(word.Text))).Where(word => word.Text.Length > 0).ToList();
        var words = new LeakWords(folded.Select(word => word.Text).Where(word => !kept.Contains(word)));
        var search = Searched(released, words);
        var findings = search.Found.Select(found => new LeakFinding(found.Place, folded.Find(word => word.Text == words[found.Word]).Mark, found.Page, found.Detail)).ToList();
        findings.AddRange(Structure(released));
        var pixels = UnderMarks(released, places, findings);
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
    static long UnderMarks(byte[] released, IReadOnlyList<CoveredPlace> places, List<LeakFinding> findings)
    {
        using var document = PdfDocument.Open(released);
        var looked = 0L;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            var page = document.GetPage(number);
            var pictures = page.GetImages().ToList();
            if (pictures.Count != 1)
            {
                findings.Add(new(LeakPlace.Structure, null, number, $"第 {number} 页有 {pictures.Count} 幅图片"));
                continue;
            }
            var here = places.Where(place => place.Page == number).ToList();
            if (here.Count == 0) continue;
            var (pixel, tolerance) = Pixels(pictures[0]);
            foreach (var place in here)
            {
                var (left, top, right, bottom) = place.Area.Pixels(pictures[0].WidthInSamples / page.Width, pictures[0].HeightInSamples / page.Height, pictures[0].WidthInSamples, pictures[0].HeightInSamples);
                var bare = 0;
                for (var y = top; y < bottom; y++)
                    for (var x = left; x < right; x++, looked++)
                        if (pixel(x, y) > Picture.Fill + tolerance) bare++;
                if (bare > 0) findings.Add(new(LeakPlace.UnderMark, place.Mark, number, $"{bare} 个像素"));
                if (page.Letters.Any(letter => !string.IsNullOrWhiteSpace(letter.Value) && place.Area.Wider(-0.5).Holds(Glyph.Of(letter, page.Height).Body.Middle))) findings.Add(new(LeakPlace.UnderMark, place.Mark, number, "文字层"));
            }
        }
        return looked;
    }

    // The brightest part of a pixel; what JPEG lays around an edge is let pass.
    static (Func<int, int, int> Brightest, int Tolerance) Pixels(IPdfImage picture)
    {
        var (width, height) = (picture.WidthInSamples, picture.HeightInSamples);
        if (picture.RawBytes.StartsWith("\xFF\xD8"u8) || picture.RawBytes is [0xFF, 0xD8, ..])
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

    internal static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
