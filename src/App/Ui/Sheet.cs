namespace Gongkai.App.Ui;

/// <summary>A table that goes out as a file, row by row: nothing of it is collected first.</summary>
/// <param name="Name">Its title, and the file's name without an ending.</param>
/// <param name="Above">The lines over the headings: whose it is, when and by whom it was made.</param>
/// <param name="Headings">The names of the columns.</param>
/// <param name="Rows">As many cells as headings each.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Above, IReadOnlyList<string> Headings, IAsyncEnumerable<IReadOnlyList<Cell>> Rows)
{
    /// <summary>How wide the columns of a workbook are, in letters; as its program likes where none is said.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [];

    /// <summary>Long texts go on in the next line of their cell.</summary>
    public bool Wraps { get; init; }
}

/// <summary>The kinds of file in which a list goes out.</summary>
public enum SheetFormat { Xlsx, Csv }

/// <summary>Sends sheets: the one place where a cell of a stranger's becomes part of a file for spreadsheets.</summary>
public static class Sheets
{
    extension(SheetFormat format)
    {
        public string Ending => format switch { SheetFormat.Xlsx => ".xlsx", SheetFormat.Csv => ".csv" };

        public string MediaType => format switch
        {
            SheetFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            SheetFormat.Csv => "text/csv; charset=utf-8",
        };
    }

    /// <summary>The format of a name in an address; <c>null</c> where it is none of ours.</summary>
    public static SheetFormat? FormatOf(string? name) => name switch { "xlsx" => SheetFormat.Xlsx, "csv" => SheetFormat.Csv, _ => null };

    public static Task Write(Sheet sheet, SheetFormat format, Stream to, CancellationToken cancellation) => format switch
    {
        SheetFormat.Xlsx => Xlsx.Write(sheet, to, cancellation),
        SheetFormat.Csv => Csv.Write(sheet, to, cancellation),
    };

    /// <summary>As the answer to a request, saved and not opened by the browser. A fault on the way cuts the line, so that no half file looks whole.</summary>
    /// <param name="plainName">The name for who understands ASCII only.</param>
    public static Task Send(this HttpResponse response, Sheet sheet, SheetFormat format, string plainName = "export")
    {
        response.ContentType = format.MediaType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{plainName}{format.Ending}\"; filename*=UTF-8''{Uri.EscapeDataString(sheet.Name + format.Ending)}";
        return Write(sheet, format, response.Body, response.HttpContext.RequestAborted);
    }
}
