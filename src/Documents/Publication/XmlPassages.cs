using System.Text;
using System.Xml;
using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Publication;

/// <summary>What the XML parts of a file say: slides and fixed pages line by line, any other part with all its texts and attributes.</summary>
static class XmlPassages
{
    public static bool IsRead(string name) => Page(name) is not null || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || name == "[Content_Types].xml";

    public static bool IsXml(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        while (bytes.Length > 0 && bytes[0] is 9 or 10 or 13 or 32) bytes = bytes[1..];
        return bytes.StartsWith("<"u8) || bytes.StartsWith("<\0"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, (byte)'<']);
    }

    /// <summary>The slides of a presentation, the pages of an OFD.</summary>
    public static IEnumerable<Passage> In(OfficeParts parts, bool all)
    {
        foreach (var name in parts.Names.Where(name => Page(name) is not null).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal))
        {
            var page = new StringBuilder();
            var line = new StringBuilder();
            foreach (var node in SafeXml.Nodes(new MemoryStream(parts.Bytes(name))))
            {
                if (node.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) line.Append(node.Value);
                // Paragraphs and cells of slides, objects of pages; the runs within belong together.
                else if (node.NodeType == XmlNodeType.EndElement && node.LocalName is "p" or "TextObject" or "TextCode" && line.Length > 0)
                {
                    page.Append(line).Append('\n');
                    line.Clear();
                }
            }
            page.Append(line);
            if (page.Length > 0) yield return new(Page(name)!, page.ToString());
            if (all) foreach (var passage in Attributes(parts.Bytes(name), Page(name)!)) yield return passage;
        }
    }

    /// <summary>Text by text and attribute by attribute, and the texts of each element that holds several.</summary>
    public static IEnumerable<Passage> Everything(byte[] bytes, string where)
    {
        var joined = new StringBuilder();
        var within = "";
        foreach (var node in SafeXml.Nodes(new MemoryStream(bytes)))
        {
            if (node.NodeType == XmlNodeType.Element) within = node.LocalName;
            if (node.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                // Runs of text are one word; numbers of other elements stand apart.
                joined.Append(node.Value);
                if (within is not ("t" or "delText" or "instrText" or "TextCode" or "text")) joined.Append('\n');
            }
            else if (node.NodeType == XmlNodeType.EndElement && joined.Length > 0 && (node.LocalName is "p" or "si" or "comment" or "threadedComment" || joined.Length > 4096))
            {
                yield return new(where, joined.ToString(), IsShown: false);
                joined.Clear();
            }
        }
        if (joined.Length > 0) yield return new(where, joined.ToString(), IsShown: false);
        foreach (var passage in Attributes(bytes, where)) yield return passage;
    }

    /// <summary>Attributes that hold as many digits as a number of a person.</summary>
    public static IEnumerable<Passage> Attributes(byte[] bytes, string where)
    {
        foreach (var element in SafeXml.Elements(new MemoryStream(bytes)))
        {
            if (!element.MoveToFirstAttribute()) continue;
            do
            {
                if (!IsNumbered(element.Value) || element.LocalName is "embed" or "link" or "uri" or "paraId" or "textId" or "durableId" || element.Prefix == "xmlns") continue;
                yield return new(where, element.Value, IsShown: false);
            }
            while (element.MoveToNextAttribute());
            element.MoveToElement();
        }
    }

    /// <summary>Remarks between the elements, which no program shows.</summary>
    public static IEnumerable<Passage> Remarks(byte[] bytes)
    {
        for (var at = 0; bytes.AsSpan(at).IndexOf("<!--"u8) is >= 0 and var start; )
        {
            var from = at + start + 4;
            var length = bytes.AsSpan(from).IndexOf("-->"u8);
            if (length < 0) length = bytes.Length - from;
            yield return new("文件内部的注释", Encoding.UTF8.GetString(bytes, from, length), IsShown: false);
            at = from + length;
        }
    }

    public static bool IsNumbered(string text)
    {
        var digits = 0;
        foreach (var sign in text)
            if (sign is >= '0' and <= '9' or >= '０' and <= '９') digits++;
        return digits >= 11;
    }

    // slide3.xml is 第3页; Pages/Page_2/Content.xml the third.
    static string? Page(string name)
    {
        if (name.StartsWith("ppt/slides/slide", StringComparison.OrdinalIgnoreCase) && int.TryParse(Path.GetFileNameWithoutExtension(name)[5..], out var slide)) return $"第{slide}页";
        if (!name.Contains("/Pages/", StringComparison.OrdinalIgnoreCase) || !name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) return null;
        var folder = name.Split('/')[^2];
        return folder.LastIndexOf('_') is >= 0 and var line && int.TryParse(folder[(line + 1)..], out var page) ? $"第{page + 1}页" : "页面";
    }
}
