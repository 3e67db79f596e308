using System.Diagnostics;
using System.Globalization;
using Gongkai.Records;
using Gongkai.Records.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gongkai.Bench;

/// <summary>How many pages of the portal a second, and how soon, with very many items behind them, against a plain Kestrel that answers the same bytes.</summary>
static class PageBench
{
    /// <summary>The name under which this program is the plain server.</summary>
    public const string Plain = "--plain-kestrel";

    const int Rounds = 5;
    const double CachedGoal = 0.9, ArticleGoal = 0.25, ListGoal = 0.12;

    static readonly string[] Words = ["公租房", "限购", "危房改造", "供热", "消防验收", "加装电梯", "住房租赁补贴", "燃气安全"];

    /// <param name="Name">In the table.</param>
    /// <param name="Same">One address, which the cache answers.</param>
    /// <param name="Fresh">Addresses that were never asked before.</param>
    sealed record Asked(string Name, string Same, Func<string?> Fresh, double? Goal);

    public static async Task<Chapter> Run(int most, string? keep)
    {
        List<Outcome> outcomes = [];
        foreach (var count in (int[])[.. new[] { 100_000, most }.Where(count => count <= most).Distinct()]) await Of(count, keep, outcomes);
        return new("Pages of the portal",
            $"""
            The Release build as a process of its own on one core, the asking side on the other: {32} connections that stay open, each one request after another. SQLite, items of about 600 characters, ten years of
            them. Beside it in turns of two seconds a plain Kestrel, a process on the same core, whose one handler writes the very bytes of the page: the ratio is of the two rates. Cached asks for one address
            again and again; fresh asks only for addresses that were never asked before, so that each page is made from the store.
            """, outcomes);
    }

    static async Task Of(int count, string? keep, List<Outcome> outcomes)
    {
        using var kept = new KeptStores(keep, $"pages-{count}-{ItemStores.Shape()}");
        var folder = kept["store"];
        var made = await kept.Once("store", async () =>
        {
            await using var store = StoreChoice.Open($"Data Source={Path.Combine(folder, "gongkai.db")}");
            store.Prepare();
            await File.WriteAllLinesAsync(kept["articles"], await ItemStores.Fill(store, count));
            await SearchIndex.Rebuild(store, ItemStores.Today, null, CancellationToken.None);
        });
        outcomes.Add(new($"{count:N0} items: filled, and their index of search built", "–", made.Text, null, $"on {made.On}"));
        IReadOnlyList<string> articles = await File.ReadAllLinesAsync(kept["articles"]);
        var url = new Uri($"http://127.0.0.1:{ServerBench.FreePort()}");
        using var server = ServerBench.Begin(folder, "serve", "--empty", "--urls", url.ToString(), $"--Data={folder}", "--Works=false", "--Logging:LogLevel:Default=None");
        try
        {
            using (var client = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromMinutes(2) }) await ServerBench.FirstAnswer(client, "/healthz", server);
            Pin(server, 0);
            Pin(Process.GetCurrentProcess(), 1);
            foreach (var asked in Kinds(articles)) await Of(count, url, asked, outcomes);
            server.Refresh();
            outcomes.Add(new($"{count:N0} items: resident memory after all of this", "–", Chapter.Megabytes(server.WorkingSet64), null));
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    static IEnumerable<Asked> Kinds(IReadOnlyList<string> articles)
    {
        var (article, page, year, word) = (-1, 0, 0, 0);
        yield return new("home", "/zfxxgk/", () => null, null);
        yield return new("article", articles[0], () => Interlocked.Increment(ref article) is var at && at + 1 < articles.Count ? articles[at + 1] : null, ArticleGoal);
        yield return new("list", "/zfxxgk/fdzdgk/tzgg/", () => $"/zfxxgk/fdzdgk/tzgg/?nf={2017 + Interlocked.Increment(ref year) % 10}&q={Interlocked.Increment(ref page)}", ListGoal);
        yield return new("search", $"/ss/?q={Uri.EscapeDataString(Words[0])}", () => $"/ss/?q={Uri.EscapeDataString(Words[Interlocked.Increment(ref word) % Words.Length])}+{2017 + word / Words.Length % 10}", null);
    }

    static async Task Of(int count, Uri url, Asked asked, List<Outcome> outcomes)
    {
        byte[] bytes;
        using (var client = new HttpClient { BaseAddress = url }) bytes = await client.GetByteArrayAsync(new Uri(asked.Same, UriKind.Relative));
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, bytes);
        var plainUrl = new Uri($"http://127.0.0.1:{ServerBench.FreePort()}");
        using var plain = Process.Start(Repository.Start(typeof(PageBench).Assembly.Location, [Plain, file, plainUrl.ToString()]))!;
        try
        {
            using (var client = new HttpClient { BaseAddress = plainUrl }) await ServerBench.FirstAnswer(client, "/", plain);
            Pin(plain, 0);
            var turn = TimeSpan.FromSeconds(2);
            await HttpLoad.Run(plainUrl, () => "/", turn);
            await HttpLoad.Run(url, () => asked.Same, turn);
            outcomes.Add(await Compare($"{count:N0} items: {asked.Name}, cached ({bytes.Length / 1024.0:0} KB)", CachedGoal, () => asked.Same));
            if (asked.Fresh() is not null) outcomes.Add(await Compare($"{count:N0} items: {asked.Name}, fresh", asked.Goal, asked.Fresh));

            async Task<Outcome> Compare(string what, double? goal, Func<string?> paths)
            {
                List<(HttpLoad.Taken Bare, HttpLoad.Taken Ours)> rounds = [];
                for (var round = 0; round < Rounds; round++) rounds.Add((await HttpLoad.Run(plainUrl, () => "/", turn), await HttpLoad.Run(url, paths, turn)));
                rounds.RemoveAll(round => round.Ours.Count < 50);
                if (rounds.Count == 0) return new(what, "–", "too few addresses", null);
                var ratios = rounds.Select(round => round.Ours.Rate / round.Bare.Rate).Order().ToList();
                var p99 = Race.Median([.. rounds.Select(round => round.Ours.Percentile(.99)).Order()]);
                return new(what, goal is { } least ? string.Create(CultureInfo.InvariantCulture, $"≥ {least}× plain Kestrel") : "–",
                    string.Create(CultureInfo.InvariantCulture, $"{Race.Median(ratios):0.00}× (least {ratios[0]:0.00}, most {ratios[^1]:0.00})"), goal is { } wanted ? Race.Median(ratios) >= wanted : null,
                    string.Create(CultureInfo.InvariantCulture, $"{Race.Median([.. rounds.Select(round => round.Ours.Rate).Order()]):N0}/s against {Race.Median([.. rounds.Select(round => round.Bare.Rate).Order()]):N0}/s; p50 {Race.Median([.. rounds.Select(round => round.Ours.Percentile(.5)).Order()]):0.0} ms, p99 {p99:0.0} ms"));
            }
        }
        finally
        {
            plain.Kill();
            await plain.WaitForExitAsync();
            File.Delete(file);
        }
    }

    /// <summary>Serves one file from memory, as bare as Kestrel goes.</summary>
    public static async Task ServePlain(string file, string url)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder(["--urls", url]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(async context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes);
        });
        await app.RunAsync();
    }

    static void Pin(Process process, int core)
    {
        if (Environment.ProcessorCount < 2 || !(OperatingSystem.IsLinux() || OperatingSystem.IsWindows())) return;
        process.ProcessorAffinity = 1 << core;
    }
}
