namespace Gongkai.Rules.Requests;

// What an applicant is told and may go on from: nothing here is an obstacle.
public sealed partial class ApplicationForm
{
    /// <summary>Fewer characters rarely tell one document from another.</summary>
    const int ShortText = 6;

    public const string TooShort = "描述较短，可能需要您补正。建议写明时间、地点、文件类型，例如“2024 年××路 12 号危房鉴定报告”。（可继续提交）";
    public const string LooksLikeComplaint = "这看起来像投诉或咨询。如果您要反映问题，可直接向主管部门提出或通过信访渠道反映，答复更快；如果确实要获取已有文件，请继续申请。";
    public const string IsQuestion = "咨询不需要提交申请：请拨打受理机关的电话，通常当时就能得到答复。如果您要获取已有的文件、资料，请继续申请。";
    public const string IsComplaint = "投诉、举报、信访不适用政府信息公开申请：以申请的形式提出的，机关会告知您不作为申请处理（《条例》第三十九条）。请通过信访、投诉举报渠道反映；如果您要获取已有的文件、资料，请继续申请。";

    static readonly string[] Demands = ["投诉", "举报", "信访", "上访", "反映", "查处", "请求", "要求", "请问", "为什么", "为何", "怎么", "如何", "什么时候", "赔偿", "解决", "不作为", "乱作为", "咨询"];

    static readonly string[] Papers =
    [
        "文件", "通知", "公告", "报告", "批复", "批文", "决定", "记录", "纪要", "材料", "资料", "协议", "合同", "名单", "名录", "方案", "预案", "标准", "规划", "计划", "档案", "卷宗",
        "凭证", "清单", "目录", "台账", "许可证", "审批表", "登记表", "告知书", "意见书", "鉴定书", "决定书", "图纸", "数据", "依据", "预算", "决算", "复印件",
    ];

    /// <summary>Whether a text asks for something to be done or explained, and names no paper: perhaps a petition (信访、投诉、举报). Whoever handles it decides.</summary>
    [Law(Statute.Regulation, "39")]
    public static bool IsDemand(string text) => Demands.Any(word => text.Contains(word, StringComparison.Ordinal)) && !Papers.Any(word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>What to think of before going on; the form is taken all the same.</summary>
    // 申请人以政府信息公开申请的形式进行信访、投诉、举报等活动，行政机关应当告知申请人不作为政府信息公开申请处理并可以告知通过相应渠道提出。
    [Law(Statute.Regulation, "39")]
    public IEnumerable<FormFault> Cautions(FormPart part)
    {
        if (part == FormPart.Matter && Matter == "question") yield return new(nameof(Matter), IsQuestion);
        if (part == FormPart.Matter && Matter == "complaint") yield return new(nameof(Matter), IsComplaint);
        if (part != FormPart.Wanted) yield break;
        var text = string.Concat(WantedName, Description);
        if (DocumentNumber is null && text.Length is > 0 and < ShortText) yield return new(WantedName is null ? nameof(Description) : nameof(WantedName), TooShort);
        if (IsDemand(text)) yield return new(Description is null ? nameof(WantedName) : nameof(Description), LooksLikeComplaint);
    }
}
