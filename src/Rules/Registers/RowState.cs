namespace Gongkai.Rules.Registers;

/// <summary>Where a row stands on its way to the public (公开状态).</summary>
public enum RowState
{
    /// <summary>未送审: it counts in table 2 as it is; 处理决定数量 counts decisions, published or not.</summary>
    Kept,

    /// <summary>审核中: in a batch that is reviewed.</summary>
    InReview,

    /// <summary>已公开.</summary>
    Published,

    /// <summary>不予公开: lawfully unpublished, with a reason.</summary>
    Withheld,

    /// <summary>已撤下: it was public, and is no longer.</summary>
    Withdrawn,
}

/// <summary>What may be done to a row in its state; each question gives the reason why not.</summary>
public static class RowStates
{
    extension(RowState state)
    {
        public string Name => state switch
        {
            RowState.Kept => "未送审",
            RowState.InReview => "审核中",
            RowState.Published => "已公开",
            RowState.Withheld => "不予公开",
            RowState.Withdrawn => "已撤下",
        };

        /// <summary>Changing what it says: what is reviewed, or public, stays as the reviewers saw it.</summary>
        public Impediment? ToChanging => state switch
        {
            RowState.InReview => new("这条记录正在审核，请先在批次中退回，再修改。"),
            RowState.Published => new("这条记录已经公开，请先撤下，修改后重新送审。"),
            RowState.Kept or RowState.Withheld or RowState.Withdrawn => null,
        };

        /// <summary>作废.</summary>
        public Impediment? ToVoiding => state switch
        {
            RowState.InReview => new("这条记录正在审核，请先在批次中退回，再作废。"),
            RowState.Published => new("这条记录已经公开，请先撤下，再作废。"),
            RowState.Kept or RowState.Withheld or RowState.Withdrawn => null,
        };

        /// <summary>送审.</summary>
        public Impediment? ToSubmitting => state switch
        {
            RowState.InReview => new("这条记录已经在审核中。"),
            RowState.Published => new("这条记录已经公开，不必再送审。"),
            RowState.Withheld => new("这条记录定为不予公开，改为公开的请先修改。"),
            RowState.Kept or RowState.Withdrawn => null,
        };

        /// <summary>定为不予公开.</summary>
        public Impediment? ToWithholding => state switch
        {
            RowState.InReview => new("这条记录正在审核，请先在批次中退回。"),
            RowState.Published => new("这条记录已经公开，不应公开的请撤下。"),
            RowState.Withheld => new("这条记录已经定为不予公开。"),
            RowState.Kept or RowState.Withdrawn => null,
        };

        /// <summary>撤下.</summary>
        public Impediment? ToWithdrawing => state == RowState.Published ? null : new("只有已经公开的记录才能撤下。");
    }
}
