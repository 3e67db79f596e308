using System.Diagnostics;
using System.Globalization;

namespace Gongkai.Rigs.Tests;

/// <summary>Every rig at the size of every change, and each with what it is there to find planted: a rig that never fails proves nothing.</summary>
/// <remarks>All in one class, so that they run one after another: two at a time would break each other's things.</remarks>
public sealed class RigTests
{
    [Theory]
    [InlineData("r1", 50)]
    [InlineData("r3", 300)]
    [InlineData("r4", 40)]
    public async Task Nothing_is_lost(string rig, int size)
    {
        var (status, line) = await Run(rig, size, control: false);

        Assert.True(status == 0, line);
    }

    [Theory]
    [InlineData("r1", 3)]
    [InlineData("r3", 60)]
    [InlineData("r4", 8)]
    public async Task What_is_planted_is_found(string rig, int size)
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
