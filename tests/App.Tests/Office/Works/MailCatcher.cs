using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gongkai.App.Tests.Office.Works;

/// <summary>A mail server for tests: it speaks as much SMTP as is needed, keeps what it takes, and can be told to refuse.</summary>
sealed class MailCatcher : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public MailCatcher()
    {
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
                catch (IOException)
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
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 catcher");
        while (await reader.ReadLineAsync() is { } line)
        {
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            if (word == "QUIT")
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }
            if (word == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var letter = new StringBuilder();
                while (await reader.ReadLineAsync() is { } part && part != ".") letter.Append(part).Append("\r\n");
                Letters.Enqueue(letter.ToString());
                if (DropsAfterLetter) return;
            }
            if (word == "RCPT") Receivers.Enqueue(line);
            await writer.WriteLineAsync(word == "RCPT" ? Receives(line) : "250 ok");
        }
    }
}
