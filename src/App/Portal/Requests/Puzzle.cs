using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.App.Portal.Requests;

/// <summary>What holds a flood of requests back and nobody out: beyond a threshold a browser computes for a second (工作量证明), and one without script waits.</summary>
public sealed class Puzzle(Store store, IDataProtectionProvider protection, RequestSettings settings, SteadyTime time)
{
    static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    readonly IDataProtector protector = protection.CreateProtector("gongkai.request-puzzle");

    public int Bits => settings.PuzzleBits;
    public int WaitSeconds => (int)settings.SlowLane.TotalSeconds;

    /// <summary>Whether one is to be solved by whoever comes from there.</summary>
    public async Task<bool> IsAsked(HttpContext context) => await store.CountOf(Source(context), time.Now) >= settings.FreeSubmissions;

    /// <summary>Counts a request that is being filed, in its act.</summary>
    public Task Count(HttpContext context) => store.Attempt(Source(context), int.MaxValue, time.Now, Remembered);

    /// <summary>A puzzle for one draft.</summary>
    public string Give(Draft draft) => protector.Protect($"{Drafts.Hash(draft.Key)}\n{time.Now.ToUnixTimeSeconds()}");

    /// <summary>Whether it was given for this draft.</summary>
    public bool IsOf(Draft draft, string puzzle) => GivenAt(draft, puzzle) is not null;

    /// <summary>Whether it was solved, or waited for.</summary>
    public bool Holds(Draft draft, string? puzzle, string? answer) =>
        puzzle is not null && answer is not { Length: > 20 } && GivenAt(draft, puzzle) is { } given && (
            time.Now.ToUnixTimeSeconds() - given >= WaitSeconds
            || answer is { Length: > 0 } && ZeroBits(SHA256.HashData(Encoding.UTF8.GetBytes($"{puzzle}:{answer}"))) >= Bits);

    long? GivenAt(Draft draft, string puzzle)
    {
        if (puzzle.Length > 1000) return null;
        try
        {
            return protector.Unprotect(puzzle).Split('\n') is [var whose, var at] && whose == Drafts.Hash(draft.Key) ? long.Parse(at, CultureInfo.InvariantCulture) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    static int ZeroBits(byte[] hash) => BitOperations.LeadingZeroCount(BinaryPrimitives.ReadUInt32BigEndian(hash));

    static string Source(HttpContext context) => $"requests:{Limits.Visitor(context.Connection.RemoteIpAddress)}";
}
