using System.Xml.Linq;

namespace Gongkai.Documents.Cleaning;

/// <summary>A Word file as it prints with all changes accepted: no author, no comment, no change, nothing hidden.</summary>
static class DocxContent
{
    static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    static readonly HashSet<string> Dropped = ["del", "moveFrom", "delText", "delInstrText", "cellDel", "numberingChange", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange", "cellIns", "cellMerge", "dataBinding"];

    static readonly HashSet<string> Changes = ["del", "ins", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "cellIns", "cellDel", "cellMerge"];

    static readonly HashSet<string> Settings = ["rsids", "trackRevisions", "attachedTemplate", "docVars", "mailMerge", "saveThroughXslt", "writeProtection", "documentProtection"];

    public static IEnumerable<Hidden> Inspect(OfficeParts parts)
    {
        foreach (var hidden in parts.InPictures()) yield return hidden;
        foreach (var name in parts.Names)
        {
            if (parts.IsProperty(name)) yield return new(HiddenKind.Metadata, "文档属性");
            if (IsComments(name)) yield return new(HiddenKind.Comment, "正文");
            if (name.StartsWith("word/glossary/", StringComparison.OrdinalIgnoreCase)) yield return new(HiddenKind.KeptData, "自动图文集");
            if (name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase)) yield return new(HiddenKind.KeptData, "图表所带的工作簿");
        }
        foreach (var name in parts.Under("word/"))
        {
            if (parts.Xml(name)?.Root is not { } root) continue;
            foreach (var element in root.Descendants())
            {
                if (element.Name.Namespace != W) continue;
                if (Changes.Contains(element.Name.LocalName)) yield return new(HiddenKind.Revision, "正文");
                else if (element.Name.LocalName == "commentReference") yield return new(HiddenKind.Comment, "正文");
                else if (element.Name.LocalName == "r" && IsHidden(element)) yield return new(HiddenKind.Text, "隐藏文字");
                else if (element.Name.LocalName == "r" && IsWhite(element)) yield return new(HiddenKind.Text, "白色文字");
                else if (element.Name.LocalName is "rsids" or "docVars" or "attachedTemplate") yield return new(HiddenKind.Metadata, "编辑记录");
            }
        }
    }

    public static byte[] Clean(byte[] bytes)
    {
        var parts = new OfficeParts(bytes);
        parts.Remove(name => parts.IsProperty(name) || IsComments(name) || name.StartsWith("word/glossary/", StringComparison.OrdinalIgnoreCase));
        parts.CleanPictures();
        foreach (var name in parts.Under("word/").ToList()) parts.Change(name, xml => Clean(xml.Root!));
        return parts.Save();
    }

    static void Clean(XElement root)
    {
        // Rows and paragraphs that were deleted as such say so in their properties.
        foreach (var row in root.Descendants(W + "tr").Where(row => row.Element(W + "trPr")?.Element(W + "del") is not null).ToList()) row.Remove();
        foreach (var cell in root.Descendants(W + "tc").Where(cell => cell.Element(W + "tcPr")?.Element(W + "cellDel") is not null).ToList()) cell.Remove();
        foreach (var paragraph in root.Descendants(W + "p").Where(paragraph => paragraph.Element(W + "pPr")?.Element(W + "rPr")?.Element(W + "del") is not null).ToList()) Join(paragraph);
        foreach (var mark in root.Descendants().Where(mark => mark.Name == W + "ins" && mark.Parent!.Name.LocalName is "rPr" or "trPr" or "numPr").ToList()) mark.Remove();
        foreach (var element in root.Descendants().Where(element => element.Name.Namespace == W && Dropped.Contains(element.Name.LocalName)).ToList()) element.Remove();
        foreach (var run in root.Descendants(W + "r").Where(IsHidden).ToList()) run.Remove();
        // From within outward: what was put in stays, without saying that it was.
        foreach (var frame in root.Descendants().Where(frame => frame.Name == W + "ins" || frame.Name == W + "moveTo").Reverse().ToList()) frame.ReplaceWith(frame.Nodes());
        foreach (var setting in root.Elements().Where(setting => setting.Name.Namespace == W && Settings.Contains(setting.Name.LocalName)).ToList()) setting.Remove();
        foreach (var element in root.DescendantsAndSelf())
            foreach (var attribute in element.Attributes().Where(attribute => attribute.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal) || attribute.Name == W + "author" || attribute.Name == W + "initials").ToList())
                attribute.Remove();
    }

    // The mark at its end is deleted: what follows continues it.
    static void Join(XElement paragraph)
    {
        if (paragraph.ElementsAfterSelf().FirstOrDefault() is not { } next || next.Name != W + "p") return;
        var text = paragraph.Nodes().Where(node => node is not XElement { Name.LocalName: "pPr" }).ToList();
        text.ForEach(node => node.Remove());
        if (next.Element(W + "pPr") is { } properties) properties.AddAfterSelf(text);
        else next.AddFirst(text);
        paragraph.Remove();
    }

    static bool IsComments(string name) => name.StartsWith("word/comments", StringComparison.OrdinalIgnoreCase) || name.StartsWith("word/people", StringComparison.OrdinalIgnoreCase);

    static bool IsHidden(XElement run) => run.Element(W + "rPr") is { } properties && (IsOn(properties.Element(W + "vanish")) || IsOn(properties.Element(W + "webHidden")));

    static bool IsOn(XElement? switched) => switched is not null && switched.Attribute(W + "val")?.Value is not ("0" or "false" or "off");

    static bool IsWhite(XElement run) => run.Element(W + "rPr")?.Element(W + "color")?.Attribute(W + "val")?.Value is "FFFFFF" or "ffffff" && run.Descendants(W + "t").Any(text => text.Value.Trim().Length > 0)
        && run.Element(W + "rPr")?.Element(W + "shd") is null && run.Element(W + "rPr")?.Element(W + "highlight") is null && !run.Ancestors(W + "tc").Any(cell => cell.Element(W + "tcPr")?.Element(W + "shd") is not null);
}
