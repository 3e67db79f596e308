using static Gongkai.Rules.Requests.Letters.RequestLetter;

namespace Gongkai.Rules.Requests.Letters;

// What each letter has to say.
public static partial class LetterChecks
{
    static Impediment? ToSaying(LetterContent content) => content.Letter switch
    {
        Application or ThirdPartyOpinion or ProofOfService => null,
        Acknowledgement => Dated(content.Until, "请写明答复期限。"),
        CorrectionNotice => ToAskingForCorrection(content),
        ReasonsNotice => Some(content.Reasons, "请写明为什么认为申请的数量、频次明显超过合理范围。") ?? Dated(content.Until, "请写明说明理由的期限。"),
        ExtensionNotice => ToExtending(content),
        ThirdPartyConsultation or JointMakerConsultation => Points(content, "请写明征求意见的政府信息。"),
        ConsultationNotice => Some(content.Found, "请写明向谁征求意见。"),
        DisclosureNotice => Points(content, "请写明决定公开的政府信息内容。") ?? Some(content.Reasons, "第三方不同意而决定公开的，应当书面告知理由，请填写理由。"),
        Assistance => Points(content, "请写明需要协助的事项。") ?? Dated(content.Until, "请写明请对方回复的日期。"),
        FeeNotice => content.Yuan > 0 ? Some(content.Reasons, "收费通知应当说明收费的依据和标准，请填写。") ?? Some(content.Provision, "请写明缴纳方式。") : new("请填写收费金额。"),
        DeferralNotice => Dated(content.Until, "请写明延迟答复的日期。") ?? Some(content.Reasons, "请写明延迟答复的理由。"),

        RequestLetter.AlreadyPublished => Some(content.Provision, "已经主动公开的，应当告知获取该政府信息的方式、途径，请填写。"),
        RequestLetter.Granted => Provided(content),
        RequestLetter.PartlyGranted => ToDividing(content),
        RequestLetter.StateSecret => ToRefusing(content) ?? ToKeepingSecret(content.Secret, content.On),
        RequestLetter.LawForbidden => ToRefusing(content) ?? Carried(content, "依法禁止公开的，应当引用禁止公开的法律或者行政法规，请填写。"),
        RequestLetter.Safety or RequestLetter.InternalAffairs or RequestLetter.ProcessInformation or RequestLetter.EnforcementDossier => ToRefusing(content),
        RequestLetter.ThirdPartyRights => ToRefusing(content) ?? ToProtecting(content),
        RequestLetter.SpecialRegime => Carried(content, "应当引用对这类信息的获取有特别规定的法律或者行政法规，请填写。") ?? Some(content.Provision, "请告知依照有关法律、行政法规的规定到哪里、怎样办理。"),
        RequestLetter.NotExisting => ToNotFinding(content.Search),
        RequestLetter.NotResponsible => ToPointing(content),
        RequestLetter.NeedsProcessing => Some(content.Reasons, "请说明为什么需要加工、分析。"),
        RequestLetter.StillUnclear => Earlier(content, "请写明补正告知书的文号和日期。") ?? Some(content.Reasons, "请说明补正后的申请内容为什么仍不明确。"),
        RequestLetter.Petition => Some(content.Reasons, "请说明为什么认定是信访、投诉、举报等活动。"),
        RequestLetter.Duplicate => Earlier(content, "重复申请应当写明以前答复的文号和日期，请填写。"),
        RequestLetter.Publication => Some(content.Provision, "请告知从哪里可以获取该公开出版物。"),
        RequestLetter.Excessive => Earlier(content, "不予处理以前应当要求申请人说明理由，请写明说明理由告知书的文号和日期。") ?? Some(content.Reasons, "请说明为什么认为申请的理由不合理。"),
        RequestLetter.Confirmation => Some(content.Reasons, "请说明为什么认定是要求确认或者重新出具已经获取的信息。"),
        RequestLetter.NotCorrected => Earlier(content, "请写明补正告知书的文号和日期。") ?? Passed(content, "补正"),
        RequestLetter.NotPaid => Earlier(content, "请写明收费通知书的文号和日期。") ?? Passed(content, "缴费"),
        RequestLetter.Withdrawn => Dated(content.Until, "请写明申请人撤回申请的日期。"),
        RequestLetter.NotGovernmentInformation => Some(content.Reasons, "请说明为什么不属于政府信息。"),
        RequestLetter.OtherwiseEnded => Some(content.Reasons, "请说明这样处理的理由。"),
        RecordCorrection => Some(content.Found, "请写明处理结果。") ?? Some(content.Reasons, "请说明处理的理由。"),
        SuggestionReply => Some(content.Found, "请写明审核的结果。"),
    };

