using System.Globalization;
using System.Text;

namespace Gongkai.Bench;

/// <summary>One measured line: what, the goal, what came out, and whether that meets the goal (<c>null</c>: there is none).</summary>
sealed record Outcome(string What, string Goal, string Measured, bool? Met, string Detail = "");

/// <summary>A part of <c>docs/performance.md</c>: a heading, how it was measured, and its lines.</summary>
sealed record Chapter(string Heading, string How, IReadOnlyList<Outcome> Outcomes)
{
    public override string ToString()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"## {Heading}\n\nMeasured on {Machine.Date}. {How}\n\n| what | goal | measured | met | detail |\n|-|-|-|-|-|\n");
        foreach (var outcome in Outcomes)
            text.Append(CultureInfo.InvariantCulture, $"| {outcome.What} | {outcome.Goal} | {outcome.Measured} | {outcome.Met switch { true => "yes", false => "**no**", null => "–" }} | {outcome.Detail} |\n");
        return text.ToString();
    }

    public static string Ratio(Race race) => string.Create(CultureInfo.InvariantCulture, $"{race.Ratio:0.00}× (quartiles {race.Least:0.00}–{race.Most:0.00})");
    public static string Rate(TimeSpan one) => string.Create(CultureInfo.InvariantCulture, $"{1 / one.TotalSeconds:0}/s");
    public static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.00} ms");
    public static string Megabytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1 << 20):0.0} MB");
}
