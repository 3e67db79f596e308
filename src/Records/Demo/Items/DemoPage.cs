using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Records.Demo.Items;

/// <summary>Turns the lines of a demo text into a page and into plain text: 一、… is a heading, | a row of a table, > what stands at the right under a document.</summary>
static partial class DemoPage
{
    public static string Html(IReadOnlyList<string> lines)
    {
        var page = new StringBuilder();
        var rows = 0;
        foreach (var line in lines)
        {
            if (line[0] == '|')
            {
                var cells = line.Trim('|').Split('|').Select(cell => WebUtility.HtmlEncode(cell.Trim()));
                if (rows++ == 0) page.Append("<table><thead><tr>").AppendJoin("", cells.Select(cell => $"<th scope=\"col\">{cell}</th>")).Append("</tr></thead><tbody>\n");
                else page.Append("<tr>").AppendJoin("", cells.Select(cell => $"<td>{cell}</td>")).Append("</tr>\n");
                continue;
            }
            if (rows > 0) page.Append("</tbody></table>\n");
            rows = 0;
            if (IsHeading(line)) page.Append("<h2>").Append(WebUtility.HtmlEncode(line)).Append("</h2>\n");
            else if (line[0] == '>') page.Append("<p class=\"sign\">").Append(WebUtility.HtmlEncode(line[1..])).Append("</p>\n");
            else page.Append("<p>").Append(WebUtility.HtmlEncode(line)).Append("</p>\n");
        }
        if (rows > 0) page.Append("</tbody></table>\n");
        return page.ToString();
    }

    public static string Plain(IReadOnlyList<string> lines) => string.Join('\n', lines.Select(line => line[0] switch
    {
        '|' => string.Join(' ', line.Trim('|').Split('|').Select(cell => cell.Trim())),
        '>' => line[1..],
        _ => line,
    }));

    static bool IsHeading(string line) => line.Length < 30 && !line.EndsWith('。') && (Numbered().IsMatch(line) || Chapter().IsMatch(line));

    [GeneratedRegex("^[一二三四五六七八九十]+、")]
    private static partial Regex Numbered();

    [GeneratedRegex("^第[一二三四五六七八九十]+章")]
    private static partial Regex Chapter();
}
