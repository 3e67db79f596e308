using System.Globalization;
using Gongkai.Records.Demo.Items;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Disclosure;

namespace Gongkai.Records.Demo;

/// <summary>What an invented report says around its tables. Every number in it that names a cell is that cell's.</summary>
static class DemoProse
{
    public static Report Around(CellValues cells, DemoAgency agency, int year) => new()
    {
        Form = ReportForm.For(year),
        Agency = agency.Name,
        Year = year,
        Title = $"{agency.Name}{year}年政府信息公开工作年度报告",
        Introduction = Introduction(agency, year),
        Sections = Sections(cells, agency, year),
        Cells = cells,
    };

    static IReadOnlyList<string> Introduction(DemoAgency agency, int year) =>
    [
        $"本报告依照《中华人民共和国政府信息公开条例》第五十条的规定编制，由{agency.Name}发布。",
        $"报告所列数据的统计期限自{year}年1月1日起，至{year}年12月31日止。本报告为演示数据，机关和事项均为虚构。",
    ];

    static IReadOnlyList<ReportSection> Sections(CellValues cells, DemoAgency agency, int year)
    {
        var form = ReportForm.For(year);
        var shortfall = DemoSentences.Shortfalls;
        var (first, second) = (shortfall.Of(agency, year, 2), shortfall.Of(agency, year, 2, 1));
        IReadOnlyList<string>[] prose =
        [
            Overview(form, cells, agency, year),
            [],
            [],
            [],
            [
                $"{DemoSentences.Openings.Of(agency, year)}：一是{first.Problem}；二是{second.Problem}。",
                $"改进措施：一是{first.Measure}；二是{second.Measure}。",
            ],
            ["本年度未收取政府信息公开信息处理费，没有其他需要报告的事项。"],
        ];
        return [.. form.Sections.Select(section => new ReportSection(section.Number, section.Heading, prose[section.Number - 1]))];
    }

    // 总体情况 tells of five things: 主动公开、依申请公开、政府信息管理、平台建设、监督保障.
    static IReadOnlyList<string> Overview(ReportForm form, CellValues cells, DemoAgency agency, int year)
    {
        int N(string key) => (int)cells[form[key]].Number!.Value;

        return
        [
            $"（一）主动公开。{Published(agency, year)}{DemoSentences.Disclosure(agency.Trade).Of(agency, year)}",
            $"（二）依申请公开。全年新收政府信息公开申请{N("t3.received.total")}件，上年结转{N("t3.carriedIn.total")}件，办结{N("t3.total.total")}件，结转下年度继续办理{N("t3.carriedOver.total")}件。" +
                $"办结的申请中，予以公开{N("t3.granted.total")}件，部分公开{N("t3.partlyGranted.total")}件。{DemoSentences.Requests.Of(agency, year)}",
            $"（三）政府信息管理。{Documents(form, N)}{DemoSentences.Management.Of(agency, year)}",
            $"（四）平台建设。{DemoSentences.Platform.Of(agency, year)}",
            $"（五）监督保障。{Remedies(N)}{DemoSentences.Supervision.Of(agency, year)}",
        ];
    }

    // A list that adds up; the bureau's is what its portal shows.
    static string Published(DemoAgency agency, int year)
    {
        var draw = Numbers.For(agency.Code, year, "prose");
        int[] items = agency == DemoAgency.Bureau
            ? [.. Enum.GetValues<ItemCategory>().Select(category => DemoItems.CountOf(year).GetValueOrDefault(category))]
            : [draw.Between(3, 12), draw.Between(4, 24), draw.About(60 + agency.Requests), draw.About(20 + (agency.Decisions / 20))];
        return string.Create(CultureInfo.InvariantCulture,
            $"全年主动公开政府信息{items.Sum()}条，其中概况类{items[0]}条、政策法规类{items[1]}条、工作动态类{items[2]}条、审批服务类{items[3]}条。");
    }

    static string Documents(ReportForm form, Func<string, int> number) => form.Edition == 2019
        ? $"全年新制作规范性文件{number("t2.normative.made")}件，均已公开。"
        : $"全年制发行政规范性文件{number("t2.normative.issued")}件，废止{number("t2.normative.repealed")}件，现行有效{number("t2.normative.inForce")}件。";

    static string Remedies(Func<string, int> number) =>
        $"因政府信息公开工作被申请行政复议{number("t4.review.total")}件，被提起行政诉讼{number("t4.suit.total") + number("t4.suitAfterReview.total")}件。";
}
