using System.Net;
using Gongkai.App.Access.Accounts;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Accounts;

/// <summary>What holds on every node at once (reliability.md S10), and what only one of many may do, on both stores.</summary>
public sealed class NodeTests(Places places) : IClassFixture<Places>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_session_ends_on_every_node_when_its_account_changes_or_its_time_is_over(bool postgres)
    {
        var (data, connection) = places.New(postgres);
        var clock = new Door.Hands();
        await using var one = new Node(data, connection) { Clock = clock };
        await using var two = new Node(data, connection) { Clock = clock };

        (string Why, Func<Account, Store, Task> Change)[] changes =
        [
            ("password", (account, store) => Do(store, account, found => found.SetPassword(found.PasswordHash!, clock.GetUtcNow(), false, 1))),
            ("disabled", (account, store) => Do(store, account, found => found.Disable(clock.GetUtcNow()))),
            ("signed out everywhere", (account, store) => Do(store, account, found => found.EndSessions())),
            ("a role more", async (account, store) => Assert.Null(await store.Grant(Act(clock), account.Id, Role.Editor, account.AgencyId))),
            ("a role less", async (account, store) => Assert.Null(await store.Take(Act(clock), await store.Grants.Where(grant => grant.AccountId == account.Id).Select(grant => grant.Id).FirstAsync(Cancelled)))),
            ("idle", (_, _) => { clock.Move(TimeSpan.FromMinutes(15)); return Task.CompletedTask; }),
        ];
        foreach (var (why, change) in changes)
        {
            var account = await one.Person();
            var client = one.Visitor();
            var cookie = (await one.SignIn(client, account.SignInName)).Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("gongkai=", StringComparison.Ordinal)).Split(';')[0];
            var other = two.Visitor();
            other.DefaultRequestHeaders.Add("Cookie", cookie);
            Assert.Equal((why, HttpStatusCode.OK), (why, (await other.GetAsync("/office/me", Cancelled)).StatusCode));

            await one.In(store => change(account, store));
            Assert.Equal((why, HttpStatusCode.Redirect), (why, (await other.GetAsync("/office/me", Cancelled)).StatusCode));
            Assert.Equal((why, HttpStatusCode.Redirect), (why, (await client.GetAsync("/office/me", Cancelled)).StatusCode));
        }

        // Twelve hours are the end, however busy someone is.
        var busy = await one.Person();
        var desk = two.Visitor();
        await two.SignIn(desk, busy.SignInName);
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(12) - TimeSpan.FromMinutes(10); passed += TimeSpan.FromMinutes(10))
        {
            clock.Move(TimeSpan.FromMinutes(10));
            Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/office/me", Cancelled)).StatusCode);
        }
        clock.Move(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Redirect, (await desk.GetAsync("/office/me", Cancelled)).StatusCode);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Of_twenty_who_have_the_code_at_once_one_makes_the_first_accounts(bool postgres)
    {
        var (data, connection) = places.New(postgres);
        await using var one = new Node(data, connection) { Demo = false };
        await using var two = new Node(data, connection) { Demo = false };
        var code = "";
        await one.In(async store => code = await SettingUp.MakeCode(store, Platform.Now));
        Assert.Equal("首次设置", await two.Visitor().Heading("/office/setup"));
        var wrong = await two.Visitor().Post("/office/setup", Filled("2222-2222-2222-2222", "zhao"));
        Assert.Equal(App.Office.Setup.Index.Refused, (await wrong.Html()).QuerySelector(".problem li").Words());

        var ready = new List<(HttpClient Client, string? Token)>();
        for (var i = 0; i < 20; i++)
        {
            var client = (i % 2 == 0 ? one : two).Visitor();
            ready.Add((client, await client.Token("/office/setup")));
        }
        var answers = await Task.WhenAll(ready.Select((visitor, i) => visitor.Client.Send("/office/setup", visitor.Token, Filled(code, $"guan{i}"))));

        var won = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer != won), answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(2, (await won.Html()).QuerySelectorAll("table.list code").Length);
        await two.In(async store =>
        {
            Assert.Equal(3, await store.Accounts.CountAsync(Cancelled));
            Assert.Equal(ThreeOfficers.Roles, await store.Grants.OrderBy(grant => grant.Role).Select(grant => grant.Role).ToListAsync(Cancelled));
            Assert.Equal(1, await store.Trail.CountAsync(entry => entry.Deed == AccountDeeds.FirstMade.Code, Cancelled));
        });
        Assert.Equal(HttpStatusCode.NotFound, (await one.Visitor().GetAsync("/office/setup", Cancelled)).StatusCode);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Nobody_becomes_two_of_the_three_officers_however_fast_they_are_granted(bool postgres)
    {
        var (data, connection) = places.New(postgres);
        await using var one = new Node(data, connection);
        var account = await one.Person(Role.SecurityAuditor);
        await one.In(async store => Assert.Null(await store.Take(Act(one.Clock), await store.Grants.Where(grant => grant.AccountId == account.Id).Select(grant => grant.Id).SingleAsync(Cancelled))));
        await Task.WhenAll(ThreeOfficers.Roles.Select(role => one.In(store => store.Grant(Act(one.Clock), account.Id, role, null))));
        await one.In(async store => Assert.Equal(1, await store.Grants.CountAsync(grant => grant.AccountId == account.Id, Cancelled)));
    }

    static Task Do(Store store, Account account, Action<Account> change) => store.Write(new(AccountDeeds.Changed, Hand.Program, Platform.Now), async () => change(await store.Accounts.SingleAsync(one => one.Id == account.Id)));

    static Act Act(Door.Hands clock) => new(AccountDeeds.RoleGranted, Hand.Program, clock.GetUtcNow());

    static (string, string)[] Filled(string code, string name) =>
    [
        ("Input.Code", code), ("Input.AdministratorSignIn", name), ("Input.Administrator", "赵管"), ("Input.Password", Door.Password), ("Input.Again", Door.Password),
        ("Input.SecuritySignIn", $"{name}.b"), ("Input.Security", "钱保"), ("Input.AuditorSignIn", $"{name}.s"), ("Input.Auditor", "孙审"),
    ];
}
