using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gongkai.Records.Files;

/// <summary>ClamAV's daemon, asked by its socket (INSTREAM). Whatever goes wrong, it did not answer: then the file waits.</summary>
public sealed class Scanner
{
    const int Piece = 64 * 1024;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly EndPoint? at;

    /// <param name="address">A path (<c>/run/clamav/clamd.ctl</c>), or <c>host:port</c>; nothing where there is no scanner.</param>
    /// <exception cref="FormatException">It is neither.</exception>
    public Scanner(string? address) => at = address switch
    {
        null or "" => null,
        ['/', ..] => new UnixDomainSocketEndPoint(address),
        _ when IPEndPoint.TryParse(address, out var number) && number.Port > 0 => number,
        _ when address.Split(':') is [{ Length: > 0 } host, var port] && ushort.TryParse(port, out var known) && known > 0 => new DnsEndPoint(host, known),
        _ => throw new FormatException($"Scanner 应为套接字路径（如 /run/clamav/clamd.ctl）或“主机:端口”，现在是“{address}”。"),
    };

    public bool IsConfigured => at is not null;

    /// <summary>What the scanner says of a file.</summary>
    public async Task<Scan> Scan(ReadOnlyMemory<byte> bytes, CancellationToken cancellation = default)
    {
        if (at is null) return Files.Scan.NotConfigured;
        try
        {
            var answer = await Ask("zINSTREAM\0", bytes, cancellation);
            return answer.EndsWith(": OK", StringComparison.Ordinal) ? Files.Scan.Clean
                : answer.EndsWith(" FOUND", StringComparison.Ordinal) ? Files.Scan.Infected
                : Files.Scan.Waiting;
        }
        catch (Exception silent) when (silent is SocketException or IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return Files.Scan.Waiting;
        }
    }

    /// <summary>Whether it answers; <c>false</c> too where there is none.</summary>
    public async Task<bool> Answers(CancellationToken cancellation = default)
    {
        try
        {
            return at is not null && await Ask("zPING\0", null, cancellation) == "PONG";
        }
        catch (Exception silent) when (silent is SocketException or IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    async Task<string> Ask(string command, ReadOnlyMemory<byte>? bytes, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        using var socket = at is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(at!, limit.Token);
        await using var line = new NetworkStream(socket);
        await line.WriteAsync(Encoding.ASCII.GetBytes(command), limit.Token);
        // A piece is its length in four bytes, the highest first, and itself; one of no length is the last.
        if (bytes is { } rest)
            for (var size = new byte[4]; ; rest = rest[Math.Min(Piece, rest.Length)..])
            {
                var length = Math.Min(Piece, rest.Length);
                BinaryPrimitives.WriteInt32BigEndian(size, length);
                await line.WriteAsync(size, limit.Token);
                if (length == 0) break;
                await line.WriteAsync(rest[..length], limit.Token);
            }
        using var answer = new StreamReader(line, Encoding.UTF8);
        return (await answer.ReadToEndAsync(limit.Token)).TrimEnd('\0', '\n');
    }
}
