namespace Gongkai.Records.Requests;

/// <summary>What people do to a request, as the trail names it.</summary>
public static class RequestDeeds
{
    public static Deed Submitted { get; } = new("request.submitted", "提交申请");
    public static Deed Registered { get; } = new("request.registered", "登记申请");
    public static Deed Confirmed { get; } = new("request.confirmed", "确认收到申请");
    public static Deed ConfirmedByProgram { get; } = new("request.confirmed-by-program", "系统自动确认收到申请");
    public static Deed Routed { get; } = new("request.routed", "分办申请");
    public static Deed Returned { get; } = new("request.returned", "退回分办");
    public static Deed Accepted { get; } = new("request.accepted", "签收申请");
    public static Deed Split { get; } = new("request.split", "拆分申请");
    public static Deed Corrected { get; } = new("request.corrected", "登记补正");
    public static Deed Consulted { get; } = new("request.consulted", "登记征求意见");
    public static Deed Paid { get; } = new("request.paid", "登记缴费");
    public static Deed Withdrawn { get; } = new("request.withdrawn", "撤回申请");
    public static Deed Restricted { get; } = new("request.restricted", "设为限制查阅");
    public static Deed Searched { get; } = new("request.searched", "登记检索记录");
    public static Deed HandedOver { get; } = new("request.handed-over", "移交承办人");
    public static Deed ReasonsGiven { get; } = new("request.reasons-given", "登记申请人说明的理由");
    public static Deed PaperAdded { get; } = new("request.paper-added", "上传案件材料");
    public static Deed ReceiptPrinted { get; } = new("request.receipt-printed", "打印接收回执", Looks: true);
    public static Deed CodeReset { get; } = new("request.code-reset", "重设查询码");
    public static Deed IdentityMismatched { get; } = new("request.identity-mismatched", "窗口核对身份不一致");
    public static Deed Rated { get; } = new("request.rated", "评价办理");
    public static Deed Suggested { get; } = new("request.suggested", "建议主动公开");
    public static Deed SuggestionAnswered { get; } = new("request.suggestion-answered", "答复主动公开建议");
    public static Deed Downloaded { get; } = new("request.downloaded", "申请人下载答复");
    public static Deed Filed { get; } = new("request.filed", "归档");
    public static Deed ApplicantSeen { get; } = new("request.applicant-seen", "查看申请人信息", Looks: true);
    public static Deed LedgerImported { get; } = new("request.ledger-imported", "导入申请台账");
    public static Deed Listed { get; } = new("request.listed", "导出申请台账");
}
