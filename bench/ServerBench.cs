using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Gongkai.Bench;

/// <summary>How soon the platform answers after it is started, and how large it is then: a process of its own, on a data directory of its own.</summary>
static class ServerBench
{
    const string Page = "/zfxxgk/nb/";
    const int Requests = 200;

    public static async Task<Chapter> Run(int starts)
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-");
        try
        {
            var bare = Race.Median([.. Enumerable.Range(0, starts).Select(_ => Alone(folder.FullName, "--version").TotalSeconds).Order()]);
            var first = await Start(folder.FullName);
            List<Started> again = [];
            for (var i = 0; i < starts; i++) again.Add(await Start(folder.FullName));
            var answer = Median(again.Select(start => start.Page));
            return new("The server",
                $"""
                The Release build as a process of its own, on a free port and an empty directory. Time runs from the start of the process to the first
                200 of `{Page}`; the first start also makes the store and the demo bureau's reports, the others (median of {starts}) find them there.
                Beside it, the same program doing nothing but say its version: what the runtime itself takes. Resident memory is that of the whole process
                after {Requests} requests of that page.
                """,
                [
                    new($"first start to the first `{Page}`", "–", Seconds(first.Page.TotalSeconds), null, $"`/healthz` after {Seconds(first.Health.TotalSeconds)}"),
                    new($"later start to the first `{Page}`", "–", Seconds(answer), null, string.Create(CultureInfo.InvariantCulture, $"`/healthz` after {Seconds(Median(again.Select(start => start.Health)))}; bare runtime {Seconds(bare)}: {answer / bare:0.0}×")),
                    new("resident memory", "–", Chapter.Megabytes(again.Max(start => start.Resident)), null, $"right after the first page {Chapter.Megabytes(again.Max(start => start.ResidentAtFirst))}"),
                ]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    sealed record Started(TimeSpan Health, TimeSpan Page, long ResidentAtFirst, long Resident);

    static async Task<Started> Start(string folder)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        using var client = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(30) };
        var clock = Stopwatch.StartNew();
        using var server = Begin(folder, "serve", "--urls", url);
        try
        {
            await FirstAnswer(client, "/healthz", server);
            var health = clock.Elapsed;
            await FirstAnswer(client, Page, server);
            var page = clock.Elapsed;
            server.Refresh();
            var atFirst = server.WorkingSet64;
            for (var i = 0; i < Requests; i++) (await client.GetAsync(new Uri(Page, UriKind.Relative))).EnsureSuccessStatusCode();
            server.Refresh();
            return new(health, page, atFirst, server.WorkingSet64);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    internal static async Task FirstAnswer(HttpClient client, string path, Process server)
    {
        for (; ; )
        {
            if (server.HasExited) throw new InvalidOperationException($"The server ended with status {server.ExitCode} instead of answering.");
            try
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK) return;
                throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
            }
            catch (HttpRequestException)
            {
                await Task.Delay(5);
            }
        }
    }

    static TimeSpan Alone(string folder, params string[] args)
    {
        var clock = Stopwatch.StartNew();
        using var process = Begin(folder, args);
        process.WaitForExit();
        return clock.Elapsed;
    }

    internal static Process Begin(string folder, params string[] args)
    {
        var start = Repository.Start(Program(), args);
        start.WorkingDirectory = folder;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    // The platform's own output, not the copy beside this program: that one lacks its pages' files.
    static string Program() => Path.Combine(Repository.Root, "src", "App", "bin", Repository.Configuration, Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\')), "gongkai.dll");

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static double Median(IEnumerable<TimeSpan> times) => Race.Median([.. times.Select(time => time.TotalSeconds).Order()]);
    static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s");
}
