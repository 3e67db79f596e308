using System.Net;
using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Access.SignOn;
using Gongkai.App.Ui;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gongkai.App.Tests.Accounts.SignOn;

/// <summary>Coming in by the word of an identity provider (统一身份认证), and going out.</summary>
public sealed class SignOnTests(SignOnDoor door, ThereDoor there, Platform plain) : IClassFixture<SignOnDoor>, IClassFixture<ThereDoor>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_an_officer_joined_comes_in_and_is_told_of_the_last_time()
    {
        var (person, subject) = await door.Someone();
        Assert.Equal("/office", await door.Enter(door.From("10.9.0.1"), subject));
        var client = door.From("10.9.0.2");
        Assert.Equal("/office/me", await door.Enter(client, subject, "/office/me"));
        var told = (await (await client.GetAsync("/office/me", Cancelled)).Html()).QuerySelector(".done").Words();
        Assert.StartsWith("登录成功。上次登录：", told, StringComparison.Ordinal);
        Assert.EndsWith("，来自 10.9.0.1。", told, StringComparison.Ordinal);
        await door.In(async store =>
        {
            Assert.Equal([Arrival.How, Arrival.How], await store.Trail.Where(entry => entry.Account == person.Id && entry.Deed == AccountDeeds.SignedIn.Code).Select(entry => entry.Why).ToListAsync(Cancelled));
            Assert.Equal(door.Clock.GetUtcNow(), (await store.OutsideIdentities.SingleAsync(one => one.AccountId == person.Id, Cancelled)).UsedAt);
        });
    }

    [Fact]
    public async Task The_session_keeps_nothing_of_the_provider()
    {
        var (_, subject) = await door.Someone();
        var client = door.Visitor();
        var answer = await SignOnDoor.Return(client, door.Provider.SignIn(await SignOnDoor.Begin(client), subject));
        var options = door.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var cookie = Uri.UnescapeDataString(answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("gongkai=", StringComparison.Ordinal)).Split(';')[0]["gongkai=".Length..]);
        var key = options.TicketDataFormat.Unprotect(cookie)!.Principal.Claims.Single().Value;
        var ticket = await door.Services.GetRequiredService<Sessions>().RetrieveAsync(key);

        Assert.Equal(["session"], ticket!.Properties.Items.Keys);
        Assert.Equal([Me.AccountClaim, Me.AgencyClaim, Me.GrantClaim, Me.NameClaim, Me.ProofClaim], ticket.Principal.Claims.Select(claim => claim.Type).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/office")]
    [InlineData("/\\evil.example/office")]
    [InlineData("/zfxxgk/nb/")]
    [InlineData("/office/signin/outside")]
    public async Task Nobody_is_led_out_of_the_office(string to)
    {
        var (_, subject) = await door.Someone();
        Assert.Equal("/office", await door.Enter(door.Visitor(), subject, to));
    }

    [Fact]
    public async Task One_message_answers_whoever_is_not_joined_or_disabled_while_away_or_without_a_role()
    {
        var (gone, disabled) = await door.Someone();
        var (idle, roleless) = await door.Someone();
        await door.In(async store => Assert.Null(await store.Take(new(AccountDeeds.RoleTaken, Records.Hand.Program, Platform.Now), await store.Grants.Where(one => one.AccountId == idle.Id).Select(one => one.Id).SingleAsync(Cancelled))));
        // The provider is right about all of them.
        var before = await Refused();
        foreach (var subject in new[] { "nobody", disabled, roleless, disabled.ToUpperInvariant() })
        {
            var client = door.Visitor();
            var given = door.Provider.SignIn(await SignOnDoor.Begin(client), subject);
            await door.Change(gone, one => one.Disable(Platform.Now));
            var answer = await SignOnDoor.Return(client, given);
            Assert.Equal("/office/signin?outside=refused", answer.Headers.Location!.ToString());
            Assert.Equal("某区统一认证没有对应到可以使用的账号。请联系本单位的系统管理员核对，或用登录名和密码登录。", await Problem(client, answer));
            Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/office/me", Cancelled)).StatusCode);
        }
        Assert.Equal(before + 4, await Refused());
    }

    async Task<int> Refused()
    {
        var count = 0;
        await door.In(async store => count = await store.Trail.CountAsync(entry => entry.Deed == AccountDeeds.SignInRefused.Code, Cancelled));
        return count;
    }

    [Fact]
    public async Task An_email_address_that_fits_opens_nothing()
    {
        var (account, _) = await door.Officer(Role.Reviewer);
        door.Provider.Bend = claims => (claims["email"], claims["preferred_username"]) = ($"{account.SignInName}@example.test", account.SignInName);
        try { Assert.Equal("/office/signin?outside=refused", await door.Enter(door.Visitor(), "x")); }
        finally { door.Provider.Bend = _ => { }; }
    }

    [Fact]
    public async Task An_initial_password_is_not_asked_to_be_changed_as_it_was_not_used()
    {
        var (person, subject) = await door.Someone();
        await door.Change(person, one => one.SetPassword("x", Platform.Now, initial: true, 1));
        var client = door.Visitor();
        await door.Enter(client, subject);
        Assert.Equal("我的账号", await client.Heading("/office/me"));
        // The other devices go out, and this session is still the one that was opened from outside.
        await client.Post("/office/me");
        Assert.Equal("我的账号", await client.Heading("/office/me"));
    }

    [Fact]
    public async Task Our_own_second_factor_is_asked_for_where_the_account_has_one()
    {
        var (person, subject) = await door.Someone();
        var secret = SecondFactors.NewSecret();
        IReadOnlyList<string>? codes = null;
        using (var scope = door.Services.CreateScope())
            codes = await scope.ServiceProvider.GetRequiredService<SecondFactors>().SetUp(new(AccountDeeds.FactorSet, Records.Hand.Program, Platform.Now), person.Id, secret, TimeCode.At(TimeCode.Read(secret), TimeCode.StepAt(door.Clock.GetUtcNow())));

        var client = door.Visitor();
        Assert.Equal("/office/signin/second?to=%2Foffice%2Fme", await door.Enter(client, subject, "/office/me"));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/office/me", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.Post("/office/signin/second", ("Input.Code", "000000"))).StatusCode);
        Assert.Equal("/office/me", (await client.Post("/office/signin/second?to=/office/me", ("Input.Code", codes![0]), ("to", "/office/me"))).Headers.Location!.ToString());
        Assert.Equal("我的账号", await client.Heading("/office/me"));
        await door.In(async store => Assert.Equal("统一身份认证和恢复码", await store.Trail.Where(entry => entry.Account == person.Id && entry.Deed == AccountDeeds.SignedIn.Code).Select(entry => entry.Why).SingleAsync(Cancelled)));
    }

    [Fact]
    public async Task A_provider_that_asks_for_both_factors_must_say_so()
    {
        var (_, subject) = await there.Someone();
        var asked = await SignOnDoor.Begin(there.Visitor());
        Assert.Equal("mfa", QueryHelpers.ParseQuery(asked.Query)["acr_values"].Single());
        Assert.Equal("/office/signin?outside=refused", await there.Enter(there.Visitor(), subject));
        foreach (var said in new (string, object)[] { ("acr", "mfa"), ("amr", new[] { "pwd", "mfa" }) })
        {
            there.Provider.Bend = claims => claims[said.Item1] = said.Item2;
            var client = there.Visitor();
            Assert.Equal("/office", await there.Enter(client, subject));
            // Two factors are required here, and nobody is sent to set one up.
            Assert.Equal("我的账号", await client.Heading("/office/me"));
        }
        there.Provider.Bend = claims => claims["acr"] = "pwd";
        Assert.Equal("/office/signin?outside=refused", await there.Enter(there.Visitor(), subject));
    }

    [Fact]
    public async Task Another_claim_may_name_the_person_and_then_the_subject_does_not()
    {
        await using var numbers = new NumberDoor();
        var (_, number) = await numbers.Someone();
        Assert.Equal("/office/signin?outside=refused", await numbers.Enter(numbers.Visitor(), number));
        numbers.Provider.Bend = claims => claims["number"] = number;
        Assert.Equal("/office", await numbers.Enter(numbers.Visitor(), "x"));
        numbers.Provider.Bend = claims => claims["number"] = new[] { number, "another" };
        Assert.Equal("/office/signin?outside=refused", await numbers.Enter(numbers.Visitor(), "x"));
    }

    [Theory]
    [InlineData("http://sso.example.test", "gongkai", "x", null, null, "https 网址")]
    [InlineData("sso.example.test", "gongkai", "x", null, null, "https 网址")]
    [InlineData("https://sso.example.test/?a=b", "gongkai", "x", null, null, "https 网址")]
    [InlineData("https://sso.example.test", "gongkai", null, null, null, "Oidc:ClientSecret")]
    [InlineData("https://sso.example.test", "gongkai", "x", "nowhere", null, "here 或 there")]
    [InlineData("https://sso.example.test", "gongkai", "x", "here", "mfa", "Oidc:Acr")]
    public void Settings_that_cannot_be_meant_stop_the_start_with_a_sentence(string authority, string client, string? secret, string? factor, string? acr, string said)
    {
        Dictionary<string, string?> settings = new() { ["Oidc:Authority"] = authority, ["Oidc:ClientId"] = client, ["Oidc:ClientSecret"] = secret };
        if (factor is not null) settings["Oidc:SecondFactor"] = factor;
        if (acr is not null) settings["Oidc:Acr"] = acr;
        var refused = Assert.Throws<InvalidSettingsException>(() => Provider.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_is_out_here_and_is_offered_to_leave_there_too()
    {
        var (_, subject) = await door.Someone();
        var client = door.Visitor();
        await door.Enter(client, subject);
        var out_ = await client.Post("/office/signout");
        Assert.Equal("/office/signin?outside=left", out_.Headers.Location!.ToString());
        var page = await (await client.GetAsync(out_.Headers.Location, Cancelled)).Html();
        Assert.Equal("一并退出某区统一认证", page.QuerySelector("main .hint a").Words());
        var there = (await client.GetAsync(page.QuerySelector("main .hint a")!.GetAttribute("href"), Cancelled)).Headers.Location!;
        var query = QueryHelpers.ParseQuery(there.Query);
        Assert.Equal($"{IdentityProvider.Authority}/logout", there.GetLeftPart(UriPartial.Path));
        Assert.Equal((IdentityProvider.Client, "http://localhost/office/signin/outside/left"), (query["client_id"].Single(), query["post_logout_redirect_uri"].Single()));
        var back = await client.GetAsync($"{SingleSignOn.LeftPath}?state={Uri.EscapeDataString(query["state"].Single()!)}", Cancelled);
        Assert.Equal("/office/signin", back.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/office/me", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Without_a_provider_there_is_neither_a_button_nor_an_address()
    {
        foreach (var path in new[] { SingleSignOn.StartPath, SingleSignOn.EndPath, SingleSignOn.ReturnPath + "?code=a&state=b", SingleSignOn.LeftPath, "/signin-oidc", "/signout-oidc", "/signout-callback-oidc" })
            Assert.Equal(HttpStatusCode.NotFound, (await plain.Visitor().GetAsync(path, Cancelled)).StatusCode);
        Assert.Empty((await plain.Page("/office/signin")).QuerySelectorAll("a[href*=outside]"));
        Assert.Equal(HttpStatusCode.NotFound, (await door.Visitor().GetAsync("/signout-oidc", Cancelled)).StatusCode);
        Assert.Equal("用某区统一认证登录", (await door.Page("/office/signin?to=/office/me")).QuerySelector("a[href='/office/signin/outside?to=%2Foffice%2Fme']").Words());
    }

    static async Task<string> Problem(HttpClient client, HttpResponseMessage answer) =>
        (await (await client.GetAsync(answer.Headers.Location, Cancelled)).Html()).QuerySelector(".problem li").Words();
}
