namespace Gongkai.Rules.AnnualReports;

/// <summary>The tables of the two forms: their labels, exactly as the notices print them.</summary>
public static class FormTables
{
    static FormColumn Count(string key, string label, params string[] variants) => new(key, label, Unit.Count, variants);

    [Law(Statute.ReportFormat2019, "表二")]
    internal static FormTable Table2Of2019 { get; } = new(2, "主动公开政府信息情况", 2019,
    [
        new(Table2Heading,
            [new("rules", "规章"), new("normative", "规范性文件", Variants: ["行政规范性文件"])],
            [Count("made", "本年新制作数量", "本年新制作数"), Count("disclosed", "本年新公开数量", "本年新公开数"), Count("total", "对外公开总数量", "对外公开总数")]),
        new("第二十条第（五）项",
            [new("licences", "行政许可"), new("services", "其他对外管理服务事项")],
            DecisionsOf2019),
        new("第二十条第（六）项",
            [new("penalties", "行政处罚"), new("coercion", "行政强制")],
            DecisionsOf2019),
        new("第二十条第（八）项",
            [new("fees", "行政事业性收费")],
            [Count("previous", "上一年项目数量"), new("change", "本年增/减", Unit.Change)]),
        new("第二十条第（九）项",
            [new("procurement", "政府集中采购")],
            [Count("projects", "采购项目数量"), new("amount", "采购总金额", Unit.Yuan)]),
    ]);

    static IReadOnlyList<FormColumn> DecisionsOf2019 =>
        [Count("previous", "上一年项目数量"), new("change", "本年增/减", Unit.Change), Count("decisions", "处理决定数量")];

    [Law(Statute.ReportFormat2021, "表二")]
    internal static FormTable Table2Of2021 { get; } = new(2, "主动公开政府信息情况", 2021,
    [
        new(Table2Heading,
            [new("rules", "规章"), new("normative", "行政规范性文件", Variants: ["规范性文件"])],
            [Count("issued", "本年制发件数"), Count("repealed", "本年废止件数"), Count("inForce", "现行有效件数")]),
        new("第二十条第（五）项", [new("licences", "行政许可")], [Count("decisions", "本年处理决定数量", "处理决定数量")]),
        new("第二十条第（六）项",
            [new("penalties", "行政处罚"), new("coercion", "行政强制")],
            [Count("decisions", "本年处理决定数量", "处理决定数量")]),
        new("第二十条第（八）项",
            [new("fees", "行政事业性收费")],
            [new("amount", "本年收费金额（单位：万元）", Unit.TenThousandYuan, "本年收费金额")]),
    ]);

    static IReadOnlyList<FormColumn> ApplicantKinds =>
    [
        Count("person", "自然人"), Count("business", "商业企业"), Count("research", "科研机构"), Count("welfare", "社会公益组织"),
        Count("legalService", "法律服务机构"), Count("otherBody", "其他"), Count(ReportForm.Total, "总计"),
    ];

    /// <summary>What stands over the columns of table 3, and in its corner.</summary>
    public const string ApplicantsHeading = "申请人情况";
    public const string OrganizationsHeading = "法人或其他组织";
    public const string CornerText = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

    /// <summary>What stands to the left of everything that became of a request.</summary>
    public const string OutcomesHeading = "三、本年度办理结果";

    /// <summary>What stands above the first block of table 2.</summary>
    public const string Table2Heading = "第二十条第（一）项";

    /// <summary>The first heading of every header row of table 2.</summary>
    public const string ContentHeading = "信息内容";

    /// <summary>What stands over the two litigation blocks of table 4.</summary>
    public const string LitigationHeading = "行政诉讼";

    const string Refused = "（三）不予公开";
    const string Unable = "（四）无法提供";
    const string NotProcessed = "（五）不予处理";
    const string OtherHandling = "（六）其他处理";

    static IReadOnlyList<FormRow> RowsBeforeOtherHandling =>
    [
        new(ReportForm.Received, "本年新收政府信息公开申请数量", "一、"),
        new(ReportForm.CarriedIn, "上年结转政府信息公开申请数量", "二、"),
        new("granted", "予以公开", "（一）"),
        new("partlyGranted", "部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）", null, "部分公开"),
        new("stateSecret", "属于国家秘密", "1.", Refused),
        new("lawForbidden", "其他法律行政法规禁止公开", "2.", Refused),
        new("safety", "危及“三安全一稳定”", "3.", Refused),
        new("thirdParty", "保护第三方合法权益", "4.", Refused),
        new("internal", "属于三类内部事务信息", "5.", Refused),
        new("process", "属于四类过程性信息", "6.", Refused),
        new("enforcement", "属于行政执法案卷", "7.", Refused),
        new("query", "属于行政查询事项", "8.", Refused),
        new("notHeld", "本机关不掌握相关政府信息", "1.", Unable),
        new("needsProcessing", "没有现成信息需要另行制作", "2.", Unable),
        new("stillUnclear", "补正后申请内容仍不明确", "3.", Unable),
        new("petition", "信访举报投诉类申请", "1.", NotProcessed),
        new("duplicate", "重复申请", "2.", NotProcessed),
        new("publication", "要求提供公开出版物", "3.", NotProcessed),
        new("excessive", "无正当理由大量反复申请", "4.", NotProcessed),
        new("confirmation", "要求行政机关确认或重新出具已获取信息", "5.", NotProcessed),
    ];

    static IReadOnlyList<FormRow> LastRows => [new(ReportForm.Total, "总计", "（七）"), new(ReportForm.CarriedOver, "结转下年度继续办理", "四、")];

    [Law(Statute.ReportFormat2019, "表三")]
    internal static FormTable Table3Of2019 { get; } = new(3, "收到和处理政府信息公开申请情况", 2019,
        [new(null, [.. RowsBeforeOtherHandling, new("otherHandling", "其他处理", "（六）"), .. LastRows], ApplicantKinds)]);

    [Law(Statute.ReportFormat2021, "表三")]
    internal static FormTable Table3Of2021 { get; } = new(3, "收到和处理政府信息公开申请情况", 2021,
    [
        new(null,
        [
            .. RowsBeforeOtherHandling,
            new("noCorrection", "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.", OtherHandling),
            new("noPayment", "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "2.", OtherHandling),
            new("other", "其他", "3.", OtherHandling),
            .. LastRows,
        ], ApplicantKinds),
    ]);

    /// <summary>Table 4, the same in both forms. It is printed sideways: one line of fifteen cells.</summary>
    [Law(Statute.ReportFormat2019, "表四"), Law(Statute.ReportFormat2021, "表四")]
    public static FormTable Table4 { get; } = new(4, "政府信息公开行政复议、行政诉讼情况", 2021,
    [
        new(null,
            [new("review", "行政复议"), new("suit", "未经复议直接起诉"), new("suitAfterReview", "复议后起诉")],
            [Count("upheld", "结果维持"), Count("corrected", "结果纠正"), Count("other", "其他结果"), Count("pending", "尚未审结"), Count(ReportForm.Total, "总计")]),
    ]);
}
