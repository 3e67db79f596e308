using System.Diagnostics;

namespace Gongkai.Bench;

/// <summary>Two ways to do a thing, run in turns on the same machine in the same minute, so that their ratio holds where their times do not.</summary>
/// <param name="Reference">Median time of one run of what we compare with.</param>
/// <param name="Ours">Median time of one run of ours.</param>
/// <param name="Ratio">Median of the rounds' own ratios.</param>
/// <param name="Least">The lower quartile of the rounds' ratios.</param>
/// <param name="Most">The upper quartile of the rounds' ratios.</param>
/// <param name="Rounds">How many rounds were run.</param>
sealed record Race(TimeSpan Reference, TimeSpan Ours, double Ratio, double Least, double Most, int Rounds)
{
    static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(120);

    /// <summary>Runs both in turns until the time is used up; who goes first alternates.</summary>
    public static Race Run(Action reference, Action ours, TimeSpan time)
    {
        var (manyReference, manyOurs) = (TurnsOf(reference), TurnsOf(ours));
        List<(double Reference, double Ours)> rounds = [];
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < time || rounds.Count < 7)
        {
            GC.Collect();
            if (rounds.Count % 2 == 0)
            {
                var first = Time(reference, manyReference);
                rounds.Add((first, Time(ours, manyOurs)));
            }
            else
            {
                var first = Time(ours, manyOurs);
                rounds.Add((Time(reference, manyReference), first));
            }
        }
        var ratios = rounds.Select(round => round.Ours / round.Reference).Order().ToList();
        return new(
            TimeSpan.FromSeconds(Median([.. rounds.Select(round => round.Reference).Order()])),
            TimeSpan.FromSeconds(Median([.. rounds.Select(round => round.Ours).Order()])),
            Median(ratios), ratios[ratios.Count / 4], ratios[ratios.Count * 3 / 4], rounds.Count);
    }

    /// <summary>Warms up until the compiler has settled, then says how many runs fill a turn.</summary>
    static int TurnsOf(Action action)
    {
        var clock = Stopwatch.StartNew();
        var runs = 0;
        while (clock.Elapsed < TimeSpan.FromSeconds(1.5) || runs < 60)
        {
            action();
            runs++;
            if (clock.Elapsed > TimeSpan.FromSeconds(8)) break;
        }
        return (int)Math.Max(1, Turn / TimeSpan.FromSeconds(Time(action, Math.Max(1, runs / 10))));
    }

    /// <summary>Seconds for one run.</summary>
    static double Time(Action action, int runs)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < runs; i++) action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / runs;
    }

    public static double Median(IReadOnlyList<double> ordered) =>
        ordered.Count % 2 == 1 ? ordered[ordered.Count / 2] : (ordered[ordered.Count / 2 - 1] + ordered[ordered.Count / 2]) / 2;
}
