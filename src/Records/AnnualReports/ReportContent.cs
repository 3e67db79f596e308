using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Records.AnnualReports;

/// <summary>A report as one line of JSON, and back, exactly.</summary>
/// <remarks>
/// The cells stand in the form's order without their keys. A plain number is a number, a blank is <c>null</c>,
/// everything else says how it was read: <c>["Text", 98, "增98"]</c>, <c>["Absent"]</c>.
/// </remarks>
public static class ReportContent
{
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Report report)
    {
        var buffer = new ArrayBufferWriter<byte>(8192);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("table2", report.Form.Table2.Edition);
            json.WriteNumber("table3", report.Form.Table3.Edition);
            json.WriteString("agency", report.Agency);
            if (report.Year is { } year) json.WriteNumber("year", year);
            json.WriteString("title", report.Title);
            WriteTexts(json, "introduction", report.Introduction);
            WriteSections(json, report.Sections);
            json.WriteStartArray("cells");
            foreach (var cell in report.Cells.All) WriteCell(json, cell);
            json.WriteEndArray();
            WriteTexts(json, "notes", report.Notes);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static Report Read(string content)
    {
        using var document = JsonDocument.Parse(content);
        var json = document.RootElement;
        var form = ReportForm.Of(json.GetProperty("table2").GetInt32(), json.GetProperty("table3").GetInt32());
        return new()
        {
            Form = form,
            Agency = json.GetProperty("agency").GetString(),
            Year = json.TryGetProperty("year", out var year) ? year.GetInt32() : null,
            Title = json.GetProperty("title").GetString(),
            Introduction = ReadTexts(json.GetProperty("introduction")),
            Sections = [.. json.GetProperty("sections").EnumerateArray().Select(ReadSection)],
            Cells = new CellValues(form, json.GetProperty("cells").EnumerateArray().Select(ReadCell)),
            Notes = ReadTexts(json.GetProperty("notes")),
        };
    }

    static void WriteCell(Utf8JsonWriter json, CellValue cell)
    {
        if (cell is { Reading: CellReading.Number, Number: { } number, Raw: null }) json.WriteNumberValue(number);
        else if (cell == CellValue.Blank) json.WriteNullValue();
        else
        {
            json.WriteStartArray();
            json.WriteStringValue(cell.Reading.ToString());
            if (cell.Number is { } inText) json.WriteNumberValue(inText);
            if (cell.Raw is { } raw) json.WriteStringValue(raw);
            json.WriteEndArray();
        }
    }

    static CellValue ReadCell(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => json.GetDecimal(),
        JsonValueKind.Null => CellValue.Blank,
        _ => json.EnumerateArray().Skip(1).Aggregate(
            new CellValue(Enum.Parse<CellReading>(json[0].GetString()!)),
            (cell, part) => part.ValueKind == JsonValueKind.Number ? cell with { Number = part.GetDecimal() } : cell with { Raw = part.GetString() }),
    };

    static void WriteSections(Utf8JsonWriter json, IReadOnlyList<ReportSection> sections)
    {
        json.WriteStartArray("sections");
        foreach (var section in sections)
        {
            json.WriteStartObject();
            json.WriteNumber("number", section.Number);
            json.WriteString("heading", section.Heading);
            WriteTexts(json, "paragraphs", section.Paragraphs);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static ReportSection ReadSection(JsonElement json) =>
        new(json.GetProperty("number").GetInt32(), json.GetProperty("heading").GetString()!, ReadTexts(json.GetProperty("paragraphs")));

    static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    static IReadOnlyList<string> ReadTexts(JsonElement json) => [.. json.EnumerateArray().Select(text => text.GetString()!)];
}
