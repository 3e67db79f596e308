using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Gongkai.Documents.Redaction;

/// <summary>What one revision of a PDF says to a reader that decodes its fonts: pages, notes, form fields, properties.</summary>
static class RevisionText
{
    const int MostPages = 2000;

    /// <summary>Each page's text, in the order of the file and in that of the eye; page nought is what belongs to no page. <c>null</c> where it cannot be opened.</summary>
    public static IReadOnlyList<(int? Page, string Text)>? Of(byte[] revision)
    {
        try
        {
            using var document = PdfDocument.Open(revision, new ParsingOptions { UseLenientParsing = true });
            List<(int?, string)> said = [];
            var about = document.Information;
            said.Add((null, string.Join('\n', about.Title, about.Author, about.Subject, about.Keywords, about.Creator, about.Producer)));
            if (document.TryGetXmpMetadata(out var metadata)) said.Add((null, Encoding.UTF8.GetString(metadata.GetXmlBytes().ToArray())));
            for (var number = 1; number <= Math.Min(MostPages, document.NumberOfPages); number++) said.Add((number, Of(document, number)));
            return said;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // What is cut off before its end is no file of its own; its bytes are searched all the same.
            return null;
        }
    }

    static string Of(PdfDocument document, int number)
    {
        try
        {
            var page = document.GetPage(number);
            var text = new StringBuilder();
            text.Append(string.Concat(page.Letters.Select(letter => letter.Value))).Append('\n');
            text.Append(string.Concat(page.Letters.OrderByDescending(letter => Math.Round(letter.StartBaseLine.Y)).ThenBy(letter => letter.StartBaseLine.X).Select(letter => letter.Value))).Append('\n');
            foreach (var note in page.GetAnnotations()) text.Append(note.Content).Append('\n').Append(note.Name).Append('\n');
            return text.ToString();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return "";
        }
    }
}
