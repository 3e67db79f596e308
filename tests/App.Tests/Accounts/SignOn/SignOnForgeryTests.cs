using System.Net;
using Gongkai.App.Access.SignOn;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.App.Tests.Accounts.SignOn;

/// <summary>Answers of an identity provider that are not what they say; each is the happy path with one thing wrong.</summary>
public sealed class SignOnForgeryTests(SignOnDoor door) : IClassFixture<SignOnDoor>
{
    const string Failed = "/office/signin?outside=failed", Away = "/office/signin?outside=away";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nonce", "another")]
    [InlineData("nonce", null)]
    [InlineData("iss", "https://evil.example")]
    [InlineData("iss", "https://sso.example.test/realms/citizens")]
    [InlineData("iss", null)]
    [InlineData("aud", "another-client")]
    [InlineData("aud", null)]
    [InlineData("sub", null)]
    [InlineData("exp", -120)]
    [InlineData("exp", null)]
    [InlineData("nbf", 120)]
    public async Task A_token_that_says_something_else_opens_nothing(string claim, object? said)
    {
        var (_, subject) = await door.Someone();
        var client = door.Visitor();
        door.Provider.Bend = claims =>
        {
            if (said is null) claims.Remove(claim);
            else claims[claim] = said is int seconds ? door.Clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds() : said;
        };
        try { Assert.Equal(Failed, await door.Enter(client, subject)); }
        finally { door.Provider.Bend = _ => { }; }
        await IsOut(client);
        Assert.Equal("/office", await door.Enter(client, subject));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("stripped")]
    [InlineData("HS256")]
    [InlineData("stranger")]
    public async Task A_token_that_the_provider_did_not_sign_opens_nothing(string signs)
    {
        var (_, subject) = await door.Someone();
        var client = door.Visitor();
        door.Provider.Signs = signs;
        try { Assert.Equal(Failed, await door.Enter(client, subject)); }
        finally { door.Provider.Signs = "RS256"; }
        await IsOut(client);
        Assert.Equal("/office", await door.Enter(client, subject));
    }

