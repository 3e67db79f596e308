using System.Globalization;
using Gongkai.Rules.Requests;

namespace Gongkai.App.Office.Requests;

/// <summary>The text of a letter between its addressee and its remedy, in the one template that serves all kinds.</summary>
public static class LetterProse
{
    public static string Body(LetterPaper.Paper paper) => string.Join('\n', Paragraphs(paper).Where(text => text.Length > 0));

    static IEnumerable<string> Paragraphs(LetterPaper.Paper paper)
    {
        var (content, request) = (paper.Content, paper.File.Request);
        var basis = content.Cited is [] ? "" : $"根据{Citation.Join(content.Cited)}的规定，";
        if (content.Letter.Facts.To is Addressee.Applicant)
            yield return $"本机关于{Day(request.ReceivedOn ?? request.SubmittedOn)}收到您（单位）提交的政府信息公开申请（收件编号：{request.Number}），申请内容为：“{request.Wanted.Text}”。";
        else
            yield return $"本机关收到一件政府信息公开申请（收件编号：{request.Number}），其中涉及的信息需要征求您（单位）的意见。";
        foreach (var text in Core(content, basis)) yield return text;
        if (content.Found.Length > 0) yield return content.Found;
        if (content.Letter.Facts.Outcome is not null && content.Reasons.Length > 0) yield return $"理由：{content.Reasons}";
        if (content.WhyWhole.Length > 0) yield return $"不能作区分处理的理由：{content.WhyWhole}";
        foreach (var (part, number) in content.Withheld.Select((part, i) => (part, i + 1)))
            yield return $"（{number}）不予公开的部分：{part.What}。理由：{part.Reasons}（{Citation.Join(part.Ground.Facts.Basis)}）。";
        foreach (var norm in content.Norms) yield return $"同时依据{norm.Text}。";
        if (content.Provision.Length > 0) yield return content.Provision;
    }

    static IEnumerable<string> Core(LetterContent content, string basis)
    {
        switch (content.Letter)
        {
            case RequestLetter.CorrectionNotice:
                yield return $"经审查，您（单位）的申请需要补正。{basis}现一次性告知需要补正的事项：";
                foreach (var (point, number) in content.Points.Select((point, i) => (point, i + 1))) yield return $"{number}. {point}";
                yield return $"请于{Day(content.Until)}前提交补正材料。无正当理由逾期不补正的，视为放弃申请，本机关不再处理该申请。答复期限自收到补正的申请之日起计算。";
                break;
            case RequestLetter.ReasonsNotice:
                yield return $"{content.Reasons}{basis}请您（单位）于{Day(content.Until)}前说明申请的理由。";
                break;
            case RequestLetter.ExtensionNotice:
                yield return $"因{content.Reasons.TrimEnd('。')}，不能在法定期限内答复。{basis}经政府信息公开工作机构负责人同意，答复期限延长{content.Days}个工作日，至{Day(content.Until)}。";
                break;
            case RequestLetter.DeferralNotice:
                yield return $"{content.Reasons}{basis}本机关确定于{Day(content.Until)}前答复。";
                break;
            case RequestLetter.ThirdPartyConsultation:
                foreach (var point in content.Points) yield return $"涉及的政府信息：{point}";
                yield return $"{basis}请自收到本征求意见书之日起15个工作日内书面提出是否同意公开的意见；不同意公开的，请说明理由。逾期未提出意见的，由本机关依照规定决定是否公开。";
                break;
            case RequestLetter.JointMakerConsultation:
                foreach (var point in content.Points) yield return $"共同制作的政府信息：{point}";
                yield return $"{basis}请自收到本征求意见书之日起15个工作日内提出意见，逾期未提出意见的视为同意公开。";
                break;
            case RequestLetter.Assistance:
                foreach (var point in content.Points) yield return $"请协助的事项：{point}";
                yield return $"{basis}请于{Day(content.Until)}前函复。";
                break;
            case RequestLetter.DisclosureNotice:
                foreach (var point in content.Points) yield return $"决定公开的政府信息：{point}";
                yield return $"{content.Reasons}{basis}本机关决定予以公开，特此告知。";
                break;
            case RequestLetter.FeeNotice:
                yield return $"{content.Reasons}{basis}请自收到本通知次日起20个工作日内缴纳信息处理费{content.Yuan.ToString("#,0", CultureInfo.InvariantCulture)}元。逾期未缴纳的，视为放弃申请，本机关不再处理该申请。";
                break;
            case RequestLetter.ConsultationNotice:
                yield return $"{basis}征求意见所需时间不计算在答复期限内，特此告知。";
                break;
            case RequestLetter.NotExisting:
                if (content.Search is { } search) yield return $"本机关于{Day(search.On)}在{string.Join("、", search.Places)}以“{string.Join("、", search.Words)}”为检索词进行了检索，没有检索到您（单位）申请的政府信息。{basis}该政府信息不存在。";
                break;
            case RequestLetter.NotResponsible:
                yield return content.Responsible is { } agency ? $"{basis}该信息不属于本机关负责公开，建议向{agency.Name}（联系方式：{agency.Contact}）申请。" : $"{basis}该信息不属于本机关负责公开。";
                break;
            case RequestLetter.Duplicate or RequestLetter.StillUnclear or RequestLetter.NotCorrected or RequestLetter.NotPaid or RequestLetter.Excessive:
                yield return $"{(content.Earlier is { } earlier ? $"本机关{Day(earlier.On)}的{earlier.Number}已经告知您（单位）。" : "")}{basis}本机关的处理是：{content.Outcome?.Name}。";
                break;
            case RequestLetter.Withdrawn:
                yield return $"您（单位）于{Day(content.Until)}撤回申请，本机关确认撤回，不再处理该申请。";
                break;
            default:
                if (content.Outcome is { } outcome) yield return $"{basis}本机关答复如下：{outcome.Name}。";
                break;
        }
    }

    static string Day(DateOnly? day) => day?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) ?? "";
}
