using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Printing;

/// <summary>A report as JSON: the contract's <c>report read --json</c>, and what is needed besides to read it back.</summary>
/// <remarks>
/// Besides the contract's keys: <c>title</c>, <c>introduction</c>, each section's <c>paragraphs</c>; <c>tables</c> (which stand in the report,
/// and whose labels they carry); and <c>readings</c>, for a cell whose reading does not follow from its number and raw text.
/// </remarks>
public static partial class ReportJson
{
    static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        // A file, not a piece of a page: nothing needs hiding from HTML, and Chinese stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes UTF-8 without a byte order mark; <paramref name="to"/> stays open.</summary>
    public static void Write(Report report, Stream to)
    {
        using var json = new Utf8JsonWriter(to, Layout);
        Write(report, json);
        json.Flush();
        to.WriteByte((byte)'\n');
    }

    /// <summary>Writes the report as one object of a larger document.</summary>
    public static void Write(Report report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("agency", report.Agency);
        if (report.Year is { } year) json.WriteNumber("year", year); else json.WriteNull("year");
        json.WriteNumber("form", report.Form.Edition);
        json.WriteString("title", report.Title);
        Texts(json, "introduction", report.Introduction);
        Sections(json, report);
        Tables(json, report);
        Cells(json, report);
        Raw(json, report);
        Readings(json, report);
        Texts(json, "notes", report.Notes);
        json.WriteEndObject();
    }

    static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    static void Sections(Utf8JsonWriter json, Report report)
    {
        json.WriteStartArray("sections");
        foreach (var section in report.Sections)
        {
            json.WriteStartObject();
            json.WriteNumber("number", section.Number);
            json.WriteString("heading", section.Heading);
            json.WriteNumber("characters", section.Characters);
            Texts(json, "paragraphs", section.Paragraphs);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Tables(Utf8JsonWriter json, Report report)
    {
        json.WriteStartArray("tables");
        foreach (var table in report.Form.Tables)
        {
            json.WriteStartObject();
            json.WriteNumber("number", table.Number);
            json.WriteNumber("edition", table.Edition);
            json.WriteBoolean("present", report.Has(table));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Cells(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("cells");
        foreach (var table in report.Form.Tables)
        {
            foreach (var cell in report.Form.Cells.Where(cell => cell.Table == table))
                if (report.Cells[cell].Number is { } number) json.WriteNumber(cell.Key, number); else json.WriteNull(cell.Key);
            // In a hybrid, the keys that the edition has and the report's own tables have not.
            foreach (var key in Edition(report.Form).Cells.Where(cell => cell.Table.Number == table.Number && report.Form.Find(cell.Key) is null))
                json.WriteNull(key.Key);
        }
        json.WriteEndObject();
    }

    static void Raw(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("raw");
        foreach (var cell in report.Form.Cells)
            if (report.Cells[cell].Raw is { } raw) json.WriteString(cell.Key, raw);
        json.WriteEndObject();
    }

    static void Readings(Utf8JsonWriter json, Report report)
    {
        var present = report.Form.Tables.Where(report.Has).ToHashSet();
        json.WriteStartObject("readings");
        foreach (var cell in report.Form.Cells)
        {
            var value = report.Cells[cell];
            if (value.Reading != ReadingOf(present.Contains(cell.Table), value.Number, value.Raw))
                json.WriteString(cell.Key, Word(value.Reading));
        }
        json.WriteEndObject();
    }

    /// <summary>The form that has the tables of one edition only.</summary>
    static ReportForm Edition(ReportForm form) => ReportForm.Of(form.Edition, form.Edition);

    /// <summary>How a cell was found, as far as its table, number and raw text tell.</summary>
    static CellReading ReadingOf(bool present, decimal? number, string? raw) => (present, number, raw) switch
    {
        (_, _, not null) => CellReading.Text,
        (_, not null, _) => CellReading.Number,
        (true, _, _) => CellReading.Blank,
        _ => CellReading.Absent,
    };

    static string Word(CellReading reading) => reading switch
    {
        CellReading.Absent => "absent",
        CellReading.Number => "number",
        CellReading.Blank => "blank",
        CellReading.Text => "text",
        CellReading.Unread => "unread",
    };
}
