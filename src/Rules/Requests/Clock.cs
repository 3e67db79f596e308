namespace Gongkai.Rules.Requests;

/// <summary>The statutory clock of one request (办理期限): what its file says so far, and so when the answer is due if nothing more is heard.</summary>
/// <remarks>
/// Three mechanisms that are never mixed: a correction or a payment starts the clock anew, a consultation is left out of the count, an extension adds days.
/// While the applicant has to act, nothing is due.
/// </remarks>
public sealed partial record Clock
{
    // 行政机关不能当场答复的，应当自收到申请之日起20个工作日内予以答复。
    [Law(Statute.Regulation, "33")]
    const int AnswerDays = 20;

    // 延长的期限最长不得超过20个工作日。
    [Law(Statute.Regulation, "33")]
    public const int LongestExtension = 20;

    // 应当在收到申请之日起7个工作日内一次性告知申请人作出补正。
    [Law(Statute.Regulation, "30")]
    const int CorrectionNoticeDays = 7;

    // 第三方应当自收到征求意见书之日起15个工作日内提出意见。
    [Law(Statute.Regulation, "32"), Law(Statute.Regulation, "34")]
    const int ConsultationDays = 15;

    // 申请人应当自收到收费通知次日起20个工作日内缴纳费用。
    [Law(Statute.ProcessingFee, "缴费")]
    const int PaymentDays = 20;

    readonly WorkingCalendar calendar;
    readonly RequestTerms terms;

    // The file itself, its last page first: only the explanation turns it over again.
    Page? Last { get; init; }

    // The day of the last step that moved the clock: what moves it next cannot lie before it.
    internal DateOnly? LastMove { get; private init; }

    Clock(WorkingCalendar calendar, RequestTerms terms) => (this.calendar, this.terms) = (calendar, terms);

    public DateOnly? SubmittedOn { get; private init; }

    /// <summary>收到申请之日 of the request as it was first made.</summary>
    public DateOnly? ReceivedOn { get; private init; }

    /// <summary>The day from which the 20 working days are counted: received, corrected or paid. It is day zero.</summary>
    public DateOnly? Started { get; private init; }

    public CaseFact.CorrectionAsked? Correction { get; private init; }
    public DateOnly? CorrectedOn { get; private init; }
    public IReadOnlyList<Consultation> Consultations { get; private init; } = [];

    /// <summary>Working days added; 0: not extended.</summary>
    public int Extension { get; private init; }

    /// <summary>Whether the one extension has been used; a payment does not give it back.</summary>
    public bool Extended { get; private init; }

    public CaseFact.ReasonsAsked? Reasons { get; private init; }
    public DateOnly? ReasonsGivenOn { get; private init; }
    public CaseFact.Deferred? Deferral { get; private init; }
    public CaseFact.FeeNoticed? Fee { get; private init; }
    public DateOnly? PaidOn { get; private init; }
    public CaseFact.Decided? Decision { get; private init; }
    public CaseFact.Answered? Answer { get; private init; }
    public DateOnly? WithdrawnOn { get; private init; }
    public DateOnly? FiledOn { get; private init; }

    /// <summary>Reads a file from its first page to its last.</summary>
    /// <param name="terms">What holds here where the law leaves it open; without it, the usual.</param>
    public static Clock Read(IEnumerable<CaseFact> file, WorkingCalendar calendar, RequestTerms? terms = null) =>
        file.Aggregate(new Clock(calendar, terms ?? RequestTerms.Usual), (clock, fact) => clock.After(fact));

    /// <summary>The clock after one more fact. Whether the law allows it, <see cref="To"/> says.</summary>
    public Clock After(CaseFact fact) => Read(fact).Filing(fact);

