namespace Gongkai.Rules.Disclosure;

/// <summary>The groups in which an agency counts what it disclosed in a year (主动公开信息分类).</summary>
public enum ItemCategory
{
    Overview,
    Policy,
    Work,
    Approval,
}

/// <summary>What they are called.</summary>
public static class ItemCategories
{
    extension(ItemCategory category)
    {
        public string Name => category switch
        {
            ItemCategory.Overview => "概况类",
            ItemCategory.Policy => "政策法规类",
            ItemCategory.Work => "工作动态类",
            ItemCategory.Approval => "审批服务类",
        };
    }
}
