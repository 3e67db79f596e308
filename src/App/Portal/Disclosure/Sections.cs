using Gongkai.App.Ui;
using Gongkai.Records.Disclosure;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>What the pages of proactive disclosure say of themselves where no column of an agency does, and where they stand.</summary>
static class Sections
{
    public const string Home = "/zfxxgk/", Guide = "/zfxxgk/zn/", Rules = "/zfxxgk/zd/", Statutory = ItemAddress.Root, Reports = "/zfxxgk/nb/", Interpretations = "/jd/", Institution = "/jg/", Data = "/sj/";

    /// <summary>The four columns of 政府信息公开, in the order and with the names that 国办公开办函〔2019〕61号 gives them; there is no fifth.</summary>
    public static IReadOnlyList<(string Name, string Path, string Under, string Says)> Four { get; } =
    [
        ("政府信息公开指南", Guide, "zn", "信息怎样分类、编排、获取，公开工作机构的地址、时间和电话"),
        ("政府信息公开制度", Rules, "zd", "政府信息公开的法规、上级文件和本机关的公开制度"),
        ("法定主动公开内容", Statutory, "fdzdgk", "依照条例第二十条、第二十一条主动公开的信息，按栏目编排"),
        ("政府信息公开工作年度报告", Reports, "nb", "历年年度报告，包括统计表和图解"),
    ];

    public static Crumb Top { get; } = new("政府信息公开", Home);

    public static Column HomeColumn { get; } = new("政府信息公开", "公开指南、公开制度、法定主动公开内容和年度报告", "政府信息公开,政务公开", "信息公开目录");

    public static Column GuideColumn { get; } = new("政府信息公开指南", "说明政府信息的分类、编排体系、获取方式和公开工作机构的联系方式", "政府信息公开指南,获取方式,联系方式", "信息公开指南");

    public static Column RulesColumn { get; } = new("政府信息公开制度", "公布政府信息公开的法规、上级文件和本机关的公开制度", "政府信息公开制度,法规,制度", "政策文件");

    public static Column StatutoryColumn { get; } = new("法定主动公开内容", "依照《中华人民共和国政府信息公开条例》第二十条、第二十一条主动公开的政府信息目录", "法定主动公开内容,主动公开,信息公开目录", "信息公开目录");

    public static Column InterpretationColumn { get; } = new("政策解读", "解读本机关制定和执行的政策，与政策原文互相链接", "政策解读,政策问答", "政策解读");

    public static Column InstitutionColumn { get; } = new("机构职能与负责人", "公布机关职能、机构设置、办公地址、办公时间、联系方式和负责人姓名", "机构职能,负责人,内设机构,联系方式", "概况信息");

    public static Column DataColumn { get; } = new("目录与数据下载", "提供主动公开目录和信息元数据的CSV、JSON下载和接口说明", "开放数据,目录下载,接口", "信息公开目录");

    public static string Banner(string agency) => $"{agency}政府信息公开";
}
