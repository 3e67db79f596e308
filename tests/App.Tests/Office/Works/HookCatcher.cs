using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.App.Tests.Office.Works;

/// <summary>A gateway for short messages, on a port that the system chose.</summary>
sealed class HookCatcher : IAsyncDisposable
{
    readonly WebApplication app;

    HookCatcher(WebApplication app) => this.app = app;

    /// <summary>What came: headers and body.</summary>
    public ConcurrentQueue<(IReadOnlyDictionary<string, string> Headers, string Body)> Calls { get; } = [];

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = 200;

    public string Url => app.Urls.Single();

    public static async Task<HookCatcher> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var catcher = new HookCatcher(builder.Build());
        catcher.app.Map("{**path}", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            catcher.Calls.Enqueue((context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()), $"{context.Request.Path} {await reader.ReadToEndAsync()}"));
            context.Response.Headers.Location = "/elsewhere";
            context.Response.StatusCode = catcher.Status;
        });
        await catcher.app.StartAsync();
        return catcher;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
