namespace Gongkai.Rigs;

/// <summary>Whether two kinds of answers take different times: Welch's t of what they took, without what the machine did meanwhile.</summary>
static class Welch
{
    /// <summary>Beyond it they differ.</summary>
    public const double Most = 4.5;

    const double Kept = 0.95;

    /// <summary>The slowest few of both are left out.</summary>
    public static (double T, double Mean, double OtherMean) Compare(IReadOnlyCollection<double> times, IReadOnlyCollection<double> others)
    {
        var limit = times.Concat(others).Order().ElementAt((int)((times.Count + others.Count) * Kept));
        var (mean, spread, count) = Of([.. times.Where(time => time <= limit)]);
        var (otherMean, otherSpread, otherCount) = Of([.. others.Where(time => time <= limit)]);
        return ((mean - otherMean) / Math.Sqrt(spread / count + otherSpread / otherCount), mean, otherMean);
    }

    static (double Mean, double Variance, int Count) Of(List<double> times)
    {
        var mean = times.Average();
        return (mean, times.Sum(time => (time - mean) * (time - mean)) / (times.Count - 1), times.Count);
    }
}
