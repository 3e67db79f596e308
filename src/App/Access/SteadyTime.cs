namespace Gongkai.App.Access;

/// <summary>The time by which sessions, pauses and limits end: what the wall clock said when the program started, and from there the machine's own count.</summary>
/// <remarks>Whoever sets the wall clock forward or back neither ends a session nor keeps one alive, neither lifts a pause nor lengthens one (docs/decisions/0042).</remarks>
public sealed class SteadyTime
{
    readonly TimeProvider time;
    readonly DateTimeOffset started;
    readonly long mark;

    public SteadyTime(TimeProvider time)
    {
        this.time = time;
        (started, mark) = (time.GetUtcNow(), time.GetTimestamp());
    }

    public DateTimeOffset Now => started + time.GetElapsedTime(mark);

    /// <summary>How far the wall clock was set since the program started; forward is positive.</summary>
    public TimeSpan Astray => time.GetUtcNow() - Now;
}
