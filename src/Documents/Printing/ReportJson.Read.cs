using System.Text.Json;
using Gongkai.Documents.Reading;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Printing;

// Back from JSON: what we wrote comes back equal; the contract's own keys are enough for the rest.
public static partial class ReportJson
{
    /// <summary>Reads what <see cref="Write(Report, Stream)"/> wrote, or any object with the contract's keys.</summary>
    /// <exception cref="UnreadableReportException">It is no JSON, or no report.</exception>
    public static Report Read(Stream from)
    {
        try
        {
            using var json = JsonDocument.Parse(from, new JsonDocumentOptions { MaxDepth = 16 });
            return Read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new UnreadableReportException("这个 JSON 文件不是年度报告：请使用 report read --json 或 report print 输出的文件。");
        }
    }

    static Report Read(JsonElement json)
    {
        var edition = json.GetProperty("form").GetInt32();
        var tables = json.TryGetProperty("tables", out var listed)
            ? listed.EnumerateArray().ToDictionary(
                table => table.GetProperty("number").GetInt32(),
                table => (Edition: table.GetProperty("edition").GetInt32(), Present: table.GetProperty("present").GetBoolean()))
            : [];
        if (edition is not (2019 or 2021) || tables.Values.Any(table => table.Edition is not (2019 or 2021)))
            throw new FormatException("There is no such form.");

        int EditionOf(int table) => tables.TryGetValue(table, out var found) ? found.Edition : edition;
        bool Present(int table) => !tables.TryGetValue(table, out var found) || found.Present;

        var form = ReportForm.Of(EditionOf(2), EditionOf(3));
        return new()
        {
            Form = form,
            Agency = TextOf(json, "agency"),
            Year = json.TryGetProperty("year", out var year) && year.ValueKind != JsonValueKind.Null ? year.GetInt32() : null,
            Title = TextOf(json, "title"),
            Introduction = TextsOf(json, "introduction"),
            Sections = [.. from section in ItemsOf(json, "sections")
                           select new ReportSection(
                               section.GetProperty("number").GetInt32(), TextOf(section, "heading") ?? "", TextsOf(section, "paragraphs"))],
            Cells = new(form, form.Cells.Select(cell => CellOf(json, cell.Key, Present(cell.Table.Number)))),
            Notes = TextsOf(json, "notes"),
        };
    }

    static CellValue CellOf(JsonElement json, string key, bool present)
    {
        var number = json.GetProperty("cells").TryGetProperty(key, out var cell) && cell.ValueKind != JsonValueKind.Null ? cell.GetDecimal() : (decimal?)null;
        var raw = json.TryGetProperty("raw", out var raws) ? TextOf(raws, key) : null;
        var reading = json.TryGetProperty("readings", out var readings) && TextOf(readings, key) is { } word
            ? Enum.GetValues<CellReading>().Where(r => Word(r) == word).Select(r => (CellReading?)r).SingleOrDefault()
                ?? throw new FormatException($"There is no reading {word}.")
            : ReadingOf(present, number, raw);
        return new(reading, number, raw);
    }

    static string? TextOf(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() : null;

    static JsonElement.ArrayEnumerator ItemsOf(JsonElement json, string name) => json.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;

    static IReadOnlyList<string> TextsOf(JsonElement json, string name) => [.. ItemsOf(json, name).Select(item => item.GetString() ?? "")];
}