    // 给予指导和释明，并自收到申请之日起7个工作日内一次性告知申请人作出补正，说明需要补正的事项和合理的补正期限.
    [Law(Statute.Regulation, "30")]
    static Impediment? ToAskingForCorrection(LetterContent content) => Points(content, "请一次性写明全部需要补正的事项。")
        ?? (content.Until is { } until && until <= content.On ? new("补正期限应当晚于告知书的日期。") : Dated(content.Until, "请写明合理的补正期限。"));

    [Law(Statute.Regulation, "33")]
    static Impediment? ToExtending(LetterContent content) =>
        content.Days is < 1 or > Clock.LongestExtension ? new($"延长的期限最长 {Clock.LongestExtension} 个工作日，请填写 1 到 {Clock.LongestExtension}。")
        : Dated(content.Until, "请写明延长后的答复期限。") ?? Some(content.Reasons, "请写明延期的理由。");

    // 决定不予公开的，告知申请人不予公开并说明理由; what can be separated must be given.
    [Law(Statute.Regulation, "36"), Law(Statute.Regulation, "37")]
    static Impediment? ToRefusing(LetterContent content) => Some(content.Reasons, "不予公开应当说明理由，请填写。")
        ?? Some(content.WhyWhole, "请说明为什么不能区分处理；能够区分的，应当部分公开。");

    [Law(Statute.Regulation, "37")]
    static Impediment? ToDividing(LetterContent content) =>
        content.Withheld is [] ? new("部分公开应当写明哪些部分不予公开。没有不予公开的部分的，请出具予以公开告知书。")
        : content.Withheld.FirstOrDefault(part => string.IsNullOrWhiteSpace(part.What) || string.IsNullOrWhiteSpace(part.Reasons)) is not null ? new("请写明每个不予公开的部分是什么、为什么不予公开。")
        : content.Withheld.FirstOrDefault(part => !MayBeWithheld(part.Ground)) is { } odd ? new($"“{odd.Ground.Name}”不能作为部分不予公开的理由，请另选。")
        : Provided(content)
        ?? (Withholds(content, Outcome.StateSecret) ? ToKeepingSecret(content.Secret, content.On) : null)
        ?? (Withholds(content, Outcome.LawForbidden) ? Carried(content, "依法禁止公开的部分，应当引用禁止公开的法律或者行政法规，请填写。") : null)
        ?? (Withholds(content, Outcome.ThirdPartyRights) ? ToProtecting(content) : null);

    // 申请公开的信息中含有不应当公开或者不属于政府信息的内容: and what is not there, not ours, or under a regime of its own.
    static bool MayBeWithheld(Outcome ground) => ground.IsRefusal || ground is Outcome.NotGovernmentInformation or Outcome.SpecialRegime or Outcome.NotExisting or Outcome.NotResponsible or Outcome.NeedsProcessing;

    static bool Withholds(LetterContent content, Outcome ground) => content.Withheld.Any(part => part.Ground == ground);

    // 依法确定为国家秘密: without a mark it is none, and when its term is over it is none any more.
    [Law(Statute.Regulation, "14")]
    static Impediment? ToKeepingSecret(SecretMark? mark, DateOnly on) =>
        mark is null || string.IsNullOrWhiteSpace(mark.Grade) || string.IsNullOrWhiteSpace(mark.Basis) || string.IsNullOrWhiteSpace(mark.Officer) || mark.Until is null && string.IsNullOrWhiteSpace(mark.UntilWhat)
            ? new("只有依法确定的国家秘密才能这样答复，请登记密级、定密依据、保密期限和定密责任人。")
        : mark.Grade.Trim() is not ("绝密" or "机密" or "秘密") ? new("密级只有绝密、机密、秘密三级，请改正。")
        : mark.Until < on ? new($"保密期限已于 {mark.Until:yyyy-MM-dd} 届满，已经自行解密，不能再以国家秘密为由不予公开。")
        : null;

