namespace Gongkai.Rules.Requests;

// What is left out of the count, and what the silence of those who were asked means.
public sealed partial record Clock
{
    /// <summary>Working days that are left out of the count since the clock started: of those that overlap, the union.</summary>
    // 行政机关征求第三方和其他机关意见所需时间不计算在前款规定的期限内。
    [Law(Statute.Regulation, "33")]
    public int Excluded => ExcludedThrough(DateOnly.MaxValue);

    /// <summary>The same, up to and including a day.</summary>
    public int ExcludedThrough(DateOnly day) => LeftOut().Sum(span => day > span.After ? calendar.Count(span.After, Earlier(span.Through, day)) : 0);

    /// <summary>The union of what is left out since the clock started, as spans that do not overlap: the days after one day and through another, by the calendar.</summary>
    /// <remarks>A letter that was sent after the last day of the term revives nothing.</remarks>
    IEnumerable<(DateOnly After, DateOnly Through)> LeftOut()
    {
        if (Started is not { } through || (Consultations.Count == 0 && PaidOn is null)) yield break;
        var due = calendar.Add(through, AnswerDays + Extension);
        foreach (var (after, end) in Waits().OrderBy(span => span.After))
        {
            var (from, to) = (Later(after, through), Earlier(end, LeftOutUntil));
            if (after > due) yield break;
            if (to <= from) continue;
            due = calendar.Add(due, calendar.Count(from, to));
            through = to;
            yield return (from, to);
        }
    }

    IEnumerable<(DateOnly After, DateOnly Through)> Waits()
    {
        foreach (var one in Consultations) yield return (one.Sent, one.EndsOn(calendar));
        if (terms.AfterPayment == AfterPayment.Continues && Fee is { } fee && PaidOn is { } paid) yield return (fee.On, paid);
    }

    // Once it is decided or withdrawn, nobody's opinion is waited for any more.
    DateOnly LeftOutUntil => Decision?.On ?? WithdrawnOn ?? DateOnly.MaxValue;

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
    static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>How much of the term is used on a day; <c>null</c> before the request is received.</summary>
    public Tally? On(DateOnly today)
    {
        if (Started is not { } started) return null;
        var stopped = AwaitsCorrection ? Correction!.On : AwaitsPayment ? Fee!.On : DateOnly.MaxValue;
        var through = Later(started, Earlier(today, Earlier(stopped, EndedOn ?? DateOnly.MaxValue)));
        var excluded = ExcludedThrough(through);
        var elapsed = calendar.Count(started, through) - excluded;
        return new(elapsed, excluded, Due is null ? null : Deferral is { } deferral ? calendar.Count(through, deferral.Until) : AnswerDays + Extension - elapsed);
    }

    /// <summary>One consultation of a third party, a joint maker or another agency.</summary>
    public sealed record Consultation(int Matter, Consultee With, DateOnly Sent, DateOnly? Until, DateOnly? Reached = null, DateOnly? Answered = null, Stance? Stance = null)
    {
        // Another agency has no term in law; a third party's and a joint maker's begins with the letter in their hands.
        bool Bounded => Until is not null || (Reached is not null && With != Consultee.OtherAgency);

        /// <summary>The last day of their term: 15 working days after they have the letter, or what another agency was asked for.</summary>
        public DateOnly TermEnd(WorkingCalendar calendar) => Until ?? calendar.Add(Reached ?? Sent, ConsultationDays);

        /// <summary>The last day that is left out: the answer's, or the term's where that is earlier. When they got the letter nobody knows, no term cuts it short.</summary>
        public DateOnly EndsOn(WorkingCalendar calendar) => Answered is not { } answered ? TermEnd(calendar)
            : !Bounded ? answered
            : Earlier(TermEnd(calendar), answered);

        /// <summary>Whether an answer came, and not after the term.</summary>
        bool Timely(WorkingCalendar calendar) => Answered is { } answered && (!Bounded || answered <= TermEnd(calendar));

        /// <summary>What follows from it for the answer, as it stands on a day. Silence means two things: a third party's leaves it to the agency, a joint maker's is consent.</summary>
        // 第三方逾期未提出意见的，由行政机关依照本条例的规定决定是否公开。被征求意见机关逾期未提出意见的视为同意公开。
        [Law(Statute.Regulation, "32"), Law(Statute.Regulation, "34")]
        public Resulting Result(DateOnly today, WorkingCalendar calendar) => Timely(calendar)
            ? Stance switch
            {
                Requests.Stance.Consents => Resulting.Disclosable,
                Requests.Stance.ObjectsWithReason when With == Consultee.ThirdParty => Resulting.Withheld,
                _ => Resulting.AgencyDecides,
            }
            : Answered is null && today <= TermEnd(calendar) ? Resulting.Pending
            : With == Consultee.JointMaker ? Resulting.Disclosable : Resulting.AgencyDecides;
    }
}

/// <summary>What a consultation leads to.</summary>
public enum Resulting
{
    /// <summary>还在征求意见.</summary>
    Pending,

    /// <summary>同意公开，或者视为同意公开.</summary>
    Disclosable,

    /// <summary>第三方不同意公开且有合理理由：不予公开，除非不公开会对公共利益造成重大影响.</summary>
    Withheld,

    /// <summary>由行政机关依照条例决定.</summary>
    AgencyDecides,
}

/// <summary>How much of a term is used: working days that count, those that are left out, and what is left.</summary>
/// <param name="Remaining">0 on the last day, negative when overdue; <c>null</c> while the applicant has to act.</param>
public sealed record Tally(int Elapsed, int Excluded, int? Remaining);
