using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Printing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Gongkai.Documents.Redaction;

/// <summary>A page that is to be looked at and covered.</summary>
/// <param name="Width">In points, as it is seen: cut to what shows, and turned upright.</param>
/// <param name="Unit">How many of our points one of the page's own is; 1 but for plans and posters.</param>
/// <param name="SecondReading">What another program reads there.</param>
/// <param name="Notes">Texts of notes and form fields, and where they lie.</param>
sealed record SourcePage(double Width, double Height, double Unit, IReadOnlyList<Glyph> Glyphs, IReadOnlyList<Area> Pictures, IReadOnlyList<(Area Place, string Text)> Notes, Func<Picture> Draw, Func<IReadOnlyList<PlacedWord>> SecondReading);

/// <summary>The pages of a file that is to be covered: a PDF, a picture, or an office document, which is printed first.</summary>
sealed class SourcePages : IDisposable
{
    public const int MostBytes = 50 * 1024 * 1024;
    public const int MostPages = 300;
    public const long MostPixels = 40_000_000;

    /// <summary>At 150 dots an inch the smallest print of an office (8 point) is read without effort.</summary>
    const double Dots = 150;
    const double FewestDots = 50;
    const int MostGlyphs = 1_000_000;
    const double LargestPage = 14400;

    static readonly Allowance Taken = new(MostBytes, FileType.Pdf, FileType.Docx, FileType.Xlsx, FileType.Pptx, FileType.Png, FileType.Jpeg);

    readonly PdfDocument? document;
    readonly Lazy<Poppler> poppler;
    readonly byte[] bytes;
    int glyphs;

    /// <summary>A PDF may carry scripts and files: it is only drawn. Everything else passes the gate as when it is sent.</summary>
    /// <exception cref="RedactionRefusedException">It cannot be taken; the sentence says what to do.</exception>
    public static SourcePages Of(byte[] file, string name)
    {
        try
        {
            if (file.Length > MostBytes) throw new RedactionRefusedException($"文件超过 {MostBytes / 1024 / 1024} MB，请拆分或压缩后再遮盖。");
            return new(file, file.AsSpan().StartsWith("%PDF-"u8) ? FileType.Pdf : FileGate.Examine(file, name, Taken).Type);
        }
        catch (RefusedFileException refused)
        {
            throw new RedactionRefusedException(refused.Message);
        }
    }

