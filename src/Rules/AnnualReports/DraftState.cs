namespace Gongkai.Rules.AnnualReports;

/// <summary>How far a report in preparation has come (编制状态).</summary>
public enum DraftState
{
    /// <summary>编制中.</summary>
    Preparing,

    /// <summary>校验通过，待审签.</summary>
    Checked,

    /// <summary>领导退回修改.</summary>
    Returned,

    /// <summary>已审签，待公布; nothing in it changes any more.</summary>
    Signed,

    /// <summary>已公布; a correction is another draft.</summary>
    Published,
}

/// <summary>Where the number in a cell of a draft came from.</summary>
public enum CellSource
{
    /// <summary>Someone of the office typed it.</summary>
    Hand,

    /// <summary>It is what last year's report left open (结转下年度).</summary>
    CarriedOver,

    /// <summary>It was counted from the records of this system.</summary>
    Computed,

    /// <summary>It stood in the published version that this draft corrects.</summary>
    Published,
}

/// <summary>What drafts' states and sources are called.</summary>
public static class DraftNames
{
    extension(DraftState state)
    {
        public string Name => state switch
        {
            DraftState.Preparing => "编制中",
            DraftState.Checked => "待审签",
            DraftState.Returned => "已退回",
            DraftState.Signed => "已审签，待公布",
            DraftState.Published => "已公布",
        };
    }

    extension(CellSource source)
    {
        public string Name => source switch
        {
            CellSource.Hand => "手工填写",
            CellSource.CarriedOver => "取自上年结转下年度",
            CellSource.Computed => "由办理记录计算",
            CellSource.Published => "取自更正前的公布版本",
        };
    }
}
