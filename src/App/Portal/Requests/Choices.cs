using Gongkai.Rules.Requests;

namespace Gongkai.App.Portal.Requests;

/// <summary>The answers that the form offers, each with its value and its words.</summary>
static class Choices
{
    public static IReadOnlyList<(string, string, string?)> Matters { get; } =
    [
        ("information", "我想获取已有的文件、资料", "机关在履行职责中制作或者获取、并以一定形式记录、保存的信息"),
        ("question", "我想咨询政策或者怎么办事", null),
        ("complaint", "我想投诉、举报或者反映问题", null),
    ];

    public static IReadOnlyList<(string, string, string?)> Sorts { get; } = [("person", "公民", null), ("body", "法人或者其他组织", null)];

    public static IReadOnlyList<(string, string, string?)> Papers { get; } = [.. Enum.GetValues<IdentityPaper>().Where(paper => paper != IdentityPaper.CreditCode).Select(paper => (paper.ToString(), paper.Name, (string?)null))];

    public static IReadOnlyList<(string, string, string?)> Bodies { get; } = [.. Enum.GetValues<ApplicantKind>().Where(kind => kind != ApplicantKind.Person).Select(kind => (kind.ToString(), kind.Name, (string?)null))];

    public static IReadOnlyList<(string, string, string?)> Provisions(bool discs) =>
        [.. Enum.GetValues<Provision>().Where(one => discs || one != Provision.Disc).OrderBy(one => one != Provision.Electronic).Select(one => (one.ToString(), one.Name, (string?)null))];

    public static IReadOnlyList<(string, string, string?)> Deliveries { get; } =
    [
        (nameof(Delivery.Download), Delivery.Download.Name, "用申请编号和查询码在本网站查看、下载"),
        (nameof(Delivery.Mail), Delivery.Mail.Name, null),
        (nameof(Delivery.Post), Delivery.Post.Name, "由邮政企业寄到您填写的地址，不向您收取邮费"),
        (nameof(Delivery.PickUp), Delivery.PickUp.Name, "到受理机关领取，请带身份证件"),
        (nameof(Delivery.OnSite), Delivery.OnSite.Name, null),
    ];

    public static IReadOnlyList<(string, string, string?)> Proofs { get; } =
    [
        ("upload", "现在上传照片或者扫描件", null),
        ("counter", "到受理机关窗口出示原件", "请在提交后尽快前往，带上申请编号"),
        ("post", "邮寄复印件", "请在信封上注明“政府信息公开申请”和申请编号"),
    ];

    public static string WordsOf(this IEnumerable<(string Value, string Words, string? Hint)> choices, string? value) => choices.FirstOrDefault(one => one.Value == value).Words ?? "";

    /// <summary>What each part is called.</summary>
    public static string NameOf(FormPart part) => part switch
    {
        FormPart.Matter => "选择事项与机关",
        FormPart.Applicant => "申请人信息",
        FormPart.Wanted => "所需信息",
        FormPart.Delivery => "提供与获取方式",
        FormPart.Proof => "身份证明",
        FormPart.Purpose => "用途与补充（选填）",
    };
}
