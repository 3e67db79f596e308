using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Gongkai.App.Tests.Commands;

/// <summary>How the platform ends, and what it leaves in the log.</summary>
public sealed class StopTests : IDisposable
{
    readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_request_that_is_at_work_is_finished_before_the_platform_stops()
    {
        var (platform, url) = await Running.Start(folder["data"], "--empty");
        await using var _ = platform;
        using var line = new TcpClient();
        await line.ConnectAsync(url.Host, url.Port, TestContext.Current.CancellationToken);
        var stream = line.GetStream();
        await stream.WriteAsync("POST /jc/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\nExpect: 100-continue\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        // So we know that it is at work, and waits for the form.
        var goOn = new byte["HTTP/1.1 100 Continue\r\n\r\n".Length];
        await stream.ReadExactlyAsync(goOn, TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        platform.Signal("TERM");
        await stream.WriteAsync("a=bcd&e=fg"u8.ToArray(), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("</html>", answer, StringComparison.Ordinal);
        Assert.Equal(0, await platform.End());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_log_is_one_JSON_object_a_line_where_the_settings_say_so()
    {
        var (platform, url) = await Running.Start(folder["data"], "--empty", "--Logging:Console:FormatterName=json", "--Logging:LogLevel:Default=Information");
        await using var _ = platform;
        using var visitor = new HttpClient();
        await visitor.GetAsync(new Uri(url, "/zfxxgk/nb/"), TestContext.Current.CancellationToken);
        platform.Signal("TERM");
        await platform.End();

        // What a first start tells the person at the console is no log.
        var entries = platform.Lines.Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line)).ToList();
        Assert.NotEmpty(entries);
        Assert.DoesNotContain(platform.Lines, line => line.StartsWith("info:", StringComparison.Ordinal));
        Assert.All(entries, entry => Assert.True(entry.RootElement.TryGetProperty("LogLevel", out var _)));
    }

    [Fact]
    public async Task Nothing_is_restored_while_the_platform_runs()
    {
        await Answer.To("store", "seed", "--store", folder.Store);
        await Answer.To("store", "backup", folder["b"], "--store", folder.Store);
        var (platform, _) = await Running.Start(folder["store"], "--empty");
        await using var stays = platform;

        (await Answer.To("store", "restore", folder["b"], "--store", folder.Store, "--replace")).Refuses("平台正在运行，没有恢复；请先停止平台，再恢复。");
        platform.Signal("KILL");
        await platform.End();
        Assert.Equal(0, (await Answer.To("store", "restore", folder["b"], "--store", folder.Store, "--replace")).Status);
    }
}
