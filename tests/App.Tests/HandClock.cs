namespace Gongkai.App.Tests;

/// <summary>A clock that a test moves by hand; timers ring when it passes them.</summary>
sealed class HandClock(DateTimeOffset start) : TimeProvider
{
    readonly Lock moving = new();
    readonly List<HandTimer> timers = [];
    TaskCompletionSource armed = New();
    DateTimeOffset now = start;

    /// <summary>Ends when the next timer waits.</summary>
    public Task Armed { get { lock (moving) return timers.Any(timer => timer.At is not null) ? Task.CompletedTask : armed.Task; } }

    public override DateTimeOffset GetUtcNow() { lock (moving) return now; }

    /// <summary>Moves the hands on; what is due rings in its order.</summary>
    public void Advance(TimeSpan by)
    {
        var until = GetUtcNow() + by;
        while (true)
        {
            HandTimer? due;
            lock (moving)
            {
                due = timers.Where(timer => timer.At <= until).MinBy(timer => timer.At);
                now = due?.At ?? until;
                if (due is not null) due.At = null;
                else return;
            }
            due.Ring();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, callback, state);
        lock (moving) timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    sealed class HandTimer(HandClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset? At { get; set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.moving)
            {
                At = dueTime == Timeout.InfiniteTimeSpan ? null : clock.now + dueTime;
                if (At is null) return true;
                clock.armed.TrySetResult();
                clock.armed = New();
            }
            return true;
        }

        public void Dispose() { lock (clock.moving) clock.timers.Remove(this); }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
