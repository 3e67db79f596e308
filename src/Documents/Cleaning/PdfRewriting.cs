using System.Globalization;
using System.Text;
using Gongkai.Documents.Intake;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Gongkai.Documents.Cleaning;

/// <summary>A PDF written anew from what its pages lead to: no properties, no earlier states, no notes, no objects that nothing uses.</summary>
static class PdfRewriting
{
    /// <summary>Keys that say who made what with which program, at any depth.</summary>
    static readonly HashSet<string> Dropped = ["Metadata", "PieceInfo", "LastModified", "Info", "SpiderInfo", "Thumb", "AF"];

    /// <summary>Notes that pop up; what is drawn on the page (stamps, highlights) stays and is told.</summary>
    static readonly HashSet<string> Notes = ["Text", "Popup", "FileAttachment"];

    const int Deepest = 200;

    public static byte[] Clean(byte[] bytes)
    {
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true });
            return Write(document);
        }
        catch (Exception fault) when (fault is not FlawException and not OutOfMemoryException)
        {
            // Whatever the reader stumbles over: a file that cannot be read cannot be called clean.
            throw FlawException.Damaged;
        }
    }

    static byte[] Write(PdfDocument document)
    {
        Dictionary<IndirectReference, int> numbers = [];
        Queue<IndirectReference> waiting = [];
        using var to = new MemoryStream();
        Put(to, string.Create(CultureInfo.InvariantCulture, $"%PDF-{document.Version:0.0}\n"));
        to.Write([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        List<long> starts = [to.Position];

        Put(to, "1 0 obj\n");
        Put(to, document.Structure.Catalog.CatalogDictionary, 0);
        Put(to, "\nendobj\n");
        while (waiting.TryDequeue(out var next))
        {
            starts.Add(to.Position);
            Put(to, $"{starts.Count} 0 obj\n");
            Put(to, Of(next) ?? NullToken.Instance, 0);
            Put(to, "\nendobj\n");
        }
        var table = to.Position;
        Put(to, $"xref\n0 {starts.Count + 1}\n0000000000 65535 f \n");
        foreach (var start in starts) Put(to, $"{start:D10} 00000 n \n");
        Put(to, $"trailer\n<< /Size {starts.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return to.ToArray();

        IToken? Of(IndirectReference reference) => document.Structure.GetObject(reference)?.Data;

        int Number(IndirectReference reference)
        {
            if (numbers.TryGetValue(reference, out var known)) return known;
            waiting.Enqueue(reference);
            return numbers[reference] = numbers.Count + 2;
        }

        bool IsNote(IToken token) => (token is IndirectReferenceToken link ? Of(link.Data) : token) is DictionaryToken annotation
            && annotation.TryGet(NameToken.Subtype, out NameToken kind) && Notes.Contains(kind.Data) && annotation.ContainsKey(NameToken.Rect);

        void Put(Stream stream, object what, int depth = -1)
        {
            if (depth > Deepest) throw FlawException.Damaged;
            switch (what)
            {
                case string text: stream.Write(Encoding.Latin1.GetBytes(text)); break;
                case IndirectReferenceToken link: Put(stream, $"{Number(link.Data)} 0 R"); break;
                case DictionaryToken dictionary: Dictionary(stream, dictionary, null, depth); break;
                case StreamToken packed:
                    var data = IsPhotograph(packed.StreamDictionary) ? InnerPictures.Clean(packed.Data.ToArray()) : packed.Data.ToArray();
                    Dictionary(stream, packed.StreamDictionary, data.Length, depth);
                    Put(stream, "\nstream\n");
                    stream.Write(data);
                    Put(stream, "\nendstream");
                    break;
                case ArrayToken array:
                    Put(stream, "[");
                    foreach (var item in array.Data.Where(item => !IsNote(item)))
                    {
                        Put(stream, " ");
                        Put(stream, item, depth + 1);
                    }
                    Put(stream, " ]");
                    break;
                case NameToken name: Put(stream, "/" + string.Concat(name.Data.Select(sign => sign is > ' ' and < (char)127 && !"()<>[]{}/%#".Contains(sign, StringComparison.Ordinal) ? sign.ToString() : $"#{(int)sign & 0xFF:X2}"))); break;
                case NumericToken number: Put(stream, number.Data.ToString("0.##########", CultureInfo.InvariantCulture)); break;
                case StringToken words: Put(stream, $"<{Convert.ToHexString(words.GetBytes())}>"); break;
                case HexToken hex: Put(stream, $"<{Convert.ToHexString(hex.Bytes.ToArray())}>"); break;
                case BooleanToken truth: Put(stream, truth.Data ? "true" : "false"); break;
                case ObjectToken inner: Put(stream, inner.Data, depth); break;
                default: Put(stream, "null"); break;
            }
        }

        // A photograph lies in a PDF with all that the camera said of it.
        static bool IsPhotograph(DictionaryToken about) => about.TryGet(NameToken.Filter, out var filter)
            && (filter is NameToken { Data: "DCTDecode" } || filter is ArrayToken { Data: [NameToken { Data: "DCTDecode" }] });

        void Dictionary(Stream stream, DictionaryToken dictionary, int? length, int depth)
        {
            Put(stream, "<<");
            foreach (var (key, value) in dictionary.Data)
            {
                if (Dropped.Contains(key) || length is not null && key == "Length" || value is NullToken) continue;
                Put(stream, " ");
                Put(stream, NameToken.Create(key), depth + 1);
                Put(stream, " ");
                Put(stream, value, depth + 1);
            }
            if (length is { } told) Put(stream, $" /Length {told}");
            Put(stream, " >>");
        }
    }
}
