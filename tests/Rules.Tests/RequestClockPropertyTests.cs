using System.Globalization;
using Gongkai.Rules.Requests;

namespace Gongkai.Rules.Tests;

/// <summary>The clock against a second one that counts day by day, over files of facts with a fixed seed.</summary>
public sealed class RequestClockPropertyTests
{
    const int Files = 25_000;

    static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;
    static readonly RequestTerms Continuing = RequestTerms.Usual with { AfterPayment = AfterPayment.Continues };

    [Fact]
    public void Two_clocks_that_share_nothing_agree_on_each_file_and_after_each_fact()
    {
        var random = new Random(20260915);
        HashSet<Type> seen = [];
        var consulted = 0;
        for (var number = 0; number < Files; number++)
        {
            var file = RequestFiles.Next(random, Calendar);
            var clock = Clock.Read([], Calendar);
            for (var count = 1; count <= file.Count; count++)
            {
                clock = clock.After(file[count - 1]);
                var naive = NaiveClock.Due(file[..count]);
                if (clock.Due != naive) Assert.Fail($"{clock.Due:o}, not {naive:o}: {Told(file[..count])}");
            }
            seen.UnionWith(file.Select(fact => fact.GetType()));
            if (clock.Consultations.Count > 1) consulted++;
        }
        // The files would prove nothing if most of what can happen never did.
        Assert.Equal(16, seen.Count);
        Assert.True(consulted > Files / 20, consulted.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_steps_re_add_to_the_due_day_of_any_file()
    {
        var random = new Random(20260928);
        for (var number = 0; number < Files; number++)
        {
            var terms = number % 3 == 0 ? Continuing : RequestTerms.Usual;
            var file = RequestFiles.Next(random, Calendar, terms);
            var clock = Clock.Read(file, Calendar, terms);
            DateOnly? due = null;
            var stopped = false;
            foreach (var step in clock.Steps)
            {
                due = step.Effect switch
                {
                    ClockEffect.Starts => Calendar.Add(step.On, step.Days),
                    ClockEffect.Fixes => step.Due,
                    _ => due is { } before ? Calendar.Add(before, step.Days + step.Excluded) : null,
                };
                stopped = step.Effect switch { ClockEffect.Stops => true, ClockEffect.Starts or ClockEffect.Resumes => false, _ => stopped };
                if (step.Due != (stopped ? null : due)) Assert.Fail($"{step}: {Told(file)}");
            }
            if (clock.Due != (stopped ? null : due)) Assert.Fail($"{clock.Due:o}, not {due:o}: {Told(file)}");
            Assert.Equal(clock.Steps.OrderBy(step => step.On), clock.Steps);
        }
    }

    [Fact]
    public void What_is_used_and_what_is_left_make_the_term_on_every_day()
    {
        var random = new Random(20261008);
        for (var number = 0; number < 3_000; number++)
        {
            var file = RequestFiles.Next(random, Calendar);
            var clock = Clock.Read(file, Calendar);
            if (clock is not { Due: { } due, Started: { } started, Deferral: null, Ended: false }) continue;
            for (var day = started; day <= due; day = day.AddDays(1))
            {
                var tally = clock.On(day)!;
                Assert.Equal(20 + clock.Extension, tally.Elapsed + tally.Remaining);
                Assert.Equal(Calendar.Count(started, day), tally.Elapsed + tally.Excluded);
            }
            Assert.Equal(0, clock.On(due)!.Remaining);
            Assert.Equal(-3, clock.On(Calendar.Add(due, 3))!.Remaining);
        }
    }

    static string Told(IEnumerable<CaseFact> file) => string.Join("; ", file);
}
