using Gongkai.Records;
using Gongkai.Records.Backups;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App;

/// <summary>What a balancer, a supervisor or a watchman may ask: does the process live, and is it ready to work. No answer tells more than a word.</summary>
public static class Health
{
    /// <summary>How long the store may take to answer.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void AddHealth(this WebApplicationBuilder builder)
    {
        // systemd gives us 30 seconds; requests that are at work have 25 of them to finish.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(25));
        builder.Services.AddHostedService(services => new Drain(
            TimeSpan.FromSeconds(builder.Configuration.GetValue("Drain", 0)), services.GetRequiredService<TimeProvider>()));
    }

    /// <summary><c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder health)
    {
        health.MapGet("/live", () => Results.Text("ok"));
        health.MapGet("/ready", async (Store store, IConfiguration configuration, IHostApplicationLifetime life, CancellationToken gone) =>
        {
            var place = Data.Place(configuration);
            var answers = new Answers(
                life.ApplicationStopping.IsCancellationRequested ? "stopping" : "ok",
                await OfStore(store, gone),
                OfDisk(place),
                OfKeys(place));
            return Results.Json(answers, statusCode: answers.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }

    static async Task<string> OfStore(Store store, CancellationToken gone)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(gone);
        patience.CancelAfter(Patience);
        try
        {
            var applied = (await store.Database.GetAppliedMigrationsAsync(patience.Token)).ToHashSet();
            var known = store.Database.GetMigrations().ToHashSet();
            return !known.IsSubsetOf(applied) ? "behind" : !applied.IsSubsetOf(known) ? "ahead" : "ok";
        }
        // Whatever the reason, it stands in the log of those who met it; here it only counts that the store does not answer.
        catch (Exception unreachable) when (unreachable is not OutOfMemoryException)
        {
            return "unreachable";
        }
    }

    static string OfDisk(StorePlace place)
    {
        var room = Room.Of(place.Data);
        return room.IsGone ? "full" : room.IsScarce ? "scarce" : "ok";
    }

    static string OfKeys(StorePlace place) => IsWritable(place.Keys) ? "ok" : "unwritable";

    /// <summary>Whether new files can be made in a folder. A key ring that cannot be written to works until its newest key expires; then nobody can sign in.</summary>
    internal static bool IsWritable(string folder)
    {
        var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
        try
        {
            using (File.Create(probe, 1, FileOptions.DeleteOnClose)) return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>One word for each thing that must be well; a scarce disk is a warning.</summary>
    sealed record Answers(string Process, string Store, string Disk, string Keys)
    {
        public bool Ready => Process == "ok" && Store == "ok" && Disk is not "full" && Keys == "ok";
    }

    /// <summary>Goes on serving for a while after the signal to stop, so that a balancer sees that we are not ready and sends nobody any more.</summary>
    sealed class Drain(TimeSpan time, TimeProvider clock) : IHostedLifecycleService
    {
        public Task StoppingAsync(CancellationToken cancellationToken) => time > TimeSpan.Zero ? Task.Delay(time, clock, cancellationToken) : Task.CompletedTask;
        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
