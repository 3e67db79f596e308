using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gongkai.App.Office.Outbox;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Notices;
using Microsoft.Extensions.Configuration;

namespace Gongkai.App.Tests.Office.Works;

/// <summary>Letters go over a line that is guarded by a certificate that someone vouches for, or not at all.</summary>
public sealed class MailTlsTests : IDisposable
{
    const string Receiver = "reader@example.gov.cn";
    readonly Commands.Folder folder = new();

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory, InlineData("StartTls"), InlineData("Implicit")]
    public async Task A_certificate_of_the_agencys_own_authority_is_taken_and_nothing_is_said_in_the_clear(string tls)
    {
        using var certificate = For("127.0.0.1");
        using var post = new MailCatcher { Certificate = certificate, Implicit = tls == "Implicit" };

        Assert.Null(await Send(post, tls, Pem(certificate)));
        Assert.Single(post.Letters);
        Assert.DoesNotContain(post.Overheard, line => line.Contains('@', StringComparison.Ordinal));
        Assert.Equal(tls == "StartTls", post.Overheard.Contains("STARTTLS"));
    }

    [Theory, InlineData("StartTls"), InlineData("Implicit")]
    public async Task A_certificate_that_nobody_vouches_for_gets_no_letter(string tls)
    {
        using var certificate = For("127.0.0.1");
        using var another = For("127.0.0.1");
        using var post = new MailCatcher { Certificate = certificate, Implicit = tls == "Implicit" };
        var fault = new OutboxFault(IsFinal: false, "邮件服务器的证书不可信");

        Assert.Equal(fault, await Send(post, tls, null));
        Assert.Equal(fault, await Send(post, tls, Pem(another)));
        Assert.Empty(post.Letters);
        Assert.Empty(post.Receivers);
    }

    [Fact]
    public async Task A_certificate_for_another_name_gets_no_letter()
    {
        using var certificate = For("127.0.0.2");
        using var post = new MailCatcher { Certificate = certificate };

        Assert.Equal("邮件服务器的证书不可信", (await Send(post, "StartTls", Pem(certificate)))!.Code);
        Assert.Empty(post.Receivers);
    }

    [Fact]
    public async Task A_server_that_cannot_guard_the_line_is_not_spoken_to()
    {
        using var post = new MailCatcher();

        Assert.Equal(new OutboxFault(IsFinal: false, "连不上邮件服务器（NotSupportedException）"), await Send(post, "StartTls", null));
        Assert.Empty(post.Receivers);
        Assert.DoesNotContain(post.Overheard, line => line.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public void An_authority_that_cannot_be_read_is_said_at_once() =>
        Assert.Equal($"Mail:Authority“{folder["none.pem"]}”读不出来，请给出 PEM 格式的根证书文件。", Assert.Throws<InvalidSettingsException>(() => Server(1, "StartTls", folder["none.pem"])).Message);

    async Task<OutboxFault?> Send(MailCatcher post, string tls, string? authority)
    {
        var message = new OutboxMessage { Channel = OutboxChannel.Mail, To = new Sealed("x"), Subject = "已受理", Body = "正文一行。\n", At = Platform.Now, NextAt = Platform.Now };
        return await Server(post.Port, tls, authority).Send(message, Receiver, Cancelled);
    }

    string Pem(X509Certificate2 certificate) => folder.Write(certificate.ExportCertificatePem(), $"{certificate.Thumbprint}.pem");

    static MailServer Server(int port, string tls, string? authority) => new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = $"{port}", ["Mail:Tls"] = tls, ["Mail:From"] = "noreply@example.gov.cn", ["Mail:Authority"] = authority,
    }).Build(), new HandClock(Platform.Now));

    // Valid in every year that a test may run in.
    static X509Certificate2 For(string address)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=mail.example.gov.cn", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        return request.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
