using System.Net;
using System.Text;
using Gongkai.App.Portal.Requests;
using Gongkai.App.Tests.Accounts;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Gongkai.App.Tests.Requests.Cases;

namespace Gongkai.App.Tests.Requests;

/// <summary>Number and code: tries are counted, nobody else learns anything, and a lost code is replaced (reliability.md S2, AC-01 … AC-05), on both stores.</summary>
public sealed class CodeTests(Places places) : IClassFixture<Places>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task Tries_are_counted_on_all_nodes_and_the_answer_never_tells_whether_there_is_such_a_request(bool postgres)
    {
        var place = places.New(postgres);
        var clock = new Door.Hands();
        await using var one = await Open(place, clock);
        await using var two = await Open(place, clock);
        var (number, code) = await one.From("10.1.0.1").File();
        const string Missing = "2026060109999";

        // The same status, headers, length and words, whether the number exists or not.
        var there = await one.From("10.1.0.2").Ask(number, "AAAA-AAAAA-AAAA");
        var nowhere = await one.From("10.1.0.3").Ask(Missing, "AAAA-AAAAA-AAAA");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (there.StatusCode, nowhere.StatusCode));
        Assert.Equal(there.Headers.Select(Shape), nowhere.Headers.Select(Shape));
        var (first, second) = (await there.Content.ReadAsStringAsync(Cancelled), await nowhere.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(first.Length, second.Length);
        Assert.Equal(WithoutTokens(first, number), WithoutTokens(second, Missing));
        Assert.Equal(CaseDoor.Refused, await there.Said());

        // Five from one source on both nodes together; then the right code is refused there too, in the same words, and opens elsewhere.
        for (var i = 0; i < 5; i++) Assert.Equal(CaseDoor.Refused, await (await (i % 2 == 0 ? one : two).From("10.2.0.1").Ask(number, $"AAAA-AAAAA-AAA{i}")).Said());
        Assert.Equal(CaseDoor.Refused, await (await two.From("10.2.0.1").Ask(number, code)).Said());
        Assert.Equal("/zfxxgk/ysqgk/cx/jd", (await two.From("10.2.0.2").Ask(number, code)).Headers.Location?.OriginalString);

        // Ten for one number from everywhere; the pause ends after a quarter of an hour.
        for (var i = 0; i < 10; i++) await one.From($"10.3.0.{i}").Ask(number, "BBBB-BBBBB-BBBB");
        Assert.Equal(CaseDoor.Refused, await (await one.From("10.3.1.1").Ask(number, code)).Said());
        clock.Move(TimeSpan.FromMinutes(15));
        Assert.Equal("/zfxxgk/ysqgk/cx/jd", (await one.From("10.3.1.1").Ask(number, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))).Headers.Location?.OriginalString);

        // Thirty from one source for whatever numbers.
        for (var i = 0; i < 30; i++) await two.From("10.4.0.1").Ask($"20260601{i:00000}", "AAAA-AAAAA-AAAA");
        Assert.Equal(CaseDoor.Refused, await (await two.From("10.4.0.1").Ask(number, code)).Said());
        Assert.Equal("/zfxxgk/ysqgk/cx/jd", (await two.From("10.4.0.2").Ask(number, code)).Headers.Location?.OriginalString);
    }

    static (string, string) Shape(KeyValuePair<string, IEnumerable<string>> header) => (header.Key, header.Key == "Set-Cookie" ? "" : string.Join(',', header.Value));

    static string WithoutTokens(string page, string number) => System.Text.RegularExpressions.Regex.Replace(page, "name=\"_form\" type=\"hidden\" value=\"[^\"]+\"", "").Replace(number, "", StringComparison.Ordinal);

    [Theory, InlineData(false), InlineData(true)]
    public async Task Strangers_who_pause_a_number_do_not_keep_a_browser_out_that_has_had_its_code(bool postgres)
    {
        const string Open = "/zfxxgk/ysqgk/cx/jd";
        var place = places.New(postgres);
        var clock = new Door.Hands();
        await using var one = await Cases.Open(place, clock);
        await using var two = await Cases.Open(place, clock);
        var owner = one.From("10.7.0.1");
        var (number, code) = await owner.File();
        var friend = two.From("10.7.0.2");
        await friend.Ask(number, code);
        for (var i = 0; i < 12; i++) await (i % 2 == 0 ? one : two).From($"10.7.1.{i}").Ask(number, "BBBB-BBBBB-BBBB");

        // The browser of the receipt and the one that has been in; no other, and not for another number.
        Assert.Equal(Open, (await owner.Ask(number, code)).Headers.Location?.OriginalString);
        Assert.Equal(Open, (await friend.Ask(number, code)).Headers.Location?.OriginalString);
        Assert.Equal(CaseDoor.Refused, await (await one.From("10.7.2.1").Ask(number, code)).Said());
        for (var i = 0; i < 12; i++) await one.From($"10.7.3.{i}").Ask("2026060100077", "BBBB-BBBBB-BBBB");
        Assert.Equal(CaseDoor.Refused, await (await owner.Ask("2026060100077", code)).Said());

        // Such browsers together have as many tries as a number has, on all nodes.
        for (var i = 0; i < 10; i++) await (i % 2 == 0 ? owner : friend).Ask(number, $"AAAA-AAAAA-AAA{i}");
        Assert.Equal(CaseDoor.Refused, await (await owner.Ask(number, code)).Said());
        Assert.Equal(CaseDoor.Refused, await (await friend.Ask(number, code)).Said());
        clock.Move(TimeSpan.FromMinutes(15));
        Assert.Equal(Open, (await owner.Ask(number, code)).Headers.Location?.OriginalString);

        // Whoever puts the case away is a stranger again; so is whoever knows an old code.
        await owner.Fill(Open, "form[action*='Leave']");
        await one.In(async store =>
        {
            (await store.Requests.SingleAsync(request => request.Number == number, Cancelled)).CodeMark = new string('a', 64);
            await store.Save(new(RequestDeeds.CodeReset, Hand.Program, clock.GetUtcNow(), await store.Agencies.Select(agency => agency.Id).SingleAsync(Cancelled)));
        });
        for (var i = 0; i < 10; i++) await one.From($"10.7.4.{i}").Ask(number, "BBBB-BBBBB-BBBB");
        foreach (var visitor in (HttpClient[])[owner, friend])
        {
            await visitor.Ask(number, "BBBB-BBBBB-BBBB");
            await one.In(async store => Assert.Equal(0, await store.CountOf($"query-owner:{number}", clock.GetUtcNow())));
        }
    }

    [Fact]
    public async Task Strangers_cannot_use_up_the_links_for_a_new_code()
    {
        await using var node = await Open(places.New(false));
        var (number, _) = await node.From("10.8.0.1").File();
        for (var i = 0; i < 6; i++) await node.From($"10.8.1.{i}").Post("/zfxxgk/ysqgk/cx/wm", ("bh", number), ("yx", "else@mail.example"));
        await node.From("10.8.0.2").Post("/zfxxgk/ysqgk/cx/wm", ("bh", number), ("yx", Applicant.Mail));
        Assert.StartsWith("http://www.example.gov.cn/zfxxgk/ysqgk/cx/cz?l=", await Eventually(node), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_code_is_replaced_by_a_link_to_the_address_in_the_request_once()
    {
        await using var node = await Open(places.New(false));
        var visitor = node.From("10.6.0.1");
        var (number, code) = await visitor.File();
        var opened = node.From("10.6.0.9");
        await opened.Ask(number, code);

        // The same answer for whatever is asked; a mail only where number and address fit.
        var wrong = await (await visitor.Post("/zfxxgk/ysqgk/cx/wm", ("bh", number), ("yx", "else@mail.example"))).Content.ReadAsStringAsync(Cancelled);
        var right = await (await visitor.Post("/zfxxgk/ysqgk/cx/wm", ("bh", number), ("yx", Applicant.Mail))).Content.ReadAsStringAsync(Cancelled);
        Assert.Equal(wrong, right);
        var link = await Eventually(node);
        Assert.StartsWith("http://www.example.gov.cn/zfxxgk/ysqgk/cx/cz?l=", link, StringComparison.Ordinal);
        var path = new Uri(link).PathAndQuery;

        Assert.Equal(NewCode.Refused, await (await visitor.Post(path, ("l", Uri.UnescapeDataString(path.Split("l=")[1])), ("bh", "2026060100009"))).Said());
        var fresh = await (await visitor.Fill(path, "form.apply", ("bh", number))).Html();
        var again = fresh.QuerySelectorAll("dd.key")[1].Words();
        Assert.NotEqual(code, again);
        Assert.Equal(NewCode.Refused, await (await visitor.Fill(path, "form.apply", ("bh", number))).Said());
        Assert.Equal(CaseDoor.Refused, await (await visitor.Ask(number, code)).Said());
        Assert.Equal("/zfxxgk/ysqgk/cx/jd", (await visitor.Ask(number, again)).Headers.Location?.OriginalString);
        // Who came in by the old code is out.
        Assert.Equal("/zfxxgk/ysqgk/cx/", (await opened.GetAsync("/zfxxgk/ysqgk/cx/jd", Cancelled)).Headers.Location?.OriginalString);
        // And the receipt no longer shows a code that opens nothing.
        Assert.Equal("已经更换，请使用新的查询码", (await visitor.Slip()).Code);
    }

    // The mail is written beside the answer.
    static async Task<string> Eventually(Node node)
    {
        var link = "";
        for (var i = 0; link.Length == 0 && i < 3000; i++)
        {
            await node.In(async store =>
            {
                var vault = node.Services.CreateScope().ServiceProvider.GetRequiredService<App.Access.Vault>();
                foreach (var mail in await store.Outbox.AsNoTracking().Where(mail => mail.SealedBody != null).ToListAsync(Cancelled))
                    link = vault.Read(mail.SealedBody!.Value).Split('\n').FirstOrDefault(line => line.Contains("/cx/cz?", StringComparison.Ordinal)) ?? link;
            });
            await Task.Yield();
        }
        return link;
    }
}
