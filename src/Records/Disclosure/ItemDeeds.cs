namespace Gongkai.Records.Disclosure;

/// <summary>What is done to information, as the trail names it.</summary>
public static class ItemDeeds
{
    public static Deed Drafted { get; } = new("item.drafted", "拟稿");
    public static Deed Revised { get; } = new("item.revised", "修改稿件");
    public static Deed Examined { get; } = new("item.examined", "发布前检查");
    public static Deed HandedIn { get; } = new("item.handed-in", "送审");
    public static Deed Passed { get; } = new("item.passed", "审核通过");
    public static Deed Returned { get; } = new("item.returned", "退回稿件");
    public static Deed Lifted { get; } = new("item.finding-lifted", "说明并放行检查问题");
    public static Deed Discarded { get; } = new("item.discarded", "作废稿件");
    public static Deed Published { get; } = new("item.published", "公开信息");
    public static Deed Corrected { get; } = new("item.corrected", "更正已公开信息");
    public static Deed Withdrawn { get; } = new("item.withdrawn", "撤下信息");
    public static Deed Cleaned { get; } = new("item.validity", "标注有效性");
    public static Deed ColumnChanged { get; } = new("column.changed", "设置栏目");
    public static Deed CatalogueChanged { get; } = new("catalogue.changed", "修改公开事项目录");

    public static Deed CatalogueImported { get; } = new("catalogue.imported", "导入公开事项目录");
    public static Deed GuideWritten { get; } = new("guide.written", "拟写公开指南");
    public static Deed GuideSigned { get; } = new("guide.signed", "审签公开指南");
    public static Deed GuideConfirmed { get; } = new("guide.confirmed", "确认公开指南");

    /// <summary>All of them, for lists.</summary>
    public static IReadOnlyList<Deed> All { get; } =
    [
        Drafted, Revised, Examined, HandedIn, Passed, Returned, Lifted, Discarded, Published, Corrected, Withdrawn, Cleaned, ColumnChanged, CatalogueChanged,
        CatalogueImported, GuideWritten, GuideSigned, GuideConfirmed,
    ];
}
