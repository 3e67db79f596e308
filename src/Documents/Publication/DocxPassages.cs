using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Publication;

/// <summary>What a Word file says: paragraphs and rows as they would print, and beside them what was deleted, hidden, or stands in fields.</summary>
sealed class DocxPassages(OfficeParts parts, bool all)
{
    const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    readonly StringBuilder shown = new(), before = new(), hidden = new();
    readonly List<Passage> aside = [];
    readonly List<string> cells = [];
    readonly StringBuilder cell = new();
    int paragraphs, tables, rows, inTable, inDeletion, inInsertion, inField;
    TableHeads heads = new();
    bool vanishes, inProperties, reading;
    string place = "";

    /// <summary>Parts that print; all others hold what does not.</summary>
    public static bool IsRead(string name) => Printed(name) is not null || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || name is "[Content_Types].xml" or "word/styles.xml" or "word/fontTable.xml" or "word/numbering.xml"
        || name.StartsWith("word/theme/", StringComparison.OrdinalIgnoreCase);

    static string? Printed(string name) => name.ToLowerInvariant() switch
    {
        "word/document.xml" => "",
        "word/footnotes.xml" or "word/endnotes.xml" => "脚注",
        var part when part.StartsWith("word/header", StringComparison.Ordinal) && part.EndsWith(".xml", StringComparison.Ordinal) => "页眉",
        var part when part.StartsWith("word/footer", StringComparison.Ordinal) && part.EndsWith(".xml", StringComparison.Ordinal) => "页脚",
        _ => null,
    };

    public IEnumerable<Passage> In()
    {
        foreach (var name in parts.Names.Where(name => Printed(name) is not null).OrderBy(name => Printed(name)!.Length))
        {
            place = Printed(name)!;
            (paragraphs, tables, inTable, inDeletion, inInsertion) = (0, 0, 0, 0, 0);
            foreach (var node in SafeXml.Nodes(new MemoryStream(parts.Bytes(name))))
                if (Take(node) is { } passage) yield return passage;
            if (all) foreach (var passage in XmlPassages.Attributes(parts.Bytes(name), place.Length > 0 ? place : "文档的说明文字")) yield return passage;
        }
        foreach (var passage in aside) yield return passage;
    }

    Passage? Take(XmlReader node)
    {
        if (node.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
        {
            if (reading) Say(node.Value);
            return null;
        }
        if (node.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement)) return null;
        // Text boxes are written twice, for old programs once more.
        if (node.NamespaceURI != W) return null;
        return node.NodeType == XmlNodeType.Element ? Open(node) : Close(node.LocalName);
    }

    Passage? Open(XmlReader node)
    {
        var empty = node.IsEmptyElement;
        switch (node.LocalName)
        {
            case "t" or "delText" or "instrText" or "delInstrText":
                reading = !empty;
                inField = node.LocalName is "instrText" or "delInstrText" ? 1 : 0;
                if (node.LocalName == "delText" && inDeletion == 0) inDeletion = -1;
                break;
            case "tab" or "ptab" when !inProperties: Say(" "); break;
            case "br" or "cr": Say("\n"); break;
            case "noBreakHyphen": Say("-"); break;
            case "r": vanishes = false; break;
            case "rPr" or "pPr": inProperties = !empty; break;
            case "vanish" or "webHidden": vanishes = node.GetAttribute("val", W) is not ("0" or "false" or "off"); break;
            case "del" or "moveFrom" when !empty && !inProperties: inDeletion++; break;
            case "ins" or "moveTo" when !empty && !inProperties: inInsertion++; break;
            case "tbl" when inTable++ == 0: (tables, rows, heads) = (tables + 1, 0, new()); break;
            case "tr" when inTable == 1: cells.Clear(); break;
        }
        return null;
    }

    Passage? Close(string name)
    {
        switch (name)
        {
            case "t" or "delText" or "instrText" or "delInstrText":
                reading = false;
                if (inDeletion < 0) inDeletion = 0;
                break;
            case "rPr" or "pPr": inProperties = false; break;
            case "del" or "moveFrom" when inDeletion > 0 && !inProperties: inDeletion--; break;
            case "ins" or "moveTo" when inInsertion > 0 && !inProperties: inInsertion--; break;
            case "p": return Paragraph();
            case "tc" when inTable == 1:
                cells.Add(heads.Said(cells.Count, cell.ToString()));
                cell.Clear();
                break;
            case "tr" when inTable == 1:
                rows++;
                if (cells.Any(one => one.Length > 0)) return new($"{place}{(place.Length > 0 ? "的" : "")}第{tables.ToString(CultureInfo.InvariantCulture)}个表格第{rows.ToString(CultureInfo.InvariantCulture)}行", string.Join('\t', cells));
                break;
            case "tbl": inTable = Math.Max(0, inTable - 1); break;
        }
        return null;
    }

    void Say(string text)
    {
        var said = text.Replace('\t', ' ');
        if (inField == 1) { hidden.Append(said); return; }
        if (inDeletion != 0) before.Append(said);
        else if (vanishes) hidden.Append(said);
        else
        {
            shown.Append(said);
            if (inInsertion == 0) before.Append(said);
        }
    }

    Passage? Paragraph()
    {
        var (said, was, unseen) = (shown.ToString(), before.ToString(), hidden.ToString());
        shown.Clear();
        before.Clear();
        hidden.Clear();
        inField = 0;
        if (inTable == 0) paragraphs += said.AsSpan().Trim().Length > 0 ? 1 : 0;
        var where = place.Length > 0 ? place : inTable > 0 ? $"第{tables}个表格第{rows + 1}行" : $"第{Math.Max(1, paragraphs)}段";
        if (all && was != said) aside.Add(new($"{where}（修订前）", was, IsShown: false));
        if (all && unseen.Length > 0) aside.Add(new($"{where}（隐藏文字、域代码）", unseen, IsShown: false));
        if (inTable > 0)
        {
            cell.Append(cell.Length > 0 && said.Length > 0 ? " " : "").Append(said);
            return null;
        }
        return said.AsSpan().Trim().Length > 0 ? new(where, said) : null;
    }
}
