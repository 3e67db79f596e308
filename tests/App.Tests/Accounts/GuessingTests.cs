using System.Net;
using Gongkai.App.Access.Accounts;
using Gongkai.Records.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Accounts;

/// <summary>Guessing passwords (reliability.md S11), at a size for every change.</summary>
/// <remarks>The large size: GONGKAI_GUESSES=100000.</remarks>
public sealed class GuessingTests(Door door) : IClassFixture<Door>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;
    static readonly int Guesses = int.TryParse(Environment.GetEnvironmentVariable("GONGKAI_GUESSES"), out var guesses) ? guesses : 200;

    [Fact]
    public async Task Guesses_at_one_name_from_everywhere_are_compared_five_times_and_do_not_lock_its_owner_out()
    {
        var victim = await door.Person();
        var known = door.From("10.9.0.1");
        Assert.Equal(HttpStatusCode.Redirect, (await door.SignIn(known, victim.SignInName)).StatusCode);
        await known.Post("/office/signout");

        var before = await Compared();
        var attacker = door.From("10.8.0.1");
        var token = await attacker.Token("/office/signin");
        for (var i = 0; i < Guesses; i++)
        {
            attacker.DefaultRequestHeaders.Remove("X-Test-From");
            attacker.DefaultRequestHeaders.Add("X-Test-From", $"10.{8 + i % 100}.{i / 250 % 250}.{i % 250}");
            using var answer = await attacker.Send("/office/signin", token, ("Input.Name", victim.SignInName), ("Input.Password", $"guess {i}"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            if (i % 50 != 49) continue;
            Assert.Equal(SigningIn.Refused, (await answer.Html()).QuerySelector(".problem li").Words());
            // Meanwhile, at home.
            Assert.Equal(HttpStatusCode.Redirect, (await door.SignIn(known, victim.SignInName)).StatusCode);
            await known.Post("/office/signout");
        }
        Assert.Equal(5, await Compared() - before);

        // The right password, from where the name was never used: paused, in the same words, until a quarter of an hour has passed.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await door.SignIn(door.From("10.7.0.1"), victim.SignInName)).StatusCode);
        door.Clock.Move(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.Redirect, (await door.SignIn(door.From("10.7.0.1"), victim.SignInName)).StatusCode);
    }

    [Fact]
    public async Task One_guess_each_at_many_names_is_compared_thirty_times_from_one_address()
    {
        var before = await Compared();
        var attacker = door.From("2001:db8:1:2::1");
        var token = await attacker.Token("/office/signin");
        for (var i = 0; i < 60; i++)
        {
            // Another address of the same household.
            attacker.DefaultRequestHeaders.Remove("X-Test-From");
            attacker.DefaultRequestHeaders.Add("X-Test-From", $"2001:db8:1:2::{i:x}");
            using var answer = await attacker.Send("/office/signin", token, ("Input.Name", $"somebody{i}"), ("Input.Password", "guess"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }
        Assert.Equal(30, await Compared() - before);
    }

    [Fact]
    public async Task A_forged_device_is_no_known_one()
    {
        var victim = await door.Person();
        for (var i = 0; i < 5; i++) await door.SignIn(door.From($"10.6.0.{i}"), victim.SignInName, "wrong");
        var forger = door.From("10.6.1.1");
        forger.DefaultRequestHeaders.Add("Cookie", "gongkai-device=CfDJ8AAAAAAAAAAAAAAA");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await door.SignIn(forger, victim.SignInName)).StatusCode);
    }

    // What was compared and did not fit stands in the trail; what was not compared does not.
    async Task<int> Compared()
    {
        var count = 0;
        await door.In(async store => count = await store.Trail.CountAsync(entry => entry.Deed == AccountDeeds.SignInRefused.Code || entry.Deed == AccountDeeds.SignInPaused.Code, Cancelled));
        return count;
    }
}
