using Gongkai.Rules.AnnualReports;

namespace Gongkai.Bench;

/// <summary>Made reports of a usual size: every sum holds, and about three thousand characters of prose.</summary>
static class SampleReport
{
    /// <summary>The report of a made bureau; the same seed gives the same report.</summary>
    public static Report Of(int seed, int year = 2024)
    {
        var chance = new Random(seed);
        var form = ReportForm.For(year);
        var cells = form.Cells.ToDictionary(cell => cell.Key, cell => (CellValue)chance.Next(0, cell.Unit == Unit.Count ? 40 : 900));
        FillRequests(form, cells, chance);
        FillRemedies(form, cells);
        var agency = $"某市第{seed % 9 + 1}区住房和城乡建设局";
        return new()
        {
            Form = form,
            Agency = agency,
            Year = year,
            Title = $"{agency}{year}年政府信息公开工作年度报告",
            Introduction = [$"根据《中华人民共和国政府信息公开条例》规定，编制本报告。本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"],
            Sections = [.. form.Sections.Select(section => new ReportSection(section.Number, section.Heading, Prose(section.Number)))],
            Cells = CellValues.Of(form, cells),
        };
    }

    static void FillRequests(ReportForm form, Dictionary<string, CellValue> cells, Random chance)
    {
        decimal At(string row, string column) => cells[$"t3.{row}.{column}"].Number!.Value;
        var columns = form.Table3.Blocks[0].Columns.Select(column => column.Key).Where(column => column != ReportForm.Total).ToList();
        foreach (var column in columns)
        {
            foreach (var row in form.Table3.Blocks[0].Rows) cells[$"t3.{row.Key}.{column}"] = chance.Next(4) == 0 ? chance.Next(20) : 0;
            var closed = form.Outcomes.Sum(row => At(row.Key, column));
            cells[$"t3.{ReportForm.Total}.{column}"] = closed;
            cells[$"t3.{ReportForm.CarriedIn}.{column}"] = Math.Min(3, closed);
            cells[$"t3.{ReportForm.CarriedOver}.{column}"] = 2;
            cells[$"t3.{ReportForm.Received}.{column}"] = closed + 2 - Math.Min(3, closed);
        }
        foreach (var row in form.Table3.Blocks[0].Rows) cells[$"t3.{row.Key}.{ReportForm.Total}"] = columns.Sum(column => At(row.Key, column));
    }

    static void FillRemedies(ReportForm form, Dictionary<string, CellValue> cells)
    {
        foreach (var sum in form.Sums.Where(sum => sum.Rule == "table4-sum"))
            cells[sum.Left[0].Key] = sum.Right.Sum(cell => cells[cell.Key].Number!.Value);
    }

    // The tables stand in parts 2, 3 and 4; the prose in the others, with headings and numbers as reports have them.
    static IReadOnlyList<string> Prose(int section) => section switch
    {
        1 => [.. from part in Parts from paragraph in Paragraphs select $"（{"一二三四五"[Parts.IndexOf(part)]}）{part}。{paragraph}"],
        5 => [.. Paragraphs.Select(paragraph => "一是" + paragraph), "下一步，将在完善制度、充实内容、提高质量上继续下功夫，使公开工作更加贴近群众需要。"],
        6 => ["本年度没有收取信息处理费，没有其他需要报告的事项。"],
        _ => [],
    };

    static readonly List<string> Parts = ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"];

    static readonly string[] Paragraphs =
    [
        "围绕房屋征收、住房保障、工程质量监督、物业服务等群众关心的领域，按照“谁制作、谁公开”的原则及时发布政策文件及其解读，做到文件与解读同步起草、同步审签、同步发布，并通过问答、图表和现场讲解等形式帮助群众理解政策的适用范围、办理条件和办理流程。",
        "明确由办公室牵头，各科室各负其责，建立登记、审核、办理、答复、归档的全过程台账，对涉及多个科室的申请实行会商，对拟不予公开的事项逐件说明理由并告知救济渠道，答复文书统一格式、统一编号、统一盖章，保证每一件申请都在法定期限内得到规范答复。",
        "定期组织业务培训，学习条例和有关司法解释，对照标准目录逐项自查，及时更新失效内容，修复错误链接，删除重复栏目，并将公开工作纳入年度考核，接受社会评议，对评议中提出的意见逐条研究、限时整改、公开反馈。",
    ];
}
