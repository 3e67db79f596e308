using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gongkai.Records.Tests.Files;

/// <summary>A daemon that speaks as ClamAV's does, and knows one virus: the EICAR test file.</summary>
sealed class Clamd : IDisposable
{
    readonly Socket door;
    readonly string? path;

    public Clamd(string? path = null)
    {
        this.path = path;
        door = path is null ? new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) : new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        door.Bind(path is null ? new IPEndPoint(IPAddress.Loopback, 0) : new UnixDomainSocketEndPoint(path));
        door.Listen();
        _ = Serve();
    }

    // In two halves, so that no scanner finds it in our own source.
    public static byte[] Eicar { get; } = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    public string Address => path ?? door.LocalEndPoint!.ToString()!;

    /// <summary>What it answers instead, if not <c>null</c>.</summary>
    public string? Instead { get; set; }

    async Task Serve()
    {
        try
        {
            while (true)
            {
                using var caller = await door.AcceptAsync();
                await using var line = new NetworkStream(caller);
                await line.WriteAsync(Encoding.ASCII.GetBytes(Instead ?? await Answer(line)));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or OperationCanceledException or IOException) { }
    }

    static async Task<string> Answer(NetworkStream line)
    {
        var command = new StringBuilder();
        var one = new byte[1];
        while (await line.ReadAsync(one) == 1 && one[0] != 0) command.Append((char)one[0]);
        if (command.ToString() == "zPING") return "PONG\0";
        if (command.ToString() != "zINSTREAM") return "UNKNOWN COMMAND\0";
        using var whole = new MemoryStream();
        for (var size = new byte[4]; ;)
        {
            await line.ReadExactlyAsync(size);
            var length = BinaryPrimitives.ReadInt32BigEndian(size);
            if (length == 0) break;
            var piece = new byte[length];
            await line.ReadExactlyAsync(piece);
            whole.Write(piece);
        }
        return whole.ToArray().AsSpan().IndexOf(Eicar) >= 0 ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
    }

    public void Dispose()
    {
        door.Dispose();
        if (path is not null) File.Delete(path);
    }
}
