using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongkai.App.Ui;
using Gongkai.Records.Notices;
using Gongkai.Rules;

namespace Gongkai.App.Office.Outbox;

/// <summary>The gateway for short messages that the settings name (<c>Sms:Url</c>, <c>Sms:Secret</c>): signed JSON, to that address and to no other.</summary>
/// <remarks>
/// <c>POST {"id","to","text"}</c>; <c>X-Gongkai-Time</c> is the Unix time, <c>X-Gongkai-Signature</c> is <c>sha256=</c> and HMAC-SHA-256 of "time.body" in hexadecimal.
/// A second copy has the same id, also as <c>Idempotency-Key</c>. 2xx means taken; 408, 429 and 5xx mean later; anything else is a refusal.
/// </remarks>
public sealed class SmsHook(IConfiguration configuration, TimeProvider time) : IChannel, IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    static readonly TimeOnly Morning = new(8, 0), Evening = new(21, 0);
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    readonly Uri? address = Allowed(configuration["Sms:Url"]);
    readonly byte[] secret = Encoding.UTF8.GetBytes(configuration["Sms:Secret"] ?? "");

    // No redirect, no proxy, no cookie: nothing leads anywhere but to the address itself.
    readonly HttpClient line = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5), MaxResponseHeadersLength = 16,
    }) { Timeout = Patience, MaxResponseContentBufferSize = 64 * 1024 };

    public OutboxChannel Kind => OutboxChannel.Sms;

    public bool IsConfigured => address is not null && secret.Length > 0;

    /// <summary>Nobody is woken: from 21:00 until 08:00 messages wait.</summary>
    public DateTimeOffset Earliest(DateTimeOffset now)
    {
        var local = now.AtOffice;
        var clock = TimeOnly.FromDateTime(local.DateTime);
        if (clock >= Morning && clock < Evening) return now;
        var day = DateOnly.FromDateTime(local.DateTime).AddDays(clock >= Evening ? 1 : 0);
        return day.StartAtOffice + Morning.ToTimeSpan();
    }

    public async Task<OutboxFault?> Send(OutboxMessage message, string to, CancellationToken stopping)
    {
        var body = JsonSerializer.Serialize(new { id = message.Id.ToString("N"), to, text = message.Body }, Plain);
        var at = time.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("X-Gongkai-Time", at);
        request.Headers.Add("X-Gongkai-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{at}.{body}")))}");
        request.Headers.Add("Idempotency-Key", message.Id.ToString("N"));
        try
        {
            using var answer = await line.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stopping);
            if (answer.IsSuccessStatusCode) return null;
            var later = answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500;
            return new(!later, $"HTTP {(int)answer.StatusCode}");
        }
        catch (Exception away) when (away is HttpRequestException || (away is OperationCanceledException && !stopping.IsCancellationRequested))
        {
            return new(IsFinal: false, $"连不上短信网关（{away.GetType().Name}）");
        }
    }

    public void Dispose() => line.Dispose();

    /// <summary>Over https; in the clear only to this machine. No name and password in the address.</summary>
    /// <exception cref="InvalidSettingsException">It is neither.</exception>
    static Uri? Allowed(string? url)
    {
        if (url is not { Length: > 0 }) return null;
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) && address.UserInfo.Length == 0
            ? address
            : throw new InvalidSettingsException($"Sms:Url“{url}”不能用，请填写 https:// 开头、不带账号密码的网址。");
    }
}
