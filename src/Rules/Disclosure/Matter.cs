namespace Gongkai.Rules.Disclosure;

/// <summary>What must be disclosed without being asked (应当主动公开的政府信息): an item of article 20, or one that article 21 adds.</summary>
/// <param name="Code">Stable, such as <c>20.5</c> or <c>21.5</c>.</param>
/// <param name="Cited">As a text cites it, such as 第二十条第（五）项.</param>
/// <param name="Name">What it is, in the words of the Regulation.</param>
public sealed record Matter(string Code, string Cited, string Name)
{
    static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"];

    /// <summary>The fifteen items of article 20.</summary>
    [Law(Statute.Regulation, "20")]
    public static IReadOnlyList<Matter> Article20 { get; } = Of("20", "第二十条",
    [
        "行政法规、规章和规范性文件",
        "机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名",
        "国民经济和社会发展规划、专项规划、区域规划及相关政策",
        "国民经济和社会发展统计信息",
        "办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果",
        "实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定",
        "财政预算、决算信息",
        "行政事业性收费项目及其依据、标准",
        "政府集中采购项目的目录、标准及实施情况",
        "重大建设项目的批准和实施情况",
        "扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况",
        "突发公共事件的应急预案、预警信息及应对情况",
        "环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况",
        "公务员招考的职位、名额、报考条件等事项以及录用结果",
        "法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息",
    ]);

    /// <summary>What article 21 adds for governments of districted cities and counties and their departments.</summary>
    [Law(Statute.Regulation, "21")]
    public static IReadOnlyList<Matter> Article21 { get; } = Of("21", "第二十一条", ["市政建设", "公共服务", "公益事业", "土地征收", "房屋征收", "治安管理", "社会救助"]);

    /// <summary>What article 21 adds for governments of towns and townships.</summary>
    [Law(Statute.Regulation, "21")]
    public static IReadOnlyList<Matter> OfTowns { get; } = Of("21t", "第二十一条",
        ["贯彻落实农业农村工作政策", "农田水利工程建设运营", "农村土地承包经营权流转", "宅基地使用情况审核", "土地征收", "房屋征收", "筹资筹劳", "社会救助"]);

    public static IReadOnlyList<Matter> All { get; } = [.. Article20, .. Article21, .. OfTowns];

    public static Matter? Find(string? code) => All.FirstOrDefault(one => one.Code == code);

    static IReadOnlyList<Matter> Of(string article, string cited, string[] names) =>
        [.. names.Select((name, i) => new Matter($"{article}.{i + 1}", article == "20" ? $"{cited}第（{Numerals[i]}）项" : cited, name))];
}
