using System.Diagnostics;
using System.Globalization;

namespace Gongkai.Rigs;

/// <summary>S3 at the citizens' doors: a number that is there and one that is not, a code wrong in its first letter and in its last, and a new code asked for with the address of the request and with another. A watch tells them not apart.</summary>
/// <remarks>Limits are out of the way. Of a new code the next answer on the same line is timed too. The control asks for a number that is paused.</remarks>
static class CodeTimings
{
    const int WarmUp = 60;

    public static async Task<Verdict> Run(int pairs, bool control)
    {
        using var ground = new Ground();
        await using var victim = await Victim.Start(ground, $"--Requests:TriesPerNumber={(control ? 10 : 1000000000)}", "--Requests:TriesPerNumberAndSource=1000000000", "--Requests:TriesPerSource=1000000000", "--Requests:ResetsPerSource=1000000000", "--Requests:ResetsPerRequest=1000000000");
        using var citizen = new Citizen("citizen") { Mail = "taijia@mail.example", Picture = null };
        var receipt = await citizen.File(victim.Url) ?? throw new InvalidOperationException($"The request was answered {citizen.Refusal}.");
        using var asker = new Asker(victim.Url);
        var (number, code) = (receipt.Number, receipt.Code.Replace("-", "", StringComparison.Ordinal));
        var missing = number[..8] + "99999";
        (string What, Func<int, Task> One, Func<int, Task> OtherOne)[] kinds =
        [
            ("number there or not", turn => asker.Ask(number, Wrong(turn)), turn => asker.Ask(control ? number[..8] + (10000 + turn).ToString(CultureInfo.InvariantCulture) : missing, Wrong(turn))),
            ("first or last letter wrong", _ => asker.Ask(number, Turned(code[0]) + code[1..]), _ => asker.Ask(number, code[..^1] + Turned(code[^1]))),
            ("mail known or not", _ => asker.Forget(number, "taijia@mail.example"), _ => asker.Forget(number, "taijib@mail.example")),
        ];
        var random = new Random(20260601);
        var said = new List<string>();
        var holds = true;
        foreach (var (what, one, other) in control ? kinds[..1] : kinds)
        {
            var (times, others) = (new List<double>(pairs), new List<double>(pairs));
            for (var pair = 0; pair < pairs + WarmUp; pair++)
            {
                (Func<int, Task> Do, List<double> Times)[] both = [(one, times), (other, others)];
                if (random.Next(2) == 0) Array.Reverse(both);
                foreach (var (act, list) in both)
                {
                    var start = Stopwatch.GetTimestamp();
                    await act(pair);
                    if (pair >= WarmUp) list.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
            var (t, mean, otherMean) = Welch.Compare(times, others);
            holds &= Math.Abs(t) < Welch.Most;
            said.Add(string.Create(CultureInfo.InvariantCulture, $"{what} {mean:0.000} ms and {otherMean:0.000} ms, Welch t = {t:0.00}"));
        }
        return new(holds, $"{pairs} pairs each: {string.Join("; ", said)}");
    }

    static string Wrong(int turn) => $"ZZZZ{turn:D9}"[..13];

    static string Turned(char letter) => letter == 'A' ? "B" : "A";
}
