using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Gongkai.Bench;

/// <summary>Asks a server over connections that stay open, one request after another on each, with as little work of its own as there may be.</summary>
static class HttpLoad
{
    const int Connections = 32;

    /// <param name="Times">Of each answer, in milliseconds, ordered.</param>
    public sealed record Taken(int Count, double Seconds, IReadOnlyList<double> Times, long Bytes)
    {
        public double Rate => Count / Seconds;
        public double Percentile(double part) => Times[Math.Min(Times.Count - 1, (int)(Times.Count * part))];
    }

    /// <param name="paths">Asked in turn by all connections together; where the cache shall not help, each only once.</param>
    public static async Task<Taken> Run(Uri server, Func<string?> paths, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => Ask(server, paths, clock, time))));
        var seconds = clock.Elapsed.TotalSeconds;
        return new(all.Sum(one => one.Times.Count), seconds, [.. all.SelectMany(one => one.Times).Order()], all.Sum(one => one.Bytes));
    }

    static async Task<(List<double> Times, long Bytes)> Ask(Uri server, Func<string?> paths, Stopwatch clock, TimeSpan time)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port);
        var (buffer, times, bytes) = (new byte[256 * 1024], new List<double>(), 0L);
        while (clock.Elapsed < time && paths() is { } path)
        {
            var begun = Stopwatch.GetTimestamp();
            await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n"));
            bytes += await Answer(socket, buffer);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        return (times, bytes);
    }

    static async Task<int> Answer(Socket socket, byte[] buffer)
    {
        var (have, head, length) = (0, -1, 0);
        while (head < 0 || have < head + length)
        {
            if (have == buffer.Length) throw new InvalidOperationException("The answer is longer than any page of ours.");
            var read = await socket.ReceiveAsync(buffer.AsMemory(have));
            if (read == 0) throw new InvalidOperationException("The server hung up.");
            have += read;
            if (head >= 0 || buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8) is not (>= 0 and var end)) continue;
            var lines = Encoding.ASCII.GetString(buffer, 0, end).Split("\r\n");
            if (!lines[0].Contains(" 200 ", StringComparison.Ordinal)) throw new InvalidOperationException($"The server answered {lines[0]}.");
            var said = lines.FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) ?? throw new InvalidOperationException("The answer does not say how long it is.");
            (head, length) = (end + 4, int.Parse(said.AsSpan("Content-Length:".Length), System.Globalization.CultureInfo.InvariantCulture));
        }
        return have;
    }
}
