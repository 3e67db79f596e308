using System.Net;
using Gongkai.App.Access.Accounts;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Accounts;

/// <summary>A platform with the rules of 等保三级.</summary>
public sealed class GradedDoor : Door
{
    protected override IEnumerable<(string Key, string Value)> More => [("Accounts:Profile", "mlps3")];
}

/// <summary>A platform with the rules of ASVS.</summary>
public sealed class PlainDoor : Door
{
    protected override IEnumerable<(string Key, string Value)> More => [("Accounts:Profile", "asvs")];
}

/// <summary>The two password profiles from the first sign-in to the last: what each asks for, and what it does not.</summary>
public sealed class ProfileTests(GradedDoor strict, PlainDoor plain) : IClassFixture<GradedDoor>, IClassFixture<PlainDoor>
{
    const string First = "Blue7river-stone", Initial = "given by someone else";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    Door Of(string profile) => profile == "mlps3" ? strict : plain;

    [Fact]
    public async Task With_mlps3_the_first_sign_in_asks_for_a_new_password_and_then_for_the_second_factor()
    {
        var (account, client) = await FirstSignIn(strict);
        Assert.Contains("10—128 个字符", (await Office.Forms.Open(client, FirstSteps.PasswordPath)).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal("密码至少 10 个字符，您填写了 8 个。", await Change(client, Initial, "Ab3-defg"));
        Assert.Equal("密码中，大写字母、小写字母、数字、其他符号至少要有 3 种。", await Change(client, Initial, "several plainwords"));
        Assert.Equal("", await Change(client, Initial, First));

        // Nothing opens before the second factor stands.
        foreach (var path in (string[])["/office", "/office/me", "/office/tasks"]) Assert.Equal(FirstSteps.FactorPath, (await client.GetAsync(path, Cancelled)).Headers.Location!.ToString());
        var secret = await Enrol(strict, client, First);
        Assert.Equal("工作台", await client.Heading("/office"));

        var again = strict.Visitor();
        Assert.StartsWith("/office/signin/second", (await strict.SignIn(again, account.SignInName, First)).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await again.GetAsync("/office", Cancelled)).StatusCode);
        strict.Clock.Move(TimeSpan.FromSeconds(30));
        Assert.Equal("/office", (await again.Post("/office/signin/second", ("Input.Code", Code(strict, secret)))).Headers.Location!.ToString());
    }

    [Fact]
    public async Task With_asvs_the_first_sign_in_asks_for_a_new_password_alone()
    {
        var (_, client) = await FirstSignIn(plain);
        Assert.Equal("密码至少 12 个字符，您填写了 8 个。", await Change(client, Initial, "Ab3-defg"));
        Assert.Equal("", await Change(client, Initial, "several plain words"));
        Assert.Equal("工作台", await client.Heading("/office"));
    }

    [Theory]
    [InlineData("mlps3", 5)]
    [InlineData("asvs", 1)]
    public async Task So_many_of_the_last_passwords_are_not_chosen_again(string profile, int remembered)
    {
        var door = Of(profile);
        var (_, client, _) = await Ready(door);
        string[] words = [First, "Green4meadow-path", "Amber9window-light", "Cedar2garden-gate", "Ivory6mountain-road", "Olive8harbour-wall"];
        for (var turn = 1; turn < words.Length; turn++)
        {
            Assert.Equal("", await Change(client, words[turn - 1], words[turn]));
            // The present one and those before it, as many as are remembered.
            for (var back = 0; back <= turn && back < remembered; back++)
                Assert.Equal((turn, back, remembered > 1 ? $"这个密码在最近 {remembered} 次中用过，请换一个。" : "新密码与现在的密码相同，请换一个。"), (turn, back, await Change(client, words[turn], words[turn - back])));
        }
        // What lies further back may be chosen.
        Assert.Equal("", await Change(client, words[^1], words[words.Length - 1 - remembered]));
    }

    [Theory]
    [InlineData("mlps3", 89, "/office")]
    [InlineData("mlps3", 90, FirstSteps.PasswordPath)]
    [InlineData("asvs", 90, "/office")]
    [InlineData("asvs", 2000, "/office")]
    public async Task A_password_grows_old_or_does_not(string profile, int days, string leads)
    {
        var door = Of(profile);
        var (account, _, secret) = await Ready(door);
        door.Clock.Move(TimeSpan.FromDays(days));
        var client = door.Visitor();
        var answer = await door.SignIn(client, account.SignInName, First);
        if (secret is not null) answer = await client.Post("/office/signin/second", ("Input.Code", Code(door, secret)));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var opened = await client.GetAsync("/office", Cancelled);
        Assert.Equal(leads, opened.Headers.Location?.ToString() ?? "/office");
        if (leads == "/office") return;
        Assert.Equal("", await Change(client, First, "Green4meadow-path"));
        Assert.Equal("工作台", await client.Heading("/office"));
    }

