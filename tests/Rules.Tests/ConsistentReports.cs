using CsCheck;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Rules.Tests;

/// <summary>Generated reports in which everything agrees: tables, text, years and the report of the year before.</summary>
static class ConsistentReports
{
    /// <summary>Any consistent report, in either form.</summary>
    public static Gen<Report> Any { get; } =
        from year in Gen.Int[2019, 2026]
        let form = ReportForm.For(year)
        from size in Gen.Int[0, 3]
        from outcomes in Small(size).Array[form.Outcomes.Count() * 6]
        from carriedOver in Small(size).Array[6]
        from carriedIn in Small(size).Array[6]
        from disclosure in Gen.Int[0, 400].Array[form.Cells.Count(cell => cell.Table.Number == 2)]
        from remedies in Gen.Int[0, 9].Array[12]
        from agency in Gen.OneOf(new[] { "云溪区住房和城乡建设局", "和平街道办事处", "青山县人民政府", "云州市教育局", "某省水利厅", "国家统计局" }.Select(Gen.Const).ToArray())
        from style in Gen.Int[0, 3]
        select Report(form, year, agency, style, outcomes, carriedOver, carriedIn, disclosure, remedies);

    // Most agencies have few requests; a few have many.
    static Gen<int> Small(int size) => size switch { 0 => Gen.Const(0), 1 => Gen.Int[0, 2], 2 => Gen.Int[0, 30], _ => Gen.Int[0, 4000] };

    static Report Report(ReportForm form, int year, string agency, int style, int[] outcomes, int[] carriedOver, int[] carriedIn, int[] disclosure, int[] remedies)
    {
        Dictionary<string, decimal> numbers = new(StringComparer.Ordinal);
        var columns = form.Table3.Blocks[0].Columns.Select(column => column.Key).Where(key => key != ReportForm.Total).ToList();
        var rows = form.Outcomes.Select(row => row.Key).ToList();
        for (var c = 0; c < columns.Count; c++)
        {
            for (var r = 0; r < rows.Count; r++) numbers[$"t3.{rows[r]}.{columns[c]}"] = outcomes[r * 6 + c];
            numbers[$"t3.total.{columns[c]}"] = rows.Sum(row => numbers[$"t3.{row}.{columns[c]}"]);
            numbers[$"t3.carriedOver.{columns[c]}"] = carriedOver[c];
            numbers[$"t3.carriedIn.{columns[c]}"] = Math.Min(carriedIn[c], numbers[$"t3.total.{columns[c]}"] + carriedOver[c]);
            numbers[$"t3.received.{columns[c]}"] = numbers[$"t3.total.{columns[c]}"] + carriedOver[c] - numbers[$"t3.carriedIn.{columns[c]}"];
        }
        foreach (var row in form.Table3.Blocks[0].Rows) numbers[$"t3.{row.Key}.total"] = columns.Sum(column => numbers[$"t3.{row.Key}.{column}"]);
        var results = FormTables.Table4.Blocks[0].Columns.Select(column => column.Key).Where(key => key != ReportForm.Total).ToList();
        var blocks = FormTables.Table4.Blocks[0].Rows.Select(row => row.Key).ToList();
        for (var b = 0; b < 3; b++)
        {
            for (var r = 0; r < 4; r++) numbers[$"t4.{blocks[b]}.{results[r]}"] = remedies[b * 4 + r];
            numbers[$"t4.{blocks[b]}.total"] = results.Sum(result => numbers[$"t4.{blocks[b]}.{result}"]);
        }
        foreach (var cell in form.Cells.Where(cell => cell.Table.Number == 2))
            numbers[cell.Key] = cell.Row.Key == "rules" ? 0 : cell.Column.Key == "change" ? 0 : disclosure[cell.Index] * (cell.Unit == Unit.TenThousandYuan ? 0.37m : 1);

        return new()
        {
            Form = form, Year = year, Agency = agency, Title = $"{agency}{year}年政府信息公开工作年度报告",
            Introduction = [$"本报告由{agency}编制，统计期限为{year}年1月1日至{(style % 2 == 0 ? $"{year}年" : "")}12月31日。"],
            Sections = [.. form.Sections.Select(section => new ReportSection(section.Number, section.Heading, section.Number switch { 1 => Prose(style, year, numbers, form), 5 => ["公开的时效还可以更好。"], _ => [] }))],
            Cells = CellValues.Of(form, numbers.ToDictionary(pair => pair.Key, pair => (CellValue)pair.Value)),
        };
    }

    static IReadOnlyList<string> Prose(int style, int year, Dictionary<string, decimal> n, ReportForm form)
    {
        decimal Group(string group) => form.Outcomes.Where(row => row.Group?.EndsWith(group, StringComparison.Ordinal) == true).Sum(row => n[$"t3.{row.Key}.total"]);
        var (received, carriedIn, done, over) = (n["t3.received.total"], n["t3.carriedIn.total"], n["t3.total.total"], n["t3.carriedOver.total"]);
        var suits = n["t4.suit.total"] + n["t4.suitAfterReview.total"];
        return style switch
        {
            0 => [$"{year}年，我局共收到政府信息公开申请{received}件，上年结转{carriedIn}件，办结{done}件，结转下年度{over}件。", $"因政府信息公开引发行政复议{n["t4.review.total"]}件、行政诉讼{suits}件。"],
            1 => [$"（二）依申请公开。全年新收申请{received}件，其中自然人{n["t3.received.person"]}件、法人或其他组织{received - n["t3.received.person"]}件。共办结申请{done}件，予以公开{n["t3.granted.total"]}件，部分公开{n["t3.partlyGranted.total"]}件，不予公开{Group("不予公开")}件，无法提供{Group("无法提供")}件，不予处理{Group("不予处理")}件。"],
            2 => [$"本年度受理申请{received + carriedIn}件（含上年结转{carriedIn}件），答复{done}件。行政复议维持{n["t4.review.upheld"]}件。"],
            _ => [$"本机关按照要求做好公开工作，主动公开信息{done + 30}条，其中工作动态类{done}条、通知公告类30条。"],
        };
    }
}
