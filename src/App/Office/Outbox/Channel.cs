using Gongkai.Records.Notices;

namespace Gongkai.App.Office.Outbox;

/// <summary>A way out of the house, to one server that the settings name and to no other.</summary>
public interface IChannel
{
    OutboxChannel Kind { get; }

    /// <summary>Whether the settings name a server. Without one its messages wait.</summary>
    bool IsConfigured { get; }

    /// <summary>When a message may go out that is due now.</summary>
    DateTimeOffset Earliest(DateTimeOffset now) => now;

    /// <summary>Sends one message.</summary>
    /// <param name="to">The address, opened for this purpose.</param>
    /// <returns><c>null</c> where the other side took it.</returns>
    Task<OutboxFault?> Send(OutboxMessage message, string to, CancellationToken stopping);
}
