using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Rigs;

/// <summary>What a receipt (回执) says.</summary>
public sealed record Receipt(string Number, string Code);

/// <summary>Somebody who files one request after another with a browser without script: opens the one-page form, sends it with a picture, promises, and reads the receipt.</summary>
/// <remarks>What was refused, or broke off, goes on at the same step with the same cookie: that is the key under which the platform knows the form again.</remarks>
public sealed partial class Citizen(string who, IPAddress? from = null) : IDisposable
{
    /// <summary>In this header stands which request it is, for a rig that watches.</summary>
    public const string Header = "X-Rig";

    const string Form = "/zfxxgk/ysqgk/sq/yb", Check = "/zfxxgk/ysqgk/sq/qr", Receipt = "/zfxxgk/ysqgk/sq/cg";

    HttpClient client = Browser(from);
    string? token;
    bool filled, sent;
    int filed;

    /// <summary>Which request of this citizen it is; it stands in the request as the name of what is wanted.</summary>
    public string Key => $"{who}-{filed}";

    /// <summary>The agency that is asked, by its code.</summary>
    public string Agency { get; init; } = "rig";

    /// <summary>The picture of the identity document; <c>null</c>: it will be shown at the counter.</summary>
    public Func<string, byte[]>? Picture { get; init; } = Pictures.Of;

    /// <summary>What is typed beside the name of what is wanted.</summary>
    public string Name { get; init; } = "台架申请人";

    public string Phone { get; init; } = "13900001234";
    public string IdentityNumber { get; init; } = "11010519491231002X";
    public string? Mail { get; init; }

    /// <summary>What the last answer was, where it led no further.</summary>
    public HttpStatusCode? Refusal { get; private set; }

    /// <summary>How often a form that had been taken was not known any more.</summary>
    public int Astray { get; private set; }

    /// <summary>Files, or goes on with what was begun.</summary>
    /// <returns>The receipt, or <c>null</c> where it was refused for now: <see cref="Refusal"/> says how.</returns>
    /// <exception cref="HttpRequestException">The line broke.</exception>
    public async Task<Receipt?> File(Uri platform, CancellationToken hangsUp = default)
    {
        Refusal = null;
        if (token is null && await Get(platform, Form, hangsUp) is { } page) token = Token().Match(page).Groups[1].Value;
        if (Refusal is not null) return null;
        if (!filled) filled = await Send(platform, hangsUp);
        if (!filled) return null;
        if (!sent) sent = await Promise(platform, hangsUp);
        if (!sent || await Get(platform, Receipt, hangsUp) is not { } slip) return null;
        var keys = Keys().Matches(slip);
        if (keys.Count < 2) throw new InvalidOperationException("The receipt shows no number and code.");
        return new(keys[0].Groups[1].Value, keys[1].Groups[1].Value);
    }

    /// <summary>Fills in the next form. The receipt of the last one is kept by whoever called.</summary>
    public void Next()
    {
        (filled, sent) = (false, false);
        filed++;
    }

    /// <summary>Does what the form's key is there to make good: begins anew as somebody else (the control).</summary>
    public void Forget()
    {
        client.Dispose();
        client = Browser(from);
        (token, filled, sent) = (null, false, false);
    }

    /// <summary>A cookie as it would be stolen or invented, and what the receipt's page then answers.</summary>
    public async Task<bool> SeesReceipt(Uri platform)
    {
        using var answer = await client.GetAsync(new Uri(platform, Receipt));
        return answer.StatusCode == HttpStatusCode.OK;
    }

    public void Dispose() => client.Dispose();

    async Task<string?> Get(Uri platform, string path, CancellationToken hangsUp)
    {
        using var answer = await client.GetAsync(new Uri(platform, path), hangsUp);
        if (answer.StatusCode == HttpStatusCode.OK) return await answer.Content.ReadAsStringAsync(hangsUp);
        Refuse(answer);
        return null;
    }

    async Task<bool> Send(Uri platform, CancellationToken hangsUp)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Answers()) form.Add(new StringContent(value, Encoding.UTF8), name);
        if (Picture is { } picture) form.Add(new ByteArrayContent(picture(Key)), "Proofs", "身份证.png");
        using var answer = await client.PostAsync(new Uri(platform, Form), form, hangsUp);
        if (answer.Headers.Location?.OriginalString == Check) return true;
        Refuse(answer);
        return false;
    }

    async Task<bool> Promise(Uri platform, CancellationToken hangsUp)
    {
        using var form = new FormUrlEncodedContent([new("_form", token), new("Promise", "true")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(platform, Check)) { Content = form };
        request.Headers.Add(Header, Key);
        using var answer = await client.SendAsync(request, hangsUp);
        if (answer.Headers.Location?.OriginalString == Receipt) return true;
        // Led back to the first step: the draft is gone, and no request came of it.
        if (answer.StatusCode == HttpStatusCode.Redirect) (Astray, filled) = (Astray + 1, false);
        Refuse(answer);
        return false;
    }

    void Refuse(HttpResponseMessage answer) => Refusal = answer.StatusCode;

    IEnumerable<(string, string)> Answers() =>
    [
        ("_form", token!), ("do", "next"), ("Form.Matter", "information"), ("Form.Agency", Agency), ("Form.Sort", "person"), ("Form.Paper", "ResidentCard"), ("Form.Name", Name),
        ("Form.IdentityNumber", IdentityNumber), ("Form.Phone", Phone), ("Form.WantedName", Key), ("Form.Description", "本区某处房屋的鉴定报告及其附件"), ("Form.Provision", "Electronic"),
        .. Mail is { } mail ? [("Form.Delivery", "Mail"), ("Form.Mail", mail)] : ((string, string)[])[("Form.Delivery", "Download")],
        ("Form.ProofBy", Picture is null ? "counter" : "upload"), ("Form.Purpose", "了解房屋安全"),
    ];

    static HttpClient Browser(IPAddress? from) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, CookieContainer = new(), PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
        ConnectCallback = from is null ? null : async (context, cancelled) =>
        {
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancelled);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        },
    }) { Timeout = TimeSpan.FromMinutes(5) };

    [GeneratedRegex("name=\"_form\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("class=\"said key\">([^<]+)<")]
    private static partial Regex Keys();
}
