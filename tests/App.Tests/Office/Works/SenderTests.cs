using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongkai.App.Access;
using Gongkai.App.Office;
using Gongkai.App.Office.Outbox;
using Gongkai.Records;
using Gongkai.Records.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gongkai.App.Tests.Office.Works;

/// <summary>A platform whose outbox is this test's alone.</summary>
public sealed class OutboxPlatform : Platform;

/// <summary>Messages go out by real sockets: at least once, and a second copy bears the same name.</summary>
public sealed class SenderTests(OutboxPlatform platform) : IClassFixture<OutboxPlatform>
{
    const string Receiver = "reader@example.gov.cn";
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_is_plain_Chinese_text_and_is_forgotten_once_it_is_gone()
    {
        using var post = new MailCatcher();
        var message = await Mail("年度报告待审签：\r\nBcc: all@example.com");
        var sender = Sender(new HandClock(Platform.Now), Server(post.Port, Platform.Now));
        Assert.True(await sender.SendNext(Cancelled));
        Assert.False(await sender.SendNext(Cancelled));

        var letter = MimeKit.MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(Assert.Single(post.Letters))), Cancelled);
        Assert.Equal("年度报告待审签： Bcc: all@example.com", letter.Subject);
        Assert.Equal("正文一行。\n", letter.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal("utf-8", letter.Body!.ContentType.Charset);
        Assert.Empty(letter.Bcc);
        Assert.Equal($"{message.Id:N}@example.gov.cn", letter.MessageId);
        Assert.Equal(Receiver, letter.To.Mailboxes.Single().Address);
        Assert.Equal([$"RCPT TO:<{Receiver}>"], post.Receivers);
        var sent = await Now(message);
        Assert.Equal((OutboxState.Sent, null, null), (sent.State, sent.To, sent.Body));
    }

    [Fact]
    public async Task What_could_not_go_while_the_server_was_away_goes_when_it_is_back()
    {
        int port;
        using (var gone = new MailCatcher()) port = gone.Port;
        var message = await Mail("已受理");
        var clock = new HandClock(Platform.Now);
        var sender = Sender(clock, Server(port, Platform.Now));
        Assert.True(await sender.SendNext(Cancelled));
        var waiting = await Now(message);
        Assert.Equal((OutboxState.Waiting, 1), (waiting.State, waiting.Attempts));
        Assert.Equal("连不上邮件服务器（SocketException）", waiting.Fault);
        // It is left alone for a while, and the letter steps back for a minute.
        Assert.False(await sender.SendNext(Cancelled));

        using var back = new MailCatcher();
        clock.Advance(OutboxLine.StepBack(1));
        var recovered = Sender(clock, Server(back.Port, Platform.Now));
        Assert.True(await recovered.SendNext(Cancelled));
        Assert.Equal(OutboxState.Sent, (await Now(message)).State);
        Assert.Single(back.Letters);
    }

    [Fact]
    public async Task After_a_crash_between_sending_and_noting_there_is_a_second_copy_with_the_same_Message_Id_at_most()
    {
        using var post = new MailCatcher { DropsAfterLetter = true };
        var message = await Mail("已受理");
        var clock = new HandClock(Platform.Now);
        Assert.True(await Sender(clock, Server(post.Port, Platform.Now)).SendNext(Cancelled));
        Assert.Equal(OutboxState.Waiting, (await Now(message)).State);
        post.DropsAfterLetter = false;
        clock.Advance(OutboxLine.StepBack(1));
        Assert.True(await Sender(clock, Server(post.Port, Platform.Now)).SendNext(Cancelled));

        Assert.Equal(2, post.Letters.Count);
        Assert.All(post.Letters, letter => Assert.Contains($"Message-Id: <{message.Id:N}@example.gov.cn>", letter, StringComparison.Ordinal));
        Assert.Equal(OutboxState.Sent, (await Now(message)).State);
    }

    [Fact]
    public async Task A_receiver_that_is_refused_holds_nobody_up_and_its_fault_names_nobody()
    {
        using var post = new MailCatcher { Receives = line => line.Contains("nobody", StringComparison.Ordinal) ? "550 no such user nobody@example.gov.cn" : "250 ok" };
        var poison = await Mail("给不存在的人", "nobody@example.gov.cn");
        var injected = await Mail("给两个人", $"{Receiver}>\r\nRCPT TO:<all@example.com");
        var good = await Mail("好的一封");
        var heard = new Heard();
        var sender = new Sender(platform.Services.GetRequiredService<IServiceScopeFactory>(), [Server(post.Port, Platform.Now)], new Node("a"), new HandClock(Platform.Now), heard);
        for (var i = 0; i < 3; i++) Assert.True(await sender.SendNext(Cancelled));

        Assert.Equal((OutboxState.Waiting, "SMTP 550"), ((await Now(poison)).State, (await Now(poison)).Fault));
        Assert.Equal((OutboxState.Waiting, "地址无效"), ((await Now(injected)).State, (await Now(injected)).Fault));
        Assert.Equal(OutboxState.Sent, (await Now(good)).State);
        Assert.Equal(2, heard.Lines.Count);
        Assert.All(heard.Lines, line => Assert.DoesNotContain("example.gov.cn", line, StringComparison.Ordinal));
        Assert.DoesNotContain(post.Receivers, line => line.Contains("all@", StringComparison.Ordinal));
        await platform.In(store => store.Outbox.Where(message => message.State == OutboxState.Waiting).ExecuteDeleteAsync(Cancelled));
    }

    [Fact]
    public async Task Without_a_server_messages_wait_and_are_not_even_tried()
    {
        var message = await Mail("已受理");
        var sender = Sender(new HandClock(Platform.Now), new MailServer(new ConfigurationBuilder().Build(), new HandClock(Platform.Now)));

        Assert.False(await sender.SendNext(Cancelled));
        Assert.Equal((OutboxState.Waiting, 0), ((await Now(message)).State, (await Now(message)).Attempts));
        await platform.In(store => store.Outbox.Where(one => one.Id == message.Id).ExecuteDeleteAsync(Cancelled));
    }

    [Fact]
    public async Task A_short_message_is_signed_and_no_redirect_is_followed()
    {
        await using var gateway = await HookCatcher.Start();
        using var hook = Hook(gateway.Url + "/sms", new HandClock(Platform.Now));
        OutboxMessage message = null!;
        await platform.In(async store =>
        {
            message = store.Sms(Seal("13800000000"), "您的申请已受理。", Platform.Now);
            await store.SaveChangesAsync(Cancelled);
        });
        gateway.Status = 302;
        // Noon in UTC is 20:00 in Beijing: still day.
        var clock = new HandClock(Platform.Now);
        Assert.True(await Sender(clock, hook).SendNext(Cancelled));
        Assert.Equal((OutboxState.Waiting, "HTTP 302"), ((await Now(message)).State, (await Now(message)).Fault));
        gateway.Status = 204;
        clock.Advance(OutboxLine.StepBack(1));
        Assert.True(await Sender(clock, hook).SendNext(Cancelled));
        Assert.Equal(OutboxState.Sent, (await Now(message)).State);

        Assert.Equal(2, gateway.Calls.Count);
        Assert.All(gateway.Calls, call =>
        {
            Assert.StartsWith("/sms ", call.Body, StringComparison.Ordinal);
            var body = call.Body[5..];
            var expected = Convert.ToHexStringLower(HMACSHA256.HashData("secret"u8.ToArray(), Encoding.UTF8.GetBytes($"{call.Headers["X-Gongkai-Time"]}.{body}")));
            Assert.Equal($"sha256={expected}", call.Headers["X-Gongkai-Signature"]);
            Assert.Equal(message.Id.ToString("N"), call.Headers["Idempotency-Key"]);
            var said = JsonDocument.Parse(body).RootElement;
            Assert.Equal(("13800000000", "您的申请已受理。"), (said.GetProperty("to").GetString()!, said.GetProperty("text").GetString()!));
        });
    }

    [Theory]
    [InlineData("2026-06-01T20:59:59+08:00", "2026-06-01T20:59:59+08:00")]
    [InlineData("2026-06-01T21:00:00+08:00", "2026-06-02T08:00:00+08:00")]
    [InlineData("2026-06-02T00:30:00+08:00", "2026-06-02T08:00:00+08:00")]
    [InlineData("2026-06-02T08:00:00+08:00", "2026-06-02T08:00:00+08:00")]
    public void Nobody_is_woken_by_a_short_message(string due, string goes)
    {
        using var hook = Hook("https://sms.example.com/send", TimeProvider.System);
        Assert.Equal(DateTimeOffset.Parse(goes, null), ((IChannel)hook).Earliest(DateTimeOffset.Parse(due, null)));
    }

    [Fact]
    public async Task At_night_a_short_message_is_put_back_until_the_morning()
    {
        await using var gateway = await HookCatcher.Start();
        var night = new DateTimeOffset(2026, 6, 1, 15, 0, 0, TimeSpan.Zero);
        using var hook = Hook(gateway.Url, new HandClock(night));
        OutboxMessage message = null!;
        await platform.In(async store =>
        {
            message = store.Sms(Seal("13800000000"), "您的申请已受理。", night);
            await store.SaveChangesAsync(Cancelled);
        });
        var sender = Sender(new HandClock(night), hook);
        Assert.True(await sender.SendNext(Cancelled));
        Assert.False(await sender.SendNext(Cancelled));

        Assert.Empty(gateway.Calls);
        Assert.Equal((new DateTimeOffset(2026, 6, 2, 0, 0, 0, TimeSpan.Zero), 0), ((await Now(message)).NextAt, (await Now(message)).Attempts));
        await platform.In(store => store.Outbox.Where(one => one.Id == message.Id).ExecuteDeleteAsync(Cancelled));
    }

    [Theory]
    [InlineData("http://sms.example.com/send")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("https://user:word@sms.example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/send")]
    public void An_address_that_would_leave_in_the_clear_is_no_gateway(string url) =>
        Assert.Equal($"Sms:Url“{url}”不能用，请填写 https:// 开头、不带账号密码的网址。", Assert.Throws<App.Ui.InvalidSettingsException>(() => Hook(url, TimeProvider.System)).Message);

    /// <summary>A log that the test reads.</summary>
    sealed class Heard : ILogger<Sender>
    {
        public List<string> Lines { get; } = [];
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add($"{formatter(state, exception)} {exception}");
    }

    async Task<OutboxMessage> Mail(string subject, string to = Receiver)
    {
        OutboxMessage message = null!;
        await platform.In(async store =>
        {
            message = store.Mail(Seal(to), subject, "正文一行。\n", Platform.Now);
            await store.SaveChangesAsync(Cancelled);
        });
        return message;
    }

    Sealed Seal(string value)
    {
        using var scope = platform.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<Vault>().Seal(value);
    }

    async Task<OutboxMessage> Now(OutboxMessage message)
    {
        OutboxMessage now = null!;
        await platform.In(async store => now = await store.Outbox.AsNoTracking().SingleAsync(one => one.Id == message.Id, Cancelled));
        return now;
    }

    Sender Sender(TimeProvider clock, IChannel channel) => new(platform.Services.GetRequiredService<IServiceScopeFactory>(), [channel], new Node("a"), clock, NullLogger<Sender>.Instance);

    static MailServer Server(int port, DateTimeOffset now) => new(Settings(
        ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{port}"), ("Mail:Tls", "None"), ("Mail:From", "noreply@example.gov.cn"), ("Mail:Name", "某区人民政府")), new HandClock(now));

    static SmsHook Hook(string url, TimeProvider clock) => new(Settings(("Sms:Url", url), ("Sms:Secret", "secret")), clock);

    static IConfiguration Settings(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build();
}