    [Fact]
    public async Task An_answer_belongs_to_the_browser_that_asked()
    {
        var (_, subject) = await door.Someone();
        var client = door.Visitor();
        var given = door.Provider.SignIn(await SignOnDoor.Begin(client), subject);
        var other = door.Visitor();
        // Another browser has no cookie for it, or one for a question of its own.
        Assert.Equal(Failed, (await SignOnDoor.Return(other, given)).Headers.Location!.ToString());
        await SignOnDoor.Begin(other);
        Assert.Equal(Failed, (await SignOnDoor.Return(other, given)).Headers.Location!.ToString());
        await IsOut(other);
        foreach (var state in new[] { "", "x", given["state"][..^4] + "AAAA" })
            Assert.Equal(Failed, (await SignOnDoor.Return(client, new Dictionary<string, string> { ["code"] = given["code"], ["state"] = state })).Headers.Location!.ToString());
        await IsOut(client);
        Assert.Equal("/office", (await SignOnDoor.Return(client, given)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task An_answer_is_taken_once_even_from_a_browser_that_keeps_its_cookies()
    {
        var (_, subject) = await door.Someone();
        var client = door.Visitor();
        var begun = await client.GetAsync(SingleSignOn.StartPath, Cancelled);
        var given = door.Provider.SignIn(begun.Headers.Location!, subject);
        Assert.Equal("/office", (await SignOnDoor.Return(client, given)).Headers.Location!.ToString());
        var thief = door.Visitor();
        thief.DefaultRequestHeaders.Add("Cookie", string.Join("; ", begun.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        var questions = door.Provider.Asked.Count;
        Assert.Equal(Failed, (await SignOnDoor.Return(thief, given)).Headers.Location!.ToString());
        Assert.Equal(questions, door.Provider.Asked.Count);
        await IsOut(thief);
    }

    [Fact]
    public async Task A_code_of_another_conversation_is_refused_by_the_provider()
    {
        var (_, subject) = await door.Someone();
        var (_, attacker) = await door.Someone();
        var victim = door.Visitor();
        var theirs = door.Provider.SignIn(await SignOnDoor.Begin(victim), subject);
        var planted = door.Provider.SignIn(await SignOnDoor.Begin(door.Visitor()), attacker);
        Assert.Equal(Failed, (await SignOnDoor.Return(victim, new Dictionary<string, string> { ["code"] = planted["code"], ["state"] = theirs["state"] })).Headers.Location!.ToString());
        await IsOut(victim);
    }

    [Fact]
    public async Task Whoever_stays_away_too_long_begins_again()
    {
        var (_, subject) = await door.Someone();
        var client = door.Visitor();
        var given = door.Provider.SignIn(await SignOnDoor.Begin(client), subject);
        door.Clock.Move(SingleSignOn.Kept + TimeSpan.FromSeconds(1));
        Assert.Equal(Failed, (await SignOnDoor.Return(client, given)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_token_in_the_browser_and_an_answer_by_post_are_none_of_ours()
    {
        var (_, subject) = await door.Someone();
        var client = door.Visitor();
        var given = door.Provider.SignIn(await SignOnDoor.Begin(client), subject);
        Assert.Equal(Failed, (await SignOnDoor.Return(client, new Dictionary<string, string>(given) { ["id_token"] = "x" })).Headers.Location!.ToString());
        Assert.Equal(Failed, (await client.PostAsync(SingleSignOn.ReturnPath, new FormUrlEncodedContent(given), Cancelled)).Headers.Location!.ToString());
        await IsOut(client);
    }

    [Fact]
    public async Task What_a_visitor_says_and_what_the_provider_gives_stands_in_no_log()
    {
        var (_, subject) = await door.Someone();
        var client = door.Visitor();
        await door.Enter(client, subject);
        var asked = await SignOnDoor.Begin(client);
        var answer = await SignOnDoor.Return(client, new Dictionary<string, string> { ["error"] = "access_denied", ["error_description"] = "words of a stranger", ["state"] = QueryHelpers.ParseQuery(asked.Query)["state"].Single()! });
        Assert.Equal(Failed, answer.Headers.Location!.ToString());
        Assert.Contains(door.Logged, line => line.StartsWith("Single sign-on failed:", StringComparison.Ordinal));
        foreach (var secret in door.Provider.Secrets.Append(subject).Append("words of a stranger"))
            Assert.DoesNotContain(door.Logged, line => line.Contains(secret, StringComparison.Ordinal) && !IsItsOwnRequest(line));
    }

    [Fact]
    public async Task A_provider_that_is_down_stops_neither_the_start_nor_the_password()
    {
        await using var cut = new SignOnDoor();
        cut.Provider.Down = true;
        var person = await cut.Person();
        var client = cut.Visitor();
        Assert.Equal(Away, (await SignOnDoor.Begin(client)).ToString());
        Assert.Equal("统一认证暂时没有回应。请稍后再试，或用登录名和密码登录。", (await (await client.GetAsync(Away, Cancelled)).Html()).QuerySelector(".problem li").Words()[2..]);
        Assert.Equal("/office", (await cut.SignIn(client, person.SignInName)).Headers.Location!.ToString());

        // It comes back, and goes while somebody is there.
        cut.Provider.Down = false;
        var (_, subject) = await cut.Someone();
        var given = cut.Provider.SignIn(await SignOnDoor.Begin(client), subject);
        cut.Provider.Down = true;
        Assert.Equal(Away, (await SignOnDoor.Return(client, given)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Another_server_is_not_asked_though_the_metadata_name_it()
    {
        await using var led = new SignOnDoor();
        led.Provider.TokenEndpoint = "https://evil.example/realms/staff/token";
        var (_, subject) = await led.Someone();
        Assert.Equal(Away, await led.Enter(led.Visitor(), subject));
        Assert.DoesNotContain("/realms/staff/token", led.Provider.Asked);
    }

    [Fact]
    public async Task Its_cookies_are_as_strict_as_the_others()
    {
        await using var https = new HttpsDoor();
        var client = https.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") });
        var begun = await client.GetAsync(SingleSignOn.StartPath, Cancelled);
        var cookies = begun.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-gongkai-", cookie, StringComparison.Ordinal);
            Assert.EndsWith("; max-age=900; path=/; secure; samesite=lax; httponly", cookie, StringComparison.Ordinal);
        });
        // The proxy before us takes TLS away, and the provider must not notice.
        var plain = https.CreateClient(new() { AllowAutoRedirect = false });
        var asked = (await plain.GetAsync(SingleSignOn.StartPath, Cancelled)).Headers.Location!;
        Assert.Equal("https://localhost/office/signin/outside/return", QueryHelpers.ParseQuery(asked.Query)["redirect_uri"].Single());
        var (_, subject) = await https.Someone();
        Assert.Equal("/office", (await SignOnDoor.Return(client, https.Provider.SignIn(await SignOnDoor.Begin(client), subject))).Headers.Location!.ToString());
    }

    // What the web server itself notes at a level that nobody sets: the address that was asked for.
    static bool IsItsOwnRequest(string line) => line.StartsWith("Request ", StringComparison.Ordinal) && line.Contains(SingleSignOn.ReturnPath, StringComparison.Ordinal);

    static async Task IsOut(HttpClient client) => Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/office/me", Cancelled)).StatusCode);
}
