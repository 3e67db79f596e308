using System.Net;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Accounts.SignOn;

/// <summary>The officer who manages accounts joins an outside identity (外部身份) to one of them, and parts them.</summary>
public sealed class OutsidePageTests(SignOnDoor door, Platform plain) : IClassFixture<SignOnDoor>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_joined_opens_until_it_is_parted()
    {
        var (person, _) = await door.Officer(Role.Reviewer);
        var page = $"/office/accounts/{person.Handle}";
        var officer = await door.As(Role.SystemAdministrator);
        var before = await door.As(person);
        await officer.Send(page + "/outside", await officer.Token(page), ("subject", " U-0001 "));
        Assert.Equal("外部身份已关联，本人下次可以用它登录。", await Said(officer, page, ".done"));
        Assert.Equal(HttpStatusCode.Redirect, (await before.GetAsync("/office/me", Cancelled)).StatusCode);

        var client = door.Visitor();
        Assert.Equal("/office", await door.Enter(client, "U-0001"));
        Assert.Equal("/office/signin?outside=refused", await door.Enter(door.Visitor(), "u-0001"));
        var shown = await (await officer.GetAsync(page, Cancelled)).Html();
        Assert.Equal(["U-0001", IdentityProvider.Authority, "2026-06-01 20:00", "2026-06-01 20:00"], shown.QuerySelectorAll("section[aria-labelledby=waibu] tbody tr > *").Take(4).Select(cell => cell.Words()));
        Assert.Null(shown.QuerySelector("[name=subject]"));

        var handle = shown.QuerySelector("[name=part]")!.GetAttribute("value")!;
        await officer.Send(page + "/outside", await officer.Token(page), ("part", handle));
        Assert.Equal("外部身份已解除，对方的登录已全部退出。", await Said(officer, page, ".done"));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/office/me", Cancelled)).StatusCode);
        Assert.Equal("/office/signin?outside=refused", await door.Enter(door.Visitor(), "U-0001"));
        await officer.Send(page + "/outside", await officer.Token(page), ("part", handle));
        Assert.Equal("没有找到这个外部身份，它可能已被解除。请刷新页面。", await Said(officer, page, ".problem li"));
        await door.In(async store => Assert.Equal(
            ["account.outside-joined", "account.outside-parted"],
            await store.Trail.Where(entry => entry.Content.Contains(person.Id.ToString("D")) && entry.Deed.StartsWith("account.outside")).OrderBy(entry => entry.Sequence).Select(entry => entry.Deed).Distinct().ToListAsync(Cancelled)));
    }

    [Fact]
    public async Task One_identity_opens_one_account_and_an_account_has_one_of_each_provider()
    {
        var (_, taken) = await door.Someone(agency: "cgj");
        var (person, _) = await door.Officer(Role.Reviewer);
        var page = $"/office/accounts/{person.Handle}";
        var officer = await door.As(Role.SystemAdministrator);
        foreach (var (subject, said) in new[]
        {
            (taken, "这个外部身份已关联了账号。请核对标识；要改为关联本账号，请先在原账号上解除。"),
            ("  ", "请填写外部身份标识，它由统一身份认证的管理员提供。"),
            (new string('x', 256), "外部身份标识最多 255 个字符，请核对。"),
            ("a\tb", "外部身份标识中有不可见的字符，请重新填写。"),
        })
        {
            await officer.Send(page + "/outside", await officer.Token(page), ("subject", subject));
            Assert.Equal(said, await Said(officer, page, ".problem li"));
        }
        await officer.Send(page + "/outside", await officer.Token(page), ("subject", "U-0002"));
        await officer.Send(page + "/outside", await officer.Token(page), ("subject", "U-0003"));
        Assert.Equal("这个账号已关联一个外部身份，请先解除，再关联新的。", await Said(officer, page, ".problem li"));
        await door.In(async store => Assert.Equal(["U-0002"], await store.OutsideIdentities.Where(one => one.AccountId == person.Id).Select(one => one.Subject).ToListAsync(Cancelled)));
    }

    [Fact]
    public async Task An_identity_joined_to_another_agencys_account_opens_that_desk_alone_and_is_out_of_an_officers_reach()
    {
        var (foreign, subject) = await door.Someone(agency: "cgj");
        var client = door.Visitor();
        await door.Enter(client, subject);
        Assert.Equal("某区城市管理局", (await (await client.GetAsync("/office", Cancelled)).Html()).QuerySelector(".office-desk").Words());

        var officer = await door.As(Role.SystemAdministrator);
        var handle = "";
        await door.In(async store => handle = (await store.OutsideIdentities.Where(one => one.AccountId == foreign.Id).Select(one => one.Handle).SingleAsync(Cancelled)).ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Send($"/office/accounts/{foreign.Handle}/outside", await officer.Token("/office/me"), ("part", handle))).StatusCode);
        // Nor by the address of an account of one's own.
        var (own, _) = await door.Officer(Role.Reviewer);
        await officer.Send($"/office/accounts/{own.Handle}/outside", await officer.Token("/office/me"), ("part", handle));
        Assert.Equal("/office", await door.Enter(door.Visitor(), subject));
        var editor = await door.As(Role.Editor);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.Send($"/office/accounts/{own.Handle}/outside", await editor.Token("/office/me"), ("subject", "x"))).StatusCode);
    }

    [Fact]
    public async Task Without_a_provider_nothing_is_joined()
    {
        var (person, _) = await plain.Officer(Role.Reviewer);
        var officer = await plain.As(Role.SystemAdministrator);
        Assert.Null((await (await officer.GetAsync($"/office/accounts/{person.Handle}", Cancelled)).Html()).QuerySelector("#waibu"));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Send($"/office/accounts/{person.Handle}/outside", await officer.Token("/office/me"), ("subject", "x"))).StatusCode);
    }

    static async Task<string> Said(HttpClient client, string page, string where) => (await (await client.GetAsync(page, Cancelled)).Html()).QuerySelector(where).Words();
}
