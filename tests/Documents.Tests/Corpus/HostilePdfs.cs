using System.IO.Compression;
using System.Text;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>PDF files written by hand: locked, cut off, without text, or running in circles.</summary>
static class HostilePdfs
{
    public static IEnumerable<Hostile> All =>
    [
        Of("a locked PDF", "/Encrypt 5 0 R ", Page, "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <0000000000000000000000000000000000000000000000000000000000000000> /U <0000000000000000000000000000000000000000000000000000000000000000> >>"),
        Of("a PDF of pictures", "", Page),
        Of("a PDF whose pages hold themselves", "", ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
        Of("a PDF whose page tree runs in a circle", "", ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1 >>"]),
        Of("a PDF of a million pages that are one", "", ["<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Kids [{string.Concat(Enumerable.Repeat("3 0 R ", 100_000))}] /Count 100000 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"]),
        new("a PDF with a gigabyte of drawing", "bomb.pdf", () => new MemoryStream(Bomb())),
        new("half a PDF", "half.pdf", () => new MemoryStream(Write("", Page)[..200])),
        new("the first line of a PDF", "line.pdf", () => new MemoryStream("%PDF-1.7\n"u8.ToArray())),
        new("a PDF that draws itself", "self.pdf", () => new MemoryStream(Write("", ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 4 0 R >> >> >>", Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>", "/X Do /X Do")]))),
    ];

    static string[] Page => ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>", Stream("", "0 0 100 100 re f")];

    static Hostile Of(string name, string trailer, string[] objects, params string[] more) => new(name, "report.pdf", () => new MemoryStream(Write(trailer, [.. objects, .. more])));

    static string Stream(string dictionary, string content) => $"<< {dictionary} /Length {content.Length} >>\nstream\n{content}\nendstream";

    static byte[] Bomb()
    {
        using var to = new MemoryStream();
        using (var zlib = new ZLibStream(to, CompressionLevel.Optimal, true))
        {
            var line = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat("0 0 m ", 20_000)));
            for (var i = 0; i < 2500; i++) zlib.Write(line);
        }
        return Write("", [.. Page[..3], $"<< /Filter /FlateDecode /Length {to.Length} >>\nstream\n{Encoding.Latin1.GetString(to.ToArray())}\nendstream"]);
    }

    static byte[] Write(string trailer, string[] objects)
    {
        var pdf = new StringBuilder("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        List<int> starts = [];
        for (var i = 0; i < objects.Length; i++)
        {
            starts.Add(pdf.Length);
            pdf.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var start in starts) pdf.Append($"{start:D10} 00000 n \n");
        pdf.Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer}/ID [<00><00>] >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
