namespace Gongkai.Documents.Templates;

/// <summary>The request form on paper (政府信息公开申请表): to be printed, filled in by hand and brought or sent. It asks for what article 29 names and nothing else.</summary>
public static class BlankApplication
{
    static readonly LetterKind Kind = new("request-blank", "政府信息公开申请表", [],
    [
        "# 政府信息公开申请表",
        "! 受理机关：",
        "| 公民 | 姓名：　　　　　　证件名称：　　　　　　",
        "|  | 证件号码：",
        "| 法人或者其他组织 | 名称：",
        "|  | 类型：□商业企业　□科研机构　□社会公益组织　□法律服务机构　□其他",
        "|  | 统一社会信用代码：",
        "|  | 法定代表人：　　　　　　联系人：　　　　　　",
        "| 联系方式 | 联系电话：　　　　　　电子邮箱：　　　　　　",
        "|  | 联系地址：　　　　　　　　　　邮政编码：",
        "| 代理人（选填） | 姓名：　　　　　　身份证号：",
        "| 所需信息（至少填一项） | 名称：",
        "|  | 文号：",
        "|  | 其他特征描述：",
        "| 提供方式 | □纸质　□电子数据　□当场阅读、抄录",
        "| 获取方式 | □网页下载　□电子邮件　□邮寄　□当面领取　□现场查阅、抄录",
        "|  | □若无法按照指定方式提供，也可接受其他方式",
        "| 用途（选填） | 　",
        "| 身份证明 | □附复印件　□当面出示原件　（由代理人提出的，另附授权委托书）",
        "| 签名或者盖章 | 　　　　　　　　　　　　　　年　　月　　日",
        "一张申请表只填写一项申请内容。用途和标明“选填”的项目不填写，不影响办理。",
    ]);

    /// <summary>The form as a Word file; the same bytes every time.</summary>
    public static byte[] Docx => DefaultTemplate.Of(Kind);
}
