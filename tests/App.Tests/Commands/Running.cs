using System.Collections.Concurrent;
using System.Diagnostics;
using Gongkai.App.Commands;

namespace Gongkai.App.Tests.Commands;

/// <summary>The platform as a process of its own, on a port that the system chose.</summary>
sealed class Running : IAsyncDisposable
{
    readonly Process process;
    readonly TaskCompletionSource<string> url = new(TaskCreationOptions.RunContinuationsAsynchronously);

    Running(string data, string[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Terminal).Assembly.Location, "serve", "--urls", "http://127.0.0.1:0", $"--Data={data}", .. settings])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => url.TrySetException(new InvalidOperationException(string.Join('\n', Lines)));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it wrote.</summary>
    public ConcurrentQueue<string> Lines { get; } = [];

    public static async Task<(Running Platform, Uri Url)> Start(string data, params string[] settings)
    {
        var running = new Running(data, settings);
        return (running, new Uri(await running.url.Task));
    }

    /// <summary>Sends a signal: TERM, KILL …</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end, and returns the exit status.</summary>
    public async Task<int> End()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    void Hear(string? line)
    {
        if (line is null) return;
        Lines.Enqueue(line);
        if (line.StartsWith("公开平台已启动：", StringComparison.Ordinal)) url.TrySetResult(line["公开平台已启动：".Length..line.IndexOf('（', StringComparison.Ordinal)]);
    }
}
