using Gongkai.App.Office.Outbox;
using Gongkai.Records.Notices;

namespace Gongkai.App.Tests.Office.Requests;

/// <summary>A mail server that keeps what it is given, or refuses it.</summary>
sealed class PostBox : IChannel
{
    public sealed record Mail(string To, string Subject, string Body, IReadOnlyList<Enclosure> Enclosed);

    public List<Mail> Taken { get; } = [];
    public bool Refuses { get; set; }
    public OutboxChannel Kind => OutboxChannel.Mail;
    public bool IsConfigured => true;

    public Task<OutboxFault?> Send(OutboxMessage message, string to, CancellationToken stopping)
    {
        if (Refuses) return Task.FromResult<OutboxFault?>(new(IsFinal: true, "SMTP 550"));
        Taken.Add(new(to, message.Subject, message.Body ?? "", message.Enclosed));
        return Task.FromResult<OutboxFault?>(null);
    }
}
