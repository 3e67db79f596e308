using System.Security.Cryptography;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Notices;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Outbox;

/// <summary>Sends what lies in the outbox, at least once each. What cannot go out steps back and lets the others pass.</summary>
public sealed class Sender(IServiceScopeFactory scopes, IEnumerable<IChannel> channels, Node node, TimeProvider time, ILogger<Sender> logger) : BackgroundService
{
    /// <summary>A node that does not say in time whether a message went out is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>A server that cannot be reached is left alone for so long.</summary>
    public static readonly TimeSpan Recovery = TimeSpan.FromSeconds(30);

    static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    readonly Dictionary<OutboxChannel, DateTimeOffset> away = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                if (!await SendNext(stoppingToken)) await Task.Delay(Rest, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception obstacle) when (obstacle is not OutOfMemoryException)
            {
                logger.LogWarning("The outbox cannot be read: {Kind}", obstacle.GetType().Name);
                await Task.Delay(Rest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    /// <summary>Sends the message that is due longest.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> SendNext(CancellationToken stopping)
    {
        var open = channels.Where(channel => channel.IsConfigured && away.GetValueOrDefault(channel.Kind) <= time.Now).ToDictionary(channel => channel.Kind);
        if (open.Count == 0) return false;
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        if (await store.ClaimMessage([.. open.Keys], node.Name, time.Now, Lease) is not { } message) return false;
        var channel = open[message.Channel];
        if (channel.Earliest(time.Now) is var earliest && earliest > time.Now)
        {
            await store.PutBack(message, earliest);
            return true;
        }
        var fault = await Enclose(store, scope.ServiceProvider, message) ?? await Try(channel, message, scope.ServiceProvider.GetRequiredService<Vault>(), stopping);
        if (fault is null)
        {
            await store.MarkSent(message, time.Now);
            return true;
        }
        logger.LogWarning("A message did not go out by {Channel}", message.Channel);
        if (!fault.IsFinal) away[message.Channel] = time.Now + Recovery;
        await store.MarkFailed(message, fault, new(OutboxLine.GivenUp, Hand.Program, time.Now));
        return true;
    }

    // What goes with it is read only now, and compared with what was kept.
    static async Task<OutboxFault?> Enclose(Store store, IServiceProvider services, OutboxMessage message)
    {
        if (message.Files is not { Count: > 0 } wanted) return null;
        var files = services.GetRequiredService<FileStore>();
        var rows = await store.Files.AsNoTracking().Where(file => wanted.Contains(file.Id)).ToListAsync();
        try
        {
            message.Enclosed = [.. from id in wanted
                                   let file = rows.Find(row => row.Id == id) ?? throw new AlteredFileException("")
                                   select new Enclosure(file.Name, file.MediaType, files.Read(file))];
            return null;
        }
        catch (Exception unreadable) when (unreadable is AlteredFileException or InvalidOperationException or IOException or CryptographicException)
        {
            return new(IsFinal: true, "附件读不出来");
        }
    }

    static async Task<OutboxFault?> Try(IChannel channel, OutboxMessage message, Vault vault, CancellationToken stopping)
    {
        string to;
        try
        {
            to = vault.Read(message.To ?? throw new CryptographicException());
            // Opened on its way out, in a copy that nothing saves.
            if (message.SealedBody is { } words) message.Body = vault.Read(words);
        }
        catch (CryptographicException)
        {
            return new(IsFinal: true, "地址的密钥不在");
        }
        try
        {
            return await channel.Send(message, to, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It may have gone out, or not: it is tried again when the lease is over, under the same name.
            throw;
        }
        catch (Exception poison) when (poison is not OutOfMemoryException)
        {
            return new(IsFinal: true, poison.GetType().Name);
        }
    }
}
