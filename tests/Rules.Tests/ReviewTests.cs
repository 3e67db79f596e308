using Gongkai.Rules.Reviews;

namespace Gongkai.Rules.Tests;

/// <summary>Reconsiderations and suits: by when the agency answers, what may happen next, and in which column each result is counted.</summary>
public sealed class ReviewTests
{
    static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory]
    [InlineData(RemedyKind.Reconsideration, ReviewProcedure.Ordinary, "2026-03-02", "2026-03-16")]
    [InlineData(RemedyKind.Reconsideration, ReviewProcedure.Simple, "2026-03-02", "2026-03-09")]
    // Fifteen calendar days; the last one is a Sunday, so the Monday after it.
    [InlineData(RemedyKind.DirectSuit, ReviewProcedure.Ordinary, "2026-03-02", "2026-03-17")]
    [InlineData(RemedyKind.SuitAfterReconsideration, ReviewProcedure.Simple, "2026-02-28", "2026-03-16")]
    // Over the National Day.
    [InlineData(RemedyKind.Reconsideration, ReviewProcedure.Simple, "2025-09-29", "2025-10-13")]
    public void The_answer_is_due_in_working_days_before_the_body_and_in_calendar_days_before_the_court(RemedyKind kind, ReviewProcedure procedure, string copy, string due) =>
        Assert.Equal(DateOnly.Parse(due), RemedyTerms.AnswerDue(kind, procedure, DateOnly.Parse(copy), WorkingCalendar.BuiltIn));

    [Fact]
    public void Every_result_has_a_column_a_name_and_a_kind_of_case()
    {
        Assert.All(Enum.GetValues<RemedyResult>(), result =>
        {
            Assert.Contains(Enum.GetValues<RemedyKind>(), kind => result.FitsIn(kind));
            Assert.NotEqual(RemedyColumn.Pending, result.Column);
            Assert.NotEmpty(result.Name);
        });
        Assert.Equal(RemedyColumn.Upheld, RemedyResult.ClaimsRejected.Column);
        Assert.Equal(RemedyColumn.Corrected, RemedyResult.PerformanceOrdered.Column);
        Assert.Equal(RemedyColumn.Other, RemedyResult.Mediated.Column);
        Assert.Equal(("驳回行政复议请求", "判决驳回诉讼请求"), (RemedyResult.ClaimsRejected.NameIn(RemedyKind.Reconsideration), RemedyResult.ClaimsRejected.NameIn(RemedyKind.DirectSuit)));
        Assert.False(RemedyResult.Upheld.FitsIn(RemedyKind.DirectSuit));
    }

    [Fact]
    public void A_convention_holds_from_its_day_on_for_its_kind_of_case()
    {
        ResultConvention[] held = [new(RemedyKind.Reconsideration, RemedyResult.ClaimsRejected, new(2025, 7, 1), RemedyColumn.Other, "某办通知")];
        Assert.Equal(RemedyColumn.Upheld, RemedyResult.ClaimsRejected.ColumnOn(RemedyKind.Reconsideration, new(2025, 6, 30), held));
        Assert.Equal(RemedyColumn.Other, RemedyResult.ClaimsRejected.ColumnOn(RemedyKind.Reconsideration, new(2025, 7, 1), held));
        Assert.Equal(RemedyColumn.Upheld, RemedyResult.ClaimsRejected.ColumnOn(RemedyKind.DirectSuit, new(2025, 7, 1), held));
        Assert.Equal("已经审结的案件不能计入尚未审结，请另选统计项。", (held[0] with { Column = RemedyColumn.Pending }).ToHolding()!.Reason);
        Assert.Equal("请填写这样统计的依据或者理由。", (held[0] with { Why = " " }).ToHolding()!.Reason);
        Assert.Null(held[0].ToHolding());
    }

    [Fact]
    public void Nothing_happens_out_of_its_order()
    {
        var suit = new RemedyState(RemedyKind.DirectSuit, Monday);
        Assert.Equal("案件 2026-03-02 受理，日期不能早于这一天。", suit.To(RemedyStepKind.Heard, Monday.AddDays(-1))!.Reason);
        Assert.Equal("请先登记收到副本的日期。", suit.To(RemedyStepKind.Answered, Monday)!.Reason);
        Assert.Equal("请先登记本审级的裁判。", suit.To(RemedyStepKind.NextInstance, Monday)!.Reason);
        Assert.Equal("案件还没有审结。", suit.To(RemedyStepKind.Performed, Monday)!.Reason);
        Assert.Equal("案件已经中止，请先登记恢复审理。", (suit with { SuspendedOn = Monday }).To(RemedyStepKind.Judged, Monday)!.Reason);
        Assert.Null((suit with { JudgedOn = Monday }).To(RemedyStepKind.NextInstance, Monday));
        Assert.Equal("行政诉讼没有这种结果，请另选结果。".Replace("行政诉讼", RemedyKind.DirectSuit.Name, StringComparison.Ordinal), suit.ToConcluding(RemedyResult.Upheld, Monday, null)!.Reason);
        Assert.Equal("这种结果没有要履行的内容，请不要填写履行期限。", suit.ToConcluding(RemedyResult.ClaimsRejected, Monday, Monday)!.Reason);
        Assert.Equal("案件已经审结，不能再办理。", (suit with { ResultOn = Monday }).To(RemedyStepKind.Heard, Monday)!.Reason);
        var review = new RemedyState(RemedyKind.Reconsideration, Monday);
        Assert.Equal("行政复议没有上诉，对决定不服的，请登记为复议后起诉。", review.To(RemedyStepKind.NextInstance, Monday)!.Reason);
        Assert.Equal("行政复议决定请直接登记结果。", review.To(RemedyStepKind.Judged, Monday)!.Reason);
    }
}
