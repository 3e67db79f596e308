using Gongkai.Documents.Templates.Requests;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Documents.Tests.Templates;

/// <summary>For each letter of a request one content that may be issued, of an invented case.</summary>
static class FilledLetters
{
    static readonly DateOnly Day = new(2026, 3, 30);

    public static readonly RemedyPlaces Places = new("某区人民政府", "某区人民法院", "https://fuyi.example.gov.cn");

    public static readonly LetterCase Case = new()
    {
        Agency = "某区住房和城乡建设局", AgencyAddress = "某区某路1号", Contact = "示例甲", Telephone = "0000-00000000", Number = "202603020001", Recipient = "示例乙", ToPerson = true,
        ReceivedOn = new(2026, 3, 2), Asked = "某小区“加装电梯”补贴发放情况", DueBefore = Day, Channel = "互联网", LookUp = "在本机关网站凭申请编号和查询码查询",
        VerificationCode = "7K3M-9P2QX-4TVW", VerificationAddress = "https://www.example.gov.cn/yz/",
        Application = new("自然人", "居民身份证", "0000-00000002", "", "电子数据", "电子邮件", new(2026, 3, 2)),
        Service = new("政府信息予以公开告知书（某住建公开〔2026〕12号）", Service.ByPost, "某区某路2号", "0000000000000", Day, "示例甲"),
    };

    public static LetterContent Of(RequestLetter letter) => new LetterContent
    {
        Letter = letter, On = Day, Approved = letter.Facts.Approval, Found = Found(letter), Reasons = Reasons(letter), WhyWhole = "各部分内容相互关联，区分以后不能反映原意", Provision = Provision(letter),
        Withheld = letter is RequestLetter.PartlyGranted
            ? [new("清单中的家庭成员姓名和身份证件号码", Outcome.ThirdPartyRights, "涉及个人隐私，第三方不同意公开"), new("2019年以前的清单", Outcome.NotExisting, "当时没有制作")] : [],
        Norms = letter is RequestLetter.LawForbidden or RequestLetter.SpecialRegime ? [letter is RequestLetter.LawForbidden ? new("中华人民共和国某某法", NormRank.Law, "第十条") : new("不动产登记暂行条例", NormRank.AdministrativeRegulation, "第二十七条")] : [],
        Enclosures = letter is RequestLetter.Granted or RequestLetter.PartlyGranted ? ["补贴发放情况（2页）", "补贴政策文件（5页）"] : letter is RequestLetter.ThirdPartyConsultation ? ["政府信息公开申请征求意见确认函"] : [],
        Secret = new("秘密", "有关保密事项范围", new(2030, 12, 31), "示例丙"), Search = new(["档案室", "业务系统"], ["加装电梯", "补贴"], "示例丁", new(2026, 3, 5)),
        ThirdParties = [Stance.ObjectsWithReason], Responsible = new("某区自然资源局", "0000-00000001"), Earlier = new("某住建公开〔2026〕3号", new(2026, 3, 5)),
        Points = letter is RequestLetter.CorrectionNotice ? ["请写明所需政府信息的年度", "请提供身份证明"] : ["某小区加装电梯补贴发放清单"],
        Until = letter is RequestLetter.NotCorrected or RequestLetter.NotPaid or RequestLetter.Withdrawn ? new(2026, 3, 26) : new(2026, 4, 28), Days = 20, Yuan = 1100,
    }.Agreeing(Places);

    /// <summary>The case as this letter sees it: an agency or a third party is spoken to otherwise.</summary>
    public static LetterCase About(RequestLetter letter) => letter.Facts.To is Addressee.JointMaker or Addressee.OtherAgency ? Case with { Recipient = "某区自然资源局", ToPerson = false } : Case;

    static string Found(RequestLetter letter) => letter switch
    {
        RequestLetter.ConsultationNotice => "第三方",
        RequestLetter.RecordCorrection => "对有关记录予以更正",
        RequestLetter.SuggestionReply => "该信息已纳入主动公开的范围，并在本机关网站发布",
        _ => "",
    };

    static string Reasons(RequestLetter letter) => letter switch
    {
        RequestLetter.NotExisting or RequestLetter.Duplicate or RequestLetter.Publication or RequestLetter.NotCorrected or RequestLetter.NotPaid or RequestLetter.SuggestionReply => "",
        RequestLetter.FeeNotice => "依照按件计收的标准，2026年3月累计第21件，11件至30件的部分每件100元",
        RequestLetter.ExtensionNotice => "所涉档案数量较大，尚在查找",
        RequestLetter.OtherwiseEnded => "该申请与202603020000号申请内容相同，并入该申请一并答复",
        RequestLetter.NotResponsible => "不动产登记不由本机关负责",
        _ => "具体情况为：该信息的内容经审查认定如此",
    };

    static string Provision(RequestLetter letter) => letter switch
    {
        RequestLetter.AlreadyPublished => "请登录https://www.example.gov.cn/zfxxgk/1查阅、下载",
        RequestLetter.Publication => "请到某区图书馆政府公报查阅点查阅",
        RequestLetter.Petition => "全国统一信访渠道",
        RequestLetter.SpecialRegime => "请到某区不动产登记中心办理",
        RequestLetter.FeeNotice => "凭所附缴款码缴纳",
        RequestLetter.Granted or RequestLetter.PartlyGranted => "以电子邮件发送至申请时填写的邮箱",
        _ => "",
    };
}
