using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Templates.Requests;

namespace Gongkai.Documents.Templates;

/// <summary>Looks at a template that an agency has changed, before it is used for a letter.</summary>
public static class TemplateCheck
{
    /// <summary>What must be put right, each in one sentence; nothing where the template can be used.</summary>
    /// <exception cref="RefusedFileException">It is no Word file, or one that could do harm.</exception>
    public static IReadOnlyList<string> Of(byte[] bytes, string name, LetterKind kind)
    {
        FileGate.Examine(bytes, name, Allowance.Template);
        using var document = Open(bytes, name);
        List<string> problems = [];
        HashSet<string> found = [];
        StringBuilder says = new();
        foreach (var root in Blanks.Roots(document))
        {
            if (root.Descendants().Any(element => element is InsertedRun or DeletedRun or MoveFromRun or MoveToRun or Inserted or Deleted))
                problems.Add("模板中有修订痕迹。请在“审阅”中接受或拒绝全部修订后再上传。");
            if (root.Descendants().Any(element => element is CommentReference)) problems.Add("模板中有批注。请删除全部批注后再上传。");
            foreach (var control in root.Descendants<SdtElement>())
                if (Blanks.NameOf(control) is { Length: > 0 } field && kind.Fields.Any(known => known.Name == field)) found.Add(field);
            foreach (var paragraph in root.Descendants<Paragraph>())
            {
                var text = Blanks.Whole(Blanks.Texts(paragraph));
                says.Append(text).Append('\n');
                foreach (var blank in Blanks.In(text))
                    if (kind.Fields.Any(field => field.Name == blank.Name)) found.Add(blank.Name);
                    else problems.Add(Unknown(blank.Name, kind));
                if (Blanks.HasLoose(text)) problems.Add($"“{Short(text)}”中的大括号没有成对。字段应写成 {{{{字段名}}}}，并且在同一段里。");
            }
        }
        problems.AddRange(kind.Fields.Where(field => field.Required && !found.Contains(field.Name)).Select(field => $"缺少必填字段 {{{{{field.Name}}}}}。请在模板中加上。"));
        if (kind.Request is { } letter) problems.AddRange(RequestWording.Of(letter, says.ToString()));
        return [.. problems.Distinct()];
    }

    internal static WordprocessingDocument Open(byte[] bytes, string name)
    {
        try
        {
            var stream = new MemoryStream();
            stream.Write(bytes);
            var document = WordprocessingDocument.Open(stream, isEditable: true, new OpenSettings { AutoSave = false });
            if (document.MainDocumentPart?.Document?.Body is not null) return document;
            document.Dispose();
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or InvalidDataException or System.Xml.XmlException or FileFormatException or InvalidOperationException or ArgumentException or UriFormatException) { }
        throw new RefusedFileException(Refusal.Damaged, $"“{FileName.Shown(name)}”已损坏或不完整，请重新导出或下载后再上传。");
    }

    static string Unknown(string name, LetterKind kind)
    {
        if (name.Length == 0) return "有一个字段没有写名字。字段应写成 {{字段名}}。";
        var near = kind.Fields.MinBy(field => Distance(field.Name, name))!;
        return Distance(near.Name, name) <= Math.Max(1, name.Length / 2)
            ? $"没有“{Short(name)}”这个字段，是不是“{near.Name}”？请改正后再上传。"
            : $"没有“{Short(name)}”这个字段。可用的字段见本页下方的字段表。";
    }

    static string Short(string text) => text.EnumerateRunes().Count() <= 20 ? text : string.Concat(text.EnumerateRunes().Take(20)) + "……";

    // How many characters must be changed, added or dropped (Levenshtein).
    static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (corner, left) = (row[0], row[0] = i);
            for (var j = 1; j <= other.Length; j++)
            {
                var here = Math.Min(Math.Min(row[j], left) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1));
                (corner, left, row[j]) = (row[j], here, here);
            }
        }
        return row[^1];
    }
}
