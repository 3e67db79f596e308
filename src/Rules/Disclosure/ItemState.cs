namespace Gongkai.Rules.Disclosure;

/// <summary>Whether the public sees a piece of information.</summary>
public enum ItemState
{
    /// <summary>未公开: nobody outside knows of it.</summary>
    Prepared,

    /// <summary>已公开.</summary>
    Published,

    /// <summary>已撤下: its address says that it was withdrawn and why, and nothing else of it is left.</summary>
    Withdrawn,
}

/// <summary>How far a version of it has come.</summary>
public enum VersionState
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>审核中.</summary>
    InReview,

    /// <summary>待发布: approved, and waits for its hour.</summary>
    Approved,

    /// <summary>已发布.</summary>
    Published,

    /// <summary>已作废.</summary>
    Discarded,
}

/// <summary>How two pieces of information belong together.</summary>
public enum RelationKind
{
    /// <summary>The first interprets the second (解读).</summary>
    Interprets,

    /// <summary>The first repeals the second (废止).</summary>
    Repeals,

    /// <summary>The first amends the second (修改).</summary>
    Amends,

    /// <summary>The first rests on the second (依据).</summary>
    BasedOn,
}

/// <summary>What these are called.</summary>
public static class ItemStates
{
    extension(ItemState state)
    {
        public string Name => state switch { ItemState.Prepared => "未公开", ItemState.Published => "已公开", ItemState.Withdrawn => "已撤下" };
    }

    extension(VersionState state)
    {
        public string Name => state switch
        {
            VersionState.Draft => "草稿",
            VersionState.InReview => "审核中",
            VersionState.Approved => "待发布",
            VersionState.Published => "已发布",
            VersionState.Discarded => "已作废",
        };

        /// <summary>Whether it still is on its way.</summary>
        public bool IsOpen => state is VersionState.Draft or VersionState.InReview or VersionState.Approved;
    }

    extension(RelationKind kind)
    {
        public string Name => kind switch { RelationKind.Interprets => "解读", RelationKind.Repeals => "废止", RelationKind.Amends => "修改", RelationKind.BasedOn => "依据" };
    }
}
