namespace Gongkai.Rules.AnnualReports;

/// <summary>One annual report: what it says of itself, its six parts, and the cells of its tables.</summary>
public sealed record Report
{
    public required ReportForm Form { get; init; }

    /// <summary>The agency's name as the report gives it, or <c>null</c> where it gives none.</summary>
    public string? Agency { get; init; }

    /// <summary>The year that is reported on, or <c>null</c> where the report does not say.</summary>
    public int? Year { get; init; }

    /// <summary>The title line, as printed.</summary>
    public string? Title { get; init; }

    /// <summary>The paragraphs between the title and the first part: legal basis, statistics period, contact.</summary>
    public IReadOnlyList<string> Introduction { get; init; } = [];

    /// <summary>The parts that were found, in the order in which they stand; a part may be missing, repeated or out of order.</summary>
    public IReadOnlyList<ReportSection> Sections { get; init; } = [];

    /// <summary>The cells, one for each of <see cref="ReportForm.Cells"/>, by its index.</summary>
    public required CellValues Cells { get; init; }

    /// <summary>What was unusual in the file, and how it was read (Chinese sentences).</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public CellValue this[string key] => Cells[Form[key]];

    /// <summary>Whether the table stands in the report at all (a table of which nothing is left is missing, not blank).</summary>
    public bool Has(FormTable table) => Form.Cells.Any(cell => cell.Table == table && Cells[cell].Reading != CellReading.Absent);

    /// <summary>All prose, part by part: the introduction is part 0.</summary>
    public IEnumerable<(int Section, string Paragraph)> Prose =>
        Introduction.Select(paragraph => (0, paragraph))
            .Concat(Sections.SelectMany(section => section.Paragraphs.Select(paragraph => (section.Number, paragraph))));
}

/// <summary>One part of a report as it was found.</summary>
/// <param name="Number">1 to 6 by what the heading says; the printed numeral may differ, and then the check says so.</param>
/// <param name="Heading">As printed, with its numeral.</param>
/// <param name="Paragraphs">Its prose; tables are not in it.</param>
public sealed record ReportSection(int Number, string Heading, IReadOnlyList<string> Paragraphs)
{
    /// <summary>Han characters, letters, digits and punctuation in the prose; white space does not count.</summary>
    public int Characters => Paragraphs.Sum(paragraph => paragraph.Count(c => !char.IsWhiteSpace(c)));
}
