using Gongkai.Rules.AnnualReports;

namespace Gongkai.Records.Demo;

/// <summary>The bureau's first report. Its figures, faults included, are those of a report that a real bureau published; its words are ours.</summary>
/// <remarks>
/// The faults, which the checks are there to find: the fee is money in a column of counts; the changes carry no sign, though one
/// means fewer and one more, and the decisions are what arithmetic makes of them; a second part 二 stands inside the first.
/// </remarks>
static class BureauReportOf2019
{
    public static Report Report { get; } = new()
    {
        Form = ReportForm.Of2019,
        Agency = DemoAgency.Bureau.Name,
        Year = 2019,
        Title = $"{DemoAgency.Bureau.Name}2019年政府信息公开工作年度报告",
        Cells = CellValues.Of(ReportForm.Of2019, new Dictionary<string, CellValue>
        {
            ["t2.licences.previous"] = 172,
            ["t2.licences.change"] = 38,
            ["t2.licences.decisions"] = 134,
            ["t2.penalties.previous"] = 12,
            ["t2.penalties.change"] = 8,
            ["t2.penalties.decisions"] = 20,
            ["t2.fees.previous"] = 78504912.2m,
            ["t2.fees.change"] = 1736889.9m,
            ["t2.procurement.projects"] = 5,
            ["t2.procurement.amount"] = 4469000,
        }, rest: 0),
        Sections = Sections,
    };

    /// <summary>How it stood afterwards: the items that the third column gives, one charge, and no request open.</summary>
    public static DemoState After { get; } = new(
        new Dictionary<string, int> { ["licences"] = 134, ["services"] = 0, ["penalties"] = 20, ["coercion"] = 0, ["fees"] = 1 },
        InForce: 0,
        Open: new Dictionary<string, int>());

    static IReadOnlyList<ReportSection> Sections =>
    [
        .. ReportForm.Of2019.Sections.Select(section => new ReportSection(section.Number, section.Heading, section.Number switch
        {
            1 =>
            [
                "（一）公开工作的组织和制度",
                "1、明确责任。局里指定一名分管负责人牵头，办公室承担日常工作，各科室和下属单位各有一名联络员，谁制作信息谁负责报送。",
                "2、健全制度。公开工作的要求写进了科室目标考核，每次局务例会都过问一次进度，群众和社会的评价也作为考核参考。",
                "3、扩大范围。执法的依据、标准、时限和结果，审批和收费事项，以及办事流程，都放在了公开栏和网站上，并随调整更新。",
                "（二）主动公开政府信息情况",
                "1、公开的渠道。除区政府网站外，还使用会议、文件、公告栏和窗口告示；常规工作定期公布，临时工作随时公布。",
                "2、公开的数量。2019年，我局主动公开信息119条，其中概况类2条、政策法规类4条、工作动态类88条、审批服务类25条。",
            ],
            5 =>
            [
                "主要不足是认识还不够到位，监督办法还不够完善。",
                "今后将加强学习，畅通监督渠道，精简办事环节，并把更多业务搬到网上公开和办理。",
            ],
            6 => ["无。"],
            _ => (IReadOnlyList<string>)[],
        })),
    ];
}
