using Gongkai.Rules.Requests;
using static Gongkai.Rules.Requests.CaseFact;

namespace Gongkai.Rules.Tests;

/// <summary>Files of facts as they may happen: whatever comes to mind on some day, if the clock lets it in.</summary>
static class RequestFiles
{
    static readonly DateOnly First = new(2019, 5, 15);

    /// <summary>One file of up to 25 lawful facts, in the order in which they were written down.</summary>
    public static List<CaseFact> Next(Random random, WorkingCalendar calendar, RequestTerms? terms = null)
    {
        List<CaseFact> file = [];
        var day = First.AddDays(random.Next(365 * 8));
        if (random.Next(4) == 0) file.Add(new Submitted(day.AddDays(-random.Next(4))));
        file.Add(new Received(day));
        var clock = Clock.Read(file, calendar, terms);
        for (var attempts = random.Next(2, 40); attempts > 0; attempts--)
        {
            if (random.Next(3) > 0) day = day.AddDays(random.Next(9));
            var fact = Think(random, day, clock);
            if (clock.To(fact) is not null) continue;
            file.Add(fact);
            clock = clock.After(fact);
        }
        return file;
    }

    static CaseFact Think(Random random, DateOnly day, Clock clock)
    {
        var matter = random.Next(1, 5);
        var back = day.AddDays(-random.Next(6));
        return random.Next(20) switch
        {
            0 => new CorrectionAsked(day, day.AddDays(random.Next(1, 30))),
            1 or 2 => new Corrected(day),
            3 or 4 or 5 => new Consulted(back, matter, (Consultee)random.Next(3), random.Next(4) == 0 ? back.AddDays(random.Next(20)) : null),
            6 or 7 => new ConsultationReached(back, matter),
            8 or 9 or 10 => new ConsultationAnswered(day, matter, (Stance)random.Next(3)),
            11 => new Extended(day, random.Next(1, 21)),
            12 => new ReasonsAsked(day, day.AddDays(10)),
            13 => new ReasonsGiven(day),
            14 => new Deferred(day, (clock.Due ?? day).AddDays(random.Next(60))),
            15 => new FeeNoticed(day, 100),
            16 or 17 => new FeePaid(day),
            18 => random.Next(4) == 0 ? new Decided(day, (Outcome)random.Next(25)) : new Routed(day, Guid.Empty, day),
            _ => clock.Decision is null ? new Routed(day, Guid.Empty, day) : new Answered(day, Service.ByPost),
        };
    }
}

/// <summary>The clock once more, as a clerk would count it with a finger on a wall calendar: day by day, and nothing in common with the first but the holidays themselves.</summary>
static class NaiveClock
{
    static readonly HashSet<DateOnly> Off = [], Worked = [];

    static NaiveClock()
    {
        foreach (var special in HolidayNotice.BuiltIn.OrderBy(notice => notice.Year).SelectMany(notice => notice.Days))
        {
            (special.Off ? Off : Worked).Add(special.Day);
            (special.Off ? Worked : Off).Remove(special.Day);
        }
    }

    public static DateOnly? Due(IReadOnlyList<CaseFact> file)
    {
        DateOnly? zero = null, asked = null, noticed = null, until = null;
        var more = 0;
        foreach (var fact in file)
        {
            if (fact is Received or Corrected or FeePaid) (zero, more, until) = (fact.On, 0, null);
            if (fact is CorrectionAsked) asked = fact.On;
            if (fact is Corrected) asked = null;
            if (fact is FeeNoticed) noticed = fact.On;
            if (fact is FeePaid) noticed = null;
            if (fact is Extended extended) more = extended.Days;
            if (fact is Deferred deferred) until = deferred.Until;
        }
        if (zero is null || asked is not null || noticed is not null) return null;
        if (until is not null) return until;

        var day = zero.Value;
        for (var left = 20 + more; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorked(day) && !IsLeftOut(day, day, file)) left--;
        }
        // The last day is not over: what is left out directly after it, by a letter of that day at the latest, moves it on.
        for (var next = day.AddDays(1); !IsWorked(next) || IsLeftOut(next, day, file); next = next.AddDays(1))
            if (IsWorked(next)) day = next;
        return day;
    }

    static bool IsWorked(DateOnly day) => Worked.Contains(day) || (!Off.Contains(day) && (int)day.DayOfWeek is >= 1 and <= 5);

    static bool IsLeftOut(DateOnly day, DateOnly sentBy, IReadOnlyList<CaseFact> file)
    {
        if (file.Any(fact => fact is Decided or Withdrawn && fact.On < day)) return false;
        foreach (var letter in file.OfType<Consulted>())
        {
            if (day <= letter.On || letter.On > sentBy) continue;
            var reached = file.OfType<ConsultationReached>().FirstOrDefault(one => one.Matter == letter.Matter)?.On;
            var answered = file.OfType<ConsultationAnswered>().FirstOrDefault(one => one.Matter == letter.Matter)?.On;
            if (day > answered) continue;
            var term = letter.Until ?? FifteenAfter(reached ?? letter.On);
            var openEnded = letter.Until is null && (reached is null || letter.With == Consultee.OtherAgency);
            if (day > term && (answered is null || !openEnded)) continue;
            return true;
        }
        return false;
    }

    static DateOnly FifteenAfter(DateOnly day)
    {
        for (var left = 15; left > 0; left -= IsWorked(day) ? 1 : 0) day = day.AddDays(1);
        return day;
    }
}
