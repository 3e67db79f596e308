using System.Text;
using Gongkai.App.Access;
using Gongkai.App.Office.Outbox;
using Gongkai.App.Tests.Office.Works;
using Gongkai.Records.Notices;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Journeys;

/// <summary>J12: the code is lost, and the mail server is away.</summary>
[Collection("journeys")]
public class J12MailTests(JourneyPortal portal) : Journey(portal)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_wrong_codes_pause_and_a_mail_or_the_counter_brings_a_new_one()
    {
        var (page, complaints) = await Portal.Open("/zfxxgk/");
        var guessed = await page.Files();
        var (number, code) = await page.Files("2025年幸福路14号危险房屋鉴定报告", "lost@mail.example");
        var (stranger, refusals) = await Portal.Open("/zfxxgk/ysqgk/cx/");
        for (var tries = 0; tries < 5; tries++) await stranger.Asks(guessed.Number, "AAAA-AAAAA-AAAA");
        // Now the right one is refused too, in the same words, and a telephone stands there.
        await stranger.Asks(guessed.Number, guessed.Code);
        await Assertions.Expect(stranger.Locator(".problem")).ToContainTextAsync("连续 5 次不匹配将暂停 15 分钟");
        await Assertions.Expect(stranger.Locator("main")).ToContainTextAsync("可以拨打");
        await stranger.Ends(refusals);
        // Whoever filed it, in the browser in which it was filed, is not locked out by a stranger.
        await page.Asks(guessed.Number, guessed.Code);
        await Assertions.Expect(page.Locator(".state")).ToHaveTextAsync("办理中");
        await page.GotoAsync("/zfxxgk/ysqgk/cx/");

        // By mail: the answer is the same for whatever is typed; the link shows nothing before the number is said.
        await page.Lands(() => page.GetByRole(AriaRole.Link, new() { Name = "忘记查询码？" }).ClickAsync());
        await page.GetByLabel("申请编号").FillAsync(number);
        await page.GetByLabel("申请时留下的电子邮箱").FillAsync("LOST@mail.example");
        await page.Lands(() => page.GetByRole(AriaRole.Button, new() { Name = "发送重设链接" }).ClickAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("如果申请编号和邮箱与申请一致");
        await page.Sound();
        await page.GotoAsync(new Uri(await Link(page, number)).PathAndQuery);
        await page.GetByLabel("申请编号").FillAsync(number);
        await page.Lands(() => page.GetByRole(AriaRole.Button, new() { Name = "得到新的查询码" }).ClickAsync());
        var fresh = await page.Slip();
        await page.Sound();
        await page.Asks(number, code);
        await Assertions.Expect(page.Locator(".problem")).ToBeVisibleAsync();
        await page.Asks(number, fresh.Code);
        await Assertions.Expect(page.Locator(".state")).ToHaveTextAsync("办理中");
        await page.Ends(complaints);
        await AtTheCounter(number);
    }

    // Without mail: at the counter, after a look at the identity card; it stands in the trail.
    async Task AtTheCounter(string number)
    {
        var clerk = await Portal.Officer("登记己", Role.Registrar);
        var (page, complaints) = await Portal.Sit(clerk, $"/office/requests?tab=all&q={number}");
        await page.Lands(() => page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync());
        await page.Lands(() => page.GetByRole(AriaRole.Link, new() { Name = "接收回执" }).ClickAsync());
        await page.Do("重设查询码", ("出示的证件", "居民身份证"), ("证件号码", Newcomer.Number));
        var code = await page.GetByTestId("code").InnerTextAsync();
        await page.Ends(complaints);
        await Portal.In(async (store, _) => Assert.True(await store.Trail.AnyAsync(entry => entry.Account == clerk.Id && entry.Deed == "request.code-reset", Cancelled)));
        (page, complaints) = await Portal.Open("/zfxxgk/ysqgk/cx/");
        await page.Asks(number, code);
        await Assertions.Expect(page.Locator(".state")).ToHaveTextAsync("办理中");
        await page.Ends(complaints);
    }

    // The mail goes into the outbox after the answer has gone out; whoever waits for it looks at another page meanwhile.
    async Task<string> Link(IPage page, string number)
    {
        for (var tries = 0; ; tries++)
        {
            string? link = null;
            await Portal.In(async (store, services) =>
            {
                var vault = services.GetRequiredService<Vault>();
                foreach (var mail in (await store.Outbox.AsNoTracking().ToListAsync(Cancelled)).Where(mail => mail.Subject!.Contains("重设", StringComparison.Ordinal) && mail.SealedBody is not null))
                    if (vault.Read(mail.SealedBody!.Value) is var body && body.Contains(number, StringComparison.Ordinal)) link = body.Split('\n').First(line => line.Contains("/cz?l=", StringComparison.Ordinal));
            });
            if (link is not null) return link;
            Assert.True(tries < 100, "No mail with a link came into the outbox.");
            await page.GotoAsync("/zfxxgk/ysqgk/faq");
        }
    }

    [Fact]
    public async Task While_the_mail_server_is_away_the_receipt_is_whole_and_the_mail_goes_out_when_it_is_back()
    {
        var (page, complaints) = await Portal.Open("/zfxxgk/");
        var (number, code) = await page.Files("2025年幸福路16号危险房屋鉴定报告", Newcomer.Mail);
        await Assertions.Expect(page.Locator("dl.receipt")).ToContainTextAsync(JourneyPortal.Bureau);
        await Assertions.Expect(page.Locator("ol.next")).ToContainTextAsync("最迟 2026年10月26日");
        await page.Ends(complaints);
        await Portal.In(async (_, services) => Assert.True(await services.GetRequiredService<Sender>().SendNext(Cancelled)));
        Portal.Later(61);

        // Amber, with what to do; the outbox says why, and not to whom.
        var keeper = await Portal.Officer("管理乙", Role.SystemAdministrator);
        (page, complaints) = await Portal.Sit(keeper, "/office/health");
        var row = page.GetByRole(AriaRole.Row, new() { Name = "邮件" }).First;
        await Assertions.Expect(row.Locator(".tag.soon")).ToBeVisibleAsync();
        await Assertions.Expect(row).ToContainTextAsync("请检查邮件服务器是否能连通；恢复后会自动发出。");
        await page.Sound();
        await page.Lands(() => row.GetByRole(AriaRole.Link).ClickAsync());
        await Assertions.Expect(page.Locator("table.list")).ToContainTextAsync("连不上邮件服务器");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("mail.example");
        await page.Ends(complaints);

        using var post = new MailCatcher(Portal.MailPort);
        await Portal.In(async (_, services) =>
        {
            var sender = services.GetRequiredService<Sender>();
            while (await sender.SendNext(Cancelled)) { }
        });
        var letters = post.Letters.Select(letter => MimeKit.MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(letter)), Cancelled)).ToList();
        var letter = Assert.Single(letters, letter => letter.Subject!.EndsWith(number, StringComparison.Ordinal));
        Assert.Contains($"查询码：{code}", letter.TextBody, StringComparison.Ordinal);
        await Portal.In(async (store, _) => Assert.False(await store.Outbox.AnyAsync(mail => mail.State == OutboxState.Waiting && mail.Channel == OutboxChannel.Mail, Cancelled)));
    }
}
