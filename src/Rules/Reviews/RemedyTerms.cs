namespace Gongkai.Rules.Reviews;

/// <summary>By when the agency answers in a case, with its evidence (答复、答辩期限).</summary>
public static class RemedyTerms
{
    // 被申请人应当自收到行政复议申请书副本或者行政复议申请笔录复印件之日起十日内，提出书面答复，并提交作出行政行为的证据、依据和其他有关材料: working days.
    [Law(Statute.Reconsideration, "48")]
    const int OrdinaryAnswerDays = 10;

    // 简易程序：被申请人应当自收到之日起五日内提出书面答复.
    [Law(Statute.Reconsideration, "54")]
    const int SimpleAnswerDays = 5;

    // 被告应当在收到起诉状副本之日起十五日内向人民法院提交作出行政行为的证据和所依据的规范性文件，并提出答辩状: calendar days.
    [Law(Statute.Litigation, "67")]
    const int CourtAnswerDays = 15;

    /// <summary>The last day of the answer, inclusive; the day on which the copy came is not counted. A copy of 2026-03-02 in an ordinary reconsideration: 2026-03-16.</summary>
    public static DateOnly AnswerDue(RemedyKind kind, ReviewProcedure procedure, DateOnly copyReached, WorkingCalendar calendar) => kind switch
    {
        RemedyKind.Reconsideration => calendar.Add(copyReached, procedure == ReviewProcedure.Simple ? SimpleAnswerDays : OrdinaryAnswerDays),
        RemedyKind.DirectSuit or RemedyKind.SuitAfterReconsideration => calendar.AddCalendarDays(copyReached, CourtAnswerDays),
    };

    /// <summary>What it costs to miss that day, for the person who is about to.</summary>
    [Law(Statute.Reconsideration, "70"), Law(Statute.Litigation, "34")]
    public static string CautionFor(RemedyKind kind) => kind.IsSuit
        ? "逾期不提供证据又没有正当理由的，视为没有相应证据。"
        : "逾期不提出书面答复、不提交证据的，视为该行政行为没有证据、依据，会被撤销或者确认违法。";
}
