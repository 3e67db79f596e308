using static Gongkai.Rules.Requests.CaseFact;

namespace Gongkai.Rules.Requests;

// Why it is this day: the file told again, each step with its article.
public sealed partial record Clock
{
    /// <summary>The file of facts as far as it moves the clock or explains it, by day, each step with the due day then. Ends of terms stand among them.</summary>
    public IReadOnlyList<ClockStep> Steps
    {
        get
        {
            var walk = new Walk(this);
            foreach (var step in Told().OrderBy(step => step.On)) walk.Take(step);
            return walk.Steps;
        }
    }

    IEnumerable<ClockStep> Told() => Facts().Select(Tell).OfType<ClockStep>().Concat(Consultations.Where(EndsByTerm).Select(TellEnd));

    List<CaseFact> Facts()
    {
        List<CaseFact> facts = [];
        for (var page = Last; page is not null; page = page.Under) facts.Add(page.Fact);
        facts.Reverse();
        return facts;
    }

    ClockStep? Tell(CaseFact fact) => fact switch
    {
        Submitted => Step(fact, "提交申请，等待确认收到。", "31"),
        Received => Step(fact, $"收到申请{(calendar.IsWorkingDay(fact.On) ? "" : "（当天不是工作日）")}。自次日起算，应当在 {AnswerDays} 个工作日内答复。", "33", ClockEffect.Starts, AnswerDays),
        CorrectionAsked asked => Step(fact, $"一次性告知申请人补正，补正期限到 {asked.Until:yyyy-MM-dd}。收到补正件以前不计算答复期限。", "30", ClockEffect.Stops),
        Corrected => Step(fact, $"收到补正后的申请，答复期限重新计算：自次日起 {AnswerDays} 个工作日。", "30", ClockEffect.Starts, AnswerDays),
        Consulted asked => Step(fact, $"向{NameOf(asked.With)}发出征求意见书。自次日起，到收到意见或者期满为止，不计入答复期限。", ArticleOf(asked.With)),
        ConsultationReached reached => TellReached(reached),
        ConsultationAnswered answered => TellAnswered(answered),
        Extended extended => Step(fact, $"经批准延长答复期限 {extended.Days} 个工作日，并告知申请人。", "33", ClockEffect.Adds, extended.Days),
        ReasonsAsked asked => Step(fact, $"要求申请人说明理由，最迟在 {asked.Until:yyyy-MM-dd}。说明理由不停止计算答复期限。", "35"),
        ReasonsGiven => Step(fact, "收到申请人说明的理由。", "35"),
        Deferred deferred => Step(fact, $"申请理由合理但无法按期答复，确定延迟到 {deferred.Until:yyyy-MM-dd} 答复，并告知申请人。", "35", ClockEffect.Fixes),
        FeeNoticed => Step(fact, $"申请人收到收费通知，最迟应当在 {calendar.Add(fact.On, PaymentDays):yyyy-MM-dd} 缴费，逾期未缴视为放弃申请。缴费以前不计算答复期限。", "缴费", ClockEffect.Stops),
        FeePaid => terms.AfterPayment == AfterPayment.Anew
            ? Step(fact, $"申请人完成缴费，答复期限重新计算：自次日起 {AnswerDays} 个工作日。", "缴费", ClockEffect.Starts, AnswerDays)
            : Step(fact, "申请人完成缴费，答复期限接着计算，等待缴费的时间不计入。", "缴费", ClockEffect.Resumes),
        Answered => Step(fact, Due is not { } due ? "处理结果已经告知申请人。"
            : Late ? $"答复完成，超过期限 {Math.Max(1, calendar.Count(due, fact.On))} 个工作日。" : "答复完成，没有超过期限。", "33"),
        Withdrawn => new(fact.On, "申请人撤回申请，不再办理。", null, null, null, Fact: fact),
        Decided when Consultations.Any(one => one.Sent < fact.On && fact.On < one.EndsOn(calendar)) => Step(fact, "答复已经审签，不再等待征求的意见。", "33"),
        Routed or Returned or Decided or Filed => null,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
    };

    static ClockStep Step(CaseFact fact, string does, string place, ClockEffect effect = ClockEffect.None, int days = 0) =>
        new(fact.On, does, place == "缴费" ? Statute.ProcessingFee : Statute.Regulation, place, null, effect, days, Fact: fact);

    ClockStep? TellReached(ConsultationReached reached) => Find(reached.Matter) is { } one
        ? Step(reached, one.With == Consultee.OtherAgency ? $"{NameOf(one.With)}收到征求意见书。" : $"{NameOf(one.With)}收到征求意见书，最迟应当在 {one.TermEnd(calendar):yyyy-MM-dd} 提出意见。", ArticleOf(one.With)) : null;

