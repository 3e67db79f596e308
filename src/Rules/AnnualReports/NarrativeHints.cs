namespace Gongkai.Rules.AnnualReports;

/// <summary>What the law and the form ask each part of the text to say.</summary>
public static class NarrativeHints
{
    /// <summary>总体情况 has at most so many characters, as a rule.</summary>
    public const int Longest = 1000;

    // 第五十条 政府信息公开工作年度报告应当包括下列内容：（一）行政机关主动公开政府信息的情况；（二）行政机关收到和处理政府信息公开申请的情况；
    // （三）因政府信息公开工作被申请行政复议、提起行政诉讼的情况；（四）政府信息公开工作存在的主要问题及改进情况，各级人民政府的政府信息公开工作年度报告
    // 还应当包括工作考核、社会评议和责任追究结果情况；（五）其他需要报告的事项。
    /// <summary>What a part must say; 0 is the introduction.</summary>
    [Law(Statute.Regulation, "50"), Law(Statute.ReportFormat2021, "附件")]
    public static string Of(int section, bool government) => section switch
    {
        0 => "写明编制依据、统计期限（报告年度1月1日至12月31日）、电子版在哪里可以查到、联系方式。",
        1 => "概述全年工作，写主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面；原则上不超过一千字。"
            + (government ? "人民政府的报告还要写工作考核、社会评议和责任追究结果情况。" : ""),
        2 => "数据填在表二，这里可以不写文字。",
        3 => "数据填在表三，这里可以不写文字。写了数字的，要与表三一致。",
        4 => "数据填在表四，这里可以不写文字。写了数字的，要与表四一致。",
        5 => "写本机关本年的实际问题和改进措施，不照抄上年或者其他单位。" + (government ? "" : "上年所列问题改进得怎样，也在这里写。"),
        6 => "写收取信息处理费的情况（没有收取的写明没有收取），以及其他需要报告的事项；没有的写“无”。",
        _ => throw new ArgumentOutOfRangeException(nameof(section)),
    };

    /// <summary>The introduction as it usually reads; the office changes it as it likes.</summary>
    public static string Introduction(string agency, int year) =>
        $"本报告依照《中华人民共和国政府信息公开条例》第五十条的规定编制，由{agency}发布。\n报告所列数据的统计期限自{year}年1月1日起，至{year}年12月31日止。";
}
