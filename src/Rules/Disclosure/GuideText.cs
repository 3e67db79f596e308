namespace Gongkai.Rules.Disclosure;

/// <summary>The parts of the guide (政府信息公开指南) that are written as text; what it says of the disclosure office stands with the agency.</summary>
/// <param name="Classes">信息分类.</param>
/// <param name="Arrangement">编排体系.</param>
/// <param name="Access">获取方式.</param>
/// <param name="Procedure">申请程序.</param>
/// <param name="Fees">收费.</param>
/// <param name="Remedies">救济.</param>
public sealed record GuideText(string Classes, string Arrangement, string Access, string Procedure, string Fees, string Remedies)
{
    /// <summary>A part is no longer, in letters.</summary>
    public const int Longest = 4000;

    /// <summary>Where an agency has not written its own. Each line is a paragraph.</summary>
    // 政府信息公开指南包括政府信息的分类、编排体系、获取方式和政府信息公开工作机构的名称、办公地址、办公时间、联系电话、传真号码、互联网联系方式等内容。
    [Law(Statute.Regulation, "12")]
    public static GuideText Usual { get; } = new(
        Classes: """
            本机关公开的政府信息分为主动公开和依申请公开两类。
            主动公开的信息按统计口径分为概况类、政策法规类、工作动态类、审批服务类；具体事项见法定主动公开内容各栏目。
            依法确定为国家秘密的，法律、行政法规禁止公开的，以及公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息，不予公开。
            """,
        Arrangement: """
            主动公开的信息按栏目编排，每条信息有索引号、名称、内容概述、生成日期、发布日期等说明。
            索引号由机构代码、年份和流水号组成，一条信息一个号，编定后不变。
            """,
        Access: """
            主动公开的信息可以在本网站“政府信息公开”专栏检索、查阅和下载，也可以到国家档案馆、公共图书馆和政务服务场所设置的查阅场所查阅。
            没有主动公开的信息，可以向本机关政府信息公开工作机构提出申请。
            """,
        Procedure: """
            提出申请：采用信件、数据电文等书面形式；书写确有困难的，可以口头提出，由工作机构代为填写。申请应当写明姓名或者名称、身份证明、联系方式，所申请信息的名称、文号或者便于查询的其他特征，以及获取信息的方式、途径。申请不需要说明用途。
            补正：申请内容不明确的，工作机构自收到申请之日起7个工作日内一次性告知需要补正的事项和期限，答复期限自收到补正的申请之日起计算。
            答复：能够当场答复的当场答复；不能当场答复的，自收到申请之日起20个工作日内答复；需要延长的，经工作机构负责人同意并告知申请人，延长期限最长不超过20个工作日。征求第三方和其他机关意见所需时间不计算在内。
            """,
        Fees: """
            依申请提供政府信息不收取费用。
            申请公开政府信息的数量、频次明显超过合理范围的，可以按国家规定收取信息处理费，收取前先告知依据、标准和金额。
            """,
        Remedies: """
            公民、法人或者其他组织认为本机关未按照要求主动公开政府信息，或者对申请不依法答复处理的，可以向政府信息公开工作主管部门提出。
            认为本机关在政府信息公开工作中侵犯其合法权益的，可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报，也可以依法申请行政复议或者提起行政诉讼。
            """);

    /// <summary>The parts with their headings, in the order in which they are printed.</summary>
    public IReadOnlyList<(string Heading, string Text)> Parts =>
        [("信息分类", Classes), ("编排体系", Arrangement), ("获取方式", Access), ("申请程序", Procedure), ("收费", Fees), ("救济途径", Remedies)];

    /// <summary>Why it may not be handed in.</summary>
    public Impediment? ToHandIn() =>
        Parts.FirstOrDefault(part => string.IsNullOrWhiteSpace(part.Text)) is { Heading: { } empty } ? new($"请填写“{empty}”。")
        : Parts.FirstOrDefault(part => part.Text.Length > Longest) is { Heading: { } full } ? new($"“{full}”最多 {Longest} 个字，请精简。")
        : null;
}
