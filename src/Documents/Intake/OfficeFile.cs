using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Gongkai.Documents.Intake;

/// <summary>Word, Excel, PowerPoint and OFD files: no macros, no controls, nothing embedded that runs, nothing fetched from outside.</summary>
static partial class OfficeFile
{
    static readonly string[] Active = ["macroEnabled", "vbaProject", "vbaData", "activeX", "macrosheet", "dialogsheet", "oleObject", "ctrlProps", "customUI"];

    /// <summary>Relationships (their last word) that bring in or fetch something else.</summary>
    static readonly HashSet<string> Reaching = new(
        ["vbaProject", "wordVbaData", "attachedTemplate", "oleObject", "control", "activeXControlBinary", "aFChunk", "frame", "subDocument", "externalLink", "externalLinkPath",
            "connections", "queryTable", "mailMergeSource", "mailMergeHeaderSource", "recipientData", "ui/extensibility", "extensibility", "xlMacrosheet", "xlIntlMacrosheet", "dialogsheet", "webextension", "taskpane"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>What kind of office file it is, or <c>null</c> for a ZIP file of something else.</summary>
    public static FileType? TypeOf(ZipParts zip)
    {
        if (zip.Has("OFD.xml")) return FileType.Ofd;
        if (zip.Read("[Content_Types].xml") is not { } types) return null;
        FileType? type = null;
        foreach (var element in SafeXml.Elements(new MemoryStream(types)))
            if (element.GetAttribute("ContentType") is { } content)
            {
                if (Active.Any(word => content.Contains(word, StringComparison.OrdinalIgnoreCase))) throw Macros;
                type ??= content switch
                {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" => FileType.Docx,
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" => FileType.Xlsx,
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml" => FileType.Pptx,
                    _ => null,
                };
            }
        return type ?? throw new FlawException(Refusal.Kind, "是模板、放映或其他 Office 格式，请另存为 DOCX、XLSX 或 PPTX 格式后上传");
    }

    /// <exception cref="FlawException">Something in it acts, reaches outside or hides a program.</exception>
    public static void Check(ZipParts zip, FileType type, Action<byte[], string> embedded)
    {
        foreach (var part in zip.All)
        {
            var name = part.Name.ToLowerInvariant();
            if (name.Contains("vbaproject", StringComparison.Ordinal) || name.Contains("/activex/", StringComparison.Ordinal) || name.Contains("macrosheets/", StringComparison.Ordinal)) throw Macros;
            if (name.EndsWith(".rels", StringComparison.Ordinal)) Relationships(zip.Open(part));
            else if (name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".vml", StringComparison.Ordinal)) Content(zip.Open(part), type);
            else Foreign(zip.Read(part), name, type, embedded);
        }
    }

    static void Relationships(Stream stream)
    {
        foreach (var element in SafeXml.Elements(stream))
        {
            if (element.LocalName != "Relationship") continue;
            var (kind, target) = ((element.GetAttribute("Type") ?? "").Split('/')[^1], element.GetAttribute("Target") ?? "");
            if (Reaching.Contains(kind)) throw kind.Contains("acro", StringComparison.Ordinal) || kind.Contains("vba", StringComparison.OrdinalIgnoreCase) ? Macros : Outside;
            if ((element.GetAttribute("TargetMode") ?? "").Equals("External", StringComparison.OrdinalIgnoreCase) && (kind != "hyperlink" || !Link().IsMatch(target))) throw Outside;
            if (target.Contains("..\\", StringComparison.Ordinal) || target.StartsWith("\\\\", StringComparison.Ordinal) || target.StartsWith("file:", StringComparison.OrdinalIgnoreCase)) throw Outside;
        }
    }

    // Instructions of a field stand in pieces, one after another: D, DE, AUTO.
    static void Content(Stream stream, FileType type)
    {
        StringBuilder field = new();
        var within = "";
        foreach (var node in SafeXml.Nodes(stream))
            switch (node.NodeType)
            {
                case XmlNodeType.Element:
                    within = node.LocalName;
                    if (type == FileType.Docx && node.LocalName == "fldSimple") Field(node.GetAttribute("instr", node.NamespaceURI) ?? "");
                    if (node.LocalName is "altChunk" or "subDoc" or "ddeLink" or "oleLink" or "webPublishItem" || node.LocalName == "attachedTemplate") throw Outside;
                    if (node.LocalName is "OLEObject" or "oleObject" or "oleObj") throw Embedded;
                    if (node.GetAttribute("action") is { } action && (action.StartsWith("ppaction://program", StringComparison.OrdinalIgnoreCase) || action.StartsWith("ppaction://macro", StringComparison.OrdinalIgnoreCase))) throw Macros;
                    // A character of a field ends it; a paragraph does not.
                    if (node.LocalName == "fldChar" && node.GetAttribute("fldCharType", node.NamespaceURI) is not "begin") { Field(field.ToString()); field.Clear(); }
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    if (within is "instrText" or "delInstrText") field.Append(node.Value);
                    if (type == FileType.Xlsx && within is "f" or "formula" or "formula1" or "formula2" or "definedName" && Formula().IsMatch(node.Value)) throw Outside;
                    break;
                case XmlNodeType.EndElement:
                    within = "";
                    break;
            }
        Field(field.ToString());
    }

    static void Field(string instruction)
    {
        if (Instruction().IsMatch(instruction)) throw Outside;
    }

    static void Foreign(byte[] bytes, string name, FileType type, Action<byte[], string> embedded)
    {
        if (bytes.Length == 0) return;
        if (MayBeXml(bytes)) Content(new MemoryStream(bytes), type);
        if (Signature.IsProgram(bytes)) throw Embedded;
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..]) throw Embedded;
        if (bytes.AsSpan().StartsWith("PK\x03\x04"u8) || name.Contains("/embeddings/", StringComparison.Ordinal)) embedded(bytes, name);
        else if (Text.IsPage(Encoding.Latin1.GetString(bytes, 0, Math.Min(1024, bytes.Length)))) throw Embedded;
    }

    // The list of types may call a part XML whatever its name ends with.
    static bool MayBeXml(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        var first = bytes.IndexOfAnyExcept(" \t\r\n"u8);
        return bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, (byte)'<', ..] || first >= 0 && bytes[first] == '<';
    }

    public static FlawException Macros => FlawException.Unsafe("含有宏或控件", "请另存为不含宏的 DOCX、XLSX 或 PPTX 格式后上传");
    public static FlawException Outside => FlawException.Unsafe("会从外部取用内容（外部链接、模板、动态数据交换或数据连接）", "请断开链接、粘贴为值或图片后上传");
    public static FlawException Embedded => FlawException.Unsafe("嵌入了其他程序的对象", "请改为图片，或将嵌入的文件单独上传");

    [GeneratedRegex(@"^(?:https?://|mailto:|#|tel:)", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|RD|MACROBUTTON|EMBED)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Instruction();

    [GeneratedRegex(@"\|[^!]{0,300}!|\[\d+\][^\]]{0,200}!|\b(?:WEBSERVICE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|FILTERXML|IMAGE)\s*\(|https?://[^""\s]*\.xl|\\\\", RegexOptions.IgnoreCase)]
    private static partial Regex Formula();
}
