using Gongkai.App.Ui;
using Gongkai.Documents.Reading;
using Gongkai.Rules;

namespace Gongkai.App.Office.Imports;

/// <summary>A file as the rows of an import, and the template by which people fill it in.</summary>
/// <param name="Rows">Without empty rows, and without those that the template marks as explanation and sample.</param>
/// <param name="Unknown">Headings that the import does not know; their columns are not taken, and that is said.</param>
public sealed record ImportTable(IReadOnlyList<ImportRow> Rows, IReadOnlyList<string> Unknown)
{
    /// <summary>The first column of the template. What begins with one of these marks is passed over.</summary>
    const string Mark = "备注";
    static readonly string[] Passed = ["说明", "示例"];

    // Over the headings may stand a title, and who filled it in.
    const int MostAbove = 20;

    /// <exception cref="UnreadableTableException">It is no such list; the message says what to do.</exception>
    public static ImportTable Read(byte[] bytes, IImport import)
    {
        var lines = TableFile.Rows(bytes);
        // Brackets and letters may be wide or narrow; a column is called by its own heading.
        var known = import.Columns.SelectMany(column => column.Also.Prepend(column.Heading).Select(heading => (Heading: Typed.Narrow(heading), column))).DistinctBy(pair => pair.Heading).ToDictionary(pair => pair.Heading, pair => pair.column.Heading);
        string HeadingOf(string cell) => Typed.Narrow(cell) is var narrow && known.TryGetValue(narrow, out var heading) ? heading : narrow;
        var must = import.Columns.Where(column => column.Must).Select(column => column.Heading).ToList();
        var at = lines.Take(MostAbove).ToList().FindIndex(line => must.TrueForAll(line.Select(HeadingOf).Contains));
        if (at < 0) throw new UnreadableTableException($"没有找到列名{string.Join("、", must.Select(heading => $"“{heading}”"))}。请下载模板，把名单粘贴到模板里再上传。");
        var headings = lines[at].Select(HeadingOf).ToList();
        if (headings.Where(heading => heading.Length > 0).GroupBy(heading => heading).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new UnreadableTableException($"列名“{twice.Key}”出现了两次，请只留一列。");
        List<ImportRow> rows = [];
        foreach (var (index, line) in lines.Index().Skip(at + 1))
        {
            var cells = headings.Zip(line).Where(cell => cell.First.Length > 0).ToDictionary(cell => cell.First, cell => Unquoted(cell.Second));
            if (cells.Values.All(string.IsNullOrWhiteSpace) || Passed.Any(mark => cells.GetValueOrDefault(Mark, "").Trim() is var said && (said == mark || said.StartsWith(mark + "（", StringComparison.Ordinal)))) continue;
            rows.Add(new(index + 1, cells));
        }
        if (rows.Count == 0) throw new UnreadableTableException("列名下面没有要导入的行（“说明”“示例”两行不导入）。请从“示例”的下一行起填写。");
        return new(rows, [.. headings.Where(heading => heading.Length > 0 && heading != Mark && import.Columns.All(column => column.Heading != heading))]);
    }

    // Our own files put an apostrophe before what a spreadsheet would calculate; it is none of the text.
    static string Unquoted(string cell) => cell is ['\'', .. var rest] && new Cell(rest).WouldBeCalculated ? rest : cell;

    /// <summary>The template: headings, a row that explains each column, and a sample that is marked as one.</summary>
    public static Sheet TemplateOf(IImport import) => new($"{import.Name}导入模板", [], [Mark, .. import.Columns.Select(column => column.Heading)],
        ((IReadOnlyList<Cell>[])
        [
            ["说明（此行不导入）", .. import.Columns.Select(column => (Cell)((column.Must ? "必填。" : "可不填。") + column.About))],
            ["示例（此行不导入）", .. import.Columns.Select(column => (Cell)column.Sample)],
        ]).ToAsyncEnumerable())
    { Widths = [20, .. import.Columns.Select(column => column.Longest > 100 ? 40 : 24)], Wraps = true };
}
