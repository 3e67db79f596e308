using System.Net;
using Gongkai.App.Access.Accounts;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Accounts;

/// <summary>A platform that asks every account for a second factor.</summary>
public sealed class StrictDoor : Door
{
    protected override IEnumerable<(string Key, string Value)> More => [("Accounts:SecondFactor", "required")];
}

/// <summary>通行密钥: added with the password, good for both factors, and for one challenge each.</summary>
public sealed class PasskeyTests(Door door, StrictDoor strict) : IClassFixture<Door>, IClassFixture<StrictDoor>
{
    const string Mine = "/office/me/passkeys", SignInPath = "/office/signin";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_added_a_passkey_signs_in_with_it_and_the_trail_says_so()
    {
        using var fob = new KeyFob();
        var (person, client) = await Someone(door);
        Assert.Equal(Mine, (await Add(client, fob)).Headers.Location?.ToString());
        Assert.Contains("办公室电脑", (await (await client.GetAsync(Mine, Cancelled)).Html()).QuerySelector("table.list").Words(), StringComparison.Ordinal);

        var elsewhere = door.Visitor();
        var entered = await Enter(elsewhere, fob.Get(await Ask(elsewhere, SignInPath)));
        Assert.Equal("/office", entered.Headers.Location?.ToString());
        Assert.Equal("我的账号", await elsewhere.Heading("/office/me"));
        await door.In(async store => Assert.Equal(
            ["account.passkey-added", "account.signed-in:通行密钥"],
            (await store.Trail.Where(entry => entry.Account == person.Id && (entry.Deed == AccountDeeds.PasskeyAdded.Code || entry.Why == "通行密钥")).OrderBy(entry => entry.Sequence).ToListAsync(Cancelled))
                .Select(entry => entry.Deed + (entry.Why is null ? "" : ":" + entry.Why))));
    }

    [Fact]
    public async Task A_challenge_is_answered_once_in_the_browser_that_asked_and_within_five_minutes()
    {
        using var fob = new KeyFob();
        var (_, client) = await Someone(door);
        await Add(client, fob);

        var first = door.Visitor();
        var token = await first.Token(SignInPath);
        var asked = await first.Send(SignInPath + "?handler=Ask", token);
        var kept = Challenge(asked);
        var answer = fob.Get(await asked.Content.ReadAsStringAsync(Cancelled));
        // Another browser has no challenge, or one of its own.
        Assert.Equal(Passkeys.Refused, await Said(await Enter(door.Visitor(), answer)));
        var other = door.Visitor();
        await Ask(other, SignInPath);
        Assert.Equal(Passkeys.Refused, await Said(await Enter(other, answer)));
        Assert.Equal(HttpStatusCode.Redirect, (await Enter(first, answer)).StatusCode);
        // The browser that keeps the cookie it was told to forget; its device does not count wrongly.
        var thief = door.Visitor();
        var form = await thief.Token(SignInPath);
        thief.DefaultRequestHeaders.Add("Cookie", kept);
        Assert.Equal(Passkeys.Refused, await Said(await thief.Send(SignInPath + "?handler=Passkey", form, ("credential", fob.Get(await asked.Content.ReadAsStringAsync(Cancelled))))));

        var slow = door.Visitor();
        var late = fob.Get(await Ask(slow, SignInPath));
        door.Clock.Move(TimeSpan.FromMinutes(6));
        Assert.Equal(Passkeys.Refused, await Said(await Enter(slow, late)));
    }

