namespace Gongkai.Documents.Printing;

/// <summary>A kind of file in which a report can be printed.</summary>
public enum PrintFormat { Html, Docx, Xlsx, Markdown, Json, Pdf }

/// <summary>What files of each kind are called.</summary>
public static class PrintFormats
{
    extension(PrintFormat format)
    {
        /// <summary>The ending of its file names, with the dot.</summary>
        public string Ending => format switch
        {
            PrintFormat.Html => ".html",
            PrintFormat.Docx => ".docx",
            PrintFormat.Xlsx => ".xlsx",
            PrintFormat.Markdown => ".md",
            PrintFormat.Json => ".json",
            PrintFormat.Pdf => ".pdf",
        };

        /// <summary>What a web server calls it (RFC 6838).</summary>
        public string MediaType => format switch
        {
            PrintFormat.Html => "text/html; charset=utf-8",
            PrintFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            PrintFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            PrintFormat.Markdown => "text/markdown; charset=utf-8",
            PrintFormat.Json => "application/json",
            PrintFormat.Pdf => "application/pdf",
        };
    }

    /// <summary>The format that a file's name asks for, or <c>null</c> where we print none of that ending.</summary>
    public static PrintFormat? OfName(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".html" or ".htm" => PrintFormat.Html,
        ".docx" => PrintFormat.Docx,
        ".xlsx" => PrintFormat.Xlsx,
        ".md" or ".markdown" => PrintFormat.Markdown,
        ".json" => PrintFormat.Json,
        ".pdf" => PrintFormat.Pdf,
        _ => null,
    };
}
