using System.Diagnostics;
using System.Globalization;

namespace Gongkai.Rigs.Tests;

/// <summary>Every rig at the size of every change, and each with what it is there to find planted: a rig that never fails proves nothing.</summary>
/// <remarks>Each has its own folder and takes a free port. They run in two rows, one beside the other, as long as each other.</remarks>
public abstract class RigTests
{
    protected static async Task Holds(string rig, int size)
    {
        var (status, line) = await Run(rig, size, control: false);

        Assert.True(status == 0, line);
    }

    protected static async Task Finds(string rig, int size)
    {
        var (status, line) = await Run(rig, size, control: true);

        Assert.True(status == 1, line);
    }

    static async Task<(int Status, string Line)> Run(string rig, int size, bool control)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "rigs.dll");
        var start = new ProcessStartInfo("dotnet", [program, rig, size.ToString(CultureInfo.InvariantCulture), .. control ? ["--control"] : (string[])[]])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var line = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        TestContext.Current.SendDiagnosticMessage(line);
        return (process.ExitCode, line + await error);
    }
}
