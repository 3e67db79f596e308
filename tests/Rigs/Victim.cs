using System.Diagnostics;
using Gongkai.App;
using Gongkai.Records;
using Gongkai.Records.Backups;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Rigs;

/// <summary>The platform as a process that may be killed: all of it, and one address more under which an act is done.</summary>
sealed class Victim : IAsyncDisposable
{
    const string Started = "started ";

    readonly Process process;

    Victim(Process process, Uri url) => (this.process, Url) = (process, url);

    public Uri Url { get; }

    public int Id => process.Id;

    /// <summary>The process itself: <c>rigs serve [--early] --Setting=value …</c>; <c>--early</c> acknowledges before it writes, which is the control.</summary>
    public static async Task Serve(string[] args)
    {
        var early = args.Contains("--early");
        await using var app = Web.Build([.. args.Where(arg => arg != "--early"), "--urls", "http://127.0.0.1:0"]);
        using var inUse = InUse.Hold(Data.Place(app.Configuration));
        app.MapPost("/rig/{key}", async (string key, Store store, TimeProvider clock) =>
        {
            if (early) _ = Later(app.Services, key, clock);
            else await Deeds.Do(store, key, clock.GetUtcNow());
            return Results.Text(key);
        }).AllowAnonymous();
        await app.OpenStore(empty: false);
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Started + app.Urls.Single()));
        await app.RunAsync();
    }

    /// <summary>Starts it, and waits until it is ready.</summary>
    public static async Task<Victim> Start(Ground ground, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Ground.Program, "serve", $"--Data={ground.Data}", "--Limits:FormsPerMinute=1000000000", "--Logging:LogLevel:Default=None", .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith(Started, StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new(process, new Uri(line[Started.Length..]));
            }
        throw new InvalidOperationException("The platform did not start.");
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await Kill();
        process.Dispose();
    }

    static async Task Later(IServiceProvider services, string key, TimeProvider clock)
    {
        await using var scope = services.CreateAsyncScope();
        await Task.Yield();
        await Deeds.Do(scope.ServiceProvider.GetRequiredService<Store>(), key, clock.GetUtcNow());
    }
}
