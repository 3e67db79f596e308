namespace Gongkai.Records.Demo;

/// <summary>Something that falls short, and what will be done about it.</summary>
sealed record Shortfall(string Problem, string Measure);

/// <summary>The sentences that invented reports are made of. None holds a number that a table could contradict.</summary>
static class DemoSentences
{
    /// <summary>The sentence of a year: the next in the list each year, so that no report repeats the one before it.</summary>
    public static T Of<T>(this IReadOnlyList<T> sentences, DemoAgency agency, int year, int step = 1, int ahead = 0) =>
        sentences[(int)((agency.Code.Sum(c => (uint)c) + ((uint)year * step) + ahead) % sentences.Count)];

    public static IReadOnlyList<string> Disclosure(DemoTrade trade) => trade switch
    {
        DemoTrade.Housing =>
        [
            "老旧小区改造逐个小区公布改造内容、施工单位和监督电话，居民在开工前看得到、说得上。",
            "商品房预售项目可以按楼盘查询进度和资金监管账户，购房人不必到窗口打听。",
            "建筑工地扬尘和夜间施工的检查结果按月上网，附有整改前后的对照。",
            "房屋安全排查的进度、鉴定机构名录和应急联系方式集中在一个栏目发布。",
            "住房城乡建设领域的办事指南逐条核对，删去已经取消的材料，补上线上办理入口。",
            "燃气安全检查和瓶装气站点分布做成地图，居民按住址就能找到检查结果。",
            "绿色建筑和装配式建筑的扶持办法配上图解发布，并列出历年兑现情况。",
        ],
        DemoTrade.HousingSecurity =>
        [
            "公租房的申请条件、轮候次序和分配结果分批公布，不宜公开的个人信息均已隐去。",
            "保障性租赁住房的房源、租金和看房时间写在同一张表里，随房源变动更新。",
            "住房租赁补贴的发放批次和审核标准提前公布，落选的申请人可以查到原因类别。",
            "保障房小区的维修报修流程和办结情况按季公布。",
        ],
        DemoTrade.Construction =>
        [
            "在建工程的监督交底、抽查结论和竣工验收监督意见按项目归集公布。",
            "预拌混凝土和钢筋的抽检结果公布到批次，不合格材料的去向一并说明。",
            "起重机械和深基坑的专项检查结果按月公布，整改销号后在原页面注明。",
            "住宅工程质量的常见投诉编成问答，附上处理依据。",
        ],
        DemoTrade.Property =>
        [
            "物业服务企业的信用评价结果和扣分依据一并公布，业主大会选聘时可以直接引用。",
            "住宅专项维修资金的使用办法配上图解，并列出申请所需的表格。",
            "前期物业招投标的中标结果和合同要点按小区公布。",
            "物业收费的构成和投诉渠道在各小区公示栏同步张贴。",
        ],
        DemoTrade.Government =>
        [
            "区级预算决算、重大建设项目和公共资源配置信息按统一目录公布，街道不再重复录入。",
            "重大行政决策的事项目录、草案和意见采纳情况在同一页面前后相接。",
            "义务教育招生、医疗机构监管和养老服务信息由部门发布、区政府门户网站汇总。",
            "惠企政策按行业和兑现时间重新编排，企业输入条件即可对照。",
            "基层政务公开标准目录与权责清单逐项挂接，取消的事项同步下线。",
        ],
        DemoTrade.CityManagement =>
        [
            "道路挖掘和占用的审批结果连同施工时段一并公布，沿线居民可以提前安排出行。",
            "生活垃圾收运时间和投放点位按街区公布，调整前张贴告示。",
            "户外招牌设置规范配上正反示例，商户照图即可办理。",
            "行政执法的裁量基准和案例分类公布，当事人可以自行对照。",
        ],
        DemoTrade.Other =>
        [
            "办事指南与实际办理流程逐项核对，前后不一的已改正。",
            "预算决算信息按统一格式公布，并对增减较大的项目作出说明。",
            "政策文件与解读材料同步公布，互相链接。",
        ],
    };

    public static IReadOnlyList<string> Requests { get; } =
    [
        "答复前均与申请人核对所需内容，能当面说清的不让其再跑一趟。",
        "需要征求第三方意见的，书面告知期限，并在答复中写明采纳情况。",
        "重点核对答复文书中的法律依据和救济途径，用语统一采用示范文本。",
        "对内容不明确的申请一次性告知补正事项，并附填写示例。",
        "申请较集中的信息，经审查后转为主动公开。",
        "信函、网络和当面三种渠道的申请统一编号登记，防止漏办。",
        "每件申请由承办科室和公开机构双人复核后答复。",
    ];

    public static IReadOnlyList<string> Management { get; } =
    [
        "公文起草时同步确定公开属性，不公开的说明理由。",
        "对历年文件开展清理，失效文件在原页面标注，不再单独删除。",
        "主动公开目录按事项重新编排，索引号一经确定不再变动。",
        "发布前落实保密审查和个人信息检查，留存审查记录。",
        "政策文件统一提供网页和可下载文本，便于引用。",
    ];

    public static IReadOnlyList<string> Platform { get; } =
    [
        "政府信息公开专栏改版后，栏目层级减少，手机端可以完整浏览表格。",
        "专栏增加站内检索的筛选条件，可以按年份和文种查找。",
        "政务服务大厅设立公开查阅点，配备查询终端和纸质汇编。",
        "专栏完成无障碍改造，可以用键盘浏览，并支持读屏软件。",
        "新媒体账号与专栏同步发布，避免口径不一。",
        "专栏开设年度报告专页，历年报告均可查阅和下载。",
    ];

    public static IReadOnlyList<string> Supervision { get; } =
    [
        "年内组织业务培训，承办人员全部参加，并以案例考核。",
        "公开工作纳入年度考核，对逾期发布的科室作出提醒。",
        "邀请企业和居民代表对公开内容提出意见，逐条反馈处理结果。",
        "按月自查栏目更新情况，发现的问题当月改正，没有责任追究的情形。",
        "主要负责人听取公开工作汇报，研究解决部门之间的信息共享问题。",
    ];

    /// <summary>How the fifth part begins.</summary>
    public static IReadOnlyList<string> Openings { get; } = ["对照条例的要求和群众的期待，还有两方面不足", "回顾全年工作，仍有两个问题需要改进"];

    public static IReadOnlyList<Shortfall> Shortfalls { get; } =
    [
        new("部分办事指南的更新晚于政策调整", "把修订指南列为政策印发前的必经步骤，由起草科室与公开机构同日完成"),
        new("政策解读以文字为主，群众读起来费力", "为与群众关系密切的政策配发图解和问答，并请窗口人员试读"),
        new("各科室报送信息的格式不一，影响查找", "统一文件模板和要素，格式不全的退回补正后再发布"),
        new("答复文书说理不够充分", "选编典型答复供承办人员参照，并由法制机构抽查"),
        new("公开专栏检索不便，旧文件不易找到", "补录历史文件的索引要素，增加按文号检索的功能"),
        new("公开工作人员变动较多，业务衔接不够", "编写岗位手册，新到岗人员先培训后承办"),
        new("对群众关切的回应不够及时", "梳理咨询热点，按季汇总并主动公布解答口径"),
        new("基层公示栏与网站内容更新不同步", "由专人对照网站更新公示栏，并记录张贴日期"),
        new("公开属性审查留痕不完整", "在办文系统中增加审查环节，未填写理由的不能流转"),
    ];
}
