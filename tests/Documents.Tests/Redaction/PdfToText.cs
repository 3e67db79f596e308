using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Documents.Tests.Redaction;

/// <summary>What another program than ours reads from a PDF: poppler's pdftotext.</summary>
static partial class PdfToText
{
    public static string Of(byte[] pdf) => Run(pdf, "-raw");

    /// <summary>Each word, and where it stands, in points from the upper left corner of what is seen.</summary>
    public static IReadOnlyList<(string Text, double Left, double Top, double Right, double Bottom)> Words(byte[] pdf) =>
        [.. Word().Matches(Run(pdf, "-bbox", "-cropbox")).Select(match => (System.Net.WebUtility.HtmlDecode(match.Groups[5].Value), Number(match, 1), Number(match, 2), Number(match, 3), Number(match, 4)))];

    static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    static string Run(byte[] pdf, params string[] how)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf);
            using var process = Process.Start(new ProcessStartInfo("pdftotext", [.. how, "-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex("""<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>""")]
    private static partial Regex Word();
}
