using System.Diagnostics;
using System.Text;
using Gongkai.App.Commands;

namespace Gongkai.App.Tests.Commands;

/// <summary>The program as a shell sees it: its streams, its encoding, its exit status.</summary>
public sealed class ProcessTests : IDisposable
{
    readonly Folder folder = new();

    [Fact]
    public async Task Output_is_utf8_without_a_mark_in_whatever_locale()
    {
        var (status, output, error) = await Run("report", "read", folder.Print(Folder.Report(2024), "某局.html"), "--json");

        Assert.Equal((0, 0), (status, error.Length));
        Assert.Equal((byte)'{', output[0]);
        Assert.Contains("某区住房和城乡建设局", Encoding.UTF8.GetString(output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_one_line_on_standard_error_and_status_2()
    {
        var (status, output, error) = await Run("report", "check", folder["none.html"]);

        Assert.Equal((Terminal.NotDone, 0), (status, output.Length));
        Assert.Equal($"找不到文件“{folder["none.html"]}”，请检查路径。\n", Encoding.UTF8.GetString(error));
    }

    [Fact]
    public async Task Findings_are_status_1() =>
        Assert.Equal(Terminal.FallsShort, (await Run("report", "check", folder.Print(Folder.Report(2019), "2019.html"))).Status);

    static async Task<(int Status, byte[] Output, byte[] Error)> Run(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Terminal).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "POSIX";
        using var process = Process.Start(start)!;
        using MemoryStream output = new(), error = new();
        await Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(output), process.StandardError.BaseStream.CopyToAsync(error));
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ToArray(), error.ToArray());
    }

    public void Dispose() => folder.Dispose();
}
