using Gongkai.Rules;
using Gongkai.Rules.Requests;

namespace Gongkai.Records.Demo;

/// <summary>Lives one request from its arrival to its end: before each fact the clock is asked whether the law allows it.</summary>
sealed class Story
{
    readonly Numbers draw;
    readonly WorkingCalendar calendar;
    readonly IReadOnlyList<Guid> departments;
    readonly List<CaseFact> facts = [];
    Clock clock;
    DateOnly today;

    Story(Numbers draw, WorkingCalendar calendar, IReadOnlyList<Guid> departments)
    {
        (this.draw, this.calendar, this.departments) = (draw, calendar, departments);
        clock = Clock.Read([], calendar);
    }

    /// <summary>A file that begins with the receipt on a day and ends as is wanted.</summary>
    public static IReadOnlyList<CaseFact> Of(Numbers draw, WorkingCalendar calendar, Channel channel, DateOnly received, Outcome outcome, IReadOnlyList<Guid> departments)
    {
        var story = new Story(draw, calendar, departments);
        story.Arrive(channel, received);
        story.Work(outcome);
        story.File();
        return story.facts;
    }

    void Arrive(Channel channel, DateOnly received)
    {
        // A form waits for confirmation, a plain letter for the telephone call.
        var waits = channel is Channel.Internet or Channel.PlainPost or Channel.Misaddressed ? draw.Between(0, 4) : 0;
        Must(new CaseFact.Submitted(received.AddDays(-waits)));
        today = received;
        Must(new CaseFact.Received(received));
    }

    void Work(Outcome outcome)
    {
        Pass(0, 2);
        if (departments is not []) Must(new CaseFact.Routed(today, departments[draw.Between(0, departments.Count - 1)], calendar.Add(today, 10)));
        switch (outcome)
        {
            case Outcome.Withdrawn:
                Pass(1, 9);
                Must(new CaseFact.Withdrawn(today));
                return;
            case Outcome.NotCorrected:
                AskForCorrection();
                WaitInVain();
                break;
            case Outcome.NotPaid:
                Pass(2, 8);
                Must(new CaseFact.FeeNoticed(today, 100 * draw.Between(1, 9)));
                WaitInVain();
                break;
            case Outcome.StillUnclear:
                AskForCorrection();
                BeCorrected();
                break;
            case Outcome.Excessive:
                AskForReasons();
                break;
            case Outcome.ThirdPartyRights:
                Consult(Consultee.ThirdParty, Stance.ObjectsWithReason);
                break;
            default:
                Wander(outcome);
                break;
        }
        Decide(outcome);
    }

    // What may come between the receipt and the answer; most requests have none of it.
    void Wander(Outcome outcome)
    {
        if (Once(6))
        {
            AskForCorrection();
            BeCorrected();
        }
        if (outcome is Outcome.Granted or Outcome.PartlyGranted && Once(12)) Consult(Consultee.ThirdParty, outcome is Outcome.Granted ? Stance.Consents : Stance.ObjectsWithReason);
        else if (Once(15)) Consult(Once(2) ? Consultee.OtherAgency : Consultee.JointMaker, Stance.Consents);
        if (outcome is Outcome.Granted or Outcome.PartlyGranted && Once(25)) Pay();
        if (Once(10))
        {
            Pass(3, 9);
            May(new CaseFact.Extended(today, draw.Between(2, 4) * 5));
        }
    }

    void AskForCorrection()
    {
        Pass(1, 4);
        Must(new CaseFact.CorrectionAsked(today, calendar.Add(today, 10)));
    }

    void BeCorrected()
    {
        Pass(2, 10);
        Must(new CaseFact.Corrected(today));
    }

    void AskForReasons()
    {
        Pass(1, 3);
        Must(new CaseFact.ReasonsAsked(today, calendar.Add(today, 7)));
        Pass(2, 7);
        Must(new CaseFact.ReasonsGiven(today));
    }

    void Consult(Consultee with, Stance stance)
    {
        Pass(1, 4);
        var matter = clock.Consultations.Count + 1;
        Must(new CaseFact.Consulted(today, matter, with, with is Consultee.OtherAgency ? calendar.Add(today, 10) : null));
        Pass(1, 3);
        Must(new CaseFact.ConsultationReached(today, matter));
        Pass(3, 11);
        Must(new CaseFact.ConsultationAnswered(today, matter, stance));
    }

    void Pay()
    {
        Pass(1, 4);
        if (!May(new CaseFact.FeeNoticed(today, 100 * draw.Between(1, 9)))) return;
        Pass(1, 12);
        Must(new CaseFact.FeePaid(today));
    }

    void WaitInVain()
    {
        today = clock.AwaitsUntil!.Value;
        Pass(1, 3);
    }

    void Decide(Outcome outcome)
    {
        // In time as a rule; one in forty forgets the day.
        if (clock.Due is { } due)
        {
            var left = calendar.Count(today, due);
            if (Once(40)) today = calendar.Add(due, draw.Between(1, 6));
            else if (left > 0) today = calendar.Add(today, draw.Between(Math.Min(2, left), left));
        }
        Must(new CaseFact.Decided(today, outcome));
        var answered = clock.Due is { } last && today < last && Once(3) ? calendar.Add(today, 1) : today;
        Must(new CaseFact.Answered(today = answered, (Service)draw.Between(0, 2)));
    }

    void File()
    {
        Pass(3, 20);
        Must(new CaseFact.Filed(today));
    }

    // Some working days later; none where there are none.
    void Pass(int least, int most) => today = draw.Between(least, most) is > 0 and var days ? calendar.Add(today, days) : today;

    bool Once(int inSoMany) => draw.Between(1, inSoMany) == 1;

    bool May(CaseFact fact)
    {
        if (clock.To(fact) is not null) return false;
        facts.Add(fact);
        clock = clock.After(fact);
        return true;
    }

    void Must(CaseFact fact)
    {
        if (clock.To(fact) is { } impediment) throw new InvalidOperationException($"The invented file does what the law does not allow: {fact}: {impediment.Reason}");
        facts.Add(fact);
        clock = clock.After(fact);
    }
}
