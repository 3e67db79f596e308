namespace Gongkai.Records.Requests.Letters;

/// <summary>What people do to a letter of a case, as the trail names it.</summary>
public static class LetterDeeds
{
    public static Deed Drafted { get; } = new("letter.drafted", "拟制文书");
    public static Deed Revised { get; } = new("letter.revised", "修改文书");
    public static Deed HandedIn { get; } = new("letter.handed-in", "送审文书");
    public static Deed Passed { get; } = new("letter.passed", "审核通过");
    public static Deed Returned { get; } = new("letter.returned", "退回文书");
    public static Deed Signed { get; } = new("letter.signed", "签发文书");
    public static Deed Numbered { get; } = new("letter.numbered", "文书编号");
    public static Deed Replaced { get; } = new("letter.replaced", "替换文书文件");
    public static Deed Sealed { get; } = new("letter.sealed", "用印登记");
    public static Deed Served { get; } = new("letter.served", "送达文书");
    public static Deed Sent { get; } = new("letter.sent", "文书交付邮件发送");
    public static Deed NotServed { get; } = new("letter.not-served", "电子送达未成功");
    public static Deed Notified { get; } = new("letter.notified", "通知邮件的结果");
    public static Deed Reached { get; } = new("letter.reached", "登记收到日期");
    public static Deed Voided { get; } = new("letter.voided", "作废文书");
    public static Deed Detached { get; } = new("letter.detached", "取下文书附件");
    public static Deed Attached { get; } = new("letter.attached", "上传文书附件");
}
