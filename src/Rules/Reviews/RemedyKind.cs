namespace Gongkai.Rules.Reviews;

/// <summary>How a decision on a request is contested (救济): the blocks of table 4.</summary>
public enum RemedyKind
{
    /// <summary>行政复议.</summary>
    Reconsideration = 1,

    /// <summary>未经复议直接起诉.</summary>
    DirectSuit,

    /// <summary>复议后起诉.</summary>
    SuitAfterReconsideration,
}

/// <summary>What we are in a case. Where the reconsideration body is a co-defendant, the original agency alone counts the case.</summary>
public enum RespondentRole
{
    /// <summary>原行政行为机关.</summary>
    OriginalAgency = 1,

    /// <summary>复议机关（共同被告）.</summary>
    ReconsiderationBody,
}

/// <summary>适用程序.</summary>
public enum ReviewProcedure
{
    /// <summary>普通程序.</summary>
    Ordinary = 1,

    /// <summary>简易程序.</summary>
    Simple,
}

/// <summary>审级.</summary>
public enum Instance
{
    /// <summary>复议, or 一审.</summary>
    First = 1,

    /// <summary>二审.</summary>
    Second,

    /// <summary>再审.</summary>
    Retrial,
}

/// <summary>The Chinese names of what a case is, and its key in table 4.</summary>
public static class RemedyNames
{
    extension(RemedyKind kind)
    {
        public string Name => kind switch
        {
            RemedyKind.Reconsideration => "行政复议",
            RemedyKind.DirectSuit => "未经复议直接起诉",
            RemedyKind.SuitAfterReconsideration => "复议后起诉",
        };

        /// <summary>Its block in table 4.</summary>
        [Law(Statute.ReportFormat2019, "表四"), Law(Statute.ReportFormat2021, "表四")]
        public string Block => kind switch
        {
            RemedyKind.Reconsideration => "review",
            RemedyKind.DirectSuit => "suit",
            RemedyKind.SuitAfterReconsideration => "suitAfterReview",
        };

        public bool IsSuit => kind is not RemedyKind.Reconsideration;
    }

    extension(RespondentRole role)
    {
        public string Name => role switch { RespondentRole.OriginalAgency => "原行政行为机关", RespondentRole.ReconsiderationBody => "复议机关（共同被告）" };
    }

    extension(ReviewProcedure procedure)
    {
        public string Name => procedure switch { ReviewProcedure.Ordinary => "普通程序", ReviewProcedure.Simple => "简易程序" };
    }

    extension(Instance instance)
    {
        public string Name => instance switch { Instance.First => "一审", Instance.Second => "二审", Instance.Retrial => "再审" };

        public string NameIn(RemedyKind kind) => kind.IsSuit ? instance.Name : "复议";
    }
}
