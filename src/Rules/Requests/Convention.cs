using Gongkai.Rules.Requests.Letters;

namespace Gongkai.Rules.Requests;

/// <summary>口径: what an agency or its supervising office holds, from a day on, where the printed texts leave an outcome open.</summary>
/// <param name="Outcome">Which outcome.</param>
/// <param name="From">The first day of a letter for which it holds.</param>
/// <param name="Why">依据 or 理由: the notice, or the answer of the supervising office.</param>
/// <param name="Row">The row of table 3 (form of 2021); <c>null</c> leaves it.</param>
/// <param name="Remedy">How it can be contested; <c>null</c> leaves it.</param>
public sealed record Convention(Outcome Outcome, DateOnly From, string Why, string? Row = null, RemedyClass? Remedy = null)
{
    /// <summary>Why this cannot be set: the law settles it, or it says nothing.</summary>
    public Impediment? ToHolding()
    {
        var (facts, open) = (Outcome.Facts, Outcome.Facts.Open);
        return Row is null && Remedy is null ? new("请选择要改的统计项或者救济途径。")
            : string.IsNullOrWhiteSpace(Why) ? new("请填写这样处理的依据或者理由。")
            : Row is not null && !open.HasFlag(OpenTo.Row) ? new($"“{facts.Name}”填在年度报告的哪一项，格式已经写明，不能另行设置。")
            : Remedy is not null && !open.HasFlag(OpenTo.Remedy) ? new($"“{facts.Name}”的救济途径，法律和司法解释已经写明，不能另行设置。")
            : Row is not null && !Outcomes.Rows.Contains(Row) ? new("没有这个统计项，请从年度报告第三张表的办理结果中选择。")
            : null;
    }

    /// <summary>For each of the two the latest that holds on the day; what may not be set is not heard.</summary>
    internal static OutcomeFacts Apply(Outcome outcome, OutcomeFacts facts, DateOnly day, IEnumerable<Convention> conventions)
    {
        foreach (var one in conventions.Where(one => one.Outcome == outcome && one.From <= day && one.ToHolding() is null).OrderBy(one => one.From))
        {
            facts = one.Row is { } row ? facts with { Row = row } : facts;
            facts = one.Remedy is { } remedy ? facts with { Remedy = remedy, RemedyOfRest = remedy } : facts;
        }
        return facts;
    }
}
