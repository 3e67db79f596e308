using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Notices;

/// <summary>Why a message did not go out.</summary>
/// <param name="IsFinal">The other side refused this very message; otherwise it may be well tomorrow.</param>
/// <param name="Code">A word or a number without anyone's data.</param>
public sealed record OutboxFault(bool IsFinal, string Code);

/// <summary>Where messages queue. Each is taken by one node at a time; one that fails steps back and lets the others pass.</summary>
public static class OutboxLine
{
    /// <summary>A message that was refused so often is given up.</summary>
    public const int Refusals = 3;

    /// <summary>One that found nobody at home so often is given up: after three days.</summary>
    public const int Absences = 78;

    static readonly TimeSpan First = TimeSpan.FromMinutes(1), Longest = TimeSpan.FromHours(1);

    public static Deed GivenUp { get; } = new("outbox.given-up", "消息未能发出");
    public static Deed Retried { get; } = new("outbox.retried", "重新发送消息");

    /// <summary>How long it steps back after so many attempts: a minute, two, four … an hour.</summary>
    public static TimeSpan StepBack(int attempts) => attempts >= 7 ? Longest : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Max(0, attempts - 1)));

    extension(Store store)
    {
        /// <summary>Takes the message that is due longest; also one whose node fell silent while it was sending.</summary>
        public async Task<OutboxMessage?> ClaimMessage(IReadOnlyCollection<OutboxChannel> channels, string node, DateTimeOffset now, TimeSpan lease)
        {
            var ends = now + lease;
            while (await store.Outbox.Where(message => channels.Contains(message.Channel)
                    && ((message.State == OutboxState.Waiting && message.NextAt <= now) || (message.State == OutboxState.Sending && message.LeaseEndsAt < now)))
                .OrderBy(message => message.NextAt).ThenBy(message => message.Id).Select(message => new { message.Id, message.Turn }).FirstOrDefaultAsync() is { } next)
            {
                var turn = next.Turn + 1;
                var won = await store.Outbox.Where(message => message.Id == next.Id && message.Turn == next.Turn).ExecuteUpdateAsync(set => set
                    .SetProperty(message => message.State, OutboxState.Sending).SetProperty(message => message.Turn, turn)
                    .SetProperty(message => message.Attempts, message => message.Attempts + 1)
                    .SetProperty(message => message.Node, node).SetProperty(message => message.LeaseEndsAt, ends)
                    // If it kills its node, it stands behind the others when that is back.
                    .SetProperty(message => message.NextAt, ends));
                if (won == 1) return await store.Outbox.AsNoTracking().SingleAsync(message => message.Id == next.Id);
            }
            return null;
        }

        /// <summary>It went out; whom it went to and what it said are forgotten.</summary>
        public async Task<bool> MarkSent(OutboxMessage message, DateTimeOffset now) => await store.Held(message).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.State, OutboxState.Sent).SetProperty(one => one.Turn, message.Turn + 1).SetProperty(one => one.SentAt, now)
            .SetProperty(one => one.To, (Sealed?)null).SetProperty(one => one.Body, (string?)null).SetProperty(one => one.SealedBody, (Sealed?)null)
            .SetProperty(one => one.LeaseEndsAt, (DateTimeOffset?)null).SetProperty(one => one.Fault, (string?)null)) == 1;

        /// <summary>It waits, and nobody failed: quiet hours, or the channel is down and was not tried.</summary>
        public async Task<bool> PutBack(OutboxMessage message, DateTimeOffset until, string? why = null) => await store.Held(message).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.State, OutboxState.Waiting).SetProperty(one => one.Turn, message.Turn + 1).SetProperty(one => one.NextAt, until)
            .SetProperty(one => one.Attempts, message.Attempts - 1).SetProperty(one => one.LeaseEndsAt, (DateTimeOffset?)null).SetProperty(one => one.Fault, why)) == 1;

        /// <summary>It did not go out: it steps back, or is given up and the administrators are told.</summary>
        public async Task<bool> MarkFailed(OutboxMessage message, OutboxFault fault, Act act)
        {
            if (message.Attempts < (fault.IsFinal ? Refusals : Absences))
                return await store.Held(message).ExecuteUpdateAsync(set => set
                    .SetProperty(one => one.State, OutboxState.Waiting).SetProperty(one => one.Turn, message.Turn + 1)
                    .SetProperty(one => one.NextAt, act.At + StepBack(message.Attempts)).SetProperty(one => one.LeaseEndsAt, (DateTimeOffset?)null).SetProperty(one => one.Fault, fault.Code)) == 1;

            store.ChangeTracker.Clear();
            if (await store.Held(message).SingleOrDefaultAsync() is not { } given) return false;
            given.GiveUp(fault.Code);
            await store.Tell(await store.Administrators(), NoticeTopic.System, $"有一条{given.Channel.Name}多次没有发出（{fault.Code}），请到发件箱查看原因并重发。", "/office/outbox/", act.At, $"outbox:{given.Id:N}:{given.Turn}");
            return await store.Noted(given, act with { Deed = GivenUp });
        }

        /// <summary>Tries a message again that was given up, or that waits; as someone's act.</summary>
        public async Task<bool> Retry(Handle handle, Act act)
        {
            store.ChangeTracker.Clear();
            if (await store.Outbox.SingleOrDefaultAsync(message => message.Handle == handle && (message.State == OutboxState.GivenUp || message.State == OutboxState.Waiting)) is not { } message) return false;
            message.TryAgain(act.At);
            return await store.Noted(message, act with { Deed = Retried });
        }

        /// <summary>Takes a message back that waits; whether it could be. One that is being sent goes out. Saved with the caller's act.</summary>
        public async Task<bool> Withdraw(Guid id)
        {
            if (await store.Outbox.SingleOrDefaultAsync(message => message.Id == id && message.State == OutboxState.Waiting) is not { } message) return false;
            store.Remove(message);
            return true;
        }

        async Task<bool> Noted(OutboxMessage message, Act act)
        {
            try
            {
                await store.Note(act, $"{message.Channel.Name} {message.Handle}");
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }
        }

        IQueryable<OutboxMessage> Held(OutboxMessage message) => store.Outbox.Where(one => one.Id == message.Id && one.Turn == message.Turn);
    }
}
