using System.Collections.Concurrent;
using System.Net;

namespace Gongkai.Rigs;

/// <summary>Some citizens who file one request after another, through all that happens to the platform, and the receipts that they hold.</summary>
/// <param name="count">How many.</param>
/// <param name="forgetful">They begin anew where they got no answer, instead of sending the same form again: the control.</param>
sealed class Filings(int count, bool forgetful = false) : IDisposable
{
    readonly Citizen[] citizens = [.. Enumerable.Range(0, count).Select(number => new Citizen($"citizen-{number}"))];
    readonly ConcurrentQueue<HttpStatusCode> others = [];
    int refused;

    /// <summary>The receipt of each request.</summary>
    public ConcurrentDictionary<string, Receipt> Receipts { get; } = new();

    /// <summary>Nobody was answered but with a receipt or with 503 or 507, and no form that was taken was lost.</summary>
    public bool Polite => others.IsEmpty && citizens.All(citizen => citizen.Astray == 0);

    public override string ToString() => $"{refused} asked to come again, {others.Count} other answers{(others.TryPeek(out var first) ? $" ({(int)first})" : "")}, {citizens.Sum(citizen => citizen.Astray)} forms gone";

    /// <summary>They file until the platform falls; the last time, until what each had begun is done.</summary>
    /// <param name="platform">Where.</param>
    /// <param name="last">Whether it is the last time.</param>
    /// <param name="filed">Told of the first receipt.</param>
    public IEnumerable<Task> Begin(Uri platform, bool last, TaskCompletionSource? filed) => citizens.Select(citizen => Task.Run(async () =>
    {
        for (var done = false; !(last && done);)
            try
            {
                if (await citizen.File(platform) is { } receipt)
                {
                    Receipts[citizen.Key] = receipt;
                    citizen.Next();
                    filed?.TrySetResult();
                    done = true;
                }
                else await Refused(citizen);
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                if (forgetful) citizen.Forget();
                return;
            }
    }));

    /// <summary>They file until they are told to stop, whatever falls meanwhile; then each ends what it had begun.</summary>
    /// <param name="platform">Where it is just now.</param>
    /// <param name="stopped">Whether they are told to.</param>
    public Task Through(Func<Uri> platform, Func<bool> stopped) => Task.WhenAll(citizens.Select(citizen => Task.Run(async () =>
    {
        for (var done = false; !(done && stopped());)
            try
            {
                done = false;
                if (await citizen.File(platform()) is { } receipt)
                {
                    Receipts[citizen.Key] = receipt;
                    citizen.Next();
                    done = true;
                }
                else await Refused(citizen);
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                if (forgetful) citizen.Forget();
                await Task.Delay(20);
            }
    })));

    public void Dispose()
    {
        foreach (var citizen in citizens) citizen.Dispose();
    }

    async Task Refused(Citizen citizen)
    {
        if (citizen.Refusal is HttpStatusCode.ServiceUnavailable or HttpStatusCode.InsufficientStorage) Interlocked.Increment(ref refused);
        else if (citizen.Refusal is { } other) others.Enqueue(other);
        if (forgetful) citizen.Forget();
        await Task.Delay(50);
    }
}
