using System.Diagnostics;
using System.Globalization;

namespace Gongkai.Rigs;

/// <summary>A fault that <c>strace</c> puts into the system calls of a running process, on some files, until it ends.</summary>
sealed class Injection : IAsyncDisposable
{
    readonly Process strace;
    readonly string log;

    Injection(Process strace, string log) => (this.strace, this.log) = (strace, log);

    /// <summary>How often it struck.</summary>
    public int Count { get; private set; }

    public static async Task<Injection> Into(int process, string calls, string effect, params string[] files)
    {
        var log = Path.GetTempFileName();
        string[] arguments = ["-f", "-p", process.ToString(CultureInfo.InvariantCulture), "-o", log, "-s", "0", "-e", $"trace={calls}", "-e", $"inject={calls}:{effect}", .. files.SelectMany(file => new[] { "-P", file })];
        var strace = Process.Start(new ProcessStartInfo("strace", arguments) { RedirectStandardError = true })!;
        while (await strace.StandardError.ReadLineAsync() is { } line)
            if (line.Contains(" attached", StringComparison.Ordinal))
            {
                _ = strace.StandardError.ReadToEndAsync();
                return new(strace, log);
            }
        throw new InvalidOperationException("strace could not attach.");
    }

    /// <summary>Ends the fault; the process goes on.</summary>
    public async Task End()
    {
        await Ground.Run("kill", "-INT", strace.Id.ToString(CultureInfo.InvariantCulture));
        await strace.WaitForExitAsync();
        Count = File.ReadLines(log).Count(line => line.Contains("(INJECTED)", StringComparison.Ordinal) || line.Contains("(DELAYED)", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        if (!strace.HasExited) await End();
        strace.Dispose();
        File.Delete(log);
    }
}
