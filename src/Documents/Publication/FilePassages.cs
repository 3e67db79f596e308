using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Reading;
using Gongkai.Documents.Reading.Papers;

namespace Gongkai.Documents.Publication;

/// <summary>All that a file says, shown or not, piece by piece.</summary>
static class FilePassages
{
    const int Deepest = 3;

    /// <summary>In reading order, as far as the format has one; what is not shown behind what is.</summary>
    /// <param name="all">Also what no reader sees.</param>
    /// <exception cref="FlawException">It cannot be read to its end; what came before it holds.</exception>
    public static IEnumerable<Passage> In(byte[] bytes, FileType type, bool all, int depth = 0) => type switch
    {
        FileType.Text => Lines(bytes),
        FileType.Csv => Csv(bytes),
        FileType.Docx => new DocxPassages(new(bytes), all).In().Concat(all ? Rest(new(bytes), DocxPassages.IsRead, depth) : []),
        FileType.Xlsx => new XlsxPassages(new(bytes), all).In().Concat(all ? Rest(new(bytes), XlsxPassages.IsRead, depth) : []),
        FileType.Pptx or FileType.Ofd => XmlPassages.In(new(bytes), all).Concat(all ? Rest(new(bytes), XmlPassages.IsRead, depth) : []),
        FileType.Pdf => PdfPassages.In(bytes, all),
        FileType.Zip => depth < Deepest ? Zip(bytes, all, depth) : [],
        FileType.Png or FileType.Jpeg or FileType.Gif or FileType.Webp => all ? PicturePassages.In(bytes) : [],
    };

    static IEnumerable<Passage> Lines(byte[] bytes)
    {
        var number = 0;
        foreach (var line in TextEncodings.Decode(bytes).Split('\n'))
        {
            number++;
            if (line.AsSpan().Trim().Length > 0) yield return new($"第{number}行", line.Trim('\r'));
        }
    }

    static IEnumerable<Passage> Csv(byte[] bytes)
    {
        var table = new TableHeads();
        var number = 0;
        foreach (var row in CsvFields.Rows(TextEncodings.Decode(bytes)))
        {
            number++;
            if (row.Any(field => field.AsSpan().Trim().Length > 0)) yield return new($"第{number}行", string.Join('\t', row.Select((field, column) => table.Said(column, field))));
        }
    }

    static IEnumerable<Passage> Zip(byte[] bytes, bool all, int depth)
    {
        var zip = new ZipParts(bytes);
        foreach (var part in zip.All)
        {
            var name = Path.GetFileName(part.Name);
            yield return new("压缩包中的文件名", name);
            var content = zip.Read(part);
            if (content.Length == 0) continue;
            foreach (var passage in In(content, FileGate.TypeWithin(content, part.Name), all, depth + 1)) yield return passage with { Where = $"《{name}》{passage.Where}" };
        }
    }

    // Every other part: properties, remarks, copies of data, files within, what pictures carry.
    static IEnumerable<Passage> Rest(OfficeParts parts, Func<string, bool> isRead, int depth)
    {
        foreach (var name in parts.Names)
        {
            var content = parts.Bytes(name);
            if (XmlPassages.IsXml(content)) foreach (var passage in XmlPassages.Remarks(content)) yield return passage;
            if (isRead(name)) continue;
            if (content.AsSpan().StartsWith("PK\x03\x04"u8))
            {
                if (depth >= Deepest) continue;
                foreach (var passage in In(content, FileGate.TypeWithin(content, name), all: true, depth + 1)) yield return new($"嵌入的《{Path.GetFileName(name)}》{passage.Where}", passage.Text, IsShown: false);
            }
            else if (InnerPictures.IsKnown(content))
                foreach (var passage in PicturePassages.In(content)) yield return passage with { Where = $"图片“{Path.GetFileName(name)}”的信息" };
            else if (XmlPassages.IsXml(content))
                foreach (var passage in XmlPassages.Everything(content, PartName(name))) yield return passage;
            else
                foreach (var passage in PicturePassages.Raw(content, PartName(name))) yield return passage;
        }
    }

    static string PartName(string name) => name.ToLowerInvariant() switch
    {
        var part when part.StartsWith("docprops/", StringComparison.Ordinal) => "文档属性",
        var part when part.StartsWith("customxml/", StringComparison.Ordinal) => "文档所带的数据",
        var part when part.Contains("comment", StringComparison.Ordinal) || part.Contains("people", StringComparison.Ordinal) || part.Contains("persons", StringComparison.Ordinal) || part.Contains("vmldrawing", StringComparison.Ordinal) => "批注",
        var part when part.Contains("pivotcache", StringComparison.Ordinal) => "数据透视表的缓存",
        var part when part.Contains("/charts/", StringComparison.Ordinal) => "图表的数据",
        var part when part.Contains("revisions/", StringComparison.Ordinal) => "修订记录",
        var part when part.Contains("notesslides/", StringComparison.Ordinal) => "备注",
        var part when part.Contains("glossary/", StringComparison.Ordinal) => "自动图文集",
        var part when part.EndsWith("settings.xml", StringComparison.Ordinal) => "编辑记录",
        _ => "文件内部的数据",
    };
}
