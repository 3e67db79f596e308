using System.Globalization;

namespace Gongkai.Rigs;

/// <summary>S9: a walk through the platform, from its start to its end, connects to nothing: its store is a file.</summary>
/// <remarks>The control names a collector in the settings.</remarks>
static class Egress
{
    public static async Task<Verdict> Run(int rounds, bool control)
    {
        using var ground = new Ground();
        var trace = Path.Combine(ground.Folder, "trace");
        // -D: strace stands aside, so that the process that we start is the platform.
        await using var victim = await Victim.Start(["strace", "-D", "-f", "-o", trace, "-e", "trace=connect,sendto,sendmsg", "-s", "0"], ground, ["--Logging:LogLevel:Default=None", .. control ? ["--Telemetry:Endpoint=http://127.0.0.1:9"] : (string[])[]]);
        var pages = 0;
        for (var round = 0; round < rounds; round++) pages += await Walk.Through(victim.Url, $"round{round.ToString(CultureInfo.InvariantCulture)}");
        var status = await victim.Stop();
        var outward = File.ReadLines(trace).Where(line => line.Contains("sa_family=AF_INET", StringComparison.Ordinal)).ToList();
        return new(outward.Count == 0 && pages > 0 && status == 0, $"{pages} answers, from start to stop: {outward.Count} connections or datagrams to a network{(outward is [var first, ..] ? $", such as {first}" : "")}");
    }
}
