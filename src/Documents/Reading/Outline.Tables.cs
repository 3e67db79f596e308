using System.Text;
using Gongkai.Documents.Reading.Papers;
using Gongkai.Documents.Reading.Tables;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Reading;

// Where the tables begin: at words that only they have.
static partial class Outline
{
    // What stands behind 信息内容 where table 2 begins.
    static readonly string[] FirstColumns = [.. ReportForm.Of2019.Table2.Blocks.Concat(ReportForm.Of2021.Table2.Blocks).Select(block => Folding.Han(block.Columns[0].Label)).Distinct()];

    static readonly string[] Table2Signs = Signs(Folding.Han(FormTables.Table2Heading), FormTables.ContentHeading);

    // The corner's words, whole or cut, or the headings of the columns.
    static readonly string[] Table3Signs = SignsOf(Folding.Han(FormTables.CornerText), ReportForm.Of2021.Table3.Blocks[0].Columns);

    static string[] SignsOf(string corner, IReadOnlyList<FormColumn> columns) =>
    [
        corner[..9], corner[5..11], FormTables.ApplicantsHeading + columns[0].Label, FormTables.ApplicantsHeading + corner[..2],
        columns[0].Label + FormTables.OrganizationsHeading, columns[0].Label + columns[1].Label,
    ];

    static string[] Signs(string item, string content) => [item + content, content + item, .. FirstColumns.Select(column => content + column), item + FirstColumns[0], content];

    /// <summary>The first line of each table, or -1.</summary>
    public static (int Table2, int Table3, int Table4) Tables(IReadOnlyList<Line> lines)
    {
        var han = new StringBuilder();
        List<int> lineOf = [];
        for (var i = 0; i < lines.Count; i++)
        {
            if (Atoms.IsSentence(lines[i])) { han.Append('。'); lineOf.Add(i); continue; }
            foreach (var box in lines[i].Boxes)
                foreach (var c in box.Text)
                    if (Folding.IsHan(c)) { han.Append(Folding.Narrow(c)); lineOf.Add(i); }
        }
        var text = han.ToString();
        int First(params string[] signs)
        {
            foreach (var sign in signs)
                if (text.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at) return lineOf[at];
            return -1;
        }

        var table2 = First(Table2Signs);
        if (table2 < 0) table2 = FirstRow(lines, ReportForm.Of2021.Table2);
        var table3 = First(Table3Signs);
        if (table3 < 0) table3 = FirstRow(lines, ReportForm.Of2021.Table3);
        var table4 = -1;
        for (var i = 0; i < lines.Count && table4 < 0; i++)
            if (RemedyTable.IsHeading(lines[i], first: true) && LeadsToResults(lines, i)) table4 = i;
        return (table2, table3, table4);
    }

    // Without its headings a table still begins where its first label stands in a line that is no sentence.
    static int FirstRow(IReadOnlyList<Line> lines, FormTable table)
    {
        var label = Folding.Han(table.Blocks[0].Rows[0].Label);
        for (var i = 0; i < lines.Count; i++)
            if (!Atoms.IsSentence(lines[i]) && lines[i].Boxes.Any(box => Folding.Han(box.Text) is var han && (han == label || han.Length == label.Length + 1 && han.EndsWith(label, StringComparison.Ordinal)))) return i;
        return -1;
    }

    static bool LeadsToResults(IReadOnlyList<Line> lines, int from)
    {
        // In narrow columns the headings run downwards, a character a line.
        var result = FormTables.Table4.Blocks[0].Columns[0].Label[1];
        for (var i = from; i < Math.Min(lines.Count, from + 14); i++)
            if (RemedyTable.IsHeading(lines[i]))
            {
                if (Folding.Han(lines[i].Text).Contains(result)) return true;
            }
            // 3.其他 and （七）总计 of table 3 have the same words, but other labels between them and this table.
            else if (lines[i].Boxes.Any(box => box.Text.Any(Folding.IsHan))) return false;
        return false;
    }
}
