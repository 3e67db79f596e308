using System.Net.Sockets;

namespace Gongkai.App;

/// <summary>Tells systemd, where it started us, that the platform answers: <c>systemctl start</c> then returns, and not before.</summary>
static class Supervisor
{
    /// <summary>Says so once; does nothing where nobody supervises us.</summary>
    public static void SayReady()
    {
        if (Environment.GetEnvironmentVariable("NOTIFY_SOCKET") is not { Length: > 0 } name) return;
        using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        // A leading @ means a name that is no file.
        socket.Connect(new UnixDomainSocketEndPoint(name[0] == '@' ? "\0" + name[1..] : name));
        socket.Send("READY=1"u8);
    }
}