    // 依申请公开的政府信息公开会损害第三方合法权益的，行政机关应当书面征求第三方的意见。
    [Law(Statute.Regulation, "15"), Law(Statute.Regulation, "32")]
    static Impediment? ToProtecting(LetterContent content) =>
        content.ThirdParties is [] && !content.ThirdPartySilent ? new("公开会损害第三方合法权益的，应当先书面征求第三方的意见，请登记征求意见的情况。")
        : content.ThirdParties is not [] && !content.ThirdPartySilent && content.ThirdParties.All(stance => stance is Stance.Consents) ? new("第三方已经同意公开，不能再以保护第三方合法权益为由不予公开。")
        : null;

    // 经检索没有所申请公开信息的，告知申请人该政府信息不存在.
    [Law(Statute.Regulation, "36")]
    static Impediment? ToNotFinding(SearchRecord? search) =>
        search is null ? new("答复不存在以前应当检索，请先登记检索记录。")
        : search.Places is [] || search.Words is [] || string.IsNullOrWhiteSpace(search.By) ? new("检索记录不完整，请补充检索的范围、关键词和检索人。")
        : null;

    // 不属于本行政机关负责公开的，告知申请人并说明理由；能够确定负责公开该政府信息的行政机关的，告知申请人该行政机关的名称、联系方式.
    [Law(Statute.Regulation, "36")]
    static Impediment? ToPointing(LetterContent content) => Some(content.Reasons, "不属于本机关负责公开的，应当说明理由，请填写。") ?? (content.Responsible, content.ResponsibleUnknown) switch
    {
        (null, false) => new("请填写负责公开的行政机关的名称和联系方式；确实不能确定的，请注明不能确定。"),
        ({ } agency, false) when string.IsNullOrWhiteSpace(agency.Name) || string.IsNullOrWhiteSpace(agency.Contact) => new("负责公开的行政机关，名称和联系方式都要告知，请补上。"),
        ({ }, true) => new("已经填写负责公开的行政机关，请不要再注明不能确定。"),
        _ => null,
    };

    // 可以公开的，向申请人提供该政府信息，或者告知申请人获取该政府信息的方式、途径和时间.
    [Law(Statute.Regulation, "36")]
    static Impediment? Provided(LetterContent content) =>
        content.Enclosures is [] && string.IsNullOrWhiteSpace(content.Provision) ? new("请附上所公开的政府信息，或者告知获取的方式、途径和时间。") : null;

    static Impediment? Carried(LetterContent content, string otherwise) => content.Norms is [] ? new(otherwise) : content.Norms.Select(norm => norm.ToCarrying()).FirstOrDefault(reason => reason is not null);

    static Impediment? Passed(LetterContent content, string what) => Dated(content.Until, $"请写明{what}期限。") ?? (content.On <= content.Until ? new($"{what}期限是 {content.Until:yyyy-MM-dd}，期满以后才能这样处理。") : null);

    static Impediment? Earlier(LetterContent content, string otherwise) =>
        content.Earlier is not { } earlier || string.IsNullOrWhiteSpace(earlier.Number) ? new(otherwise)
        : earlier.On > content.On ? new("所引用的文书日期晚于本文书，请核对。") : null;

    static Impediment? Points(LetterContent content, string otherwise) => content.Points.All(string.IsNullOrWhiteSpace) ? new(otherwise) : null;

    static Impediment? Some(string text, string otherwise) => string.IsNullOrWhiteSpace(text) ? new(otherwise) : null;

    static Impediment? Dated(DateOnly? day, string otherwise) => day is null ? new(otherwise) : null;
}
