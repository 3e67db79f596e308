using System.Xml.Linq;

namespace Gongkai.Documents.Cleaning;

/// <summary>Slides without authors and comments. Notes and skipped slides stay, and are told.</summary>
static class PptxContent
{
    static readonly XNamespace P = "http://schemas.openxmlformats.org/presentationml/2006/main";

    public static IEnumerable<Hidden> Inspect(OfficeParts parts)
    {
        foreach (var hidden in parts.InPictures()) yield return hidden;
        foreach (var name in parts.Names)
        {
            if (parts.IsProperty(name)) yield return new(HiddenKind.Metadata, "文档属性");
            if (IsComments(name)) yield return new(HiddenKind.Comment, "幻灯片");
            if (name.StartsWith("ppt/notesSlides/", StringComparison.OrdinalIgnoreCase)) yield return new(HiddenKind.Slide, "备注");
            if (name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase)) yield return new(HiddenKind.KeptData, "图表所带的工作簿");
        }
        foreach (var name in parts.Under("ppt/slides/"))
            if (parts.Xml(name)?.Root is { } slide && slide.Name == P + "sld" && slide.Attribute("show")?.Value is "0" or "false") yield return new(HiddenKind.Slide, "隐藏的幻灯片");
    }

    public static byte[] Clean(byte[] bytes)
    {
        var parts = new OfficeParts(bytes);
        parts.Remove(name => parts.IsProperty(name) || IsComments(name));
        parts.CleanPictures();
        return parts.Save();
    }

    static bool IsComments(string name) => name.StartsWith("ppt/comment", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ppt/authors", StringComparison.OrdinalIgnoreCase);
}
