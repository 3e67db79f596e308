using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gongkai.App.Ui;
using Gongkai.Records.Notices;
using Gongkai.Rules;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;

namespace Gongkai.App.Office.Outbox;

/// <summary>How the line to the mail server is guarded.</summary>
public enum MailTls
{
    /// <summary>The line is opened in the clear and then guarded; a server that cannot is not spoken to.</summary>
    StartTls,

    /// <summary>Guarded from the first byte (port 465).</summary>
    Implicit,

    /// <summary>Not at all: only for a relay on this machine or in the same room.</summary>
    None,
}

/// <summary>The mail server that the settings name (<c>Mail:Host</c> and so on).</summary>
public sealed class MailServer(IConfiguration configuration, TimeProvider time) : IChannel
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly string? host = configuration["Mail:Host"];
    readonly int port = configuration.GetValue("Mail:Port", 587);
    readonly MailTls tls = configuration.GetValue("Mail:Tls", MailTls.StartTls);
    readonly X509Certificate2Collection? authority = Authority(configuration["Mail:Authority"]);
    readonly string? user = configuration["Mail:User"];
    readonly string? password = configuration["Mail:Password"];
    readonly MailboxAddress? from = MailboxAddress.TryParse(configuration["Mail:From"], out var address)
        ? new MailboxAddress(configuration["Mail:Name"] ?? configuration["Site:Name"] ?? "", address.Address) : null;

    public OutboxChannel Kind => OutboxChannel.Mail;

    public bool IsConfigured => host is { Length: > 0 } && from is not null;

    public async Task<OutboxFault?> Send(OutboxMessage message, string to, CancellationToken stopping)
    {
        if (Address(to) is not { } receiver) return new(IsFinal: true, "地址无效");
        using var mail = Letter(message, receiver);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(Patience);
        using var server = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        if (authority is not null) server.ServerCertificateValidationCallback = (_, certificate, _, faults) => IsVouchedFor(certificate, faults);
        try
        {
            await server.ConnectAsync(host!, port, tls switch
            {
                MailTls.StartTls => SecureSocketOptions.StartTls,
                MailTls.Implicit => SecureSocketOptions.SslOnConnect,
                MailTls.None => SecureSocketOptions.None,
            }, patience.Token);
            if (user is { Length: > 0 }) await server.AuthenticateAsync(user, password ?? "", patience.Token);
            await server.SendAsync(mail, patience.Token);
        }
        catch (SmtpCommandException refused)
        {
            // 5xx is said of this letter; 4xx may be well later. The words may hold the address, so only the number is kept.
            return new((int)refused.StatusCode >= 500, $"SMTP {(int)refused.StatusCode}");
        }
        catch (MailKit.Security.AuthenticationException)
        {
            return new(IsFinal: false, "邮件账号或密码不对");
        }
        catch (SslHandshakeException)
        {
            return new(IsFinal: false, "邮件服务器的证书不可信");
        }
        catch (Exception away) when (away is SocketException or IOException or ProtocolException or ServiceNotConnectedException or NotSupportedException or ServiceNotAuthenticatedException
            || (away is OperationCanceledException or TimeoutException && !stopping.IsCancellationRequested))
        {
            return new(IsFinal: false, $"连不上邮件服务器（{away.GetType().Name}）");
        }
        try
        {
            await server.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception gone) when (gone is IOException or SocketException or ProtocolException or OperationCanceledException or ServiceNotConnectedException)
        {
            // It has the letter; how the line ended is of no interest.
        }
        return null;
    }

    /// <summary>One address, and nothing beside it.</summary>
    public static MailboxAddress? Address(string text) =>
        text.Length <= 254 && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && MailboxAddress.TryParse(text, out var address) && address.Address == text && text.IndexOf('@', StringComparison.Ordinal) > 0 ? address : null;

    // An authority of one's own (单位自建的根证书) stands beside those of the machine; the name must fit in any case.
    bool IsVouchedFor(X509Certificate? certificate, SslPolicyErrors faults)
    {
        if (faults == SslPolicyErrors.None) return true;
        if (faults != SslPolicyErrors.RemoteCertificateChainErrors || certificate is null) return false;
        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        chain.ChainPolicy.CustomTrustStore.AddRange(authority!);
        using var held = new X509Certificate2(certificate);
        return chain.Build(held);
    }

    static X509Certificate2Collection? Authority(string? file)
    {
        if (file is not { Length: > 0 }) return null;
        try
        {
            X509Certificate2Collection read = [];
            read.ImportFromPemFile(file);
            if (read.Count > 0) return read;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException) { }
        throw new InvalidSettingsException($"Mail:Authority“{file}”读不出来，请给出 PEM 格式的根证书文件。");
    }

    /// <summary>The letter: plain text in UTF-8, and the files that go with it. Every copy of a message bears the same Message-Id.</summary>
    MimeMessage Letter(OutboxMessage message, MailboxAddress to) => new([from!], [to], message.Subject, Body(message))
    {
        MessageId = $"{message.Id:N}@{from!.Domain}",
        Date = time.Now.AtOffice,
        // Nobody's holiday reply comes back (RFC 3834).
        Headers = { { "Auto-Submitted", "auto-generated" }, { HeaderId.ContentLanguage, "zh-CN" } },
    };

    static MimeEntity Body(OutboxMessage message)
    {
        var text = new TextPart(TextFormat.Plain) { Text = message.Body ?? "" };
        if (message.Enclosed is []) return text;
        var whole = new Multipart("mixed") { text };
        foreach (var file in message.Enclosed)
        {
            var part = new MimePart(MimeKit.ContentType.TryParse(file.MediaType, out var type) ? type : new MimeKit.ContentType("application", "octet-stream"))
            {
                Content = new MimeContent(new MemoryStream(file.Bytes)), ContentDisposition = new(MimeKit.ContentDisposition.Attachment), ContentTransferEncoding = ContentEncoding.Base64,
            };
            // RFC 2231, which older programs do not read, is what the standard asks for; the name is Chinese.
            part.ContentDisposition.Parameters.Add("UTF-8", "filename", file.Name);
            part.ContentType.Parameters.Add("UTF-8", "name", file.Name);
            whole.Add(part);
        }
        return whole;
    }
}
