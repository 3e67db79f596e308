using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Gongkai.App.Tests;

/// <summary>A collector that keeps what it is sent.</summary>
public sealed class Collector : IAsyncLifetime
{
    WebApplication? server;

    public ConcurrentQueue<(string Path, string Body)> Heard { get; } = [];

    public string Url => server!.Urls.Single();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.MapPost("/v1/{what}", async (HttpRequest request, string what) =>
        {
            using var body = new StreamReader(request.Body, Encoding.Latin1);
            Heard.Enqueue((what, await body.ReadToEndAsync()));
        });
        await server.StartAsync();
    }

    public async ValueTask DisposeAsync() => await server!.DisposeAsync();
}

public sealed class TelemetryTests(Platform silent, Collector collector) : IClassFixture<Collector>
{
    sealed class WatchedPlatform(string url) : Platform
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [("Telemetry:Endpoint", url)];
    }

    [Fact]
    public void Nothing_is_sent_anywhere_unless_the_settings_say_so()
    {
        Assert.Null(silent.Services.GetService<TracerProvider>());
        Assert.Null(silent.Services.GetService<MeterProvider>());
    }

    [Fact]
    public async Task Traces_and_figures_go_to_the_collector_and_tell_nothing_of_who_asked()
    {
        await using var watched = new WatchedPlatform(collector.Url);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/zfxxgk/nb/?q=CANARY-QUERY");
        request.Headers.Add("User-Agent", "CANARY-AGENT");
        await watched.Visitor().SendAsync(request, TestContext.Current.CancellationToken);
        await watched.Visitor().GetAsync("/CANARY-PATH", TestContext.Current.CancellationToken);
        Assert.True(watched.Services.GetRequiredService<TracerProvider>().ForceFlush(20_000));
        Assert.True(watched.Services.GetRequiredService<MeterProvider>().ForceFlush(20_000));

        var traces = string.Concat(collector.Heard.Where(heard => heard.Path == "traces").Select(heard => heard.Body));
        Assert.Contains("zfxxgk/nb", traces, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", string.Concat(collector.Heard.Where(heard => heard.Path == "metrics").Select(heard => heard.Body)), StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", string.Concat(collector.Heard.Select(heard => heard.Body)), StringComparison.Ordinal);
    }
}
