using Microsoft.Data.Sqlite;

namespace Gongkai.Rigs;

/// <summary>Citizens who hang up while they file, at any moment. What was begun is there whole or not at all, who comes back finds it done once, and no commit could have been cancelled.</summary>
/// <remarks>The control's citizens begin anew when they come back.</remarks>
static class Hangups
{
    const int Citizens = 4;

    public static async Task<Verdict> Run(int hangups, bool control)
    {
        using var ground = new Ground();
        var (hung, done) = (0, 0);
        var receipts = new System.Collections.Concurrent.ConcurrentDictionary<string, Receipt>();
        int cancellable, astray = 0;
        await using (var victim = await Victim.Start(ground))
        {
            using (var warm = new Citizen("warm"))
                for (var i = 0; i < 3; i++, warm.Next()) receipts[warm.Key] = (await warm.File(victim.Url))!;
            await Task.WhenAll(Enumerable.Range(0, Citizens).Select(number => Task.Run(async () =>
            {
                var random = new Random(20260601 + number);
                var citizen = new Citizen($"citizen-{number}");
                while (Volatile.Read(ref hung) < hangups)
                {
                    try
                    {
                        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.NextDouble() * 120));
                        if (await citizen.File(victim.Url, patience.Token) is { } quick) receipts[citizen.Key] = quick;
                    }
                    catch (OperationCanceledException)
                    {
                        Interlocked.Increment(ref hung);
                        if (control) citizen.Forget();
                        // Every third never comes back.
                        if (random.Next(3) > 0) receipts[citizen.Key] = await citizen.File(victim.Url) ?? throw new InvalidOperationException($"A request was answered {citizen.Refusal}.");
                    }
                    Interlocked.Increment(ref done);
                    citizen.Next();
                }
                Interlocked.Add(ref astray, citizen.Astray);
                citizen.Dispose();
            })));
            using var client = new HttpClient();
            cancellable = int.Parse(await client.GetStringAsync(new Uri(victim.Url, "/rig/cancellable")), System.Globalization.CultureInfo.InvariantCulture);
            // What somebody left behind is finished.
            await victim.Stop();
        }
        SqliteConnection.ClearAllPools();
        var books = await Books.Read(ground.Place, new Dictionary<string, string>()) + await Requests.Read(ground.Place, receipts);
        return new(books.Hold && cancellable == 0 && astray == 0 && hung > 0, $"{hung} hung up of {done} who filed, {receipts.Count} receipts: {books}, {books.Done - receipts.Count} beyond those, {astray} forms gone; {cancellable} commits that could have been cancelled");
    }
}
