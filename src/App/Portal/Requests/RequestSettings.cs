namespace Gongkai.App.Portal.Requests;

/// <summary>What the public's side of requests is told: the section <c>Requests</c> of the settings.</summary>
public sealed class RequestSettings
{
    /// <summary>光盘 is offered.</summary>
    public bool Discs { get; init; }

    /// <summary>Wrong pairs of number and code from one source for one number.</summary>
    public int TriesPerNumberAndSource { get; init; } = 5;

    /// <summary>The same for one number from everywhere.</summary>
    public int TriesPerNumber { get; init; } = 10;

    /// <summary>The same from one source for whatever numbers.</summary>
    public int TriesPerSource { get; init; } = 30;

    /// <summary>Questions for a new code from one source in a quarter of an hour.</summary>
    public int ResetsPerSource { get; init; } = 5;

    /// <summary>Mails with a link for one request in an hour.</summary>
    public int ResetsPerRequest { get; init; } = 3;

    /// <summary>How long it pauses then.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Requests from one source, of which none is further than an hour from the next, before a proof of work is asked for.</summary>
    public int FreeSubmissions { get; init; } = 10;

    /// <summary>Leading zero bits that the proof of work must find.</summary>
    public int PuzzleBits { get; init; } = 16;

    /// <summary>How long someone without script waits instead.</summary>
    public TimeSpan SlowLane { get; init; } = TimeSpan.FromSeconds(30);
}
