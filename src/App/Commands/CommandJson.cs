using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.App.Commands;

/// <summary>What stands behind <c>--json</c>: the contract's English keys, Chinese left readable, amounts as plain numbers.</summary>
static class CommandJson
{
    // Chinese as it is; control characters are still escaped. The output is never put into a page.
    static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One JSON value as text.</summary>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable)) write(json);
        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    extension(Utf8JsonWriter json)
    {
        public void WriteNumberOrNull(string key, decimal? number)
        {
            if (number is { } value) json.WriteNumber(key, value);
            else json.WriteNull(key);
        }

        /// <summary>What names a report: agency, year, form.</summary>
        public void WriteReportNames(Report? report)
        {
            json.WriteString("agency", report?.Agency);
            json.WriteNumberOrNull("year", report?.Year);
            json.WriteNumberOrNull("form", report?.Form.Edition);
        }

        /// <summary>A list of findings, each as the contract draws it, and with the words of the report where there are some.</summary>
        public void WriteFindings(string key, IEnumerable<Finding> findings)
        {
            json.WriteStartArray(key);
            foreach (var finding in findings)
            {
                json.WriteStartObject();
                json.WriteString("rule", finding.Rule);
                json.WriteString("severity", finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning" });
                json.WriteStartArray("cells");
                foreach (var cell in finding.Cells) json.WriteStringValue(cell.Key);
                json.WriteEndArray();
                json.WriteNumberOrNull("expected", finding.Expected);
                json.WriteNumberOrNull("actual", finding.Actual);
                json.WriteString("message", finding.Message);
                if (finding.Quote is not null) json.WriteString("quote", finding.Quote);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
    }
}
