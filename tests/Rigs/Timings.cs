using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Gongkai.Rigs;

/// <summary>S3: names that have an account and names that have none are tried with a wrong password, in turns. Whoever holds a watch learns nothing.</summary>
/// <remarks>
/// Passwords are hashed in few rounds, so that what differs beside the hash shows. Each try comes from an address of its own, through a proxy that is believed, and a name is
/// tried four times: else the limits answer. The control tries one name until it is paused, which is refused without hashing.
/// </remarks>
static partial class Timings
{
    const int TriesPerName = 4, WarmUp = 100;
    public static async Task<Verdict> Run(int pairs, bool control)
    {
        using var ground = new Ground();
        await using var victim = await Victim.Start(ground, "--Proxies:0=127.0.0.1", "--Limits:SignInsPerMinute=1000000000", $"--Accounts:HashRounds={(control ? 20_000 : 1_000)}");
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = victim.Url };
        var names = (pairs + WarmUp) / TriesPerName + 1;
        using (var made = await client.PostAsync(new Uri($"/rig/accounts/{names}", UriKind.Relative), null)) made.EnsureSuccessStatusCode();
        using var shown = await client.GetAsync(new Uri("/office/signin", UriKind.Relative));
        var cookie = shown.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("gongkai-form", StringComparison.Ordinal)).Split(';')[0];
        var token = FormToken().Match(await shown.Content.ReadAsStringAsync()).Groups[1].Value;

        var random = new Random(20260601);
        var (known, unknown) = (new List<double>(pairs), new List<double>(pairs));
        var sent = 0;
        async Task Try(string name, List<double> times, bool counts)
        {
            using var form = new FormUrlEncodedContent([new("Input.Name", name), new("Input.Password", "wrong horse battery staple"), new("_form", token)]);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/office/signin") { Content = form };
            request.Headers.Add("Cookie", cookie);
            sent++;
            request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{sent >> 16 & 255}.{sent >> 8 & 255}.{sent & 255}"));
            var start = Stopwatch.GetTimestamp();
            using var answer = await client.SendAsync(request);
            if (counts) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (answer.StatusCode != HttpStatusCode.UnprocessableEntity) throw new InvalidOperationException($"A sign-in was answered with {answer.StatusCode}.");
        }
        for (var pair = 0; pair < pairs + WarmUp; pair++)
        {
            var number = (pair / TriesPerName).ToString("D6", CultureInfo.InvariantCulture);
            Func<Task>[] both = [() => Try(control ? "rig000000" : $"rig{number}", known, pair >= WarmUp), () => Try($"nix{number}", unknown, pair >= WarmUp)];
            if (random.Next(2) == 0) Array.Reverse(both);
            foreach (var one in both) await one();
        }

        var (t, mean, otherMean) = Welch.Compare(known, unknown);
        return new(Math.Abs(t) < Welch.Most, string.Create(CultureInfo.InvariantCulture,
            $"{pairs} pairs: {(control ? "paused" : "with an account")} {mean:0.000} ms, without one {otherMean:0.000} ms, Welch t = {t:0.00}"));
    }

    [GeneratedRegex("name=\"_form\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
