namespace Gongkai.Rules.Disclosure;

public sealed partial record PlannedEntry
{
    const DisclosureMode Permanent = DisclosureMode.Permanent, Periodic = DisclosureMode.Periodic;

    const string Levying = "《国有土地上房屋征收与补偿条例》", Licensing = "《中华人民共和国行政许可法》", Penalties = "《中华人民共和国行政处罚法》",
        Procurement = "《中华人民共和国政府采购法实施条例》", Business = "《优化营商环境条例》", Enforcement = "国办发〔2018〕118号", Regulation = "《中华人民共和国政府信息公开条例》";

    static readonly Channel[] Hall = [Channel.ServiceCentre], Board = [Channel.NoticeBoard], Site = [Channel.OnSite, Channel.NoticeBoard];

    static TimeRule Within(int days, string basis) => new(TimeRuleKind.WorkingDays, days, Basis: basis);

    static TimeRule Every(int months) => new(TimeRuleKind.EveryMonths, TimeRule.UsualDays, months);

    static TimeRule Comment(string basis) => new(TimeRuleKind.CommentDays, 30, Basis: basis);

    /// <summary>By the rows of the standard catalogues that concern such a department; each may be changed, closed or added to.</summary>
    /// <remarks>An article is named only where it is known; a row without one rests on the Regulation's own.</remarks>
    public static IReadOnlyList<PlannedEntry> Usual { get; } =
    [
        // 综合政务
        new("机构信息", "机关概况", "●机关名称●办公地址●办公时间●联系方式●邮政编码", "jggk", "20.2", Permanent),
        new("机构信息", "机关职能", "●职能●依据", "jggk", "20.2", Permanent),
        new("机构信息", "内设机构和下属单位", "●机构名称●职责●负责人姓名●联系电话〇办公地址", "nsjg", "20.2", Permanent),
        new("机构信息", "领导信息", "●姓名●职务●分工", "ldfg", "20.2", Permanent),
        new("政府信息公开", "公开指南", "●信息分类●编排体系●获取方式●工作机构名称●办公地址●办公时间●联系电话●传真号码●互联网联系方式", "zd", "20.15", Permanent) { Bases = [$"{Regulation}第十二条"] },
        new("政府信息公开", "公开制度", "●文件名称●发布机关●正文", "zd", "20.15", Permanent),
        new("政府信息公开", "公开目录", "●索引●名称●内容概述●生成日期", "zd", "20.15", Permanent) { Bases = [$"{Regulation}第十二条"] },
        new("政府信息公开", "年度报告", "●主动公开情况●申请办理情况●复议诉讼情况●存在问题和改进情况●其他事项", "zd", "20.15", Periodic)
            { Bases = [$"{Regulation}第四十九条", $"{Regulation}第五十条"], Times = [new(TimeRuleKind.YearlyBy, By: new(2000, 1, 31), Basis: $"{Regulation}第四十九条")] },
        new("政策文件", "行政规范性文件", "●文件名称●文号●发文机关●成文日期●实施日期●有效性●正文", "gfxwj", "20.1"),
        new("政策文件", "其他文件", "●文件名称●文号●发文机关●成文日期●正文", "qtwj", "20.1"),
        new("政策文件", "政策解读", "●解读标题●解读内容●所解读的文件", "zcjd", "20.1"),
        new("政策文件", "规范性文件草案征求意见", "●草案●起草说明●征求意见的期限●反馈渠道〇采纳情况", "tzgg", "20.1") { Bases = [$"{Business}第六十二条"], Times = [Comment($"{Business}第六十二条"), TimeRule.Usual] },
        new("政策文件", "规范性文件清理结果", "●继续有效目录●废止目录●失效目录", "gfxwj", "20.1", Periodic) { Times = [Every(12)] },
        new("规划计划", "专项规划", "●规划名称●规划期限●正文〇附图", "ghjh", "20.3"),
        new("规划计划", "年度工作计划", "●计划名称●年度●主要任务", "ghjh", "20.3", Periodic) { Times = [Every(12)] },
        new("规划计划", "年度工作总结", "●年度●完成情况", "ghjh", "20.3", Periodic) { Times = [Every(12)] },
        new("统计信息", "房地产市场统计", "●统计期●开发投资●商品房销售", "tjxx", "20.4", Periodic) { Times = [Every(3)] },
        new("统计信息", "建筑业统计", "●统计期●建筑业总产值", "tjxx", "20.4", Periodic) { Times = [Every(3)] },
        new("财政预决算", "部门预算", "●预算说明●预算表●三公经费", "czxx", "20.7", Periodic) { Times = [Every(12)] },
        new("财政预决算", "部门决算", "●决算说明●决算表●三公经费", "czxx", "20.7", Periodic) { Times = [Every(12)] },
        new("行政事业性收费", "收费目录清单", "●收费项目●收费标准●政策依据●收费单位", "xzsf", "20.8", Permanent) { Bases = [$"{Business}第二十五条"], Also = Hall },
        new("政府集中采购", "采购结果和采购文件", "●项目名称●采购结果●采购文件", "zfcg", "20.9") { Bases = [$"{Procurement}第四十三条"], Times = [Within(2, $"{Procurement}第四十三条")] },
        new("政府集中采购", "采购合同", "●合同名称●合同正文", "zfcg", "20.9") { Bases = [$"{Procurement}第五十条"], Times = [Within(2, $"{Procurement}第五十条")] },
        new("招考录用", "招考公告和录用结果", "●职位●名额●报考条件●录用结果", "zkly", "20.14"),
        new("重大决策", "决策预公开", "●决策事项●草案●说明●征求意见的期限和渠道", "tzgg", "20.15") { Times = [TimeRule.Usual] },
        new("重大决策", "决策结果", "●会议名称●时间地点●结果", "tzgg", "20.15"),

        // 行政许可和执法
        new("行政许可", "办事指南", "●事项名称●设定依据●申请条件●申请材料●办理流程●办理地点●办理时间●联系电话", "bszn", "20.5", Permanent) { Bases = [$"{Licensing}第三十条"], Also = Hall },
        new("行政许可", "准予许可决定", "●相对人名称●决定文书号●许可内容●决定日期●许可机关", "xkjg", "20.5") { Bases = [$"{Licensing}第四十条", Enforcement], Times = [Within(7, Enforcement), TimeRule.Usual] },
        new("权责清单", "权责清单和动态调整", "●事项类型●事项名称●实施依据●责任事项●追责情形●实施机构〇子项名称", "xzxk", "20.5", Permanent),
        new("行政执法", "执法主体和人员", "●执法主体●职责●权限●执法人员名单", "zfyj", "20.6", Permanent) { Bases = [Enforcement] },
        new("行政执法", "执法依据和程序", "●依据●程序●流程图●救济渠道●咨询、监督投诉方式", "zfyj", "20.6", Permanent) { Bases = [Enforcement] },
        new("行政执法", "行政处罚裁量基准", "●违法行为●裁量因素●裁量幅度", "zfyj", "20.6", Permanent) { Bases = [Enforcement] },
        new("行政执法", "随机抽查事项清单", "●抽查事项●抽查依据●抽查主体●抽查方式", "zfyj", "20.6", Permanent) { Bases = [Enforcement] },
        new("行政执法", "行政处罚决定", "●相对人名称●决定书文号●违法事实●处罚依据●处罚内容●决定日期●处罚机关", "cfjg", "20.6") { Bases = [$"{Penalties}第四十八条", Enforcement], Times = [Within(7, Enforcement), TimeRule.Usual] },
        new("行政执法", "处罚决定的撤回和更正", "●原决定书文号●变动结果●理由", "cfjg", "20.6") { Bases = [$"{Penalties}第四十八条"], Times = [Within(3, $"{Penalties}第四十八条")] },
        new("监督检查", "工程质量安全检查", "●检查对象●检查内容●检查结果〇整改要求", "jdjc", "20.13"),
        new("监督检查", "双随机抽查结果", "●抽查事项●抽查对象●抽查结果", "jdjc", "20.13"),
        new("应急管理", "应急预案", "●预案名称●适用范围●组织体系●响应措施", "yjgl", "20.12", Permanent),
        new("应急管理", "预警和应对", "●预警内容●防范提示〇应对情况", "yjgl", "20.12") { May = [Channel.SocialMedia, Channel.Broadcast, Channel.ReadingPlace] },

        // 保障性住房
        new("保障性住房", "政策文件", "●文件名称●文号●发布部门●发布日期●实施日期●正文", "zfbz", "20.11") { Under = "法规政策" },
        new("保障性住房", "年度计划和完成情况", "●计划任务●完成情况", "zfbz", "20.11", Periodic) { Times = [Every(12)], Under = "规划计划" },
        new("保障性住房", "项目建设", "●项目名称●建设地点●套数●开工时间〇竣工时间", "zfbz", "20.11") { Under = "建设管理" },
        new("保障性住房", "公租房承租资格审核", "●申请条件●审核程序●审核结果", "zfbz", "20.11") { Under = "配给管理", Also = Board },
        new("保障性住房", "租赁补贴资格审核和发放", "●申请条件●审核结果●发放标准", "zfbz", "20.11") { Under = "配给管理", Also = Board },
        new("保障性住房", "选房或者摇号公告", "●房源●时间地点●规则〇结果", "zfbz", "20.11") { Under = "配给管理", Also = Board },

        // 国有土地上房屋征收与补偿
        new("国有土地上房屋征收", "政策文件", "●文件名称●文号●发布部门●正文", "fwzs", "21.5") { Under = "法规政策" },
        new("国有土地上房屋征收", "启动要件和社会稳定风险评估", "●启动要件●评估结果", "fwzs", "21.5") { Under = "征收", OnRequest = true, Group = "申请人" },
        new("国有土地上房屋征收", "房屋调查结果", "●调查通知●调查结果●认定结果", "fwzs", "21.5") { Under = "征收", Bases = [$"{Levying}第十五条"], Group = "征收范围内的被征收人", Also = Site },
        new("国有土地上房屋征收", "补偿方案征求意见", "●补偿方案●征求意见的期限●征求意见情况●修改情况", "fwzs", "21.5") { Under = "征收", Times = [Comment(""), TimeRule.Usual], Also = Site },
        new("国有土地上房屋征收", "房屋征收决定公告", "●征收决定●补偿方案●复议、诉讼权利", "fwzs", "21.5") { Under = "征收", Also = Site },
        new("国有土地上房屋征收", "初步评估结果", "●评估机构●分户初步评估结果", "fwzs", "21.5") { Under = "评估", Group = "征收范围内的被征收人", Also = Site },
        new("国有土地上房屋征收", "分户补偿情况", "●分户补偿结果", "fwzs", "21.5") { Under = "补偿", Bases = [$"{Levying}第二十九条"], Group = "征收范围内的被征收人", Also = Site },
        new("国有土地上房屋征收", "补偿决定公告", "●补偿决定●复议、诉讼权利", "fwzs", "21.5") { Under = "补偿", Also = Site },

        // 农村危房改造
        new("农村危房改造", "政策文件和解读", "●文件名称●文号●正文〇解读", "zfbz", "20.11") { Under = "政策" },
        new("农村危房改造", "补助对象和任务分配", "●补助农户名单●任务数●补助标准", "zfbz", "20.11") { Under = "计划实施", Also = Board },
        new("农村危房改造", "条件与标准", "●等级评定标准●对象申请条件●资金补助标准●竣工合格标准", "zfbz", "20.11", Permanent) { Under = "条件与标准" },

        // 市政服务和行业管理
        new("市政服务", "燃气经营许可", "●申请条件●申请材料●申请流程●法定依据〇办理结果", "bszn", "20.5", Permanent) { Under = "城镇燃气管理", Also = Hall },
        new("市政服务", "占用、挖掘城市道路审批", "●申请条件●申请材料●申请流程●法定依据〇办理结果", "bszn", "20.5", Permanent) { Under = "市政设施建设类审批", Also = Hall },
        new("市政服务", "市政设施建设和养护", "●项目名称●建设内容●工期", "szjs", "21.1"),
        new("公共服务", "供水、供气、供热行业监管", "●监管要求●企业信息公开情况", "ggfw", "21.2") { Bases = ["建城规〔2021〕4号"] },
        new("公共服务", "物业管理", "●管理要求●办事提示", "ggfw", "21.2"),
        new("重大建设项目", "批准和实施", "●项目名称●批准结果●招标投标●施工进展●竣工验收", "zdxm", "20.10"),
        new("通知公告", "停水停气和道路占用公告", "●原因●范围●时间●联系方式", "tzgg", "20.15") { Also = Board },
    ];
}
