using System.Xml;

namespace Gongkai.Documents.Intake;

/// <summary>XML that somebody sent: no declarations of types, so no entities; nothing fetched; nothing nested without an end.</summary>
static class SafeXml
{
    const int Deepest = 400;

    static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 128L * 1024 * 1024, CloseInput = true,
        IgnoreComments = true, IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads through, element by element; the reader stands on a start of an element whenever it is given out.</summary>
    /// <exception cref="FlawException">It is no XML, declares types, or goes too deep.</exception>
    public static IEnumerable<XmlReader> Elements(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Settings);
        while (Next(reader))
        {
            if (reader.Depth > Deepest) throw FlawException.Damaged;
            if (reader.NodeType == XmlNodeType.Element) yield return reader;
        }
    }

    /// <summary>As <see cref="Elements"/>, with the texts between them.</summary>
    public static IEnumerable<XmlReader> Nodes(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Settings);
        while (Next(reader))
        {
            if (reader.Depth > Deepest) throw FlawException.Damaged;
            yield return reader;
        }
    }

    static bool Next(XmlReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (XmlException broken)
        {
            // A declaration of types is what the reader stops at by our wish; the rest is damage.
            throw broken.Message.Contains("DTD", StringComparison.Ordinal)
                ? FlawException.Unsafe("其中的 XML 带有文档类型声明", "请用 Word 或 WPS 打开后另存再上传")
                : FlawException.Damaged;
        }
        catch (InvalidDataException)
        {
            throw FlawException.Damaged;
        }
    }
}
