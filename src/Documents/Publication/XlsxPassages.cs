using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Publication;

/// <summary>What a workbook says: row by row of each sheet, the hidden ones too; behind them strings that no cell shows, and formulas.</summary>
sealed class XlsxPassages(OfficeParts parts, bool all)
{
    readonly List<string> strings = [];
    readonly HashSet<int> used = [];

    public static bool IsRead(string name) => name.StartsWith("xl/worksheets/sheet", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        || name.ToLowerInvariant() is "xl/sharedstrings.xml" or "xl/styles.xml" or "[content_types].xml" || name.StartsWith("xl/theme/", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<Passage> In()
    {
        Shared();
        foreach (var (name, title, isHidden) in Sheets())
        {
            if (isHidden && !all) continue;
            foreach (var passage in Sheet(name, $"工作表“{title}”{(isHidden ? "（隐藏）" : "")}", isHidden)) yield return passage;
        }
        if (all)
            foreach (var (i, text) in strings.Index())
                if (!used.Contains(i) && XmlPassages.IsNumbered(text)) yield return new("已删除单元格的文字", text, IsShown: false);
    }

    // Runs of one string belong together; how it is read aloud (rPh) does not.
    void Shared()
    {
        var text = new StringBuilder();
        var (inText, inReading) = (false, 0);
        foreach (var node in SafeXml.Nodes(new MemoryStream(parts.Bytes(Part("sharedStrings.xml")) is { Length: > 0 } bytes ? bytes : "<sst/>"u8.ToArray())))
        {
            if (node.NodeType == XmlNodeType.Element && node.LocalName == "si" && node.IsEmptyElement) strings.Add("");
            else if (node.NodeType == XmlNodeType.Element) (inText, inReading) = (node.LocalName == "t" && !node.IsEmptyElement, inReading + (node.LocalName == "rPh" && !node.IsEmptyElement ? 1 : 0));
            else if (node.NodeType == XmlNodeType.EndElement)
            {
                inText = false;
                if (node.LocalName == "rPh") inReading--;
                if (node.LocalName != "si") continue;
                strings.Add(text.ToString());
                text.Clear();
            }
            else if (inText && inReading == 0) text.Append(node.Value);
        }
    }

    string Part(string ending) => parts.Names.FirstOrDefault(name => name.Equals("xl/" + ending, StringComparison.OrdinalIgnoreCase)) ?? "";

    IEnumerable<(string Part, string Title, bool IsHidden)> Sheets()
    {
        Dictionary<string, (string Title, bool IsHidden)> known = new(StringComparer.OrdinalIgnoreCase);
        var targets = parts.Xml("xl/_rels/workbook.xml.rels")?.Root?.Elements().ToDictionary(link => link.Attribute("Id")?.Value ?? "", link => link.Attribute("Target")?.Value ?? "", StringComparer.Ordinal) ?? [];
        foreach (var sheet in parts.Xml("xl/workbook.xml")?.Root?.Descendants().Where(sheet => sheet.Name.LocalName == "sheet") ?? [])
        {
            var id = sheet.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "id")?.Value ?? "";
            var target = targets.GetValueOrDefault(id, "");
            known[target.StartsWith('/') ? target[1..] : "xl/" + target] = (sheet.Attribute("name")?.Value ?? "", sheet.Attribute("state")?.Value is "hidden" or "veryHidden");
        }
        // A sheet that the workbook does not name is seen by nobody.
        return parts.Names.Where(name => name.StartsWith("xl/worksheets/sheet", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            .Select(name => known.TryGetValue(name, out var sheet) ? (name, sheet.Title, sheet.IsHidden) : (name, Path.GetFileNameWithoutExtension(name), true)).OrderBy(sheet => sheet.Item3).ThenBy(sheet => sheet.name.Length).ThenBy(sheet => sheet.name, StringComparer.Ordinal);
    }

    IEnumerable<Passage> Sheet(string part, string where, bool isHidden)
    {
        var heads = new TableHeads();
        List<(int From, int To)> hiddenColumns = [];
        List<string> cells = [], hiddenCells = [], formulas = [];
        var (rowHidden, row, column, type, within, value) = (false, 0, 0, "", "", new StringBuilder());
        foreach (var node in SafeXml.Nodes(new MemoryStream(parts.Bytes(part))))
        {
            if (node.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                if (within is "v" or "t") value.Append(node.Value);
                else if (within == "f") formulas.Add(node.Value);
                else if (within.Length > 0 && within is not ("row" or "c" or "is" or "r") && all && node.Value.Length >= 11) yield return new($"{where}的页眉、页脚或规则", node.Value, IsShown: false);
                continue;
            }
            if (node.NodeType == XmlNodeType.Element)
            {
                within = node.IsEmptyElement ? "" : node.LocalName;
                switch (node.LocalName)
                {
                    case "col" when IsOn(node.GetAttribute("hidden")) || IsFlat(node.GetAttribute("width")):
                        hiddenColumns.Add((Number(node.GetAttribute("min")), Number(node.GetAttribute("max"))));
                        break;
                    case "row":
                        (row, column, rowHidden) = (Number(node.GetAttribute("r")) is > 0 and var given ? given : row + 1, 0, IsOn(node.GetAttribute("hidden")) || IsFlat(node.GetAttribute("ht")));
                        break;
                    case "c":
                        (column, type) = (Column(node.GetAttribute("r")) is > 0 and var place ? place : column + 1, node.GetAttribute("t") ?? "n");
                        value.Clear();
                        break;
                }
                continue;
            }
            if (node.NodeType != XmlNodeType.EndElement) continue;
            within = "";
            if (node.LocalName == "c")
            {
                var said = heads.Said(column, Value(type, value.ToString()));
                (rowHidden || hiddenColumns.Exists(range => column >= range.From && column <= range.To) ? hiddenCells : cells).Add(said);
            }
            if (node.LocalName != "row") continue;
            var at = $"{where}第{row.ToString(CultureInfo.InvariantCulture)}行";
            if (cells.Exists(cell => cell.Length > 0)) yield return new(at, string.Join('\t', cells), !isHidden);
            if (all && hiddenCells.Exists(cell => cell.Length > 0)) yield return new($"{at}（隐藏的行或列）", string.Join('\t', hiddenCells), IsShown: false);
            foreach (var formula in formulas.Where(formula => all && XmlPassages.IsNumbered(formula))) yield return new($"{at}的公式", formula, IsShown: false);
            cells.Clear();
            hiddenCells.Clear();
            formulas.Clear();
        }
        if (all) foreach (var passage in XmlPassages.Attributes(parts.Bytes(part), $"{where}的提示或链接")) yield return passage;
    }

    string Value(string type, string value)
    {
        if (type == "s" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count)
        {
            used.Add(index);
            return strings[index];
        }
        // 1.38E10 is shown as 13800138000.
        return type == "n" && value.Contains('E', StringComparison.OrdinalIgnoreCase) && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.##########", CultureInfo.InvariantCulture) : value;
    }

    static bool IsOn(string? flag) => flag is "1" or "true";

    static bool IsFlat(string? size) => double.TryParse(size, NumberStyles.Float, CultureInfo.InvariantCulture, out var width) && width < 0.5;

    static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    static int Column(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
            if (char.IsAsciiLetterUpper(letter) && column < 100_000) column = column * 26 + letter - 'A' + 1;
        return column;
    }
}
