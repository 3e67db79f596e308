using System.Net;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Office.SignIn;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Accounts;

/// <summary>Coming in: a name, a password, a second factor, and what is said of it.</summary>
public sealed class SignInTests(Door door) : IClassFixture<Door>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_signs_in_comes_to_the_page_that_was_asked_for_and_is_told_of_the_last_time()
    {
        var person = await door.Person();
        var first = await door.SignIn(door.From("10.1.0.1"), person.SignInName, to: "/office/me");
        var client = door.From("10.1.0.2");
        await door.SignIn(door.From("10.1.0.3"), person.SignInName, "wrong");
        await door.SignIn(client, person.SignInName.ToUpperInvariant());
        var told = (await (await client.GetAsync("/office", Cancelled)).Html()).QuerySelector(".done").Words();

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal("/office/me", first.Headers.Location!.ToString());
        Assert.StartsWith("登录成功。上次登录：2026年6月1日 20:00，来自 10.1.0.1；此后有 1 次失败的登录", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/office")]
    [InlineData("/office\\..\\evil")]
    [InlineData("/zfxxgk/nb/")]
    public async Task Nobody_is_led_out_of_the_office(string to)
    {
        var person = await door.Person();
        var answer = await door.SignIn(door.Visitor(), person.SignInName, to: to);
        Assert.StartsWith("/office", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("evil", answer.Headers.Location.ToString()[..7], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_message_answers_a_wrong_name_a_wrong_password_a_disabled_account_and_an_endless_password()
    {
        var person = await door.Person();
        var gone = await door.Person();
        await door.In(async store =>
        {
            (await store.Accounts.SingleAsync(one => one.Id == gone.Id)).Disable(Platform.Now);
            await store.Save(new(AccountDeeds.Disabled, Records.Hand.Program, Platform.Now));
        });
        foreach (var (name, password) in new[] { ("nobody.at-all", Door.Password), (person.SignInName, "wrong"), (gone.SignInName, Door.Password), (person.SignInName, new string('a', 10_000)) })
        {
            var answer = await door.SignIn(door.From("10.2.0.1"), name, password);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.Html();
            Assert.Equal(SigningIn.Refused, page.QuerySelector(".problem li").Words());
            Assert.Null(page.QuerySelector("[name='Input.Password']")!.GetAttribute("value") is { Length: > 0 } kept ? kept : null);
        }
    }

    [Fact]
    public async Task Signing_in_changes_the_key_and_the_old_session_ends()
    {
        var person = await door.Person();
        var client = door.Visitor();
        var first = Cookie(await door.SignIn(client, person.SignInName));
        var token = await client.Token("/office/me");
        // The door again, with a session that is open.
        var again = Cookie(await client.Send("/office/signin", token, ("Input.Name", person.SignInName), ("Input.Password", Door.Password)));
        var thief = door.Visitor();
        thief.DefaultRequestHeaders.Add("Cookie", first);

        Assert.NotEqual(first, again);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/office/me", Cancelled)).StatusCode);
        Assert.Equal("我的账号", await client.Heading("/office/me"));
    }

    [Fact]
    public async Task An_initial_password_is_changed_before_anything_else_is_done()
    {
        var person = await door.Person();
        await door.In(async store =>
        {
            var one = await store.Accounts.SingleAsync(found => found.Id == person.Id);
            one.SetPassword(one.PasswordHash!, Platform.Now, initial: true, 1);
            await store.Save(new(AccountDeeds.PasswordReset, Records.Hand.Program, Platform.Now));
        });
        var client = door.Visitor();
        await door.SignIn(client, person.SignInName);

        Assert.Equal(FirstSteps.PasswordPath, (await client.GetAsync("/office", Cancelled)).Headers.Location!.ToString());
        Assert.Equal(FirstSteps.PasswordPath, (await client.GetAsync("/office/me", Cancelled)).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await client.Send("/office/me/desk", await client.Token(FirstSteps.PasswordPath), ("agency", "zjj"))).StatusCode);

        var weak = await client.Post(FirstSteps.PasswordPath, ("Input.Present", Door.Password), ("Input.New", "short"), ("Input.Again", "short"));
        Assert.Equal("密码至少 12 个字符，您填写了 5 个。", (await weak.Html()).QuerySelector(".problem li").Words());
        var same = await client.Post(FirstSteps.PasswordPath, ("Input.Present", Door.Password), ("Input.New", Door.Password), ("Input.Again", Door.Password));
        Assert.Equal("新密码与现在的密码相同，请换一个。", (await same.Html()).QuerySelector(".problem li").Words());
        await client.Post(FirstSteps.PasswordPath, ("Input.Present", Door.Password), ("Input.New", "a quite different one"), ("Input.Again", "a quite different one"));
        Assert.Equal("工作台", await client.Heading("/office"));
    }

    [Fact]
    public async Task The_second_factor_is_set_up_and_asked_for_and_no_code_is_taken_twice()
    {
        var person = await door.Person();
        var client = door.Visitor();
        await door.SignIn(client, person.SignInName);
        var page = await (await client.GetAsync(FirstSteps.FactorPath, Cancelled)).Html();
        var secret = page.QuerySelector("[data-testid=secret]").Words().Replace(" ", "", StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelector("svg.qr path")!.GetAttribute("d")!);
        Assert.Empty(page.QuerySelectorAll("[style], script:not([src])"));
        var done = await client.Send(FirstSteps.FactorPath, page.QuerySelector("form.fields input[name=_form]")!.GetAttribute("value"), ("Input.Secret", page.QuerySelector("[name='Input.Secret']")!.GetAttribute("value")!), ("Input.Password", Door.Password), ("Input.Code", Code(secret)));
        var codes = (await done.Html()).QuerySelectorAll("ul.codes code").Select(code => code.Words()).ToList();
        Assert.Equal(10, codes.Count);
        Assert.Equal("我的账号", await client.Heading("/office/me"));

        var phone = door.Visitor();
        Assert.StartsWith("/office/signin/second", (await door.SignIn(phone, person.SignInName)).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/office/me", Cancelled)).StatusCode);
        // The code that set it up was used.
        Assert.Equal(Second.Refused, (await (await phone.Post("/office/signin/second", ("Input.Code", Code(secret)))).Html()).QuerySelector(".problem li").Words());
        door.Clock.Move(TimeSpan.FromSeconds(30));
        Assert.Equal("/office", (await phone.Post("/office/signin/second", ("Input.Code", Code(secret)))).Headers.Location!.ToString());
        Assert.Equal("我的账号", await phone.Heading("/office/me"));

        var paper = door.Visitor();
        await door.SignIn(paper, person.SignInName);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await paper.Post("/office/signin/second", ("Input.Code", Code(secret)))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await paper.Post("/office/signin/second", ("Input.Code", codes[0].ToUpperInvariant()))).StatusCode);
        var twice = door.Visitor();
        await door.SignIn(twice, person.SignInName);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await twice.Post("/office/signin/second", ("Input.Code", codes[0]))).StatusCode);
    }

    [Fact]
    public async Task Without_the_password_there_is_no_second_step() =>
        Assert.Equal("/office/signin", (await door.Visitor().GetAsync("/office/signin/second", Cancelled)).Headers.Location!.ToString());

    [Fact]
    public async Task Whoever_leaves_is_out_on_the_server()
    {
        var person = await door.Person();
        var client = door.Visitor();
        var cookie = Cookie(await door.SignIn(client, person.SignInName));
        await client.Post("/office/signout");
        var thief = door.Visitor();
        thief.DefaultRequestHeaders.Add("Cookie", cookie);

        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/office/me", Cancelled)).StatusCode);
    }

    static string Cookie(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("gongkai=", StringComparison.Ordinal)).Split(';')[0];

    string Code(string secret) => TimeCode.At(TimeCode.Read(secret), TimeCode.StepAt(door.Clock.GetUtcNow()));
}
