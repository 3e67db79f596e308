using System.Text;

namespace Gongkai.Documents.Reading.Papers;

/// <summary>Splits comma (or semicolon, or tab) separated values into fields, after RFC 4180.</summary>
static class CsvFields
{
    public static IEnumerable<List<string>> Rows(string text)
    {
        var mark = Mark(text);
        List<string> row = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"') field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') { field.Append('"'); i++; }
                else quoted = false;
            }
            else if (c == '"' && field.Length == 0) quoted = true;
            else if (c == mark) { row.Add(field.ToString()); field.Clear(); }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                row.Add(field.ToString());
                field.Clear();
                yield return row;
                row = [];
            }
            else field.Append(c);
        }
        row.Add(field.ToString());
        yield return row;
    }

    static char Mark(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 100_000));
        var (commas, semicolons, tabs) = (head.Count(','), head.Count(';'), head.Count('\t'));
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }
}
