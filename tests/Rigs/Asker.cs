using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Gongkai.Rigs;

/// <summary>Somebody who asks how a case stands, by number and code, from an address of their own.</summary>
sealed partial class Asker(Uri platform, IPAddress? from = null) : IDisposable
{
    const string Query = "/zfxxgk/ysqgk/cx/", Forgotten = "/zfxxgk/ysqgk/cx/wm", Progress = "/zfxxgk/ysqgk/cx/jd";

    readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new(), MaxConnectionsPerServer = 1, ConnectCallback = from is null ? null : (context, cancelled) => From(from, context, cancelled) })
    {
        BaseAddress = platform, Timeout = TimeSpan.FromMinutes(5),
    };

    string? token;

    /// <summary>Asks; whether the case was opened.</summary>
    public async Task<bool> Ask(string number, string code)
    {
        using var answer = await Post(Query, ("bh", number), ("ma", code));
        return answer.StatusCode switch
        {
            HttpStatusCode.Redirect when answer.Headers.Location?.OriginalString == Progress => true,
            HttpStatusCode.UnprocessableEntity or HttpStatusCode.TooManyRequests => false,
            var other => throw new InvalidOperationException($"A question was answered {other}."),
        };
    }

    /// <summary>Asks for a new code, and looks at the page once more on the same line.</summary>
    public async Task Forget(string number, string mail)
    {
        using var answer = await Post(Forgotten, ("bh", number), ("yx", mail));
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"A question for a new code was answered {answer.StatusCode}.");
        await Look();
    }

    public async Task Look()
    {
        using var page = await client.GetAsync(new Uri("/healthz", UriKind.Relative));
        page.EnsureSuccessStatusCode();
    }

    public void Dispose() => client.Dispose();

    async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields)
    {
        token ??= Token().Match(await client.GetStringAsync(new Uri(Query, UriKind.Relative))).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("_form", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await client.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    internal static async ValueTask<Stream> From(IPAddress from, SocketsHttpConnectionContext context, CancellationToken cancelled)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(context.DnsEndPoint, cancelled);
        return new NetworkStream(socket, ownsSocket: true);
    }

    [GeneratedRegex("name=\"_form\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
