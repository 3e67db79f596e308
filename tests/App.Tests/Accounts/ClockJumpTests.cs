using System.Net;
using Gongkai.App.Access.Accounts;

namespace Gongkai.App.Tests.Accounts;

/// <summary>Somebody sets the wall clock of two nodes (reliability.md S10, R7): no session and no pause ends earlier or later for it.</summary>
public sealed class ClockJumpTests(Places places) : IClassFixture<Places>
{
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1), Idle = TimeSpan.FromMinutes(15);

    // Forward and back by much, to a minute before the year's end, and home.
    static readonly TimeSpan[] Jumps =
        [TimeSpan.FromHours(-1), TimeSpan.FromDays(1), TimeSpan.FromDays(365), new DateTimeOffset(2026, 12, 31, 15, 59, 50, TimeSpan.Zero) - Platform.Now, TimeSpan.FromDays(-400)];

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_session_lasts_as_long_as_it_says_however_the_clock_is_set(bool postgres)
    {
        await using var rooms = Rooms(postgres);
        var (clock, one, two) = rooms;
        foreach (var jump in Jumps)
        {
            var desk = await SignedIn(one);
            var elsewhere = two.Visitor();
            elsewhere.DefaultRequestHeaders.Add("Cookie", desk.Cookie);
            clock.Set(jump);
            clock.Move(Idle - Second);
            Assert.Equal((jump, HttpStatusCode.OK), (jump, await Status(desk.Browser)));
            clock.Set(-jump);
            clock.Move(Idle - Second);
            Assert.Equal((jump, HttpStatusCode.OK), (jump, await Status(elsewhere)));
            clock.Set(jump);
            clock.Move(Idle);
            Assert.Equal((jump, HttpStatusCode.Redirect), (jump, await Status(desk.Browser)));
            Assert.Equal((jump, HttpStatusCode.Redirect), (jump, await Status(elsewhere)));
            clock.Set(-jump);
            Assert.Equal((jump, HttpStatusCode.Redirect), (jump, await Status(desk.Browser)));
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Twelve_hours_stay_twelve_hours(bool postgres)
    {
        await using var rooms = Rooms(postgres);
        var (clock, one, _) = rooms;
        var desk = await SignedIn(one);
        var step = TimeSpan.FromMinutes(10);
        for (var (passed, turn) = (TimeSpan.Zero, 0); passed < TimeSpan.FromHours(12) - step; passed += step, turn++)
        {
            clock.Set(Jumps[turn % Jumps.Length] * (turn % 2 == 0 ? 1 : -1));
            clock.Move(step);
            Assert.Equal((passed, HttpStatusCode.OK), (passed, await Status(desk.Browser)));
        }
        clock.Move(step - Second);
        Assert.Equal(HttpStatusCode.OK, await Status(desk.Browser));
        clock.Move(Second);
        Assert.Equal(HttpStatusCode.Redirect, await Status(desk.Browser));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_pause_is_neither_lifted_nor_lengthened(bool postgres)
    {
        await using var rooms = Rooms(postgres);
        var (clock, one, two) = rooms;
        foreach (var jump in Jumps)
        {
            var person = await one.Person();
            for (var i = 0; i < 5; i++) await one.SignIn(one.From($"10.20.0.{i + 1}"), person.SignInName, "wrong");
            clock.Set(jump);
            var refused = await two.SignIn(two.From("10.20.1.1"), person.SignInName);
            Assert.Equal((jump, SigningIn.Refused), (jump, (await refused.Html()).QuerySelector(".problem li")!.TextContent.Trim()));
            clock.Move(Idle - Second);
            Assert.Equal((jump, HttpStatusCode.UnprocessableEntity), (jump, (await one.SignIn(one.From("10.20.1.2"), person.SignInName)).StatusCode));
            clock.Set(-jump);
            clock.Move(Second);
            Assert.Equal((jump, HttpStatusCode.Redirect), (jump, (await two.SignIn(two.From("10.20.1.3"), person.SignInName)).StatusCode));
            // What was tried from these addresses is forgotten for the next jump.
            clock.Move(Idle);
        }
    }

    sealed class Pair(Door.Hands clock, Node one, Node two) : IAsyncDisposable
    {
        public void Deconstruct(out Door.Hands hands, out Node first, out Node second) => (hands, first, second) = (clock, one, two);

        public async ValueTask DisposeAsync()
        {
            await one.DisposeAsync();
            await two.DisposeAsync();
        }
    }

    Pair Rooms(bool postgres)
    {
        var (data, connection) = places.New(postgres);
        var clock = new Door.Hands();
        Pair pair = new(clock, new(data, connection) { Clock = clock }, new(data, connection) { Clock = clock });
        var (_, one, two) = pair;
        // Both have started before anybody sets the clock.
        one.Visitor();
        two.Visitor();
        return pair;
    }

    static async Task<(HttpClient Browser, string Cookie)> SignedIn(Node node)
    {
        var person = await node.Person();
        var browser = node.Visitor();
        var answer = await node.SignIn(browser, person.SignInName);
        return (browser, answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("gongkai=", StringComparison.Ordinal)).Split(';')[0]);
    }

    static async Task<HttpStatusCode> Status(HttpClient browser) => (await browser.GetAsync("/office/me", Cancelled)).StatusCode;
}
