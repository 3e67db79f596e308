using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Publication;

/// <summary>Looks over all that would become public with an item, before anybody reviews it: its fields, body, links, and each attachment to the last byte.</summary>
/// <remarks>An attachment is published as <see cref="Cleaner.Clean"/> leaves it; what the cleaning takes away is told, what it leaves hidden keeps the item back.</remarks>
public static class PublicationGate
{
    /// <summary>More are not read by anybody; something is wrong with the draft as a whole.</summary>
    const int Most = 200;

    /// <summary>All kinds of file, of any size that is kept.</summary>
    internal static Allowance Anything { get; } = new(512 * 1024 * 1024, Enum.GetValues<FileType>());

    /// <summary>What was found, the blocking first; empty where nothing was.</summary>
    /// <param name="stop">Asked between the pieces of a long file.</param>
    public static IReadOnlyList<GateFinding> Examine(PublicationDraft draft, CancellationToken stop = default)
    {
        var sieve = new Sieve(Most);
        Fields(draft, sieve);
        Body(draft, sieve);
        foreach (var file in draft.Files) File(file, sieve, stop);
        return sieve.Findings;
    }

    static void Fields(PublicationDraft draft, Sieve sieve)
    {
        foreach (var element in (IEnumerable<DraftElement>)[new("标题", draft.Title, IsRequired: true), .. draft.Elements])
        {
            if (element.IsRequired && string.IsNullOrWhiteSpace(element.Value)) sieve.Add(GateCode.MissingElement, element.Name, "", $"还没有填写{element.Name}，请补充后再提交。");
            else if (element.Value is { } value) sieve.Take("", new(element.Name, value));
        }
        if (ProcessPapers.InTitle(draft.Title) is { } kind) sieve.Add(GateCode.ProcessPaper, "标题", "", $"标题像是{kind}，这类过程性文件一般不公开；请核对公开属性，确需公开的说明理由。");
    }

    static void Body(PublicationDraft draft, Sieve sieve)
    {
        var body = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + draft.Html).Body!;
        var passages = PlainText.Passages(body, isLooked: true);
        foreach (var passage in passages) sieve.Take("", passage);
        if (passages.Where(passage => passage.IsShown).Select(passage => ProcessPapers.InText(passage.Text)).FirstOrDefault(closing => closing is not null) is { } said)
            sieve.Add(GateCode.ProcessPaper, "正文", said, "正文的结尾像是请示或报告，这类过程性文件一般不公开；请核对公开属性，确需公开的说明理由。");
        foreach (var finding in DraftLinks.In(body, draft)) sieve.Add(finding);

        var pictures = body.QuerySelectorAll("img");
        var words = passages.Where(passage => passage.IsShown).Sum(passage => passage.Text.Length);
        foreach (var picture in pictures.Where(picture => picture.GetAttribute("src") is not { } source || source.Contains(':', StringComparison.Ordinal) && !source.StartsWith("http", StringComparison.OrdinalIgnoreCase)).Take(1))
            sieve.Add(GateCode.EncodedPicture, "正文图片", "", "粘贴进来的图片没有保存，公开后看不到；请把图片作为附件上传后插入正文。");
        sieve.End("");
        var (wordless, number) = (0, 0);
        foreach (var picture in pictures)
        {
            number++;
            if (string.IsNullOrWhiteSpace(picture.GetAttribute("alt")) && wordless++ < 5)
                sieve.Add(GateCode.PictureWithoutWords, $"正文第{number.ToString(CultureInfo.InvariantCulture)}幅图片", "", "图片没有替代文字，看不见图片的读者不知道内容；请写一句说明。");
        }
        if (words == 0 && pictures.Length == 0) sieve.Add(GateCode.MissingBody, "正文", "", draft.Files.Count == 0 ? "还没有正文，请补充后再提交。" : "只有附件、没有正文，读者无法直接阅读；请补充文字版正文。", draft.Files.Count == 0 ? null : GateSeverity.Warns);
        else if (words < 20 && pictures.Length > 0) sieve.Add(GateCode.PictureOfText, "正文", "", "正文是图片，读者无法检索和复制，请补充文字版。");
    }

    static void File(DraftFile file, Sieve sieve, CancellationToken stop)
    {
        var name = $"附件《{file.Name}》";
        sieve.Begin();
        sieve.Take(name, new("的文件名", Path.GetFileNameWithoutExtension(file.Name)));
        try
        {
            var type = FileGate.Examine(file.Bytes, file.Name, Anything).Type;
            Hidden(file, type, name, sieve);
            foreach (var passage in FilePassages.In(file.Bytes, type, all: true))
            {
                if (stop.IsCancellationRequested) throw new FlawException(Refusal.TooLarge, "太大，没有检查完；请拆分后重新上传");
                sieve.Take(name, passage);
            }
            if (type == FileType.Pdf && PdfPassages.Scans(file.Bytes) is var (scanned, pages) && scanned > 0 && scanned * 2 >= pages)
                sieve.Add(GateCode.ScannedFile, name, "", "本文件为扫描件，读者无法检索和复制，请补充文字版。");
            else if (type is FileType.Png or FileType.Jpeg or FileType.Gif or FileType.Webp)
                sieve.Add(GateCode.PictureOfText, name, "", "附件是图片，读者无法检索和复制；如果是文字的照片或扫描件，请补充文字版。");
        }
        catch (RefusedFileException refused)
        {
            sieve.Add(GateCode.UnreadableFile, name, "", refused.Message);
        }
        catch (FlawException flaw)
        {
            sieve.Add(GateCode.UnreadableFile, name, "", $"{name}{flaw.Message}。");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            sieve.Add(GateCode.UnreadableFile, name, "", $"{name}无法检查（可能已损坏），请重新导出后上传。");
        }
        sieve.End(name);
    }

    // What the cleaning takes away by itself is told once; author and dates of a file are in every file, and nobody needs to be told.
    static void Hidden(DraftFile file, FileType type, string name, Sieve sieve)
    {
        var cleaned = Cleaner.Clean(file.Bytes, type);
        foreach (var kind in cleaned.Removed.Where(hidden => hidden.Kind != HiddenKind.Metadata).GroupBy(hidden => hidden.Kind))
            sieve.Add(GateCode.RemovedContent, $"{name}{Places(kind)}", "", $"文件带有{kind.First().Words}，公开时自动去除（修订按接受处理）；请确认清理后的文件内容正确。");
        foreach (var kind in cleaned.Left.GroupBy(hidden => hidden.Kind))
            sieve.Add(GateCode.HiddenContent, $"{name}{Places(kind)}", "", $"文件带有{kind.First().Words}，读者看不到却能取出；请在原文件中删除或取消隐藏后重新上传。");
    }

    static string Places(IEnumerable<Hidden> hidden) => string.Join('、', hidden.Select(one => one.Where).Distinct().Take(3)) + (hidden.Select(one => one.Where).Distinct().Count() > 3 ? "等" : "");
}
