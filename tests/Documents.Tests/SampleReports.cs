using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests;

/// <summary>Reports to print and to read, each consistent unless its name says otherwise.</summary>
public static class SampleReports
{
    /// <summary>A district bureau's report for 2021: every sum of the form holds.</summary>
    public static Report Of2021 { get; } = ReportOf(2021, ReportForm.Of2021, new()
    {
        ["t2.normative.issued"] = 2, ["t2.normative.repealed"] = 1, ["t2.normative.inForce"] = 9,
        ["t2.licences.decisions"] = 134, ["t2.penalties.decisions"] = 20, ["t2.coercion.decisions"] = 1, ["t2.fees.amount"] = 160.5964m,
        ["t4.review.upheld"] = 1, ["t4.review.pending"] = 1, ["t4.review.total"] = 2,
        ["t4.suit.corrected"] = 1, ["t4.suit.total"] = 1,
    }, RequestsOf2021);

    /// <summary>The figures of table 2 as a real bureau published them for 2019, faults and all; no one asked for anything.</summary>
    public static Report Of2019 { get; } = ReportOf(2019, ReportForm.Of2019, new()
    {
        ["t2.licences.previous"] = 172, ["t2.licences.change"] = 38, ["t2.licences.decisions"] = 134,
        ["t2.penalties.previous"] = 12, ["t2.penalties.change"] = 8, ["t2.penalties.decisions"] = 20,
        ["t2.fees.previous"] = 78504912.2m, ["t2.fees.change"] = 1736889.9m,
        ["t2.procurement.projects"] = 5, ["t2.procurement.amount"] = 4469000,
    }, "");

    /// <summary>Table 2 of 2021 beside table 3 of 2019, as some published it.</summary>
    public static Report Hybrid { get; } = ReportOf(2021, ReportForm.Of(2021, 2019), new()
    {
        ["t2.licences.decisions"] = 40, ["t3.otherHandling.person"] = 3, ["t3.otherHandling.total"] = 3, ["t3.received.person"] = 3,
        ["t3.received.total"] = 3, ["t3.total.person"] = 3, ["t3.total.total"] = 3,
    }, "");

    /// <summary>Table 2 of 2019 beside table 3 of 2021.</summary>
    public static Report LateHybrid { get; } = ReportOf(2021, ReportForm.Of(2019, 2021), new() { ["t2.services.decisions"] = 7 }, RequestsOf2021);

    /// <summary>Signs, units, dashes and blanks where numbers should stand.</summary>
    public static Report Odd(Report report)
    {
        Dictionary<string, CellValue> cells = report.Form.Cells.ToDictionary(cell => cell.Key, cell => report.Cells[cell]);
        void Put(string key, CellValue value)
        {
            if (cells.ContainsKey(key)) cells[key] = value;
        }

        Put("t2.licences.change", CellValue.Text("+1", 1));
        Put("t2.penalties.change", CellValue.Text("增98", 98));
        Put("t2.coercion.change", CellValue.Text("-18", -18));
        Put("t2.procurement.amount", CellValue.Text("184719元", 184719));
        Put("t2.fees.amount", CellValue.Text("160.5964万元", 160.5964m));
        Put("t2.rules.total", CellValue.Text("-", null));
        Put("t2.normative.inForce", CellValue.Text("/", null));
        Put("t3.publication.otherBody", CellValue.Blank);
        Put("t3.duplicate.research", CellValue.Text("-", null));
        Put("t3.safety.welfare", CellValue.Text("/", null));
        Put("t4.suitAfterReview.pending", CellValue.Blank);
        Put("t4.suitAfterReview.other", CellValue.Text("-", null));
        return report with { Cells = CellValues.Of(report.Form, cells) };
    }

    /// <summary>The report without one of its tables.</summary>
    public static Report Without(Report report, int table) => report with
    {
        Cells = new(report.Form, report.Form.Cells.Select(cell => cell.Table.Number == table ? default : report.Cells[cell])),
    };

    // Rows in print order, columns in print order; every sum of the form holds.
    const string RequestsOf2021 = """
        41 6 0 1 3 1 52 | 3 0 0 0 1 0 4 | 15 3 0 1 1 0 20 | 4 1 0 0 0 0 5
        0 0 0 0 0 0 0   | 1 0 0 0 0 0 1 | 0 0 0 0 0 0 0   | 2 0 0 0 1 0 3
        1 0 0 0 0 0 1   | 2 1 0 0 0 0 3 | 1 0 0 0 0 0 1   | 1 0 0 0 0 0 1
        7 1 0 0 1 1 10  | 1 0 0 0 0 0 1 | 1 0 0 0 0 0 1   | 2 0 0 0 0 0 2
        1 0 0 0 0 0 1   | 0 0 0 0 0 0 0 | 1 0 0 0 0 0 1   | 0 0 0 0 0 0 0
        1 0 0 0 0 0 1   | 1 0 0 0 0 0 1 | 0 0 0 0 0 0 0   | 42 6 0 1 3 1 53
        2 0 0 0 1 0 3
        """;

    static Report ReportOf(int year, ReportForm form, Dictionary<string, CellValue> cells, string requests)
    {
        var numbers = requests.Split([' ', '|', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);
        foreach (var (cell, number) in form.Cells.Where(cell => cell.Table.Number == 3).Zip(numbers)) cells[cell.Key] = number;
        return new()
        {
            Form = form,
            Agency = "某区住房和城乡建设局",
            Year = year,
            Title = $"某区住房和城乡建设局{year}年政府信息公开工作年度报告",
            Introduction =
            [
                $"根据《中华人民共和国政府信息公开条例》第五十条的规定，现公布{year}年度政府信息公开工作情况。本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。",
            ],
            Sections = [.. form.Sections.Select(section => new ReportSection(section.Number, section.Heading, Prose(section.Number)))],
            Cells = CellValues.Of(form, cells, rest: 0),
        };
    }

    static IReadOnlyList<string> Prose(int section) => section switch
    {
        1 =>
        [
            "本年度，我局把公开作为办事的常规环节，凡是群众要查、要用的信息，力求一次找得到、看得懂。",
            "（一）主动公开",
            "围绕住房保障、物业管理和工程招标，按月更新公开目录，并为每项政策配上通俗的说明。",
            "（二）平台建设",
            "网站的年报栏目保留历年报告，网页与下载文件内容一致，手机上也能完整查看表格。",
        ],
        5 =>
        [
            "（一）答复文书还不够通俗。个别答复引用条文较多，申请人读起来吃力，下一年将逐件附上说明。",
            "（二）旧文件的清理有待加快。部分早年文件尚未标明效力，计划在上半年完成核对。",
        ],
        6 => ["本年度未收取政府信息公开信息处理费。"],
        _ => [],
    };
}
