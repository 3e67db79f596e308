using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Gongkai.App;

/// <summary>Figures and traces for those who watch the platform: sent by OTLP to the collector that the settings name, and nowhere where they name none.</summary>
public static class Telemetry
{
    // What may tell who asked, or what for.
    static readonly string[] Private = ["url.query", "url.path", "url.full", "user_agent.original", "client.address", "network.peer.address", "network.peer.port", "server.address"];

    // What a balancer asks every second is no news.
    static readonly PathString Probes = "/health";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["Telemetry:Endpoint"] is not { Length: > 0 } endpoint) return;
        if (!Uri.TryCreate(endpoint.TrimEnd('/'), UriKind.Absolute, out var collector) || collector.Scheme is not ("http" or "https"))
            throw new Ui.InvalidSettingsException("Telemetry:Endpoint 应当是收集器的网址，如 http://127.0.0.1:4318；不用就删去它。");

        void Send(OtlpExporterOptions options, string what)
        {
            options.Protocol = OtlpExportProtocol.HttpProtobuf;
            options.Endpoint = new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/v1/{what}");
        }
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("gongkai", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(metrics => metrics
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", "Npgsql")
                .AddOtlpExporter(options => Send(options, "metrics")))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(options => options.Filter = request => !request.Request.Path.StartsWithSegments(Probes, StringComparison.Ordinal))
                .AddProcessor(new Discretion())
                .AddOtlpExporter(options => Send(options, "traces")));
    }

    /// <summary>Takes from a trace what it must not tell; the route, the status and the time remain.</summary>
    sealed class Discretion : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            foreach (var name in Private) data.SetTag(name, null);
        }
    }
}
