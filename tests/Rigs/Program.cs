using System.Globalization;

namespace Gongkai.Rigs;

/// <summary>The rigs: each breaks something on purpose, prints one line, and ends with 0 where nothing was lost, and with 1 where something was.</summary>
/// <remarks><c>rigs NAME [SIZE] [--control]</c>; with <c>--control</c> what the rig is there to find is planted, and it must end with 1.</remarks>
static class Program
{
    static readonly Dictionary<string, Func<int?, bool, Task<Verdict>>> Rigs = new(StringComparer.Ordinal)
    {
        ["r1"] = (size, control) => Kills.Run(size ?? 50, control),
        ["r2"] = (size, control) => Stops.Run(size ?? 5, control),
        ["s2"] = (size, control) => Guesses.Run(size ?? 300, control),
        ["r3"] = (size, control) => PowerCuts.Run(size ?? 300, control),
        ["r3c"] = (size, control) => CitizenCuts.Run(size ?? 60, control),
        ["hangups"] = (size, control) => Hangups.Run(size ?? 60, control),
        ["r4"] = (size, control) => Faults.Run(size ?? 40, control),
        ["r5"] = (size, control) => Flips.Run(size ?? 200, control),
        ["r7"] = (size, control) => Clocks.Run(size ?? 5, control),
        ["r10"] = (size, control) => Restarts.Run(size ?? 6, control),
        ["r11"] = (size, control) => Restores.Run(size ?? 3, control),
        ["s3"] = (size, control) => Timings.Run(size ?? 20_000, control),
        ["s3c"] = (size, control) => CodeTimings.Run(size ?? 20_000, control),
        ["s9"] = (size, control) => Egress.Run(size ?? 3, control),
        ["s12"] = (size, control) => Canaries.Run(size ?? 3, control),
    };

    static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["serve", ..]: await Victim.Serve(args[1..]); return 0;
            case ["write", var data, var count, var said, ..]: await Scribe.Write(data, int.Parse(count, CultureInfo.InvariantCulture), said, args.Contains("--normal")); return 0;
            case ["clock", var data, var turn, .. var rest]:
                await Clocks.Tell(data, turn, [.. rest.Where(arg => arg != "--local").Select(arg => DateTimeOffset.Parse(arg, CultureInfo.InvariantCulture))], rest.Contains("--local"));
                return 0;
        }
        if (args is not [var name, ..] || !Rigs.TryGetValue(name, out var rig))
        {
            await Console.Error.WriteLineAsync($"rigs NAME [SIZE] [--control], where NAME is one of {string.Join(' ', Rigs.Keys)}");
            return 2;
        }
        var size = args.Skip(1).Where(arg => arg != "--control").Select(arg => int.Parse(arg, CultureInfo.InvariantCulture)).Cast<int?>().FirstOrDefault();
        var verdict = await rig(size, args.Contains("--control"));
        Console.WriteLine($"{name}: {verdict.Line}");
        return verdict.Holds ? 0 : 1;
    }
}

/// <summary>How a rig ended.</summary>
/// <param name="Holds">Whether nothing was lost.</param>
/// <param name="Line">What was seen, in figures.</param>
sealed record Verdict(bool Holds, string Line);
