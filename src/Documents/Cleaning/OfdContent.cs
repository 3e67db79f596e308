using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Cleaning;

/// <summary>An OFD file (GB/T 33190) that says no more than its pages: no author, no dates, no earlier version, no part that no page leads to.</summary>
/// <remarks>
/// A seal (电子签章) and an attachment are part of what an officer sees and cannot be kept: a seal no longer holds when anything about the file changes,
/// and an attachment goes out as a file of its own or not at all. So both are refused, and the sentence says what to do.
/// </remarks>
static partial class OfdContent
{
    const string Root = "OFD.xml", NoIdentity = "00000000000000000000000000000000";

    /// <summary>What never goes out, whatever stands in it.</summary>
    static readonly HashSet<string> Dropped = ["Versions", "CustomTags", "Extensions", "Bookmarks", "CustomDatas", "Parameters", "Remark"];

    static readonly HashSet<string> Telling = ["Creator", "LastModDate", "CreationDate", "ModDate"];

    public static IEnumerable<Hidden> Inspect(OfficeParts parts)
    {
        foreach (var hidden in parts.InPictures()) yield return hidden;
        var reached = Reached(parts);
        if (parts.Names.Any(name => !reached.Contains(name))) yield return new(HiddenKind.KeptData, "没有页面用到的内容");
        foreach (var name in reached)
        {
            if (!IsXml(name))
            {
                if (!parts.IsPicture(name) && !IsFont(name)) yield return new(HiddenKind.KeptData, $"“{Path.GetFileName(name)}”的格式无法逐项检查");
                continue;
            }
            var xml = parts.Xml(name)!;
            if (xml.DescendantNodes().Any(node => node is XComment or XProcessingInstruction)) yield return new(HiddenKind.Metadata, "文件中的注释");
            foreach (var element in xml.Root!.DescendantsAndSelf())
                if (In(element) is { } hidden) yield return hidden;
            foreach (var hidden in Texts(xml.Root!)) yield return hidden;
        }
    }

    public static byte[] Clean(byte[] bytes)
    {
        var parts = new OfficeParts(bytes);
        foreach (var name in Reached(parts).Where(IsXml).ToList())
            foreach (var element in parts.Xml(name)!.Root!.DescendantsAndSelf())
                if (element.Name.LocalName is "Signatures" && Path.GetFileName(name).Equals(Root, StringComparison.OrdinalIgnoreCase) || element.Name.LocalName is "Signature" or "SignedInfo")
                    throw new FlawException(Refusal.Kind, "带有电子签章，清理后签章会失效；请在 OFD 软件中导出不带签章的 OFD，或打印为 PDF 后上传");
                else if (element.Name.LocalName is "Attachments" or "Attachment")
                    throw new FlawException(Refusal.Unsafe, "带有附件，不能随文件一起公开；请在 OFD 软件中删除附件，需要公开的附件单独上传");
        foreach (var name in parts.Names.Where(IsXml).ToList()) parts.Change(name, Clean);
        parts.KeepOnly(Reached(parts));
        parts.CleanPictures();
        return parts.Save();
    }

    static Hidden? In(XElement element) => element.Name.LocalName switch
    {
        "DocInfo" when element.Elements().Any(property => property.Name.LocalName != "DocID" || !Identity().IsMatch(property.Value)) => new(HiddenKind.Metadata, "文档属性"),
        "Versions" => new(HiddenKind.OlderState, "历次版本"),
        "Signatures" => new(HiddenKind.KeptData, "电子签章"),
        "Attachments" => new(HiddenKind.KeptData, "附件"),
        "Annot" => new(HiddenKind.Comment, "页面上的注释"),
        var name when Dropped.Contains(name) => new(HiddenKind.Metadata, "文档的扩展数据"),
        _ when element.Attributes().Any(attribute => Telling.Contains(attribute.Name.LocalName)) => new(HiddenKind.Metadata, "注释的作者和时间"),
        _ when element.Attribute("Visible")?.Value is "false" or "0" => new(HiddenKind.Text, "不显示的内容"),
        _ => null,
    };

