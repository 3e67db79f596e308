namespace Gongkai.Rules.Disclosure;

/// <summary>Which of the four columns of 政府信息公开 a column of ours stands under.</summary>
public enum ColumnKind
{
    /// <summary>法定主动公开内容.</summary>
    Statutory,

    /// <summary>政府信息公开制度.</summary>
    System,
}

/// <summary>A column (栏目) that an agency begins with: its place in the address, what it discloses, how often something new is expected.</summary>
/// <param name="Slug">In addresses; it never changes.</param>
/// <param name="Parent">The slug of the column above it.</param>
/// <param name="Matter">The code of what the Regulation wants disclosed there.</param>
/// <param name="MaxGapDays">Calendar days after which the column counts as not updated; <c>null</c>: it changes when the matter changes.</param>
public sealed record PlannedColumn(string Slug, string Name, string? Parent, ItemCategory Category, string? Matter, string Type, string Description, int? MaxGapDays = null, ColumnKind Kind = ColumnKind.Statutory)
{
    const int Year = 365, HalfYear = 180;

    /// <summary>The columns of a county's department that keeps housing and construction; each may be renamed, closed or added to.</summary>
    public static IReadOnlyList<PlannedColumn> Usual { get; } =
    [
        new("zd", "政府信息公开制度", null, ItemCategory.Policy, "20.15", "政策文件", "公布政府信息公开的法规、上级文件和本机关的公开制度", Kind: ColumnKind.System),
        new("jgzn", "机构职能", null, ItemCategory.Overview, "20.2", "概况信息", "公布机关职能、机构设置、办公地址、办公时间、联系方式和负责人"),
        new("jggk", "机关概况", "jgzn", ItemCategory.Overview, "20.2", "概况信息", "公布机关职能、办公地址、办公时间和联系方式"),
        new("ldfg", "领导分工", "jgzn", ItemCategory.Overview, "20.2", "概况信息", "公布本机关负责人姓名、职务和分工"),
        new("nsjg", "内设机构", "jgzn", ItemCategory.Overview, "20.2", "概况信息", "公布内设机构和下属单位的设置、职责和联系方式"),
        new("zcwj", "政策文件", null, ItemCategory.Policy, "20.1", "政策文件", "发布本机关制定和执行的政策文件", HalfYear),
        new("gfxwj", "行政规范性文件", "zcwj", ItemCategory.Policy, "20.1", "政策文件", "发布本机关制定的行政规范性文件及其清理结果"),
        new("qtwj", "其他文件", "zcwj", ItemCategory.Policy, "20.1", "政策文件", "发布本机关制发的其他主动公开文件", HalfYear),
        new("zcjd", "政策解读", "zcwj", ItemCategory.Policy, "20.1", "政策解读", "解读本机关制定和执行的政策"),
        new("ghjh", "规划计划", null, ItemCategory.Work, "20.3", "信息公开目录", "公布住房和城乡建设专项规划和年度计划", Year),
        new("tjxx", "统计信息", null, ItemCategory.Work, "20.4", "信息公开目录", "公布房地产市场和建筑业统计信息", Year),
        new("xzxk", "行政许可和服务", null, ItemCategory.Approval, "20.5", "信息公开目录", "公布行政许可和其他对外管理服务事项的依据、条件、程序和办理结果"),
        new("bszn", "办事指南", "xzxk", ItemCategory.Approval, "20.5", "信息公开目录", "公布办理各事项的依据、条件、材料、程序和时限"),
        new("xkjg", "许可结果", "xzxk", ItemCategory.Approval, "20.5", "信息公开目录", "公布行政许可决定", HalfYear),
        new("xzzf", "行政处罚和强制", null, ItemCategory.Approval, "20.6", "信息公开目录", "公布行政处罚、行政强制的依据、条件、程序和有一定社会影响的处罚决定"),
        new("zfyj", "执法依据和程序", "xzzf", ItemCategory.Approval, "20.6", "信息公开目录", "公布执法主体、职责、权限、依据、程序、裁量基准和救济渠道"),
        new("cfjg", "处罚决定", "xzzf", ItemCategory.Approval, "20.6", "信息公开目录", "公布行政处罚决定", Year),
        new("czxx", "财政预决算", null, ItemCategory.Work, "20.7", "信息公开目录", "公布本机关年度预算、决算和三公经费", Year),
        new("xzsf", "行政事业性收费", null, ItemCategory.Approval, "20.8", "信息公开目录", "公布收费项目、依据和标准"),
        new("zfcg", "政府集中采购", null, ItemCategory.Work, "20.9", "信息公开目录", "公布采购项目的目录、标准和实施情况", Year),
        new("zdxm", "重大建设项目", null, ItemCategory.Work, "20.10", "信息公开目录", "公布重大建设项目的批准和实施情况", Year),
        new("zfbz", "住房保障", null, ItemCategory.Work, "20.11", "信息公开目录", "公布公租房、租赁补贴、危房改造的政策、配给和进展", HalfYear),
        new("yjgl", "应急管理", null, ItemCategory.Work, "20.12", "信息公开目录", "公布应急预案、预警信息和应对情况", Year),
        new("jdjc", "监督检查", null, ItemCategory.Work, "20.13", "信息公开目录", "公布工程质量、施工安全的监督检查情况", HalfYear),
        new("zkly", "招考录用", null, ItemCategory.Work, "20.14", "信息公开目录", "公布招考的职位、名额、条件和录用结果"),
        new("szjs", "市政建设", null, ItemCategory.Work, "21.1", "信息公开目录", "公布市政道路、桥梁、管网的建设和养护", HalfYear),
        new("ggfw", "公共服务", null, ItemCategory.Work, "21.2", "信息公开目录", "公布物业、供水、供气、供热等公共服务的管理和提示", HalfYear),
        new("fwzs", "房屋征收", null, ItemCategory.Work, "21.5", "信息公开目录", "公布国有土地上房屋征收的决定、方案、评估和补偿", Year),
        new("tzgg", "通知公告", null, ItemCategory.Work, "20.15", "通知公告", "发布本机关的通知、公告和公示", HalfYear),
        new("qtfd", "其他法定信息", null, ItemCategory.Work, "20.15", "信息公开目录", "公布法律、法规、规章规定应当主动公开的其他信息"),
    ];

    /// <summary>What robots read as ColumnKeywords.</summary>
    public string Keywords => Parent is null || Usual.FirstOrDefault(one => one.Slug == Parent) is not { } above ? $"{Name},政府信息公开" : $"{Name},{above.Name},政府信息公开";
}

/// <summary>What the columns are called under which ours stand.</summary>
public static class ColumnKinds
{
    extension(ColumnKind kind)
    {
        public string Name => kind switch { ColumnKind.Statutory => "法定主动公开内容", ColumnKind.System => "政府信息公开制度" };
    }
}