    Clock Read(CaseFact fact) => fact switch
    {
        CaseFact.Submitted => this with { SubmittedOn = fact.On },
        CaseFact.Received => Restart(fact.On) with { ReceivedOn = fact.On },
        CaseFact.CorrectionAsked asked => this with { Correction = asked },
        CaseFact.Corrected => Restart(fact.On) with { CorrectedOn = fact.On, Extended = false },
        CaseFact.Consulted asked => this with { Consultations = [.. Consultations, new(asked.Matter, asked.With, asked.On, asked.Until)] },
        CaseFact.ConsultationReached reached => Change(reached.Matter, one => one with { Reached = reached.On }),
        CaseFact.ConsultationAnswered answered => Change(answered.Matter, one => one with { Answered = answered.On, Stance = answered.Stance }),
        CaseFact.Extended extended => this with { Extension = extended.Days, Extended = true },
        CaseFact.ReasonsAsked asked => this with { Reasons = asked },
        CaseFact.ReasonsGiven => this with { ReasonsGivenOn = fact.On },
        CaseFact.Deferred deferred => this with { Deferral = deferred },
        CaseFact.FeeNoticed noticed => this with { Fee = noticed, PaidOn = null },
        CaseFact.FeePaid => (terms.AfterPayment == AfterPayment.Anew ? Restart(fact.On) : this) with { PaidOn = fact.On },
        CaseFact.Decided decided => this with { Decision = decided },
        CaseFact.Answered answered => this with { Answer = answered },
        CaseFact.Withdrawn => this with { WithdrawnOn = fact.On },
        CaseFact.Filed => this with { FiledOn = fact.On },
        CaseFact.Routed or CaseFact.Returned => this,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
    };

    Clock Filing(CaseFact fact) => this with { Last = new(fact, Last), LastMove = Moves(fact) && !(fact.On < LastMove) ? fact.On : LastMove };

    // 答复期限自行政机关收到补正的申请之日起计算。
    [Law(Statute.Regulation, "30"), Law(Statute.ProcessingFee, "缴费")]
    Clock Restart(DateOnly on) => this with { Started = on, Extension = 0, Deferral = null };

    /// <summary>When the answer is due; <c>null</c> while it is not received, or while the applicant has to act.</summary>
    [Law(Statute.Regulation, "33")]
    public DateOnly? Due => Started is not { } started || AwaitsCorrection || AwaitsPayment ? null
        : Deferral?.Until ?? calendar.Add(started, AnswerDays + Extension + Excluded);

    /// <summary>The last day on which the applicant may be told what to correct.</summary>
    public DateOnly? CorrectionNoticeDue => ReceivedOn is { } received ? calendar.Add(received, CorrectionNoticeDays) : null;

    // Also when it ends so: what the applicant never did cannot make the agency late.
    bool AwaitsCorrection => Correction is not null && CorrectedOn is null;
    bool AwaitsPayment => Fee is not null && PaidOn is null;

    /// <summary>For what it waits, if for anything.</summary>
    public Awaiting Awaits =>
        Ended || Decision is not null ? Awaiting.Nothing
        : ReceivedOn is null ? Awaiting.Confirmation
        : AwaitsCorrection ? Awaiting.Correction
        : AwaitsPayment ? Awaiting.Payment
        : Consultations.Any(one => one.Answered is null) ? Awaiting.Consultation
        : Awaiting.Nothing;

    /// <summary>The last day of what it waits for, inclusive.</summary>
    public DateOnly? AwaitsUntil => Awaits switch
    {
        Awaiting.Correction => Correction!.Until,
        Awaiting.Payment => calendar.Add(Fee!.On, PaymentDays),
        Awaiting.Consultation => Consultations.Where(one => one.Answered is null).Max(one => one.EndsOn(calendar)),
        Awaiting.Confirmation or Awaiting.Nothing => null,
    };

    /// <summary>Answered in law, or withdrawn.</summary>
    public bool Ended => Answer is not null || WithdrawnOn is not null;

    /// <summary>The day on which the annual report counts it as ended.</summary>
    public DateOnly? EndedOn => Answer?.On ?? WithdrawnOn;

    public Outcome? Outcome => WithdrawnOn is not null ? Requests.Outcome.Withdrawn : Decision?.Outcome;

    /// <summary>Whether the answer came after the day on which it was due.</summary>
    public bool Late => Answer is { } answer && answer.On > Due;

    public Stage Stage =>
        FiledOn is not null ? Stage.Filed
        : WithdrawnOn is not null ? Stage.Withdrawn
        : Answer is not null ? Stage.Answered
        : Decision is not null ? Stage.Decided
        : Awaits switch
        {
            Awaiting.Confirmation => Stage.Submitted,
            Awaiting.Correction => Stage.AwaitingCorrection,
            Awaiting.Payment => Stage.AwaitingPayment,
            Awaiting.Consultation => Stage.Consulting,
            Awaiting.Nothing => Stage.Handling,
        };

    Clock Change(int matter, Func<Consultation, Consultation> change) => this with { Consultations = [.. Consultations.Select(one => one.Matter == matter ? change(one) : one)] };

    /// <summary>One page of the file, and what lies under it.</summary>
    sealed record Page(CaseFact Fact, Page? Under);
}
