using System.Globalization;
using System.Xml.Linq;

namespace Gongkai.Documents.Cleaning;

/// <summary>A workbook without authors, comments and strings that no cell shows. Hidden sheets, rows and columns stay, and are told: formulas may need them.</summary>
static class XlsxContent
{
    static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static IEnumerable<Hidden> Inspect(OfficeParts parts)
    {
        foreach (var hidden in parts.InPictures()) yield return hidden;
        foreach (var name in parts.Names)
        {
            if (parts.IsProperty(name)) yield return new(HiddenKind.Metadata, "文档属性");
            if (IsComments(name)) yield return new(HiddenKind.Comment, "单元格批注");
            if (name.StartsWith("xl/revisions/", StringComparison.OrdinalIgnoreCase)) yield return new(HiddenKind.Revision, "修订记录");
            if (name.StartsWith("xl/pivotCache/", StringComparison.OrdinalIgnoreCase)) yield return new(HiddenKind.KeptData, "数据透视表的缓存");
            if (name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase)) yield return new(HiddenKind.KeptData, "嵌入的工作簿");
        }
        foreach (var sheet in parts.Xml("xl/workbook.xml")?.Descendants(S + "sheet") ?? [])
            if (sheet.Attribute("state")?.Value is "hidden" or "veryHidden") yield return new(HiddenKind.Sheet, $"工作表“{sheet.Attribute("name")?.Value}”");
        foreach (var name in parts.Xml("xl/workbook.xml")?.Descendants(S + "definedName") ?? [])
            if (name.Attribute("hidden")?.Value is "1" or "true" && !(name.Attribute("name")?.Value ?? "").StartsWith("_xlnm.", StringComparison.Ordinal)) yield return new(HiddenKind.KeptData, "隐藏的名称");
        if (Strings(parts).Any(text => !text.Used && text.Item.Value.Length > 0)) yield return new(HiddenKind.KeptData, "已删除单元格的文字");
        foreach (var name in parts.Under("xl/worksheets/"))
            foreach (var line in parts.Xml(name)?.Descendants() ?? [])
                if ((line.Name == S + "row" || line.Name == S + "col") && line.Attribute("hidden")?.Value is "1" or "true" || (line.Name == S + "row" || line.Name == S + "col") && IsFlat(line))
                    yield return new(HiddenKind.RowOrColumn, $"{SheetOf(name)}的{(line.Name == S + "row" ? "行" : "列")}");
    }

    public static byte[] Clean(byte[] bytes)
    {
        var parts = new OfficeParts(bytes);
        parts.Remove(name => parts.IsProperty(name) || IsComments(name) || name.StartsWith("xl/revisions/", StringComparison.OrdinalIgnoreCase));
        parts.CleanPictures();
        var unused = Strings(parts).Select(text => !text.Used).ToList();
        // Emptied and not dropped: cells count them.
        parts.Change("xl/sharedStrings.xml", xml =>
        {
            foreach (var (i, item) in xml.Root!.Elements(S + "si").Index())
                if (unused[i]) item.ReplaceNodes(new XElement(S + "t"));
        });
        foreach (var name in parts.Under("xl/worksheets/").ToList())
            parts.Change(name, xml =>
            {
                // Drawings of the old kind only frame comments; without their part the link would lead nowhere.
                foreach (var frame in xml.Root!.Elements(S + "legacyDrawing").ToList()) frame.Remove();
            });
        parts.Change("xl/workbook.xml", xml =>
        {
            foreach (var element in xml.Root!.Elements().Where(element => element.Name == S + "fileSharing" || element.Name.LocalName == "AlternateContent").ToList()) element.Remove();
        });
        return parts.Save();
    }

    // Every shared text, and whether a cell shows it.
    static IEnumerable<(XElement Item, bool Used)> Strings(OfficeParts parts)
    {
        if (parts.Xml("xl/sharedStrings.xml")?.Root is not { } root) return [];
        HashSet<int> used = [];
        foreach (var name in parts.Under("xl/worksheets/"))
            foreach (var cell in parts.Xml(name)?.Descendants(S + "c") ?? [])
                if (cell.Attribute("t")?.Value == "s" && int.TryParse(cell.Element(S + "v")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index)) used.Add(index);
        return root.Elements(S + "si").Select((item, i) => (item, used.Contains(i)));
    }

    static bool IsFlat(XElement line) =>
        double.TryParse((line.Attribute("ht") ?? line.Attribute("width"))?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var size) && size < 0.5;

    // Both kinds: notes, and threads with the people who wrote them. The frames of notes lie in VML.
    static bool IsComments(string name) => name.StartsWith("xl/comments", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xl/threadedComments", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("xl/persons", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xl/drawings/vmlDrawing", StringComparison.OrdinalIgnoreCase);

    static string SheetOf(string part) => Path.GetFileNameWithoutExtension(part);
}
