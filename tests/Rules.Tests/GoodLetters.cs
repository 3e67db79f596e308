using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Rules.Tests;

/// <summary>For every letter one content that may be issued; tests change one thing of it.</summary>
static class GoodLetters
{
    public static readonly DateOnly Day = new(2026, 3, 2);

    public static readonly RemedyPlaces Places = new("某区人民政府", "某区人民法院", "https://fuyi.example.gov.cn", "某市住房和城乡建设局");

    public static LetterContent Of(RequestLetter letter) => new LetterContent
    {
        Letter = letter, On = Day, Approved = letter.Facts.Approval,
        Found = "本机关档案室、业务系统检索", Reasons = "公开后将影响正常管理", WhyWhole = "各部分内容相互关联，区分后无法反映原意", Provision = "请于2026年3月10日前到本机关领取",
        Withheld = letter is RequestLetter.PartlyGranted ? [new("附件二中的身份证件号码", Outcome.ThirdPartyRights, "涉及个人隐私")] : [],
        Norms = [new("中华人民共和国某某法", NormRank.Law, "第十条")],
        Enclosures = letter is RequestLetter.Granted or RequestLetter.PartlyGranted ? ["某小区维修资金使用情况（2页）"] : [],
        Secret = new("秘密", "国家秘密及其密级具体范围的规定", new(2030, 12, 31), "示例甲"),
        Search = new(["档案室", "业务系统"], ["维修资金", "某小区"], "示例乙", Day.AddDays(-3)),
        ThirdParties = [Stance.ObjectsWithReason],
        Responsible = new("某区自然资源局", "0000-00000000"),
        Earlier = new("某住建公开〔2026〕1号", new(2026, 1, 20)),
        Points = ["请写明所需信息的年份", "请提供身份证明"],
        Until = Until(letter), Days = 20, Yuan = 300,
    }.Agreeing(Places);

    // A notice gives a term, a letter after it comes when the term is over.
    static DateOnly Until(RequestLetter letter) => letter is RequestLetter.NotCorrected or RequestLetter.NotPaid ? Day.AddDays(-1) : Day.AddDays(21);
}
