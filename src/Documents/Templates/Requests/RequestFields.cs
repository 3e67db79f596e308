using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using static Gongkai.Rules.Requests.Letters.RequestLetter;

namespace Gongkai.Documents.Templates.Requests;

/// <summary>Every field that a letter of a request may have, with an invented sample.</summary>
static class RequestFields
{
    static readonly DateOnly Day = new(2026, 3, 30);

    static readonly RemedyPlaces Places = new("某区人民政府", "某区人民法院");

    /// <summary>Without which a template of this letter would say too little: of those that the text has.</summary>
    static readonly HashSet<string> Always =
    [
        "机关名称", "成文日期", "文号", "受文人", "申请内容", "依据", "救济途径", "期限", "补正事项", "征求意见的信息", "协办事项", "决定公开的信息", "法律规定", "第三方意见",
        "不能区分处理的理由", "不予公开的内容和理由", "予以公开的内容", "检索情况", "负责公开的机关", "相关文书文号", "相关文书日期", "收费金额", "缴纳方式", "延长工作日", "撤回日期", "处理结果", "送达文书", "送达日期",
    ];

    static readonly Dictionary<string, string> Samples = new()
    {
        ["机关名称"] = "某区住房和城乡建设局", ["机关地址"] = "某区某路1号", ["文号"] = "某住建公开〔2026〕12号", ["成文日期"] = "2026年3月30日", ["联系人"] = "示例甲", ["联系电话"] = "0000-00000000",
        ["核验码"] = "7K3M-9P2QX-4TVW", ["核验网址"] = "https://www.example.gov.cn/yz/",
        ["受文人"] = "示例乙", ["称谓"] = "您", ["收到日期"] = "2026年3月2日", ["申请编号"] = "202603020001", ["申请内容"] = "2025年度某小区公共维修资金使用情况",
        ["事实"] = "本机关在业务系统和档案室查找了有关政府信息。", ["理由"] = "有关情况在本机关2026年3月的审查记录中载明。", ["提供方式"] = "以电子邮件发送至申请时填写的邮箱。", ["附件清单"] = "2025年度某小区公共维修资金使用情况（2页）",
        ["补正事项"] = "一、请写明所需政府信息的年度\n二、请提供身份证明", ["期限"] = "2026年4月20日", ["原答复期限"] = "2026年3月30日", ["延长工作日"] = "20",
        ["征求意见对象"] = "第三方", ["征求意见的信息"] = "2025年度某小区公共维修资金分户使用清单", ["协办事项"] = "请确认该文件的制作单位和公开属性", ["决定公开的信息"] = "2025年度某小区公共维修资金分户使用清单中的金额",
        ["第三方意见"] = "本机关已依法书面征求第三方的意见，第三方不同意公开。", ["法律规定"] = "《中华人民共和国某某法》第十条",
        ["不能区分处理的理由"] = "各部分内容相互关联，区分以后不能反映原意。", ["予以公开的内容"] = "附件所列政府信息。", ["不予公开的内容和理由"] = "（一）清单中的家庭成员姓名和身份证件号码：涉及个人隐私，不予公开。\n（二）清单中的银行账号：涉及个人隐私，不予公开。",
        ["检索情况"] = "本机关于2026年3月5日在档案室、业务系统，以“某小区”“维修资金”为关键词进行了检索。", ["负责公开的机关"] = "负责公开该政府信息的行政机关是某区自然资源局，联系方式：0000-00000001。",
        ["相关文书文号"] = "某住建公开〔2026〕3号", ["相关文书日期"] = "2026年3月5日", ["撤回日期"] = "2026年3月10日", ["处理结果"] = "对有关记录予以更正。", ["收费金额"] = "1100", ["缴纳方式"] = "凭本通知书所附缴款码到代收银行缴纳。",
        ["申请人类别"] = "自然人", ["身份证明"] = "居民身份证（复印件附后）", ["申请人联系方式"] = "0000-00000002", ["代理人"] = "", ["获取方式"] = "电子数据", ["获取途径"] = "电子邮件", ["提交日期"] = "2026年3月2日", ["提交方式"] = "互联网", ["查询方式"] = "在本机关网站凭申请编号和查询码查询。",
        ["送达文书"] = "政府信息予以公开告知书（某住建公开〔2026〕12号）", ["送达方式"] = "邮寄送达", ["送达地址"] = "某区某路2号", ["送达凭证"] = "0000000000000", ["送达日期"] = "2026年3月30日", ["送达人"] = "示例甲", ["备注"] = "",
    };

    /// <summary>The fields of a text, in the order in which they stand there first.</summary>
    public static IReadOnlyList<LetterField> Of(RequestLetter letter, IEnumerable<string> text) =>
        [.. text.SelectMany(Blanks.In).Select(blank => blank.Name).Distinct().Select(name => new LetterField(name, Sample(letter, name), Always.Contains(name) || name == "理由" && NeedsReasons(letter)))];

    static string Sample(RequestLetter letter, string name) => name switch
    {
        "依据" => Citation.Join(letter.Facts.Basis),
        "救济途径" => (letter.Facts.Outcome is { } outcome ? Remedy.Of(outcome, [Outcome.ThirdPartyRights], Day) : Remedy.Of(letter, Day)).Paragraph(Places, Day),
        "受文人" or "称谓" when letter.Facts.To is Addressee.JointMaker or Addressee.OtherAgency => "某区自然资源局",
        _ => Samples[name],
    };

    static bool NeedsReasons(RequestLetter letter) => letter.Facts.Outcome?.IsRefusal == true
        || letter is NotResponsible or NeedsProcessing or StillUnclear or Petition or Excessive or Confirmation or NotGovernmentInformation or OtherwiseEnded or ReasonsNotice or ExtensionNotice or FeeNotice or DeferralNotice or DisclosureNotice or RecordCorrection;
}
