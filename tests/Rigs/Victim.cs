using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Gongkai.App;
using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Backups;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Rigs;

/// <summary>The platform as a process that may be killed: all of it, and addresses of the rigs' own under which acts are done.</summary>
sealed class Victim : IAsyncDisposable
{
    const string Started = "started ";

    readonly Process process;

    Victim(Process process) => this.process = process;

    public Uri Url { get; private set; } = null!;

    public int Id => process.Id;

    /// <summary>What it holds in memory, in bytes.</summary>
    public long Resident
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>What it wrote.</summary>
    public ConcurrentQueue<string> Lines { get; } = [];

    /// <summary>The process itself: <c>rigs serve [--early] [--open] --Setting=value …</c>.</summary>
    /// <remarks>The controls: <c>--early</c> acknowledges before it writes, <c>--open</c> seals nothing, <c>--normal</c> does not wait for the disk.</remarks>
    public static async Task Serve(string[] args)
    {
        var (early, open, normal) = (args.Contains("--early"), args.Contains("--open"), args.Contains("--normal"));
        var watched = new Watched { Normal = normal };
        await using var app = Web.Build([.. args.Where(arg => arg is not ("--early" or "--open" or "--normal")), "--urls", "http://127.0.0.1:0"], watched.AddTo);
        if (app.Configuration["said"] is { } said) app.Use(new Acknowledgements(said).Hear);
        app.MapGet("/rig/compared", () => watched.Compared).AllowAnonymous();
        app.MapGet("/rig/cancellable", () => watched.Cancellable).AllowAnonymous();
        using var inUse = InUse.Hold(Data.Place(app.Configuration));
        app.MapPost("/rig/{key}", async (string key, Store store, FileStore files, TimeProvider clock) =>
        {
            if (!early) return Results.Text(await Deeds.Do(store, files, key, clock.GetUtcNow()));
            _ = Later(app.Services, key, clock);
            return Results.Text("台架");
        }).AllowAnonymous();
        app.MapPost("/rig/person/{secret}", async (string secret, Store store, FileStore files, Vault vault, TimeProvider clock) =>
        {
            var agency = await store.Agencies.Where(one => one.Code == "rig").Select(one => one.Id).SingleAsync();
            var person = new Person { AgencyId = agency, Name = "台架人员", Mobile = open ? new(secret) : vault.Seal(secret) };
            store.AddRange(person, StoredFile.Of(files.Put(Deeds.Content(secret), seal: !open), "证件.txt", "text/plain", ("rig", person.Id), agency, Scan.NotConfigured, clock.GetUtcNow()));
            await store.Save(new(new("rig.person", "台架人员"), Hand.Program, clock.GetUtcNow(), agency));
        }).AllowAnonymous();
        app.MapPost("/rig/accounts/{count:int}", async (int count, Store store, Passwords passwords, TimeProvider clock) =>
        {
            foreach (var piece in Enumerable.Range(0, count).Chunk(500))
            {
                foreach (var number in piece)
                {
                    var account = new Account { SignInName = $"rig{number:D6}", Name = "台架人员", Stamp = Handle.Next().ToString() };
                    passwords.Set(account, "correct horse battery staple", clock.GetUtcNow(), initial: false);
                    store.Add(account);
                }
                await store.Save(new(new("rig.accounts", "台架账号"), Hand.Program, clock.GetUtcNow()));
                store.ChangeTracker.Clear();
            }
        }).AllowAnonymous();
        await app.OpenStore(empty: false);
        await using (var scope = app.Services.CreateAsyncScope()) await Deeds.Prepare(scope.ServiceProvider.GetRequiredService<Store>(), TimeProvider.System.GetUtcNow());
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Started + app.Urls.Single()));
        await app.RunAsync();
    }

    /// <summary>Starts it, and waits until it is ready.</summary>
    public static Task<Victim> Start(Ground ground, params string[] arguments) =>
        Start([], ground, ["--Logging:LogLevel:Default=None", "--Logging:LogLevel:Gongkai=None", .. arguments]);

    /// <param name="under">The program under which it runs, with its arguments.</param>
    /// <param name="ground">Where its data stand.</param>
    /// <param name="arguments">Settings.</param>
    public static async Task<Victim> Start(string[] under, Ground ground, params string[] arguments)
    {
        string[] line = [.. under, "dotnet", Ground.Program, "serve", $"--Data={ground.Data}", "--Limits:FormsPerMinute=1000000000", "--Requests:FreeSubmissions=1000000000", "--Demo:Register=false", .. arguments];
        var victim = new Victim(Process.Start(new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!);
        var url = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Hear(string? said)
        {
            if (said is null) return;
            victim.Lines.Enqueue(said);
            if (said.StartsWith(Started, StringComparison.Ordinal)) url.TrySetResult(said[Started.Length..]);
        }
        victim.process.OutputDataReceived += (_, said) => Hear(said.Data);
        victim.process.ErrorDataReceived += (_, said) => Hear(said.Data);
        victim.process.Exited += (_, _) => url.TrySetException(new InvalidOperationException("The platform did not start.\n" + string.Join('\n', victim.Lines)));
        victim.process.EnableRaisingEvents = true;
        victim.process.BeginOutputReadLine();
        victim.process.BeginErrorReadLine();
        victim.Url = new Uri(await url.Task);
        return victim;
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Ends it as systemd does.</summary>
    /// <returns>Its exit status.</returns>
    public async Task<int> Stop()
    {
        await Ground.Run("kill", "-TERM", Id.ToString(CultureInfo.InvariantCulture));
        await process.WaitForExitAsync();
        return process.ExitCode;
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
        await Deeds.Do(scope.ServiceProvider.GetRequiredService<Store>(), scope.ServiceProvider.GetRequiredService<FileStore>(), key, clock.GetUtcNow());
    }
}
