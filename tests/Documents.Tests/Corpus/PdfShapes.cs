using System.Diagnostics;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>PDFs as LibreOffice makes them of Word documents, all in one go.</summary>
public static class PdfShapes
{
    // In a narrow column a large number breaks after its third digit: it may be left unread, but not be read as its first half.
    static HashSet<int> Large(ReportSource source) => source.Cells.Any(cell => cell.Number > 999) ? [.. Enumerable.Range(0, source.Cells.Count)] : [];

    /// <summary>Turns documents into PDFs; LibreOffice must be installed.</summary>
    public static IReadOnlyList<Published> Of(IReadOnlyList<ReportSource> sources)
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-pdf").FullName;
        try
        {
            var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var word in new[] { $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder }) start.ArgumentList.Add(word);
            for (var i = 0; i < sources.Count; i++)
            {
                var path = Path.Combine(folder, $"{i}.docx");
                File.WriteAllBytes(path, i % 2 == 1 ? DocxShapes.Plain(sources[i]) : DocxShapes.Narrow(sources[i]));
                start.ArgumentList.Add(path);
            }
            using var office = Process.Start(start)!;
            office.StandardOutput.ReadToEnd();
            office.WaitForExit();
            return [.. sources.Select((source, i) => new Published($"{i}.pdf", File.ReadAllBytes(Path.Combine(folder, $"{i}.pdf")), Truth.Of(source) with { Optional = Large(source) }))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
