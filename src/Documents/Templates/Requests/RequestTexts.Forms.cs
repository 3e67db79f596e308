using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Documents.Templates.Requests;

// 表、回执、回证: filled in, and handed back or kept in the file. A cell that ends with a wide space stays, even empty.
static partial class RequestTexts
{
    // 政府信息公开申请应当包括下列内容: these three and nothing else; nobody is asked what for.
    static IReadOnlyList<string> ApplicationForm =>
    [
        $"# {RequestLetter.Application.Facts.Title}",
        "! 受理机关：{{机关名称}}",
        "| 申请编号 | {{申请编号}}　",
        "| 申请人 | {{受文人}}　",
        "| 申请人类别 | {{申请人类别}}　",
        "| 身份证明 | {{身份证明}}　",
        "| 联系方式 | {{申请人联系方式}}　",
        "| 代理人 | {{代理人}}　",
        "| 申请内容 | {{申请内容}}　",
        "| 获取方式 | {{获取方式}}　",
        "| 获取途径 | {{获取途径}}　",
        "| 申请人签章 | 　",
        "| 申请日期 | {{提交日期}}　",
        "填写说明：根据{{依据}}的规定，申请人应当提供姓名或者名称、身份证明、联系方式；“申请内容”填写所申请公开的政府信息的名称、文号或者便于查询的其他特征性描述；“获取方式”“获取途径”填写形式要求。采用书面形式确有困难的，可以口头提出，由本机关代为填写。",
    ];

    static IReadOnlyList<string> ReceiptForm =>
    [
        $"# {RequestLetter.Acknowledgement.Facts.Title}",
        "! {{受文人}}：",
        "根据{{依据}}的规定，本机关已经收到{{称谓}}提出的政府信息公开申请，登记如下：",
        "| 申请编号 | {{申请编号}}",
        "| 收到日期 | {{收到日期}}",
        "| 提交方式 | {{提交方式}}",
        "| 申请内容 | {{申请内容}}",
        "| 答复期限 | {{期限}}",
        "本机关将在答复期限内作出答复。需要补正、征求意见、延长答复期限或者收取信息处理费的，本机关将依法另行告知，答复期限相应变化。",
        "查询办理进度：{{查询方式}}",
        .. Foot(RequestLetter.Acknowledgement),
    ];

    static IReadOnlyList<string> OpinionForm =>
    [
        $"# {RequestLetter.ThirdPartyOpinion.Facts.Title}",
        "! {{机关名称}}：",
        "根据{{依据}}的规定，现对{{相关文书文号}}征求意见书所列政府信息提出意见如下：",
        "| 第三方 | {{受文人}}　",
        "| 所涉信息 | {{征求意见的信息}}　",
        "| 意见 | □同意公开　□部分同意公开　□不同意公开",
        "| 同意部分 | 　",
        "| 不同意理由 | 　",
        "| 联系方式 | 　",
        "| 签章 | 　",
        "| 日期 | 　",
        "请自收到征求意见书之日起15个工作日内送交{{机关名称}}（地址：{{机关地址}}，联系电话：{{联系电话}}）。",
    ];

    static IReadOnlyList<string> ServiceForm =>
    [
        $"# {RequestLetter.ProofOfService.Facts.Title}",
        "| 申请编号 | {{申请编号}}　",
        "| 受送达人 | {{受文人}}　",
        "| 送达文书 | {{送达文书}}　",
        "| 送达方式 | {{送达方式}}　",
        "| 送达地址 | {{送达地址}}　",
        "| 送达凭证 | {{送达凭证}}　",
        "| 送达日期 | {{送达日期}}　",
        "| 签收 | 　",
        "| 代收及理由 | 　",
        "| 送达人 | {{送达人}}　",
        "| 备注 | {{备注}}　",
        "送达日期依照{{依据}}认定：直接送达的，以签收日期为准；邮寄送达的，以交邮日期为准；电子送达的，以发送日期为准。",
        "> {{机关名称}}",
    ];
}