    ClockStep? TellAnswered(ConsultationAnswered answered)
    {
        if (Find(answered.Matter) is not { } one) return null;
        if (EndsByTerm(one)) return Step(answered, $"收到{NameOf(one.With)}的意见，已经超过提出意见的期限，超过的时间照常计入答复期限。", ArticleOf(one.With));
        var overlaps = Consultations.Any(other => other != one && other.Sent < one.EndsOn(calendar) && one.Sent < other.EndsOn(calendar));
        return Step(answered, $"收到{NameOf(one.With)}的意见。{one.Sent:yyyy-MM-dd} 之后到这一天共 {calendar.Count(one.Sent, answered.On)} 个工作日不计入答复期限{(overlaps ? "（几处征求意见重叠的日子只算一次）" : "")}。", "33");
    }

    // The term cut it short, or still may.
    bool EndsByTerm(Consultation one) => one.Answered is null || one.EndsOn(calendar) < one.Answered;

    ClockStep TellEnd(Consultation one) => new(one.EndsOn(calendar), one.With switch
    {
        Consultee.ThirdParty => "第三方提出意见的期限届满。没有提出意见的，由本机关依照条例决定是否公开。",
        Consultee.JointMaker => "共同制作机关提出意见的期限届满。没有提出意见的，视为同意公开。",
        Consultee.OtherAgency => "征求其他行政机关意见的期限届满。",
    } + $"{one.Sent:yyyy-MM-dd} 之后到这一天共 {calendar.Count(one.Sent, one.EndsOn(calendar))} 个工作日不计入答复期限。", Statute.Regulation, ArticleOf(one.With), null);

    Consultation? Find(int matter) => Consultations.FirstOrDefault(one => one.Matter == matter);

    static string NameOf(Consultee with) => with switch { Consultee.ThirdParty => "第三方", Consultee.JointMaker => "共同制作机关", Consultee.OtherAgency => "其他行政机关" };

    static string ArticleOf(Consultee with) => with switch { Consultee.ThirdParty => "32", Consultee.JointMaker => "34", Consultee.OtherAgency => "33" };

    // The clock as it stood before each time it was started anew, and as it stands now.
    IEnumerable<Clock> Periods()
    {
        var clock = new Clock(calendar, terms);
        foreach (var fact in Facts())
        {
            var next = clock.After(fact);
            if (clock.Started is not null && (next.Started != clock.Started || fact is Corrected or FeePaid && terms.AfterPayment == AfterPayment.Anew)) yield return clock;
            clock = next;
        }
        yield return clock;
    }

    /// <summary>Walks the steps by day and re-adds the due day as it goes.</summary>
    sealed class Walk(Clock clock)
    {
        readonly List<ClockStep> steps = [];
        readonly Queue<Clock> periods = new(clock.Periods());
        List<(DateOnly After, DateOnly Through)> leftOut = [];
        DateOnly? due;
        DateOnly reached;
        bool stopped, set;

        public IReadOnlyList<ClockStep> Steps => steps;

        public void Take(ClockStep step)
        {
            // Nothing is waited for after the decision; a term that ended later is not worth a line.
            if (step.Fact is null && (step.On > clock.LeftOutUntil || due is null)) return;
            if (step.Effect == ClockEffect.Starts && periods.TryDequeue(out var period)) (leftOut, due) = ([.. period.LeftOut()], null);
            var excluded = due is null || set ? 0 : leftOut.Sum(span => Between(span.After, span.Through, step.On));
            (due, stopped, set) = step.Effect switch
            {
                ClockEffect.Starts => (clock.calendar.Add(step.On, step.Days), false, false),
                ClockEffect.Fixes => (((Deferred)step.Fact!).Until, stopped, true),
                ClockEffect.Stops => (Moved(excluded), true, set),
                ClockEffect.Resumes => (Moved(excluded), false, set),
                ClockEffect.None or ClockEffect.Adds => (Moved(step.Days + excluded), stopped, set),
            };
            reached = Later(reached, step.On);
            steps.Add(step with { Due = stopped || step.Fact is Withdrawn ? null : due, Excluded = step.Effect == ClockEffect.Fixes ? 0 : excluded });
        }

        DateOnly? Moved(int days) => due is { } day ? clock.calendar.Add(day, days) : null;

        // As much of a span as lies between the step before and this one.
        int Between(DateOnly after, DateOnly through, DateOnly now) =>
            Later(after, reached) is var from && Earlier(through, now) is var to && to > from ? clock.calendar.Count(from, to) : 0;
    }
}
