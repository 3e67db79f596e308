using Gongkai.App.Tests.Office;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Tests.Office.Items;

/// <summary>The four hands through which information goes before it is public, each in a browser of its own.</summary>
sealed class Writer(Platform platform)
{
    public HttpClient Author { get; private set; } = null!;
    public HttpClient Handler { get; private set; } = null!;
    public HttpClient Legal { get; private set; } = null!;
    public HttpClient Leader { get; private set; } = null!;

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Writer> At(Platform platform)
    {
        await platform.In(async store =>
        {
            var agency = await store.Agencies.WithCode("zjj").SingleAsync();
            await store.AddUsualColumns(agency.Id);
            if (store.ChangeTracker.HasChanges()) await store.Save(new(new("test.prepared", "测试准备"), Records.Hand.Program, Platform.Now));
        });
        return new(platform) { Author = await platform.As(Role.Editor), Handler = await platform.As(Role.Handler), Legal = await platform.As(Role.Legal), Leader = await platform.As(Role.Leader) };
    }

    /// <summary>Writes a draft, and gives its address.</summary>
    public async Task<string> Draft(string title, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] usual =
        [
            ("Input.Column", "tzgg"), ("Input.Title", title), ("Input.Genre", "Notice"), ("Input.FormedOn", "2026-05-28"), ("Input.Html", "<p>请有关单位按时参加。</p>"),
        ];
        var answer = await Author.Send("/office/items/new", "form.fields", [.. usual.Where(one => more.All(other => other.Name != one.Name)), .. more]);
        return await answer.Leads();
    }

    public Task<HttpResponseMessage> HandIn(string item, string why = "") => Author.Send(item, "form[action*='HandIn']", ("Input.Why", why));

    public static Task<HttpResponseMessage> Pass(HttpClient who, string item, params (string Name, string Value)[] more) => Judge(who, item, "Pass", more);

    public static async Task<HttpResponseMessage> Judge(HttpClient who, string item, string verdict, params (string Name, string Value)[] more)
    {
        var page = await who.Open(item);
        var form = page.QuerySelectorAll("form").SingleOrDefault(one => one.QuerySelector($"button[formaction*='{verdict}']") is not null);
        Assert.True(form is not null, $"{item} offers no {verdict}: {page.QuerySelector("[data-testid=not-mine]").Words()}");
        return await who.PostAsync(form.QuerySelector($"button[formaction*='{verdict}']")!.GetAttribute("formaction"), new FormUrlEncodedContent(form.Fields(more)), Cancelled);
    }

    /// <summary>The whole way to the public.</summary>
    public async Task<string> Published(string title, params (string Name, string Value)[] more)
    {
        var item = await Draft(title, more);
        Assert.Equal(item, await (await HandIn(item)).Leads());
        foreach (var hand in (HttpClient[])[Handler, Legal, Leader]) Assert.Equal(item, await (await Pass(hand, item)).Leads());
        return item;
    }

    /// <summary>The item behind an address of the office.</summary>
    public async Task<InformationItem> Item(string address)
    {
        InformationItem item = null!;
        var handle = Records.Handle.Parse(address[(address.LastIndexOf('/') + 1)..], null);
        await platform.In(async store => item = await store.Items.AsNoTracking().SingleAsync(one => one.Handle == handle));
        return item;
    }
}
