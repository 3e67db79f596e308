using System.Globalization;

namespace Gongkai.Documents.Tests.Corpus;

/// <summary>Sentences as agencies write them: true ones about the tables, and ones about something narrower that only sounds like them.</summary>
/// <remarks>Neither may accuse anybody.</remarks>
static class Sentences
{
    /// <summary>What agrees with the tables, in other words each time.</summary>
    public static IEnumerable<string> True(ReportSource source)
    {
        var year = source.Year;
        decimal N(string key) => source[key].Number ?? 0;
        string S(decimal number) => number.ToString(CultureInfo.InvariantCulture);
        decimal Group(string name) => source.Form.Outcomes.Where(row => row.Group?.Contains(name) == true).Sum(row => N($"t3.{row.Key}.total"));

        var (received, person, carriedIn, closed, over) = (N("t3.received.total"), N("t3.received.person"), N("t3.carriedIn.total"), N("t3.total.total"), N("t3.carriedOver.total"));
        var (suits, reviews) = (N("t4.suit.total") + N("t4.suitAfterReview.total"), N("t4.review.total"));

        if (received > 0)
        {
            yield return $"全年共受理依申请公开{S(received)}件，其中自然人申请{S(person)}件，法人或其他组织申请{S(received - person)}件。";
            yield return $"{year}年新收到政府信息公开申请{S(received)}件，加上上年结转的{S(carriedIn)}件，共{S(received + carriedIn)}件。";
            yield return $"当年收到申请{S(received)}件，比上年（{S(received + 7)}件）有所下降。";
            yield return $"收到政府信息公开申请共计 {S(received)} 件，较{year - 1}年减少3件，同比下降{S(Math.Max(1, received / 10 % 60))}.2%。";
        }
        else
        {
            yield return $"{year}年，未收到政府信息公开申请。";
            yield return "全年没有收到公民、法人和其他组织提出的政府信息公开申请，上年结转及结转下年情况见下表。";
        }
        yield return $"办结申请{S(closed)}件（含上年结转），结转下年度{S(over)}件。";
        yield return $"按办理结果分，予以公开{S(N("t3.granted.total"))}件、部分公开{S(N("t3.partlyGranted.total"))}件、不予公开{S(Group("不予公开"))}件、无法提供{S(Group("无法提供"))}件、不予处理{S(Group("不予处理"))}件。";
        if (Group("不予公开") > 0)
            yield return $"不予公开的{S(Group("不予公开"))}件中，属于国家秘密的{S(N("t3.stateSecret.total"))}件，属于内部事务信息的{S(N("t3.internal.total"))}件。";
        yield return $"予以公开及部分公开合计{S(N("t3.granted.total") + N("t3.partlyGranted.total"))}件。";
        if (reviews + suits == 0)
            yield return $"{year}年未发生因政府信息公开引发的行政复议和行政诉讼。";
        else
            yield return $"因政府信息公开被申请行政复议{S(reviews)}件，其中结果维持{S(N("t4.review.upheld"))}件、结果纠正{S(N("t4.review.corrected"))}件；被提起行政诉讼{S(suits)}件，其中未经复议直接起诉{S(N("t4.suit.total"))}件，复议后起诉{S(N("t4.suitAfterReview.total"))}件。";
        if (source.Form.Find("t2.normative.issued") is not null)
            yield return $"全年制发行政规范性文件{S(N("t2.normative.issued"))}件，废止{S(N("t2.normative.repealed"))}件，现行有效{S(N("t2.normative.inForce"))}件。";
        yield return $"作出行政许可决定{S(N("t2.licences.decisions"))}件、行政处罚决定{S(N("t2.penalties.decisions"))}件。";
    }

    /// <summary>What sounds like a cell and is none.</summary>
    public static IEnumerable<string> Narrower(ReportSource source, Random random)
    {
        var year = source.Year;
        int Any() => random.Next(2, 60);

        yield return $"{year - 1}年共收到政府信息公开申请{Any()}件，{year - 1}年底结转{Any() / 20}件。";
        yield return $"其中通过网络渠道收到申请{Any() / 10}件，通过信函收到申请{Any() / 10}件，当面申请{Any() / 10}件。";
        yield return $"第一季度收到政府信息公开申请{Any() / 8}件，均按期答复。";
        yield return $"涉及征地拆迁的申请{Any() / 9}件，不予公开{Any() / 30}件。";
        yield return $"全年办理人大代表建议{Any()}件、政协提案{Any()}件，办理12345热线工单{Any() * 31}件，按时办结率100%。";
        yield return $"清理区政府规范性文件{Any()}件，建议废止{Any() / 5}件。";
        yield return $"作为行政复议机关，全年共受理行政复议案件{Any() * 4}件，审结{Any() * 3}件。";
        yield return $"下属单位收到依申请公开{Any() / 7}件。";
        var (news, notices) = (Any(), Any());
        yield return $"通过门户网站发布信息{news + notices + Any()}条，其中工作动态类{news}条、公示公告类{notices}条等。";
        yield return $"政务微博发布信息{Any() * 9}条，微信公众号发布信息{Any() * 5}条，转发{Any()}条。";
        yield return $"累计公开行政许可结果信息{Any() * 17}条，行政处罚结果信息{Any() * 3}条。";
        yield return $"{year + 1}年，计划将依申请公开平均办理时间缩短至{Any() % 10 + 5}个工作日。";
        yield return $"申请内容主要集中在房屋征收（占{Any()}.5%）、规划许可（占{Any() / 2}.3%）等方面。";
        yield return $"截至{year}年12月31日，政府信息公开申请平台累计收到申请{Any() * 90}件。";
    }
}
