using System.Text;
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
            if (row.Any(field => field.AsSpan().Trim().Length > 0)) yield return new($"第{number}行", string.Join('\t', row.Select((field, column) => table.Said(column, field, isNumber: true))));
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
            if (isRead(name)) continue;
            var content = parts.Bytes(name);
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

/// <summary>The headings of a table's columns, by which an amount is told from a telephone number.</summary>
sealed class TableHeads
{
    readonly Dictionary<int, bool> amounts = [];

    /// <summary>The cell as it is looked at: a number under a heading of amounts is none of anybody.</summary>
    public string Said(int column, string cell, bool isNumber)
    {
        var text = cell.Trim();
        if (text.Length is > 0 and < 60 && text.Any(Folding.IsHan)) amounts[column] = Amounts.Any(word => text.Contains(word, StringComparison.Ordinal)) && !Persons.Any(word => text.Contains(word, StringComparison.Ordinal));
        return isNumber && text.Length is 11 && amounts.GetValueOrDefault(column) ? "" : text.Replace('\t', ' ').Replace('\n', ' ');
    }

    static readonly string[] Amounts = ["元", "金额", "投资", "预算", "决算", "资金", "面积", "合计", "数量", "收入", "支出", "产值"], Persons = ["电话", "手机", "联系", "号码", "身份", "证件"];
}

/// <summary>Texts in pictures' data: what a camera or a program wrote beside the pixels.</summary>
static class PicturePassages
{
    const int Most = 4 * 1024 * 1024;

    public static IEnumerable<Passage> In(byte[] bytes)
    {
        foreach (var passage in Raw(bytes, "图片信息（EXIF、文字、XMP 等）")) yield return passage;
        // zTXt and iTXt of a PNG are packed.
        for (var at = 0; at + 2 < Math.Min(bytes.Length, Most); at++)
        {
            if (bytes[at] != 0x78 || bytes[at + 1] is not (0x01 or 0x5E or 0x9C or 0xDA) || at < 2 || bytes[at - 1] != 0) continue;
            var packed = PdfFilters.Unpack(bytes, new(new HashSet<string>(), ["FlateDecode"], at, bytes.Length - at), 64 * 1024 * 1024);
            if (packed.Length is > 8 and < 1024 * 1024) foreach (var passage in Raw(packed, "图片信息（EXIF、文字、XMP 等）")) yield return passage;
        }
    }

    /// <summary>Runs of digits and what stands around them, in bytes that are no text: read byte by byte, and two by two.</summary>
    public static IEnumerable<Passage> Raw(byte[] bytes, string where)
    {
        var head = bytes.AsSpan(0, Math.Min(bytes.Length, Most)).ToArray();
        string[] readings = [Encoding.UTF8.GetString(head), Encoding.Unicode.GetString(head), Encoding.Unicode.GetString(head.AsSpan(Math.Min(1, head.Length))), Encoding.BigEndianUnicode.GetString(head), Encoding.BigEndianUnicode.GetString(head.AsSpan(Math.Min(1, head.Length)))];
        foreach (var text in readings)
            for (var at = 0; at < text.Length; at++)
            {
                if (!char.IsAsciiDigit(text[at])) continue;
                var start = at;
                var digits = 0;
                // Groups of a number stand no farther apart than this.
                for (var gap = 0; at < text.Length && gap <= 2; at++)
                    if (char.IsAsciiLetterOrDigit(text[at])) { gap = 0; digits += char.IsAsciiDigit(text[at]) ? 1 : 0; }
                    else gap++;
                if (digits >= 11) yield return new(where, text[Math.Max(0, start - 16)..Math.Min(text.Length, at)], IsShown: false);
            }
    }
}