    [Fact]
    public async Task A_removed_passkey_and_a_disabled_account_are_refused_with_the_same_message()
    {
        using var removed = new KeyFob();
        var (_, client) = await Someone(door);
        await Add(client, removed);
        var handle = (await (await client.GetAsync(Mine, Cancelled)).Html()).QuerySelector("input[name=handle]")!.GetAttribute("value")!;
        var (_, stranger) = await Someone(door);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Send(Mine + "?handler=Remove", await stranger.Token(Mine), ("handle", handle))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.Send(Mine + "?handler=Remove", await client.Token(Mine), ("handle", handle))).StatusCode);
        Assert.Equal("通行密钥", await client.Heading(Mine));

        using var held = new KeyFob();
        var (gone, other) = await Someone(door);
        await Add(other, held);
        await door.In(async store =>
        {
            (await store.Accounts.SingleAsync(one => one.Id == gone.Id)).Disable(Platform.Now);
            await store.Save(new(AccountDeeds.Disabled, Hand.Program, Platform.Now));
        });
        foreach (var fob in new[] { removed, held })
        {
            var visitor = door.Visitor();
            Assert.Equal(Passkeys.Refused, await Said(await Enter(visitor, fob.Get(await Ask(visitor, SignInPath)))));
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/office/me", Cancelled)).StatusCode);
        }
    }

    [Fact]
    public async Task A_wrong_password_another_site_and_a_device_that_verifies_nobody_add_nothing()
    {
        using var fob = new KeyFob();
        var (person, client) = await Someone(door);
        Assert.Contains("密码不正确", (await (await Add(client, fob, password: "wrong")).Html()).QuerySelector(".problem li").Words(), StringComparison.Ordinal);
        using var fooled = new KeyFob { Origin = "https://localhost.evil.example" };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Add(client, fooled)).StatusCode);
        using var careless = new KeyFob { Verifies = false };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Add(client, careless)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.Send(Mine, await client.Token(Mine), ("Input.Name", "x"), ("Input.Password", Door.Password), ("Input.Credential", "{}"))).StatusCode);
        await door.In(async store => Assert.Equal(0, await store.Passkeys.CountAsync(one => one.AccountId == person.Id, Cancelled)));
    }

    [Fact]
    public async Task Where_two_factors_are_required_a_passkey_is_both_and_a_password_is_one()
    {
        using var fob = new KeyFob();
        var person = await strict.Person();
        await Add(await strict.As(person), fob);
        var password = strict.Visitor();
        await strict.SignIn(password, person.SignInName);
        Assert.Equal(FirstSteps.FactorPath, (await password.GetAsync("/office/me", Cancelled)).Headers.Location?.ToString());
        var passkey = strict.Visitor();
        await Enter(passkey, fob.Get(await Ask(passkey, SignInPath)));
        Assert.Equal("我的账号", await passkey.Heading("/office/me"));
        // It verified nobody this time.
        fob.Verifies = false;
        var careless = strict.Visitor();
        Assert.Equal(Passkeys.Refused, await Said(await Enter(careless, fob.Get(await Ask(careless, SignInPath)))));
    }

    static async Task<(Account Person, HttpClient Client)> Someone(Door door)
    {
        var person = await door.Person();
        var client = door.Visitor();
        await door.SignIn(client, person.SignInName);
        return (person, client);
    }

    static async Task<string> Ask(HttpClient client, string page) =>
        await (await client.Send(page + "?handler=Ask", await client.Token(page))).Content.ReadAsStringAsync(Cancelled);

    static async Task<HttpResponseMessage> Add(HttpClient client, KeyFob fob, string password = Door.Password)
    {
        var token = await client.Token(Mine);
        var asked = await client.Send(Mine + "?handler=Ask", token);
        return await client.Send(Mine, token, ("Input.Name", "办公室电脑"), ("Input.Password", password), ("Input.Credential", fob.Create(await asked.Content.ReadAsStringAsync(Cancelled))));
    }

    static async Task<HttpResponseMessage> Enter(HttpClient client, string credential) =>
        await client.Send(SignInPath + "?handler=Passkey", await client.Token(SignInPath), ("credential", credential));

    static async Task<string> Said(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await answer.Html()).QuerySelector(".problem li").Words();
    }

    static string Challenge(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("gongkai-challenge=", StringComparison.Ordinal)).Split(';')[0];
}
