using static Gongkai.Rules.Reviews.RemedyResult;

namespace Gongkai.Rules.Reviews;

/// <summary>How a case ended (结果), as the decision, the judgment or the ruling says.</summary>
public enum RemedyResult
{
    /// <summary>维持.</summary>
    Upheld = 1,

    /// <summary>驳回行政复议请求, or 判决驳回诉讼请求.</summary>
    ClaimsRejected,

    /// <summary>变更.</summary>
    Changed,

    /// <summary>撤销或者部分撤销.</summary>
    Annulled,

    /// <summary>确认违法.</summary>
    FoundUnlawful,

    /// <summary>责令履行, or 判决限期履行、公开、重新答复.</summary>
    PerformanceOrdered,

    /// <summary>确认无效.</summary>
    FoundVoid,

    /// <summary>终止, or 终结.</summary>
    Terminated,

    /// <summary>撤回申请, or 裁定准许撤诉.</summary>
    Withdrawn,

    /// <summary>和解.</summary>
    Settled,

    /// <summary>调解.</summary>
    Mediated,

    /// <summary>驳回行政复议申请, or 裁定驳回起诉.</summary>
    Dismissed,

    /// <summary>不予受理, or 不予立案.</summary>
    NotAccepted,

    /// <summary>移送.</summary>
    Transferred,
}

/// <summary>Where table 4 counts a case.</summary>
public enum RemedyColumn
{
    /// <summary>结果维持.</summary>
    Upheld = 1,

    /// <summary>结果纠正.</summary>
    Corrected,

    /// <summary>其他结果.</summary>
    Other,

    /// <summary>尚未审结.</summary>
    Pending,
}

/// <summary>The one table of results: in which kind of case each may stand, its words, and its column in table 4.</summary>
public static class RemedyResults
{
    extension(RemedyResult result)
    {
        /// <summary>In reconsideration; in court where it is of the court alone.</summary>
        public string Name => Read(result) is var (inReview, inCourt) ? inReview ?? inCourt! : "";

        public string NameIn(RemedyKind kind) => Read(result) is var (inReview, inCourt) && (kind.IsSuit ? inCourt : inReview) is { } name ? name : inReview ?? inCourt!;

        /// <summary>Whether such a case can end so.</summary>
        public bool FitsIn(RemedyKind kind) => (kind.IsSuit ? Read(result).InCourt : Read(result).InReview) is not null;

        /// <summary>The column by default: no printed text settles it, so a <see cref="ResultConvention"/> may set it.</summary>
        [Law(Statute.Reconsideration, "63"), Law(Statute.Reconsideration, "64"), Law(Statute.Reconsideration, "68"), Law(Statute.Reconsideration, "69"), Law(Statute.Litigation, "69"), Law(Statute.Litigation, "70"), Law(Statute.Litigation, "72")]
        public RemedyColumn Column => result switch
        {
            Upheld or ClaimsRejected => RemedyColumn.Upheld,
            Changed or Annulled or FoundUnlawful or PerformanceOrdered or FoundVoid => RemedyColumn.Corrected,
            Terminated or Withdrawn or Settled or Mediated or Dismissed or NotAccepted or Transferred => RemedyColumn.Other,
        };

        /// <summary>The column on the day of the result, with the conventions that hold there: the latest counts.</summary>
        public RemedyColumn ColumnOn(RemedyKind kind, DateOnly day, IEnumerable<ResultConvention> conventions) =>
            conventions.Where(one => one.Kind == kind && one.Result == result && one.From <= day).MaxBy(one => one.From)?.Column ?? result.Column;

        /// <summary>Whether something is ordered that the agency has to carry out.</summary>
        public bool Orders => result is PerformanceOrdered or Annulled or Changed;
    }

    extension(RemedyColumn column)
    {
        public string Name => column switch { RemedyColumn.Upheld => "结果维持", RemedyColumn.Corrected => "结果纠正", RemedyColumn.Other => "其他结果", RemedyColumn.Pending => "尚未审结" };

        /// <summary>Its key in table 4.</summary>
        public string Key => column switch { RemedyColumn.Upheld => "upheld", RemedyColumn.Corrected => "corrected", RemedyColumn.Other => "other", RemedyColumn.Pending => "pending" };
    }

    static (string? InReview, string? InCourt) Read(RemedyResult result) => result switch
    {
        Upheld => ("维持", null),
        ClaimsRejected => ("驳回行政复议请求", "判决驳回诉讼请求"),
        Changed => ("变更", "判决变更"),
        Annulled => ("撤销或者部分撤销", "判决撤销或者部分撤销"),
        FoundUnlawful => ("确认违法", "判决确认违法"),
        PerformanceOrdered => ("责令履行", "判决限期履行（公开、重新答复）"),
        FoundVoid => ("确认无效", "判决确认无效"),
        Terminated => ("终止", "终结"),
        RemedyResult.Withdrawn => ("撤回申请", "裁定准许撤诉"),
        Settled => ("和解", null),
        Mediated => ("调解", null),
        Dismissed => ("驳回行政复议申请", "裁定驳回起诉"),
        NotAccepted => ("不予受理", "裁定不予立案"),
        Transferred => (null, "移送"),
    };
}

/// <summary>口径: in which column a result is counted from a day on, where the supervising office says otherwise than we do.</summary>
/// <param name="From">The first day of a result for which it holds.</param>
/// <param name="Why">依据.</param>
public sealed record ResultConvention(RemedyKind Kind, RemedyResult Result, DateOnly From, RemedyColumn Column, string Why)
{
    /// <summary>Why this cannot be set.</summary>
    public Impediment? ToHolding() =>
        string.IsNullOrWhiteSpace(Why) ? new("请填写这样统计的依据或者理由。")
        : !Result.FitsIn(Kind) ? new($"{Kind.Name}没有这种结果，请另选结果。")
        : Column is RemedyColumn.Pending ? new("已经审结的案件不能计入尚未审结，请另选统计项。")
        : null;
}
