using System.Globalization;
using System.Text;

namespace Gongkai.App.Tests.Office.Requests;

/// <summary>A plain PDF of A4 pages with lines of Latin text: 12 points high, the first line 142 points from the upper edge, 20 points apart.</summary>
static class SamplePdf
{
    public static byte[] Of(params IReadOnlyList<string[]> pages)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        List<int> starts = [];
        Begin("<< /Type /Catalog /Pages 2 0 R >>");
        Begin($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{4 + 2 * i} 0 R"))}] >>");
        Begin("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        foreach (var page in pages)
        {
            var content = string.Concat(page.Select((line, i) => $"BT /F 12 Tf 50 {700 - 20 * i} Td ({line}) Tj ET\n"));
            Begin($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents {starts.Count + 2} 0 R >>");
            Begin($"<< /Length {content.Length} >>\nstream\n{content}endstream");
        }
        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {starts.Count + 1}\n0000000000 65535 f \n");
        foreach (var start in starts) text.Append(CultureInfo.InvariantCulture, $"{start:D10} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {starts.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());

        void Begin(string body)
        {
            starts.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{starts.Count} 0 obj\n{body}\nendobj\n");
        }
    }
}
