using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gongkai.App.Tests.Office.Works;

/// <summary>A mail server for tests: it speaks as much SMTP as is needed, keeps what it takes, and can be told to refuse.</summary>
sealed class MailCatcher : IDisposable
{
    readonly TcpListener listener;

    /// <param name="port">Where it is found; any free one where nothing is said.</param>
    public MailCatcher(int port = 0)
    {
        listener = new(IPAddress.Loopback, port);
        listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The letters, as they came.</summary>
    public ConcurrentQueue<string> Letters { get; } = [];

    /// <summary>The receivers that it was told of.</summary>
    public ConcurrentQueue<string> Receivers { get; } = [];

    /// <summary>What it answers to a receiver.</summary>
    public Func<string, string> Receives { get; set; } = _ => "250 ok";

    /// <summary>With it the line can be guarded; without one the server knows nothing of that.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Guarded from the first byte.</summary>
    public bool Implicit { get; init; }

    /// <summary>What came while the line was not guarded.</summary>
    public ConcurrentQueue<string> Overheard { get; } = [];

    /// <summary>Takes the letter and dies before it can say so.</summary>
    public bool DropsAfterLetter { get; set; }

    public void Dispose() => listener.Dispose();

    async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                try
                {
                    await Talk(client);
                }
                catch (Exception gone) when (gone is IOException or AuthenticationException)
                {
                    // The sender hung up.
                }
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    async Task Talk(TcpClient client)
    {
        await using var guarded = new SslStream(client.GetStream());
        if (Implicit)
        {
            await guarded.AuthenticateAsServerAsync(Certificate!);
            await Talk(guarded, isGuarded: true);
        }
        else if (await Talk(client.GetStream(), isGuarded: false))
        {
            await guarded.AuthenticateAsServerAsync(Certificate!);
            await Talk(guarded, isGuarded: true, greets: false);
        }
    }

    // Whether the line is to be guarded from here on.
    async Task<bool> Talk(Stream stream, bool isGuarded, bool greets = true)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { AutoFlush = true, NewLine = "\r\n" };
        if (greets) await writer.WriteLineAsync("220 catcher");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (!isGuarded) Overheard.Enqueue(line);
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            if (word == "STARTTLS" && Certificate is not null)
            {
                await writer.WriteLineAsync("220 go on");
                return true;
            }
            if (word == "EHLO" && Certificate is not null && !isGuarded)
            {
                await writer.WriteLineAsync("250-catcher\r\n250 STARTTLS");
                continue;
            }
            if (word == "QUIT")
            {
                await writer.WriteLineAsync("221 bye");
                return false;
            }
            if (word == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var letter = new StringBuilder();
                while (await reader.ReadLineAsync() is { } part && part != ".") letter.Append(part).Append("\r\n");
                Letters.Enqueue(letter.ToString());
                if (DropsAfterLetter) return false;
            }
            if (word == "RCPT") Receivers.Enqueue(line);
            await writer.WriteLineAsync(word == "RCPT" ? Receives(line) : "250 ok");
        }
        return false;
    }
}
