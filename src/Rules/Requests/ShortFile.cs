namespace Gongkai.Rules.Requests;

/// <summary>What can be told of a case in a few dates, on the command line or in a form, without the file itself.</summary>
public enum ShortFactKind
{
    /// <summary>告知补正：告知日，补正期限.</summary>
    CorrectionAsked,

    /// <summary>收到补正件.</summary>
    Corrected,

    /// <summary>征求第三方意见：发出日，收到意见日，第三方收到征求意见书之日.</summary>
    ThirdParty,

    /// <summary>征求共同制作机关意见.</summary>
    JointMaker,

    /// <summary>征求其他行政机关意见.</summary>
    Agency,

    /// <summary>延期答复告知.</summary>
    Extended,

    /// <summary>延迟答复：告知日，延迟到.</summary>
    Deferred,

    /// <summary>收费：收到通知日，缴费日.</summary>
    Fee,

    /// <summary>答复完成.</summary>
    Answered,

    /// <summary>撤回.</summary>
    Withdrawn,
}

/// <summary>One thing told of a case.</summary>
/// <param name="On">The day it began: sent, noticed, told.</param>
/// <param name="Then">The day it ended or was set for: answered, paid, until.</param>
/// <param name="Reached">Of a consultation, the day on which they had the letter.</param>
/// <param name="Days">Of an extension, its working days.</param>
public sealed record ShortFact(ShortFactKind Kind, DateOnly On, DateOnly? Then = null, DateOnly? Reached = null, int Days = Clock.LongestExtension);

/// <summary>A case told in a few dates, put into the order of a file and read by the clock. What nobody told, but the law must have seen, is taken as done in time.</summary>
public sealed record ShortFile
{
    /// <summary>The clock after the last fact that the law allows.</summary>
    public required Clock Clock { get; init; }

    /// <summary>Why, without what nobody told.</summary>
    public required IReadOnlyList<ClockStep> Steps { get; init; }

    /// <summary>Why a fact is not allowed, and which; what was told after it is not read any more.</summary>
    public (ShortFact Fact, Impediment Impediment)? Refused { get; private init; }

    /// <summary>What would have to be explained. That an answer came late, the clock says.</summary>
    public IReadOnlyList<string> Cautions { get; private init; } = [];

    /// <summary>Requests before this day are under the Regulation of 2007, with other terms.</summary>
    public static DateOnly First { get; } = new(2019, 5, 15);

    /// <summary>Later than this nobody plans.</summary>
    public static DateOnly Last { get; } = new(2099, 12, 31);

    public static ShortFile Read(DateOnly received, IEnumerable<ShortFact> told, WorkingCalendar calendar, RequestTerms? terms = null)
    {
        var clock = Clock.Read([new CaseFact.Received(received)], calendar, terms);
        List<CaseFact> untold = [];
        List<string> cautions = [];
        (ShortFact, Impediment)? refused = null;
        foreach (var (fact, source) in told.SelectMany((one, index) => Facts(one, index + 1, calendar, terms ?? RequestTerms.Usual)).OrderBy(one => one.Fact.On).ThenBy(one => one.Rank).Select(one => (one.Fact, one.Told)))
        {
            var before = Before(fact, clock).ToList();
            if (before.Append(fact).Select(one => Enter(one)).FirstOrDefault(bar => bar is not null) is { } impediment)
            {
                refused = (source, impediment);
                break;
            }
            untold.AddRange(before);

            Impediment? Enter(CaseFact one)
            {
                if (clock.To(one) is { } bar) return bar;
                if (ReferenceEquals(one, fact) && one is not CaseFact.Answered && clock.Caution(one) is { } caution) cautions.Add(caution);
                clock = clock.After(one);
                return null;
            }
        }
        if (clock.Estimated is { } estimated) cautions.Add(estimated);
        return new() { Clock = clock, Steps = [.. clock.Steps.Where(step => !untold.Any(one => ReferenceEquals(one, step.Fact)))], Refused = refused, Cautions = cautions };
    }

    // What must have gone before: a notice before its correction, reasons before a deferral, a signature before an answer.
    static IEnumerable<CaseFact> Before(CaseFact fact, Clock clock)
    {
        switch (fact)
        {
            case CaseFact.Corrected when clock is { Correction: null, CorrectionNoticeDue: { } notice }:
                var asked = notice < fact.On ? notice : fact.On;
                if (clock.LastMove > asked) asked = clock.LastMove.Value;
                yield return new CaseFact.CorrectionAsked(asked, asked > fact.On ? asked : fact.On);
                break;
            case CaseFact.Deferred when clock.Reasons is null:
                yield return new CaseFact.ReasonsAsked(fact.On, fact.On);
                yield return new CaseFact.ReasonsGiven(fact.On);
                break;
            case CaseFact.Answered when clock.Decision is null:
                yield return new CaseFact.Decided(fact.On, clock.Awaits switch
                {
                    Awaiting.Correction when fact.On > clock.AwaitsUntil => Outcome.NotCorrected,
                    Awaiting.Payment when fact.On > clock.AwaitsUntil => Outcome.NotPaid,
                    _ => Outcome.OtherwiseEnded,
                });
                break;
        }
    }

    // On one day what starts the clock anew comes first, and what ends the case last.
    static IEnumerable<(CaseFact Fact, int Rank, ShortFact Told)> Facts(ShortFact told, int matter, WorkingCalendar calendar, RequestTerms terms)
    {
        switch (told.Kind)
        {
            case ShortFactKind.CorrectionAsked:
                yield return (new CaseFact.CorrectionAsked(told.On, told.Then ?? terms.CorrectionUntil(told.On, calendar)), 6, told);
                break;
            case ShortFactKind.Corrected:
                yield return (new CaseFact.Corrected(told.On), 0, told);
                break;
            case ShortFactKind.ThirdParty or ShortFactKind.JointMaker or ShortFactKind.Agency:
                var with = told.Kind switch { ShortFactKind.ThirdParty => Consultee.ThirdParty, ShortFactKind.JointMaker => Consultee.JointMaker, _ => Consultee.OtherAgency };
                yield return (new CaseFact.Consulted(told.On, matter, with), 2, told);
                if (told.Reached is { } reached) yield return (new CaseFact.ConsultationReached(reached, matter), 3, told);
                // What they said does not move the clock.
                if (told.Then is { } answered) yield return (new CaseFact.ConsultationAnswered(answered, matter, Stance.Consents), 4, told);
                break;
            case ShortFactKind.Extended:
                yield return (new CaseFact.Extended(told.On, told.Days), 5, told);
                break;
            case ShortFactKind.Deferred:
                yield return (new CaseFact.Deferred(told.On, told.Then ?? told.On), 5, told);
                break;
            case ShortFactKind.Fee:
                yield return (new CaseFact.FeeNoticed(told.On), 7, told);
                if (told.Then is { } paid) yield return (new CaseFact.FeePaid(paid), paid == told.On ? 8 : 1, told);
                break;
            case ShortFactKind.Answered:
                yield return (new CaseFact.Answered(told.On, Service.ByHand), 9, told);
                break;
            case ShortFactKind.Withdrawn:
                yield return (new CaseFact.Withdrawn(told.On), 9, told);
                break;
            default: throw new ArgumentOutOfRangeException(nameof(told), told.Kind, null);
        }
    }
}