    static void Clean(XDocument xml)
    {
        foreach (var node in xml.DescendantNodes().Where(node => node is XComment or XProcessingInstruction).ToList()) node.Remove();
        foreach (var element in xml.Root!.Descendants().Where(element => Dropped.Contains(element.Name.LocalName) || element.Attribute("Visible")?.Value is "false" or "0").ToList()) element.Remove();
        foreach (var about in xml.Root.DescendantsAndSelf().Where(element => element.Name.LocalName == "DocInfo"))
        {
            foreach (var property in about.Elements().Where(property => property.Name.LocalName != "DocID").ToList()) property.Remove();
            foreach (var identity in about.Elements().Where(identity => !Identity().IsMatch(identity.Value))) identity.Value = NoIdentity;
        }
        foreach (var attribute in xml.Root.DescendantsAndSelf().Attributes().Where(attribute => Telling.Contains(attribute.Name.LocalName)).ToList()) attribute.Remove();
    }

    /// <summary>Text that is there and is not seen: transparent, white, or under what is drawn over it.</summary>
    static IEnumerable<Hidden> Texts(XElement root)
    {
        List<(double Left, double Top, double Right, double Bottom)> above = [];
        // From the last that is drawn to the first: what was met before lies above.
        foreach (var drawn in root.Descendants().Where(element => element.Name.LocalName is "TextObject" or "PathObject" or "ImageObject").Reverse())
        {
            if (Box(drawn) is not { } box) continue;
            if (drawn.Name.LocalName == "TextObject")
            {
                if (drawn.Attribute("Alpha")?.Value == "0") yield return new(HiddenKind.Text, "透明的文字");
                else if (Colour(drawn) is "255 255 255") yield return new(HiddenKind.Text, "白色文字");
                else if (above.Exists(over => over.Left <= box.Left && over.Top <= box.Top && over.Right >= box.Right && over.Bottom >= box.Bottom)) yield return new(HiddenKind.Text, "被遮盖的文字");
            }
            else if (drawn.Attribute("Alpha") is null && (drawn.Name.LocalName == "ImageObject" || drawn.Attribute("Fill")?.Value == "true")) above.Add(box);
        }
    }

    static string? Colour(XElement drawn) => drawn.Elements().FirstOrDefault(element => element.Name.LocalName == "FillColor")?.Attribute("Value")?.Value.Trim();

    static (double Left, double Top, double Right, double Bottom)? Box(XElement drawn)
    {
        var numbers = (drawn.Attribute("Boundary")?.Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(number => double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN).ToList();
        return numbers is [var left, var top, var width, var height] && numbers.TrueForAll(double.IsFinite) ? (left, top, left + width, top + height) : null;
    }

    /// <summary>The parts to which its root leads: a value that is the place of a part, from the part's own folder, that of its resources, or the root.</summary>
    static HashSet<string> Reached(OfficeParts parts)
    {
        HashSet<string> reached = new(StringComparer.OrdinalIgnoreCase) { Root };
        Queue<string> open = new([Root]);
        while (open.TryDequeue(out var name))
        {
            if (!IsXml(name) || parts.Xml(name)?.Root is not { } root) continue;
            var folder = name.Contains('/', StringComparison.Ordinal) ? name[..name.LastIndexOf('/')] : "";
            var resources = root.Attribute("BaseLoc")?.Value ?? "";
            var values = root.DescendantsAndSelf().SelectMany(element => element.Attributes().Select(attribute => attribute.Value).Append(element.HasElements ? "" : element.Value));
            foreach (var value in values.Select(value => value.Trim()).Where(value => value.Length is > 0 and < 260))
                foreach (var place in (string[])[Place("", value), Place(folder, value), Place(folder, $"{resources}/{value}"), Place("", $"{resources}/{value}")])
                    if (parts.Has(place) && reached.Add(place)) open.Enqueue(place);
        }
        return reached;
    }

    static string Place(string folder, string value)
    {
        List<string> path = value.StartsWith('/') ? [] : [.. folder.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (var step in value.Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (step == ".." && path.Count > 0) path.RemoveAt(path.Count - 1);
            else if (step is not ("." or "..")) path.Add(step);
        return string.Join('/', path);
    }

    static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    static bool IsFont(string name) => Path.GetExtension(name).ToLowerInvariant() is ".ttf" or ".otf" or ".ttc";

    [GeneratedRegex("^[0-9A-Fa-f-]{32,36}$")]
    private static partial Regex Identity();
}
