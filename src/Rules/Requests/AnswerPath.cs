using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Rules.Requests;

/// <summary>The questions that lead from a request to its outcome (答复指引), each with its article: is it a request at all, are we responsible, does it exist, may it be given. Whoever answers them has looked at everything.</summary>
/// <param name="Key">Its name in an address.</param>
public sealed record AnswerQuestion(string Key, string Text, string Hint, Citation? Basis, IReadOnlyList<AnswerChoice> Choices)
{
    static Citation Art(int article, int paragraph = 0, int item = 0) => new(Statute.Regulation, article, paragraph, item);

    static AnswerChoice To(string text, string next) => new(text, next, null);

    static AnswerChoice Ends(string text, Outcome outcome) => new(text, null, outcome);

    /// <summary>In the order in which they are asked; the first is where it begins.</summary>
    // 本条例所称政府信息，是指行政机关在履行行政管理职能过程中制作或者获取的，以一定形式记录、保存的信息。
    [Law(Statute.Regulation, "2"), Law(Statute.Regulation, "36"), Law(Statute.Regulation, "39")]
    public static IReadOnlyList<AnswerQuestion> All { get; } =
    [
        new("clear", "申请内容能不能指向特定的政府信息？", "名称、文号或者其他特征描述，足以让工作人员知道要找什么。", Art(29, 2),
            [To("能", "petition"), Ends("补正以后仍然不能", Outcome.StillUnclear)]),
        new("petition", "是不是以申请公开的形式进行信访、投诉、举报或者咨询？", "看实质：申请人要的是一份已有的信息，还是要求处理一件事、回答一个问题。", Art(39, 1),
            [To("不是，要的是已有的信息", "government"), Ends("是信访、投诉、举报", Outcome.Petition)]),
        new("government", "是不是政府信息？", "本机关或者其他行政机关在履行行政管理职能过程中制作或者获取，并以一定形式记录、保存。党务、司法、民事活动中的材料不是。", Art(2),
            [To("是", "publication"), Ends("不是", Outcome.NotGovernmentInformation)]),
        new("publication", "是不是政府公报、报刊、书籍等公开出版物？", "是的，可以告知获取的途径。", Art(39, 2),
            [To("不是", "repeated"), Ends("是", Outcome.Publication)]),
        new("repeated", "是不是重复申请，或者数量、频次明显超过合理范围？", "重复申请：同一申请人、相同的信息、本机关已经答复。数量、频次过大的，应当先要求说明理由。", Art(36, 0, 6),
            [To("都不是", "confirmation"), Ends("已就相同信息答复过同一申请人", Outcome.Duplicate), Ends("数量、频次过大，理由不合理", Outcome.Excessive)]),
        new("confirmation", "是不是要求确认或者重新出具已经获取的信息？", "申请人手里已经有这份信息，只要求盖章、确认。", Art(2),
            [To("不是", "special"), Ends("是", Outcome.Confirmation)]),
        new("special", "法律、行政法规对获取这类信息有没有特别规定？", "例如工商登记资料、不动产登记资料，按该法律、行政法规的规定查询。", Art(36, 0, 7),
            [To("没有", "published"), Ends("有", Outcome.SpecialRegime)]),
        new("published", "是不是已经主动公开？", "请打开链接，确认内容完整、可以获取。", Art(36, 0, 1),
            [To("没有", "ours"), Ends("已经主动公开", Outcome.AlreadyPublished)]),
        new("ours", "是不是由本机关负责公开？", "制作的机关负责；从公民、法人获取的，由保存的机关负责；从其他行政机关获取的，由制作或者最初获取的机关负责。", Art(10),
            [To("是", "exists"), Ends("不是", Outcome.NotResponsible)]),
        new("exists", "经检索，信息是否存在？", "要在可能存放的地方用合适的词查找，并登记检索记录。", Art(36, 0, 4),
            [To("存在", "ready"), Ends("经检索不存在", Outcome.NotExisting), Ends("没有现成信息，需要加工、分析", Outcome.NeedsProcessing)]),
        new("ready", "有没有不能公开的内容？", "逐项核对国家秘密、法律禁止公开、三安全一稳定、第三方权益、内部事务、过程性信息和行政执法案卷；还要经过保密审查。", Art(13, 1),
            [Ends("没有，全部可以公开", Outcome.Granted), To("有", "divide")]),
        new("divide", "能不能作区分处理？", "能够区分的，应当提供可以公开的内容，并对不公开的部分说明理由。", Art(37),
            [Ends("能，其余部分可以公开", Outcome.PartlyGranted), To("不能", "ground")]),
        new("ground", "不能公开的理由是哪一项？", "请选择起决定作用的一项；涉及第三方的，应当先书面征求其意见。", Art(36, 0, 3),
            [
                Ends("依法确定为国家秘密", Outcome.StateSecret), Ends("法律、行政法规禁止公开", Outcome.LawForbidden), Ends("公开后可能危及国家安全、公共安全、经济安全、社会稳定", Outcome.Safety),
                Ends("涉及商业秘密、个人隐私等，公开会损害第三方合法权益", Outcome.ThirdPartyRights), Ends("人事管理、后勤管理、内部工作流程等内部事务信息", Outcome.InternalAffairs),
                Ends("讨论记录、过程稿、磋商信函、请示报告等过程性信息", Outcome.ProcessInformation), Ends("行政执法案卷信息", Outcome.EnforcementDossier),
            ]),
    ];

    public static AnswerQuestion? At(string? key) => key is null ? All[0] : All.FirstOrDefault(one => one.Key == key);
}

/// <summary>One answer to a question: it leads on, or to an outcome.</summary>
public sealed record AnswerChoice(string Text, string? Next, Outcome? Outcome);
