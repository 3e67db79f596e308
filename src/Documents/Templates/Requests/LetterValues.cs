using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Documents.Templates.Requests;

/// <summary>The fields of a letter, from what it says and from its case: what an office hands over is data, and no wording.</summary>
public static class LetterValues
{
    /// <param name="content">What it says; checked before by <see cref="LetterChecks"/>.</param>
    /// <param name="about">The case and the agency.</param>
    /// <param name="number">文号; empty where the letter bears none, or is looked at before it is numbered.</param>
    /// <returns>A value for each field of the letter's kind.</returns>
    public static IReadOnlyDictionary<string, string> Of(LetterContent content, LetterCase about, string number = "")
    {
        var all = All(content, about, number);
        return content.Letter.Kind.Fields.ToDictionary(field => field.Name, field => all[field.Name]);
    }

    static Dictionary<string, string> All(LetterContent content, LetterCase about, string number) => new()
    {
        ["机关名称"] = about.Agency, ["机关地址"] = about.AgencyAddress, ["文号"] = number, ["成文日期"] = Day(content.On), ["联系人"] = about.Contact, ["联系电话"] = about.Telephone,
        ["核验码"] = about.VerificationCode, ["核验网址"] = about.VerificationAddress,
        ["受文人"] = about.Recipient, ["称谓"] = about.ToPerson ? "您" : "你单位", ["收到日期"] = Day(about.ReceivedOn), ["申请编号"] = about.Number, ["申请内容"] = about.Asked,
        ["事实"] = Sentence(content.Found), ["理由"] = Sentence(content.Reasons), ["提供方式"] = Sentence(content.Provision), ["缴纳方式"] = Sentence(content.Provision), ["附件清单"] = Enclosed(content.Enclosures),
        ["依据"] = Citation.Join(content.Cited), ["法律规定"] = string.Join('、', content.Norms.Select(norm => norm.Text)), ["救济途径"] = content.RemedyParagraph,
        ["补正事项"] = Points(content), ["征求意见的信息"] = Points(content), ["协办事项"] = Points(content), ["决定公开的信息"] = Points(content), ["征求意见对象"] = content.Found.TrimEnd('。'),
        ["期限"] = Day(content.Until), ["撤回日期"] = Day(content.Until), ["原答复期限"] = Day(about.DueBefore), ["延长工作日"] = $"{content.Days}", ["收费金额"] = $"{content.Yuan}",
        ["第三方意见"] = ThirdParties(content), ["不能区分处理的理由"] = Sentence(content.WhyWhole), ["予以公开的内容"] = content.Enclosures is [] ? "不予公开的内容以外的部分。" : "附件所列政府信息。", ["不予公开的内容和理由"] = Withheld(content),
        ["检索情况"] = Searched(content.Search), ["负责公开的机关"] = Responsible(content), ["处理结果"] = Sentence(content.Found),
        ["相关文书文号"] = content.Earlier?.Number ?? "", ["相关文书日期"] = Day(content.Earlier?.On),
        ["申请人类别"] = about.Application?.Kind ?? "", ["身份证明"] = about.Application?.Identity ?? "", ["申请人联系方式"] = about.Application?.Contact ?? "", ["代理人"] = about.Application?.Agent ?? "",
        ["获取方式"] = about.Application?.Form ?? "", ["获取途径"] = about.Application?.Way ?? "", ["提交日期"] = Day(about.Application?.On), ["提交方式"] = about.Channel, ["查询方式"] = Sentence(about.LookUp),
        ["送达文书"] = about.Service?.Letters ?? "", ["送达方式"] = about.Service is { } service ? Name(service.By) : "", ["送达地址"] = about.Service?.Address ?? "", ["送达凭证"] = about.Service?.Proof ?? "",
        ["送达日期"] = Day(about.Service?.On), ["送达人"] = about.Service?.Server ?? "", ["备注"] = about.Service?.Remark ?? "",
    };

    static string Day(DateOnly? day) => day is { } known ? $"{known:yyyy年M月d日}" : "";

    /// <summary>Somebody's words, so that the next sentence can follow.</summary>
    static string Sentence(string words) => words.Trim() is { Length: > 0 } text ? text[^1] is '。' or '！' or '？' or '；' or '.' ? text : text + "。" : "";

    // 公文: one is not numbered, several are.
    static string Enclosed(IReadOnlyList<string> enclosures) => enclosures is [var only] ? only : string.Join('\n', enclosures.Select((one, i) => $"{i + 1}.{one}"));

    static string Points(LetterContent content) => content.Points.Where(point => point.Trim().Length > 0).Select(Sentence).ToList() is { Count: > 1 } points
        ? string.Join('\n', points.Select((point, i) => $"{Numeral(i + 1)}、{point}")) : string.Concat(content.Points.Select(Sentence));

    static string Withheld(LetterContent content) => string.Join('\n', content.Withheld.Select((part, i) =>
        (content.Withheld.Count > 1 ? $"（{Numeral(i + 1)}）" : "") + $"{part.What.Trim().TrimEnd('。')}：{Sentence(part.Reasons)}依据{Citation.Join(part.Ground.Facts.Basis)}，{Told(part.Ground)}。"));

    static string Told(Outcome ground) => ground switch
    {
        Outcome.NotExisting => "该部分政府信息不存在",
        Outcome.NotResponsible => "该部分政府信息不属于本机关负责公开",
        Outcome.NeedsProcessing => "该部分政府信息不予提供",
        Outcome.SpecialRegime => "该部分信息依照有关法律、行政法规的规定办理",
        Outcome.NotGovernmentInformation => "该部分信息不属于政府信息",
        _ => "不予公开",
    };

    static string ThirdParties(LetterContent content) =>
        content.ThirdParties.Any(stance => stance is not Stance.Consents) ? "本机关已依法书面征求第三方的意见，第三方不同意公开。"
        : content.ThirdPartySilent ? "本机关已依法书面征求第三方的意见，第三方逾期未提出意见。"
        : "";

    static string Searched(SearchRecord? search) => search is null ? ""
        : $"本机关于{Day(search.On)}在{string.Join('、', search.Places)}，以{string.Concat(search.Words.Select(word => $"“{word}”"))}为关键词进行了检索。";

    static string Responsible(LetterContent content) => (content.Letter, content.Responsible) switch
    {
        (RequestLetter.RecordCorrection, { } agency) => $"{agency.Name}，联系方式：{agency.Contact}。",
        (_, { } agency) => $"负责公开该政府信息的行政机关是{agency.Name}，联系方式：{agency.Contact}。",
        (_, null) => content.ResponsibleUnknown ? "本机关不能确定负责公开该政府信息的行政机关。" : "",
    };

    static string Name(Service by) => by switch { Service.ByHand => "直接送达", Service.ByPost => "邮寄送达", Service.Electronically => "电子送达" };

    static string Numeral(int number)
    {
        const string digits = "零一二三四五六七八九";
        return number < 10 ? $"{digits[number]}" : number < 20 ? $"十{(number == 10 ? "" : digits[number % 10])}" : $"{digits[number / 10]}十{(number % 10 == 0 ? "" : digits[number % 10])}";
    }
}
