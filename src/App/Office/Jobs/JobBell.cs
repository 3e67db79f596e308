namespace Gongkai.App.Office.Jobs;

/// <summary>Rings when a job was ordered on this node; other nodes look by themselves.</summary>
public sealed class JobBell(TimeProvider time) : IDisposable
{
    readonly SemaphoreSlim rung = new(0, 1);

    public void Ring()
    {
        try
        {
            rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <summary>Waits until it rings, or for so long.</summary>
    public async Task Wait(TimeSpan longest, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var waits = (Task[])[rung.WaitAsync(either.Token), Task.Delay(longest, time, either.Token)];
        await Task.WhenAny(waits);
        await either.CancelAsync();
        try
        {
            await Task.WhenAll(waits);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // The one that did not come first.
        }
    }

    public void Dispose() => rung.Dispose();
}
