using static Gongkai.Rules.Requests.Letters.RequestLetter;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Documents.Templates.Requests;

// 不予处理、其他处理, and what follows from arts. 41 and 44.
static partial class RequestTexts
{
    static readonly string[] Complaint =
    [
        "经审查，该申请是以政府信息公开申请的形式进行信访、投诉、举报等活动。{{理由}}根据{{依据}}的规定，本机关不作为政府信息公开申请处理。",
        "{{称谓}}可以通过下列渠道提出：{{提供方式}}",
    ];

    static readonly string[] Again =
    [
        "经查，{{称谓}}曾向本机关申请公开相同的政府信息，本机关已于{{相关文书日期}}以{{相关文书文号}}作出答复。{{理由}}根据{{依据}}的规定，本机关不予重复处理。",
    ];

    static readonly string[] Printed =
    [
        "经审查，{{称谓}}要求提供的是政府公报、报刊、书籍等公开出版物。{{理由}}根据{{依据}}的规定，现将获取的途径告知如下：{{提供方式}}",
    ];

    static readonly string[] TooMany =
    [
        "因{{称谓}}申请公开政府信息的数量、频次明显超过合理范围，本机关于{{相关文书日期}}以{{相关文书文号}}要求{{称谓}}说明理由。经审查，申请理由不合理。{{理由}}",
        "根据{{依据}}的规定，本机关对该申请不予处理。",
    ];

    static readonly string[] Confirming =
    [
        "经审查，该申请是要求本机关对{{称谓}}已经获取的信息予以确认或者重新出具，不是申请获取{{依据}}所称的政府信息。{{理由}}本机关对该申请不予处理。",
    ];

    static readonly string[] GivenUp =
    [
        "因该申请需要补正，本机关于{{相关文书日期}}以{{相关文书文号}}一次性告知{{称谓}}于{{期限}}前补正。{{称谓}}无正当理由逾期不补正。{{理由}}",
        "根据{{依据}}的规定，视为{{称谓}}放弃申请，本机关不再处理该政府信息公开申请。",
    ];

    static readonly string[] Unpaid =
    [
        "本机关于{{相关文书日期}}以{{相关文书文号}}通知{{称谓}}于{{期限}}前缴纳信息处理费。{{称谓}}逾期未缴纳。{{理由}}",
        "根据{{依据}}的规定，视为{{称谓}}放弃申请，本机关不再处理该政府信息公开申请。",
    ];

    static readonly string[] TakenBack =
    [
        "{{称谓}}于{{撤回日期}}向本机关提出撤回该申请。本机关予以确认，该申请的办理程序终止。",
        "{{称谓}}今后仍需要获取有关政府信息的，可以另行提出申请。",
    ];

    static readonly string[] NotOfGovernment =
    [
        "经审查，{{称谓}}申请公开的信息不是本机关在履行行政管理职能过程中制作或者获取的，以一定形式记录、保存的信息，不属于{{依据}}所称的政府信息。{{理由}}本机关不作为政府信息公开申请办理。",
        "办理该事项的途径：{{提供方式}}",
    ];

    static readonly string[] Otherwise =
    [
        "{{事实}}",
        "经研究，本机关对该申请作如下处理：{{理由}}",
    ];

    static IReadOnlyList<string> CorrectionOfRecord =>
    [
        .. Head(RecordCorrection),
        "本机关于{{收到日期}}收到{{称谓}}提出的政府信息更正申请（申请编号：{{申请编号}}），要求更正的内容为：“{{申请内容}}”。",
        "经审核，根据{{依据}}的规定，处理结果如下：{{处理结果}}",
        "理由：{{理由}}",
        "有权更正的机关：{{负责公开的机关}}",
        .. Foot(RecordCorrection),
    ];

    static IReadOnlyList<string> Suggestion =>
    [
        .. Head(SuggestionReply),
        "本机关于{{收到日期}}收到{{称谓}}提出的建议（申请编号：{{申请编号}}），建议将下列政府信息纳入主动公开的范围：“{{申请内容}}”。",
        "根据{{依据}}的规定，经审核，答复如下：{{处理结果}}",
        "{{理由}}",
        "感谢{{称谓}}对政府信息公开工作的关心和支持。",
        .. Foot(SuggestionReply),
    ];
}
