using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Gongkai.Documents.Intake;

namespace Gongkai.Documents.Cleaning;

/// <summary>An office file taken apart, part by part, so that parts can be changed and left out.</summary>
sealed class OfficeParts
{
    static readonly XNamespace Rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly SortedDictionary<string, byte[]> parts = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="FlawException">It is no sound ZIP file.</exception>
    public OfficeParts(byte[] bytes)
    {
        var zip = new ZipParts(bytes);
        foreach (var part in zip.All) parts[part.Name] = zip.Read(part);
    }

    public IEnumerable<string> Names => parts.Keys;

    public IEnumerable<string> Under(string folder, string ending = ".xml") =>
        parts.Keys.Where(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public byte[] Bytes(string name) => parts.TryGetValue(name, out var bytes) ? bytes : [];

    public XDocument? Xml(string name)
    {
        if (!parts.TryGetValue(name, out var bytes)) return null;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            throw FlawException.Damaged;
        }
    }

    /// <summary>Changes a part, where it is there.</summary>
    public void Change(string name, Action<XDocument> change)
    {
        if (Xml(name) is not { } xml) return;
        change(xml);
        using var to = new MemoryStream();
        using (var writer = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), NewLineHandling = NewLineHandling.None })) xml.Save(writer);
        parts[name] = to.ToArray();
    }

    /// <summary>Leaves parts out, and every relationship and type that names them.</summary>
    public void Remove(Func<string, bool> which)
    {
        var gone = parts.Keys.Where(which).Select(name => "/" + name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (gone.Count == 0) return;
        foreach (var name in gone)
        {
            parts.Remove(name[1..]);
            parts.Remove(RelationsOf(name[1..]));
        }
        Change("[Content_Types].xml", types => types.Root!.Elements().Where(type => gone.Contains(type.Attribute("PartName")?.Value ?? "")).ToList().ForEach(type => type.Remove()));
        foreach (var rels in parts.Keys.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).ToList())
            Change(rels, xml => xml.Root!.Elements(Rels + "Relationship").Where(link => gone.Contains(Target(rels, link))).ToList().ForEach(link => link.Remove()));
    }

    public bool Has(string name) => parts.ContainsKey(name);

    /// <summary>Leaves everything out but this.</summary>
    public void KeepOnly(IReadOnlySet<string> names)
    {
        foreach (var name in parts.Keys.Where(name => !names.Contains(name)).ToList()) parts.Remove(name);
    }

    public bool IsPicture(string name) => InnerPictures.IsKnown(parts[name]);

    /// <summary>Cleans the pictures in it.</summary>
    public void CleanPictures()
    {
        foreach (var name in parts.Keys.ToList()) parts[name] = InnerPictures.Clean(parts[name]);
    }

    /// <summary>What its pictures carry; in a folder of pictures also which nobody can look into.</summary>
    public IEnumerable<Hidden> InPictures() => parts
        .Where(part => InnerPictures.IsKnown(part.Value) || part.Key.Contains("/media/", StringComparison.OrdinalIgnoreCase) && part.Value.Length > 0)
        .SelectMany(part => InnerPictures.Inspect(part.Value, $"图片“{Path.GetFileName(part.Key)}”"));

    public byte[] Save()
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in parts.OrderBy(part => part.Key != "[Content_Types].xml").ThenBy(part => part.Key, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = Epoch;
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        return to.ToArray();
    }

    /// <summary>Document properties, the picture of the first page, and data that programs store beside the document: by the folder where most programs put them, and wherever a relationship says that they are.</summary>
    public bool IsProperty(string name) =>
        Declared.Contains("/" + name) || name.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("docMetadata/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("[trash]/", StringComparison.OrdinalIgnoreCase);

    // Other programs than the usual ones put them elsewhere, under any name: package/services/metadata/core-properties/….psmdcp.
    HashSet<string> Declared => field ??= (from rels in parts.Keys.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).ToList()
                                           from link in Xml(rels)!.Root!.Elements(Rels + "Relationship")
                                           let type = link.Attribute("Type")?.Value ?? ""
                                           where type[(type.LastIndexOf('/') + 1)..] is "core-properties" or "extended-properties" or "custom-properties" or "thumbnail"
                                           select Target(rels, link)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    static string RelationsOf(string part) => part.LastIndexOf('/') is var slash && slash < 0 ? $"_rels/{part}.rels" : $"{part[..slash]}/_rels/{part[(slash + 1)..]}.rels";

    // word/_rels/document.xml.rels speaks from the folder word.
    static string Target(string rels, XElement link)
    {
        var target = link.Attribute("Target")?.Value ?? "";
        if (target.StartsWith('/')) return target;
        var folder = rels[..Math.Max(0, rels.LastIndexOf("_rels/", StringComparison.OrdinalIgnoreCase))];
        List<string> path = [.. folder.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (var step in target.Split('/'))
            if (step == ".." && path.Count > 0) path.RemoveAt(path.Count - 1);
            else if (step is not ("." or "..")) path.Add(step);
        return "/" + string.Join('/', path);
    }
}