    [Theory]
    [InlineData("mlps3")]
    [InlineData("asvs")]
    public async Task Five_failures_pause_for_a_quarter_of_an_hour_with_one_message(string profile)
    {
        var door = Of(profile);
        var (account, _, _) = await Ready(door);
        var answers = new List<string>();
        for (var i = 0; i < 6; i++) answers.Add(await Said(await door.SignIn(door.From($"10.30.{profile.Length}.{i + 1}"), account.SignInName, "wrong")));
        answers.Add(await Said(await door.SignIn(door.From($"10.30.{profile.Length}.20"), account.SignInName, First)));
        answers.Add(await Said(await door.SignIn(door.From($"10.30.{profile.Length}.21"), "nobody.at.all", First)));
        Assert.All(answers, answer => Assert.Equal(SigningIn.Refused, answer));
        door.Clock.Move(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Equal(SigningIn.Refused, await Said(await door.SignIn(door.From($"10.30.{profile.Length}.22"), account.SignInName, First)));
        door.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Redirect, (await door.SignIn(door.From($"10.30.{profile.Length}.23"), account.SignInName, First)).StatusCode);
    }

    [Theory]
    [InlineData("mlps3")]
    [InlineData("asvs")]
    public async Task A_desk_that_nobody_uses_closes_after_a_quarter_of_an_hour(string profile)
    {
        var door = Of(profile);
        var (_, client, _) = await Ready(door);
        door.Clock.Move(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/office", Cancelled)).StatusCode);
        door.Clock.Move(TimeSpan.FromMinutes(15));
        Assert.StartsWith("/office/signin", (await client.GetAsync("/office", Cancelled)).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    /// <summary>Someone with an initial password who has just signed in, and stands before the page that asks for a new one.</summary>
    async Task<(Account Account, HttpClient Client)> FirstSignIn(Door door)
    {
        var (account, _) = await door.Officer(Role.Editor);
        await door.In(async store =>
        {
            var one = await store.Accounts.SingleAsync(found => found.Id == account.Id, Cancelled);
            ((Passwords)door.Services.GetService(typeof(Passwords))!).Set(one, Initial, door.Clock.GetUtcNow(), initial: true);
            await store.Save(new(AccountDeeds.PasswordReset, Hand.Program, door.Clock.GetUtcNow()));
        });
        var client = door.Visitor();
        await door.SignIn(client, account.SignInName, Initial);
        Assert.Equal(FirstSteps.PasswordPath, (await client.GetAsync("/office", Cancelled)).Headers.Location!.ToString());
        return (account, client);
    }

    /// <summary>Someone who has done what the profile asks for, with the password <see cref="First"/>; and the secret, where there is one.</summary>
    async Task<(Account Account, HttpClient Client, string? Secret)> Ready(Door door)
    {
        var (account, client) = await FirstSignIn(door);
        Assert.Equal("", await Change(client, Initial, First));
        return (account, client, door is GradedDoor ? await Enrol(door, client, First) : null);
    }

    /// <summary>Changes the password; its answer is why not, or nothing.</summary>
    static async Task<string> Change(HttpClient client, string present, string next)
    {
        var answer = await client.Post(FirstSteps.PasswordPath, ("Input.Present", present), ("Input.New", next), ("Input.Again", next));
        return answer.StatusCode == HttpStatusCode.Redirect ? "" : await Said(answer);
    }

    static async Task<string> Enrol(Door door, HttpClient client, string password)
    {
        var page = await Office.Forms.Open(client, FirstSteps.FactorPath);
        var secret = page.QuerySelector("[data-testid=secret]").Words().Replace(" ", "", StringComparison.Ordinal);
        await Office.Forms.Send(client, page, FirstSteps.FactorPath, "form.fields", ("Input.Password", password), ("Input.Code", Code(door, secret)));
        return secret;
    }

    static async Task<string> Said(HttpResponseMessage answer) => (await answer.Html()).QuerySelector(".problem li").Words();

    static string Code(Door door, string secret) => TimeCode.At(TimeCode.Read(secret), TimeCode.StepAt(door.Clock.GetUtcNow()));
}
