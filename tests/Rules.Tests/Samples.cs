using Gongkai.Rules.AnnualReports;

namespace Gongkai.Rules.Tests;

/// <summary>Reports built by hand, for tests to change one thing in.</summary>
static class Samples
{
    /// <summary>The synthetic vector of a district bureau: every formula holds, in every column.</summary>
    public const string Vector = """
        41 6 0 1 3 1 52 | 3 0 0 0 1 0 4 | 15 3 0 1 1 0 20 | 4 1 0 0 0 0 5
        0 0 0 0 0 0 0   | 1 0 0 0 0 0 1 | 0 0 0 0 0 0 0   | 2 0 0 0 1 0 3
        1 0 0 0 0 0 1   | 2 1 0 0 0 0 3 | 1 0 0 0 0 0 1   | 1 0 0 0 0 0 1
        7 1 0 0 1 1 10  | 1 0 0 0 0 0 1 | 1 0 0 0 0 0 1   | 2 0 0 0 0 0 2
        1 0 0 0 0 0 1   | 0 0 0 0 0 0 0 | 1 0 0 0 0 0 1   | 0 0 0 0 0 0 0
        1 0 0 0 0 0 1   | 1 0 0 0 0 0 1 | 0 0 0 0 0 0 0   | 42 6 0 1 3 1 53
        2 0 0 0 1 0 3
        """;

    /// <summary>A clean report of 2023 in the form of 2021, with the vector as its table 3.</summary>
    public static Report Clean { get; } = new()
    {
        Form = ReportForm.Of2021,
        Agency = "云溪区住房和城乡建设局",
        Year = 2023,
        Title = "云溪区住房和城乡建设局2023年政府信息公开工作年度报告",
        Introduction = ["本报告根据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限为2023年1月1日至2023年12月31日。"],
        Sections = SectionsOf(ReportForm.Of2021, "2023年，我局持续做好住房保障、物业管理等领域的政府信息公开。", "公开的时效还可以更好，下一步将按月清点。"),
        Cells = Cells2021(Numbers(Vector), fees: 18.4719m),
    };

    /// <summary>The report that a district housing bureau published for 2019: its figures and the sentences that the rules are about.</summary>
    public static Report Seed { get; } = new()
    {
        Form = ReportForm.Of2019,
        Year = 2019,
        Sections =
        [
            new(1, "一、总体情况",
            [
                "（一）积极深化政府信息公开工作",
                "（二）主动公开政府信息情况",
                "2、政府信息主动公开数量。2019年，我局主动向社会公开信息共119条, 其中概况类2条、政策法规类4条、工作动态类88条、审批服务类25条。",
            ]),
            new(2, "二、主动公开政府信息情况", []),
            new(3, "三、收到和处理政府信息公开申请情况", []),
            new(4, "四、政府信息公开行政复议、行政诉讼情况", []),
            new(5, "五、存在的主要问题及改进情况", ["（一）继续抓好政治思想工作。"]),
            new(6, "六、其他需要报告的事项", ["无。"]),
        ],
        Cells = CellValues.Of(ReportForm.Of2019, new Dictionary<string, CellValue>
        {
            ["t2.licences.previous"] = 172, ["t2.licences.change"] = 38, ["t2.licences.decisions"] = 134,
            ["t2.penalties.previous"] = 12, ["t2.penalties.change"] = 8, ["t2.penalties.decisions"] = 20,
            ["t2.fees.previous"] = 78504912.2m, ["t2.fees.change"] = 1736889.9m,
            ["t2.procurement.projects"] = 5, ["t2.procurement.amount"] = 4469000,
        }, rest: 0),
    };

    /// <summary>The same report, of another year.</summary>
    public static Report Of(int year, Report report)
    {
        string Other(string text) => text.Replace($"{report.Year}", $"{year}", StringComparison.Ordinal);
        return report with
        {
            Year = year, Title = Other(report.Title!), Introduction = [.. report.Introduction.Select(Other)],
            Sections = [.. report.Sections.Select(s => s with { Paragraphs = [.. s.Paragraphs.Select(Other)] })],
        };
    }

    /// <summary>The report of the year before that this one follows: what it took over was left open there.</summary>
    public static Report LastYear(Report report)
    {
        var before = Of(report.Year!.Value - 1, report);
        return before.With([.. report.Form.Table3.Blocks[0].Columns.SelectMany(column => new[]
        {
            ($"t3.carriedOver.{column.Key}", report[$"t3.carriedIn.{column.Key}"]),
            ($"t3.carriedIn.{column.Key}", (CellValue)(report[$"t3.carriedIn.{column.Key}"].Number!.Value + report[$"t3.total.{column.Key}"].Number!.Value - report[$"t3.received.{column.Key}"].Number!.Value)),
        }), ("t2.normative.inForce", report["t2.normative.inForce"].Number - report["t2.normative.issued"].Number + report["t2.normative.repealed"].Number ?? 0)]);
    }

    public static IReadOnlyList<ReportSection> SectionsOf(ReportForm form, string first, string fifth) =>
        [.. form.Sections.Select(section => new ReportSection(section.Number, section.Heading, section.Number switch { 1 => [first], 5 => [fifth], 6 => ["无。"], _ => [] }))];

    public static IReadOnlyList<decimal> Numbers(string table) =>
        [.. table.Split([' ', '|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(number => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];

    public static CellValues Cells2021(IReadOnlyList<decimal> requests, decimal fees = 0) => new(ReportForm.Of2021,
        [0, 0, 0, 2, 1, 14, 172, 20, 1, fees, .. requests.Select(number => (CellValue)number), 1, 0, 1, 0, 2, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1]);

    extension(Report report)
    {
        /// <summary>The same report with other values in some cells.</summary>
        public Report With(params (string Key, CellValue Value)[] changes) => report with
        {
            Cells = new(report.Form, report.Form.Cells.Select(cell => changes.Where(change => change.Key == cell.Key).Select(change => (CellValue?)change.Value).SingleOrDefault() ?? report.Cells[cell])),
        };

        /// <summary>The same report with one more sentence, or several, in a part.</summary>
        public Report Saying(int section, params string[] paragraphs) => report with
        {
            Sections = [.. report.Sections.Select(s => s.Number == section ? s with { Paragraphs = [.. s.Paragraphs, .. paragraphs] } : s)],
        };

        public IEnumerable<string> Rules(Report? previous = null) => Checks.Of(report, previous).Select(finding => finding.Rule);
    }
}
