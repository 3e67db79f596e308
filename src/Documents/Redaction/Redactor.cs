namespace Gongkai.Documents.Redaction;

/// <summary>A file whose marks are burnt in.</summary>
/// <param name="Released">What may go out; <c>null</c> where the certificate has findings.</param>
/// <param name="Held">What was made, for a look before the marks are mended; never to be sent.</param>
public sealed record Redacted(byte[]? Released, LeakCertificate Certificate, RedactionIndex Index, byte[] Held);

/// <summary>Covers places of a file for disclosure in part (区分处理, art. 37): pages become pictures with the places burnt in, and the words that are left are laid over them.</summary>
public static class Redactor
{
    const int MostMarks = 5000;

    /// <param name="file">A PDF, PNG, JPEG, DOCX, XLSX or PPTX.</param>
    /// <param name="name">As it was sent; only for the sentence.</param>
    /// <param name="at">When; it stands in the certificate.</param>
    /// <param name="progress">Told how many of how many pages are done; what it throws ends the work.</param>
    /// <exception cref="RedactionRefusedException">The file or the plan cannot be taken; the sentence says what to do.</exception>
    public static Redacted Redact(byte[] file, string name, RedactionPlan plan, DateTimeOffset at, Action<int, int>? progress = null)
    {
        using var pages = SourcePages.Of(file, name);
        Check(plan, pages.Count);
        List<ReleasedPage> released = [];
        List<PageCover> covers = [];
        var unseen = 0;
        for (var number = 1; number <= pages.Count; number++)
        {
            var page = pages.Page(number);
            var cover = PageCover.Of(page, number, plan);
            covers.Add(cover);
            var picture = page.Draw();
            var (scaleX, scaleY) = (picture.Width / page.Width, picture.Height / page.Height);
            var sight = new Visibility(picture, scaleX, scaleY, page.Pictures);
            List<Glyph> left = [];
            foreach (var glyph in page.Glyphs.Where(glyph => !cover.Takes(glyph)))
                if (glyph.IsSpace ? left is [.., { IsSpace: false }] : IsText(glyph.Text) && sight.Shows(glyph)) left.Add(glyph);
                else if (!glyph.IsSpace) unseen++;
            List<Area> areas = [.. cover.Places.Select(place => place.Area)];
            // Packed at once: three hundred pages of pixels do not fit into memory.
            released.Add(new(page.Width, page.Height, page.Unit, picture.Covered(areas, scaleX, scaleY).Pack(areas, scaleX, scaleY), left));
            progress?.Invoke(number, pages.Count);
        }
        CheckWords(plan, covers);
        var bytes = ReleasedPdf.Write(released);
        var certificate = LeakCheck.Examine(bytes, covers, plan, LeakCheck.Hash(file), at, unseen);
        return new(certificate.IsClean ? bytes : null, certificate, RedactionIndex.Of(plan, [.. released.Select(page => (page.Width * page.Unit, page.Height * page.Unit))]), bytes);
    }

    /// <summary>Examines a released file once more against its source, say before it is sent: a file that was changed since then, or was made otherwise, is found.</summary>
    /// <exception cref="RedactionRefusedException">The file or the plan cannot be taken; the sentence says what to do.</exception>
    public static LeakCertificate Examine(byte[] released, byte[] file, string name, RedactionPlan plan, DateTimeOffset at)
    {
        using var pages = SourcePages.Of(file, name);
        Check(plan, pages.Count);
        return LeakCheck.Examine(released, [.. Enumerable.Range(1, pages.Count).Select(number => PageCover.Of(pages.Page(number), number, plan))], plan, LeakCheck.Hash(file), at);
    }

    /// <summary>What is marked and covered: an office document as the PDF that it prints as, any other file as it is; and how many pages that has.</summary>
    /// <exception cref="RedactionRefusedException">The file cannot be taken; the sentence says what to do.</exception>
    public static (byte[] Bytes, int Pages) Open(byte[] file, string name)
    {
        using var pages = SourcePages.Of(file, name);
        return (pages.Bytes, pages.Count);
    }

    /// <summary>The pages of a file, with their words, for somebody who is to mark them.</summary>
    /// <exception cref="RedactionRefusedException">The file cannot be taken; the sentence says what to do.</exception>
    public static IReadOnlyList<PageLook> Look(byte[] file, string name) => [.. Leaf(file, name)];

    /// <summary>The same page by page, so that no more than one is in memory.</summary>
    public static IEnumerable<PageLook> Leaf(byte[] file, string name)
    {
        using var pages = SourcePages.Of(file, name);
        for (var number = 1; number <= pages.Count; number++) yield return new(number, pages.Page(number));
    }

    /// <summary>One page of a file, with its words.</summary>
    /// <param name="number">From 1.</param>
    /// <exception cref="RedactionRefusedException">The file cannot be taken, or has no such page.</exception>
    public static PageLook Look(byte[] file, string name, int number)
    {
        using var pages = SourcePages.Of(file, name);
        return new(number, Page(pages, number));
    }

    /// <summary>One page of a file as a PNG: as it is, or with these marks burnt in, as it will go out.</summary>
    /// <param name="number">From 1.</param>
    /// <exception cref="RedactionRefusedException">The file cannot be taken, or has no such page.</exception>
    public static byte[] Draw(byte[] file, string name, int number, RedactionPlan? plan = null)
    {
        using var pages = SourcePages.Of(file, name);
        var page = Page(pages, number);
        var picture = page.Draw();
        return plan is null ? picture.ToPng() : picture.Covered([.. PageCover.Of(page, number, plan).Places.Select(place => place.Area)], picture.Width / page.Width, picture.Height / page.Height).ToPng();
    }

    static SourcePage Page(SourcePages pages, int number) =>
        number >= 1 && number <= pages.Count ? pages.Page(number) : throw new RedactionRefusedException($"文件只有 {pages.Count} 页，没有第 {number} 页。");

    // What is said of a mark goes to the applicant with the list.
    static void CheckWords(RedactionPlan plan, IReadOnlyList<PageCover> covers)
    {
        var kept = plan.Kept.Select(LeakWords.Folded).ToHashSet(StringComparer.Ordinal);
        var covered = new LeakWords(covers.SelectMany(cover => cover.Words).Select(word => LeakWords.Folded(word.Text)).Where(word => word.Length > 0 && !kept.Contains(word)));
        foreach (var (i, mark) in plan.Marks.Index())
            if (covered.In(mark.Words).Any()) throw new RedactionRefusedException($"第 {i + 1} 处遮盖（第 {mark.Page} 页）的说明里写了被遮盖的内容，请改写成不透露内容的说法；只是普通词语的，请确认可以保留。");
    }

    static void Check(RedactionPlan plan, int pages)
    {
        if (plan.Marks.Count > MostMarks) throw new RedactionRefusedException($"遮盖的地方超过 {MostMarks} 处，请拆分文件后再试。");
        foreach (var (i, mark) in plan.Marks.Index())
        {
            if (mark.Page < 1 || mark.Page > pages) throw new RedactionRefusedException($"第 {i + 1} 处遮盖在第 {mark.Page} 页，而文件只有 {pages} 页，请检查页码。");
            if (!mark.Box.IsSound) throw new RedactionRefusedException($"第 {i + 1} 处遮盖的范围不在页面上，请重新框选。");
        }
    }

    // Signs that a font says nothing of come as controls or private codes.
    static bool IsText(string text) => text.Length > 0 && !text.Any(sign => char.IsControl(sign) || sign is (>= '\uE000' and <= '\uF8FF') or '\uFFFD' or '\uFFFE' or '\uFFFF');
}
