using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>Writes the prose of a report so that every number in it agrees with the tables.</summary>
/// <remarks>It also mentions narrower numbers (a channel, one kind of request): those must accuse nobody.</remarks>
public static class Narrative
{
    public static ReportSource Write(ReportSource source, Random random)
    {
        var year = source.Year;
        var we = source.Agency.EndsWith('局') ? "我局" : "本机关";
        string Of(string key) => source[key].Number!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        decimal Sum(string group) => source.Form.Outcomes.Where(row => row.Group?.Contains(group) == true)
            .Sum(row => source[$"t3.{row.Key}.total"].Number!.Value);

        var title = random.Next(4) switch
        {
            0 => $"{source.Agency}\n{year}年政府信息公开工作年度报告",
            1 => $"{source.Agency}{year}年度政府信息公开工作年度报告",
            2 => $"{year}年{source.Agency}政府信息公开工作年度报告",
            _ => $"{source.Agency}{year}年政府信息公开工作年度报告",
        };
        List<string> intro = [$"根据《中华人民共和国政府信息公开条例》有关规定，现公布{source.Agency}{year}年政府信息公开工作年度报告。本报告中所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"];
        if (random.Next(2) == 0)
            intro.Add("本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。如有疑问，请与办公室联系（地址：人民路88号，邮编：410000，电话：0731-88880000）。");

        var first = random.Next(1, 30);
        var second = random.Next(1, 90);
        var third = random.Next(1, 60);
        List<string> overall =
        [
            $"（一）主动公开。{year}年，{we}围绕中心工作加大公开力度，全年通过门户网站主动公开政府信息{first + second + third}条，其中概况类{first}条、政策法规类{second}条、工作动态类{third}条。召开新闻发布会{random.Next(1, 5)}场，发布解读稿件{random.Next(1, 20)}篇。",
            $"（二）依申请公开。全年共收到政府信息公开申请{Of("t3.received.total")}件，上年结转{Of("t3.carriedIn.total")}件，均已在法定期限内答复，结转下年度继续办理{Of("t3.carriedOver.total")}件。",
            "（三）政府信息管理。完善信息发布审核流程，坚持先审后发，明确专人负责，做到底数清、去向明。",
            $"（四）平台建设。优化网站栏目{random.Next(2, 9)}个，政务新媒体关注人数比上年增长{random.Next(1, 30)}.{random.Next(1, 9)}%。",
            "（五）监督保障。把政府信息公开纳入年度考核，组织培训2次，未发生责任追究的情形。",
        ];
        List<string> requests = random.Next(3) switch
        {
            0 => [],
            1 => [$"{year}年共办结政府信息公开申请{Of("t3.total.total")}件。其中，予以公开{Of("t3.granted.total")}件，部分公开{Of("t3.partlyGranted.total")}件，不予公开{Sum("不予公开")}件，无法提供{Sum("无法提供")}件，不予处理{Sum("不予处理")}件。"],
            _ => [$"{we}本年新收政府信息公开申请{Of("t3.received.total")}件，按申请人分，自然人{Of("t3.received.person")}件、商业企业{Of("t3.received.business")}件。通过网络平台提交的有{(int)(source["t3.received.total"].Number!.Value / 2)}件。"],
        };
        List<string> remedies = random.Next(3) switch
        {
            0 => [],
            1 => [$"{year}年，因政府信息公开工作被申请行政复议{Of("t4.review.total")}件，被提起行政诉讼{source["t4.suit.total"].Number + source["t4.suitAfterReview.total"].Number}件。"],
            _ => ["具体情况见下表。"],
        };
        foreach (var sentence in Picked(Sentences.True(source), random, 3)) overall.Insert(random.Next(1, overall.Count), sentence);
        foreach (var sentence in Picked(Sentences.Narrower(source, random), random, 3)) overall.Insert(random.Next(overall.Count), sentence);
        if (random.Next(3) == 0) requests.AddRange(Picked(Sentences.True(source), random, 1));
        List<string> problems =
        [
            $"{year}年，{we}政府信息公开工作取得了一定成效，但还存在一些不足：一是公开内容的深度有待加强；二是政策解读的形式还不够丰富。",
            "（一）丰富解读形式。综合运用图文、视频等方式，提高解读的可读性。",
            $"（二）加强队伍建设。{year + 1}年计划开展业务培训{random.Next(2, 6)}次，覆盖全部科室。",
        ];
        List<string> others = random.Next(3) switch
        {
            0 => ["无。"],
            1 => ["本年度未收取信息处理费，没有其他需要报告的事项。"],
            _ => [$"{year}年{we}收取信息处理费0元。", "其他无需要报告的事项。"],
        };
        static IEnumerable<string> Picked(IEnumerable<string> sentences, Random random, int most)
        {
            var all = sentences.ToArray();
            random.Shuffle(all);
            return all.Take(random.Next(most + 1));
        }

        string Fourth() => random.Next(3) switch
        {
            0 => "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            1 => "四、政府信息公开行政复议和行政诉讼情况",
            _ => "四、政府信息公开行政复议、行政诉讼情况",
        };
        string Fifth() => random.Next(3) switch
        {
            0 => "五、政府信息公开工作存在的主要问题及改进情况",
            1 => "五、存在的主要问题和改进措施",
            _ => "五、存在的主要问题及改进情况",
        };

        return source with
        {
            Title = title,
            Introduction = intro,
            Sections =
            [
                new(1, "一、总体情况", overall),
                new(2, "二、主动公开政府信息情况", random.Next(3) == 0 ? [$"{we}严格执行主动公开基本目录，{year}年度数据如下。"] : []),
                new(3, "三、收到和处理政府信息公开申请情况", requests),
                new(4, Fourth(), remedies),
                new(5, Fifth(), problems),
                new(6, "六、其他需要报告的事项", others),
            ],
            Signature = random.Next(2) == 0 ? [source.Agency, $"{year + 1}年1月{random.Next(5, 29)}日"] : [],
        };
    }
}

/// <summary>Cells as careless agencies fill them.</summary>
static class Oddities
{
    public static ReportSource Put(ReportSource source, Random random)
    {
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var cell = source.Form.Cells[random.Next(source.Form.Cells.Count)];
            var number = source.Cells[cell.Index].Number;
            var printed = Printed(cell, number ?? 0, random);
            source = source.With(cell.Key, printed);
        }
        return source;
    }

    static PrintedCell Printed(FormCell cell, decimal number, Random random) => (cell.Unit, random.Next(8)) switch
    {
        (Unit.Change, < 3) when number > 0 => new($"增{number}", number),
        (Unit.Change, < 3) when number < 0 => new($"{number}", number),
        (Unit.Yuan, < 4) => new($"{number}元", number),
        (Unit.Yuan or Unit.TenThousandYuan, < 6) => new($"{number}万元", number),
        (_, 0) => new("-", null),
        (_, 1) => new("/", null),
        (_, 2) => new("—", null),
        (_, 3) => new("无", null),
        (_, 4) when cell.Unit == Unit.Count => new($"{number}件", number),
        (_, 5) when number >= 1000 && decimal.IsInteger(number) => new(number.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture), number),
        _ => new("", null),
    };
}