    SourcePages(byte[] file, FileType type)
    {
        bytes = type switch
        {
            FileType.Pdf or FileType.Png or FileType.Jpeg => file,
            _ => Print(file, type),
        };
        poppler = new(() => new(bytes));
        if (type is FileType.Png or FileType.Jpeg)
        {
            Count = 1;
            return;
        }
        try
        {
            PdfFile.Check(bytes, acting: true);
            document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true });
            Count = document.NumberOfPages;
        }
        catch (FlawException flaw)
        {
            throw new RedactionRefusedException($"文件{flaw.Message}。");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The library reports damage with exceptions of every kind.
            throw new RedactionRefusedException("PDF 已损坏或不完整，无法读取；请用“打印为 PDF”重新生成后再试。");
        }
        if (Count is < 1 or > MostPages) throw new RedactionRefusedException(Count < 1 ? "PDF 里没有页面，请检查文件后再试。" : $"文件有 {Count} 页，一次最多遮盖 {MostPages} 页，请拆分后再试。");
    }

    /// <summary>What is drawn: the file itself, or the PDF that an office document was printed as.</summary>
    public byte[] Bytes => bytes;

    public int Count { get; }

    /// <param name="number">From 1.</param>
    public SourcePage Page(int number)
    {
        if (document is null)
        {
            var picture = Picture.Decode(bytes, MostPixels);
            return new(picture.Width * 72 / Dots, picture.Height * 72 / Dots, 1, [], [], [], () => picture, () => []);
        }
        try
        {
            return Page(document.GetPage(number), number);
        }
        catch (Exception fault) when (fault is not (RedactionRefusedException or OutOfMemoryException))
        {
            throw new RedactionRefusedException($"第 {number} 页已损坏，无法读取；请用“打印为 PDF”重新生成文件后再试。");
        }
    }

    SourcePage Page(Page page, int number)
    {
        var (width, height) = (page.Width, page.Height);
        if (!(width is >= 1 and <= LargestPage && height is >= 1 and <= LargestPage)) throw new RedactionRefusedException($"第 {number} 页的尺寸不正常，请用“打印为 PDF”按 A4 重新生成文件后再试。");
        if ((glyphs += page.Letters.Count) > MostGlyphs) throw new RedactionRefusedException($"到第 {number} 页为止的文字超过 {MostGlyphs / 10000} 万个，请拆分文件后再试。");
        var dots = Math.Min(Dots, Math.Sqrt(MostPixels * 0.98 / (width * height)) * 72);
        if (dots < FewestDots) throw new RedactionRefusedException($"第 {number} 页过大，画成图片后看不清，请用“打印为 PDF”按 A4 或 A3 重新生成文件后再试。");

        var pictures = page.GetImages().Select(image => Seen(image.BoundingBox, height)).ToList();
        var notes = page.GetAnnotations().Select(note => (Seen(note.Rectangle, height), string.Join('\n', note.Content, Value(note.AnnotationDictionary)))).Where(note => note.Item2.Length > 1).ToList();
        return new(width, height, Unit(page), [.. page.Letters.Select(letter => Glyph.Of(letter, height))], pictures, notes, () => Draw(number, dots, width, height), () => poppler.Value.Words(number));
    }

    // Where the two programs do not agree how large a page is, a box would lie elsewhere than on the text.
    Picture Draw(int number, double dots, double width, double height)
    {
        var picture = poppler.Value.Draw(number, dots, MostPixels);
        if (Math.Abs(picture.Width - width * dots / 72) > 2 || Math.Abs(picture.Height - height * dots / 72) > 2)
            throw new RedactionRefusedException($"第 {number} 页的页面尺寸写得不一致，请用“打印为 PDF”重新生成文件后再试。");
        return picture;
    }

    static double Unit(Page page) =>
        page.Dictionary.TryGet(UglyToad.PdfPig.Tokens.NameToken.Create("UserUnit"), out var unit) && unit is UglyToad.PdfPig.Tokens.NumericToken { Double: > 0.01 and < 1000 } number ? number.Double : 1;

    static Area Seen(UglyToad.PdfPig.Core.PdfRectangle box, double height)
    {
        double[] x = [box.TopLeft.X, box.TopRight.X, box.BottomLeft.X, box.BottomRight.X], y = [box.TopLeft.Y, box.TopRight.Y, box.BottomLeft.Y, box.BottomRight.Y];
        return new(x.Min(), height - y.Max(), x.Max(), height - y.Min());
    }

    static string Value(UglyToad.PdfPig.Tokens.DictionaryToken field) => field.TryGet(UglyToad.PdfPig.Tokens.NameToken.Create("V"), out var value) ? value switch
    {
        UglyToad.PdfPig.Tokens.StringToken text => text.Data,
        UglyToad.PdfPig.Tokens.HexToken hex => hex.Data,
        _ => "",
    } : "";

    // What a document hides would go unseen, or come out where nobody looked: the author decides first.
    static byte[] Print(byte[] file, FileType type)
    {
        try
        {
            var hidden = Cleaner.Inspect(file, type).Where(one => one.Kind is not (HiddenKind.Metadata or HiddenKind.KeptData)).Select(one => one.Words).Distinct().ToList();
            if (hidden.Count > 0) throw new RedactionRefusedException($"文件中有{string.Join("、", hidden)}，打印出来看不到或会被带出；请在 Word、Excel 或 WPS 中删除，或取消隐藏、接受全部修订后，另存再试。");
            return PdfPrinter.Print(file, type.Ending);
        }
        catch (FlawException flaw)
        {
            throw new RedactionRefusedException($"文件{flaw.Message}。");
        }
        catch (Exception printer) when (printer is PrinterMissingException or PrinterFailedException)
        {
            throw new RedactionRefusedException("文件没有能转换为 PDF；请在 Word、Excel 或 WPS 中另存为 PDF 后再遮盖。");
        }
    }

    public void Dispose()
    {
        document?.Dispose();
        if (poppler.IsValueCreated) poppler.Value.Dispose();
    }
}
